#include "runtime/timeline/chronicle.h"

#include <algorithm>

#include "runtime/decision/members.h"
#include "runtime/decision/value_words.h"
#include "runtime/values/region.h"

namespace zhun::timeline {
namespace {

using decision::MemberAt;
using decision::TextAt;
using values::Record;
using values::Value;
using vocabulary::Base;

constexpr std::int64_t kPair = 100;

std::uint16_t MemberCalled(const vocabulary::Enumeration& members, std::string_view word) {
  for (std::uint16_t i = 0; i < members.members.size(); ++i) {
    if (members.members[i].code == word || vocabulary::Names(members.members[i].name, word)) return i;
  }
  return vocabulary::kNone;
}

bool Is(const vocabulary::Vocabulary& vocabulary, const Record& body, std::string_view word) {
  return TextAt(vocabulary, body, {"code"}) == word || TextAt(vocabulary, body, {"name"}) == word;
}

}  // namespace

Shape::Shape(const vocabulary::Vocabulary& vocabulary)
    : file(vocabulary::FindRecord(vocabulary, "case_file")),
      event(vocabulary::FindRecord(vocabulary, "event_record")),
      none_file(values::NoneDocument(vocabulary, "case_file")),
      none_event(values::NoneDocument(vocabulary, "event_record")) {
  const auto of_event = [&](std::string_view key) { return vocabulary::FindKey(vocabulary.records[event], key); };
  const auto of_file = [&](std::string_view key) { return vocabulary::FindKey(vocabulary.records[file], key); };
  type = of_event("type");
  at = of_event("at");
  by = of_event("by");
  actor = of_event("actor");
  decision = of_event("decision");
  use = of_event("use");
  ref = of_event("ref");
  extension_days = of_event("extension_days");
  events = of_file("events");
  overdue = of_file("overdue");
  common_region = of_file("common_region");
  for (const vocabulary::Event& each : vocabulary.events) field_of.push_back(of_file(each.key));
  const vocabulary::EnumIndex types = vocabulary::FindEnumeration(vocabulary, "event_type");
  for (const vocabulary::Enumerator& member : vocabulary.enumerations[types].members) {
    event_of.push_back(vocabulary::FindEvent(vocabulary, member.code));
  }
  received = vocabulary::FindEvent(vocabulary, "received");
  granted = vocabulary::FindEvent(vocabulary, "granted");
  replied = vocabulary::FindEvent(vocabulary, "replied");
  used = vocabulary::FindEvent(vocabulary, "used");
}

std::int64_t CommonRegion(std::int64_t one, std::int64_t other) {
  if (one == 0 || other == 0) return 0;
  for (std::int64_t size = 1; size <= kPair * kPair; size *= kPair) {
    const std::int64_t around = one / size * size;
    if (values::RegionWithin(one, around) && values::RegionWithin(other, around)) return around;
  }
  return values::kWholeCountry;
}

Chronicle::Chronicle(const program::Bundle& bundle, const Shape& shape, values::CasePaper& paper, Moment as_of,
                     values::Arena& arena)
    : bundle_(bundle),
      shape_(shape),
      paper_(paper),
      as_of_(as_of),
      arena_(arena) {
  const vocabulary::Vocabulary& vocabulary = bundle.vocabulary;
  const Value events = MemberAt(vocabulary, paper.events.Root(), {"events"});
  bool received = false;
  for (const Value& event : events.list->elements) {
    if (!event.IsKnown()) continue;  // pending: not known to have happened
    const Record& record = *event.record;
    Happening happening;
    happening.event = shape.event_of[static_cast<std::size_t>(record.fields[shape.type].number)];
    happening.at = record.fields[shape.at].number;
    happening.record = &record;
    if (happening.at > as_of.seconds) continue;
    SupplyActor(paper.events, record);
    received = received || happening.event == shape.received;
    Insert(happening, Among::kLast);
  }
  if (!paper.application) return;
  const Record& application = paper.application->Root();
  if (!received) AddReceipt(MemberAt(vocabulary, application, {"received_at"}));
  const Value one = MemberAt(vocabulary, application, {"applicant", "region"});
  const Value other = MemberAt(vocabulary, paper.entry.Root(), {"provider", "region"});
  if (one.IsKnown() && other.IsKnown()) common_region_ = timeline::CommonRegion(one.number, other.number);
}

void Chronicle::Insert(Happening happening, Among among) {
  happening.day = base::ShanghaiDate(happening.at);
  const auto place = among == Among::kFirst ? std::ranges::lower_bound(happenings_, happening.at, {}, &Happening::at)
                                            : std::ranges::upper_bound(happenings_, happening.at, {}, &Happening::at);
  happenings_.insert(place, happening);
}

/// The application says when it came in.
void Chronicle::AddReceipt(const Value& at) {
  if (!at.IsKnown() || at.number > as_of_.seconds) return;
  Happening receipt;
  receipt.event = shape_.received;
  receipt.at = at.number;
  receipt.derived = true;
  receipt.record = NewEvent(shape_.received, at.number);
  Insert(receipt, Among::kFirst);
}

values::Record* Chronicle::NewEvent(std::uint16_t event, std::int64_t at) {
  const std::span<const Value> none = shape_.none_event.Root().fields;
  const std::span<Value> fields = arena_.Make<Value>(none.size());
  std::ranges::copy(none, fields.begin());
  const auto type = std::ranges::find(shape_.event_of, event);
  if (type != shape_.event_of.end()) fields[shape_.type] = Value::Of(Base::kEnum, type - shape_.event_of.begin());
  fields[shape_.at] = Value::Of(Base::kInstant, at);
  Record* record = arena_.Make<Record>(1).data();
  record->type = shape_.event;
  record->fields = fields;
  return record;
}

/// Who acted: by the word for an actor, or as the applicant or provider by code or name. Anybody else is not known.
void Chronicle::SupplyActor(values::Document& paper, const Record& event) {
  const vocabulary::Vocabulary& vocabulary = bundle_.vocabulary;
  const Value by = event.fields[shape_.by];
  if (!by.IsKnown()) return;
  const vocabulary::Enumeration& actors = vocabulary.enumerations[vocabulary::FindEnumeration(vocabulary, "actor")];
  std::uint16_t actor = MemberCalled(actors, by.Text());
  const Value provider = MemberAt(vocabulary, paper_.entry.Root(), {"provider"});
  if (actor == vocabulary::kNone && provider.IsKnown() && Is(vocabulary, *provider.record, by.Text()))
    actor = vocabulary::FindCode(actors, "provider");
  if (actor == vocabulary::kNone && paper_.application) {
    const Value applicant = MemberAt(vocabulary, paper_.application->Root(), {"applicant"});
    if (applicant.IsKnown() && Is(vocabulary, *applicant.record, by.Text()))
      actor = vocabulary::FindCode(actors, "applicant");
  }
  if (actor != vocabulary::kNone) paper.SetComputed(event, shape_.actor, Value::Of(Base::kEnum, actor));
}

void Chronicle::AddGrant(const Happening& reply) {
  Happening grant;
  grant.event = shape_.granted;
  grant.at = reply.at;
  grant.derived = true;
  grant.record = NewEvent(shape_.granted, reply.at);
  Insert(grant, Among::kLast);
}

void Chronicle::AddEndOfSharing(std::optional<base::Date> period_end) {
  if (Last(shape_.granted) == nullptr) return;
  Happening end;
  end.derived = true;
  for (const vocabulary::Event& event : bundle_.vocabulary.events) {
    if (event.earliest_of.empty()) continue;
    end.event = static_cast<std::uint16_t>(&event - bundle_.vocabulary.events.data());
    std::optional<std::int64_t> at;
    if (period_end) at = base::EndOfDay(*period_end);
    for (const Happening& each : happenings_) {
      const std::string& key = bundle_.vocabulary.events[each.event].key;
      if (std::ranges::find(event.earliest_of, key) == event.earliest_of.end()) continue;
      if (!at || each.at < *at) at = each.at;
    }
    if (!at) return;
    end.at = *at;
    end.day = base::ShanghaiDate(*at);
    end.expected = *at > as_of_.seconds;
    end.record = NewEvent(end.event, *at);
    end_of_sharing_ = end;
    if (!end.expected) Insert(end, Among::kLast);
    return;
  }
}

const values::Record* Chronicle::FileBefore(std::size_t end, const std::vector<std::string>& overdue) {
  const std::span<const Value> none = shape_.none_file.Root().fields;
  const std::span<Value> fields = arena_.Make<Value>(none.size());
  std::ranges::copy(none, fields.begin());
  const std::span<Value> so_far = arena_.Make<Value>(end);
  std::size_t count = 0;
  for (std::size_t i = 0; i < end; ++i) {
    const std::uint16_t field = shape_.field_of[happenings_[i].event];
    if (field != vocabulary::kNone) fields[field] = Value::OfRecord(happenings_[i].record);
    if (!happenings_[i].derived) so_far[count++] = Value::OfRecord(happenings_[i].record);
  }
  values::List* list = arena_.Make<values::List>(1).data();
  list->elements = so_far.first(count);
  fields[shape_.events] = values::ListOf(Base::kRecord, list);
  fields[shape_.overdue] = Texts(overdue);
  fields[shape_.common_region] = common_region_ == 0 ? Value() : Value::Of(Base::kRegion, common_region_);
  Record* file = arena_.Make<Record>(1).data();
  file->type = shape_.file;
  file->fields = fields;
  return file;
}

Value Chronicle::Texts(const std::vector<std::string>& texts) {
  const std::span<Value> kept = arena_.Make<Value>(texts.size());
  std::ranges::transform(texts, kept.begin(), [&](const std::string& text) { return Value::OfText(arena_.Keep(text)); });
  values::List* list = arena_.Make<values::List>(1).data();
  list->elements = kept;
  return values::ListOf(Base::kText, list);
}

const Happening* Chronicle::Last(std::uint16_t event) const {
  for (auto each = happenings_.rbegin(); each != happenings_.rend(); ++each) {
    if (each->event == event) return &*each;
  }
  return nullptr;
}

EventSeen Chronicle::Seen(const Happening& happening) const {
  const vocabulary::Event& event = bundle_.vocabulary.events[happening.event];
  EventSeen seen;
  seen.type = event.key;
  seen.name = decision::InProse(event.name);
  seen.at = happening.at;
  seen.derived = happening.derived;
  seen.dated = happening.derived && !event.earliest_of.empty();
  const Value by = happening.record->fields[shape_.by];
  if (by.IsKnown()) seen.by = by.Text();
  return seen;
}

}  // namespace zhun::timeline
