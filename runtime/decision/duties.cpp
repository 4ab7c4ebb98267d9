#include "runtime/decision/duties.h"

#include "runtime/decision/members.h"
#include "runtime/decision/value_words.h"

namespace zhun::decision {
namespace {

using program::Rule;
using program::RuleKind;
using values::Value;
using vm::Truth;
using vocabulary::Base;

calendar::LengthUnit UnitOf(const std::string& key) {
  if (key == "month") return calendar::LengthUnit::kMonth;
  return key == "year" ? calendar::LengthUnit::kYear : calendar::LengthUnit::kDay;
}

}  // namespace

base::Words DutyWords(const Rule& rule) {
  const base::Words& text = rule.text;
  const std::string& en = base::In(base::Language::kEnglish, text);
  switch (rule.modality) {
    case program::Modality::kShall: return {"应当" + text.zh, "must " + en};
    case program::Modality::kShallNot: return {"不得" + text.zh, "must not " + en};
    case program::Modality::kMay: break;
  }
  return {"可以" + text.zh, "may " + en};
}

DutyList::DutyList(const program::Bundle& bundle, vm::Evaluation& evaluation, const BasisPrinter& bases,
                   base::Date as_of)
    : bundle_(bundle),
      evaluation_(evaluation),
      bases_(bases),
      as_of_(as_of) {}

/// Duties of the catalogue and of use arise from events of those stages, not from a decision.
void DutyList::Write(const Applicable& applicable, Decision& decision) const {
  const vocabulary::Enumeration& stages =
      bundle_.vocabulary.enumerations[vocabulary::FindEnumeration(bundle_.vocabulary, "stage")];
  const std::uint16_t application = vocabulary::FindCode(stages, "application");
  for (std::uint32_t index : applicable.rules) {
    const Rule& rule = bundle_.program.rules[index];
    const bool here = rule.kind == RuleKind::kDuty && rule.stage == application;
    if (here && evaluation_.TruthOf(rule.fires) != Truth::kFalse) WriteDuty(rule, decision);
  }
}

void DutyList::WriteDuty(const Rule& rule, Decision& decision) const {
  const vocabulary::Enumeration& actors =
      bundle_.vocabulary.enumerations[vocabulary::FindEnumeration(bundle_.vocabulary, "actor")];
  Obligation obligation;
  obligation.id = rule.code;
  obligation.name = InProse({rule.name, rule.code});
  for (std::uint16_t bearer : rule.bearers) obligation.bearers.push_back(actors.members[bearer].code);
  obligation.text = DutyWords(rule);
  if (evaluation_.TruthOf(rule.fires) == Truth::kUnknown) obligation.when = rule.guard_words;
  obligation.basis = bases_.Print(rule.basis, rule.policy);
  obligation.sanction = bases_.Print(rule.sanction, rule.policy);
  if (rule.limit) {
    const std::optional<base::Date> from = DateOf(rule.limit->event);
    const Value& length = evaluation_.At(rule.limit->length);
    if (!from && length.IsKnown()) obligation.limit = LimitWords(*rule.limit, length);
    if (from && length.IsKnown() && rule.limit->at_least) {
      const std::string& unit =
          length.unit < bundle_.vocabulary.units.size() ? bundle_.vocabulary.units[length.unit].key : "day";
      obligation.until = calendar::AddLength(*from, length.number, UnitOf(unit));
    } else if (from && length.IsKnown()) {
      WriteDeadline(rule, *from, length, decision);
    }
  }
  decision.obligations.push_back(std::move(obligation));
}

/// 自校核申请起不超过3个工作日: what cannot be a date yet is at least said.
base::Words DutyList::LimitWords(const program::TimeLimit& limit, const Value& length) const {
  const base::Words event = InProse(bundle_.vocabulary.events[limit.event].name);
  const base::Words time = ValueWords(bundle_.vocabulary, length, {Base::kLength, vocabulary::kNone, false});
  return {"自" + event.zh + "起" + (limit.at_least ? "不少于" : "不超过") + time.zh,
          (limit.at_least ? "at least " : "within ") + time.en + " from: " + event.en};
}

/// The date of an event that the application stage already knows, by the dotted path of the vocabulary's event table.
std::optional<base::Date> DutyList::DateOf(std::uint16_t event) const {
  const std::string& path = bundle_.vocabulary.events[event].date;
  if (path.empty()) return std::nullopt;
  std::size_t dot = path.find('.');
  Value value = evaluation_.RootAt(vocabulary::FindRoot(bundle_.vocabulary, path.substr(0, dot)));
  while (dot != std::string::npos && value.IsKnown() && value.kind == Base::kRecord) {
    const std::size_t next = path.find('.', dot + 1);
    const std::string key = path.substr(dot + 1, next == std::string::npos ? next : next - dot - 1);
    const std::uint16_t field = vocabulary::FindKey(bundle_.vocabulary.records[value.record->type], key);
    if (field == vocabulary::kNone) return std::nullopt;
    value = value.record->fields[field];
    dot = next;
  }
  if (!value.IsKnown()) return path == "context.as_of" ? std::optional(as_of_) : std::nullopt;
  if (value.kind == Base::kInstant) return base::ShanghaiDate(value.number);
  if (path == "context.as_of") return as_of_;  // the caller's as_of beats the context's
  return value.kind == Base::kDate ? std::optional(base::Date{static_cast<std::int32_t>(value.number)}) : std::nullopt;
}

bool DutyList::ReadingIs(std::string_view reading, std::string_view value) const {
  const std::uint16_t index = vocabulary::FindReading(bundle_.vocabulary, reading);
  if (index == vocabulary::kNone) return false;
  return bundle_.vocabulary.readings[index].values[bundle_.program.readings[index].value].code == value;
}

/// The context's region beats the provider's (contract); the reading may say that the national calendar governs.
std::int64_t DutyList::CalendarRegion() const {
  const vocabulary::Vocabulary& vocabulary = bundle_.vocabulary;
  const Value context = evaluation_.RootAt(vocabulary::FindRoot(vocabulary, "context"));
  if (context.IsKnown()) {
    const Value region = MemberAt(vocabulary, *context.record, {"calendar_region"});
    if (region.IsKnown()) return region.number;
  }
  if (ReadingIs("calendar", "national")) return 0;
  const Value entry = evaluation_.RootAt(vocabulary::FindRoot(vocabulary, "entry"));
  const Value region = MemberAt(vocabulary, *entry.record, {"provider", "region"});
  return region.IsKnown() ? region.number : 0;
}

void DutyList::WriteDeadline(const Rule& rule, base::Date from, const Value& length, Decision& decision) const {
  const vocabulary::Enumeration& actors =
      bundle_.vocabulary.enumerations[vocabulary::FindEnumeration(bundle_.vocabulary, "actor")];
  const std::uint16_t unit =
      length.unit < bundle_.vocabulary.units.size() ? length.unit : vocabulary::FindUnit(bundle_.vocabulary, "day");
  Deadline deadline;
  deadline.id = rule.code;
  deadline.name = InProse({rule.name, rule.code});
  deadline.actor = rule.bearers.empty() ? "" : actors.members[rule.bearers.front()].code;
  deadline.amount = length.number;
  deadline.unit = bundle_.vocabulary.units[unit].key;
  deadline.unit_name = InProse(bundle_.vocabulary.units[unit].name);
  deadline.from = from;
  deadline.basis = bases_.Print(rule.basis, rule.policy);
  const base::Date start = ReadingIs("first_day", "included") ? base::AddDays(from, -1) : from;
  if (deadline.unit == "working_day") {
    const calendar::Deadline due =
        calendar::AddWorkingDays(bundle_.calendar, CalendarRegion(), start, static_cast<int>(length.number));
    deadline.due = due.due;
    deadline.not_before = due.not_before;
    deadline.provisional = due.provisional;
    deadline.calendar = due.calendar;
  } else {
    deadline.due = calendar::AddLength(start, length.number, UnitOf(deadline.unit));
    deadline.calendar = "civil";
  }
  decision.deadlines.push_back(std::move(deadline));
}

}  // namespace zhun::decision
