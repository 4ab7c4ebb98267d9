#include "runtime/facts/reader.h"

#include <algorithm>
#include <deque>
#include <string>
#include <vector>

#include <simdjson.h>

#include "runtime/facts/citations.h"
#include "runtime/facts/memory.h"
#include "runtime/facts/names.h"
#include "runtime/facts/plan.h"
#include "runtime/facts/raw_text.h"
#include "runtime/facts/words.h"
#include "runtime/values/json.h"

namespace zhun::facts {
namespace {

namespace json = simdjson::ondemand;
using residual::Shape;
using residual::Slot;
using values::State;
using values::Value;
using vocabulary::Absence;
using vocabulary::Attribute;
using vocabulary::Base;
using vocabulary::Form;

constexpr std::uint32_t kLongestListedText = 1000;  ///< code points; see values/binder.cpp
/// The key of a field as it stands in the document; nothing where it holds escapes, which no key of the vocabulary does.
std::string_view KeyOf(json::field& field) {
  const char* key = field.key().raw();
  const std::size_t size = PlainSize(key);
  return key[size] == '"' ? std::string_view(key, size) : std::string_view();
}

/// A text; where it can, as it stands in the document, which it then lives as long as. simdjson has checked that it is
/// UTF-8, holds no control characters, and ends.
bool TextOf(json::value& value, std::string_view& text) {
  const char* token = value.raw_json_token().data();
  if (*token != '"') return false;
  const std::size_t size = PlainSize(token + 1);
  if (token[1 + size] != '"') return value.get_string().get(text) == simdjson::SUCCESS;
  text = {token + 1, size};
  json::raw_json_string consumed;
  return value.get_raw_json_string().get(consumed) == simdjson::SUCCESS;
}

}  // namespace

class Reader::Implementation {
 public:
  Implementation(const residual::Residual& residual, const residual::Mapped* mapped, const program::Bundle& bundle)
      : residual_(residual),
        mapped_(mapped),
        vocabulary_(bundle.vocabulary),
        plan_(residual, bundle.vocabulary),
        citations_(bundle.vocabulary, bundle.law),
        names_(residual, bundle.program),
        day_unit_(vocabulary::FindUnit(bundle.vocabulary, "day")) {
    for (std::uint16_t slot = 0; slot < residual.slots.size(); ++slot) {
      if (residual.slots[slot].source == Slot::Source::kToday) today_slot_ = slot;
    }
    const auto root = [&](std::string_view key) {
      return vocabulary_.roots[vocabulary::FindRoot(vocabulary_, key)].type.of;
    };
    const vocabulary::Record& application = vocabulary_.records[root("application")];
    entry_field_ = vocabulary::FindKey(application, "entry");
    received_field_ = vocabulary::FindKey(application, "received_at");
    for (const std::string_view of : {"item", "citation"}) {
      const vocabulary::Record& record = vocabulary_.records[vocabulary::FindRecord(vocabulary_, of)];
      const std::string_view key = of == "item" ? "name" : "text";
      (of == "item" ? longest_item_ : longest_citation_) = record.attributes[vocabulary::FindKey(record, key)].bound;
    }
  }

  bool Read(std::string_view application, std::string_view context, base::Date as_of, Facts& facts) {
    if (!plan_.fits) return false;
    memory_.Reset();
    citations_.Begin(as_of);
    names_.Begin();
    warned_ = false;
    depth_ = 0;
    id_ = {};
    if (facts.facts.size() < plan_.nothing.size()) facts.facts.resize(plan_.nothing.size());
    facts_ = facts.facts.data();
    std::copy(plan_.nothing.begin(), plan_.nothing.end(), facts_);
    if (today_slot_ != kNoSlot) facts_[today_slot_] = {Value::Of(Base::kDate, as_of.days), as_of.days};
    if (!context.empty() && !ReadDocument(context, plan_.context, context_parser_, context_text_)) return false;
    if (!ReadDocument(application, plan_.application, parser_, text_)) return false;
    facts.received = base::ShanghaiDate(received_).days;
    facts.warned = warned_;
    facts.entry = residual::FindEntry(residual_, id_);
    if (facts.entry == residual::Place::kNobody || (mapped_ != nullptr && !mapped_->IsSound(facts.entry))) return false;
    return names_.Settle(facts.entry, facts_);
  }

 private:
  bool ReadDocument(std::string_view text, std::uint16_t record, json::parser& parser, std::string& padded) {
    if (text.size() > values::kLargestDocument || text.starts_with("\xEF\xBB\xBF")) return false;
    const std::size_t room = text.size() + simdjson::SIMDJSON_PADDING;
    if (padded.size() < room) padded.resize(room);
    std::copy(text.begin(), text.end(), padded.begin());
    std::fill_n(padded.begin() + static_cast<std::ptrdiff_t>(text.size()), simdjson::SIMDJSON_PADDING, ' ');
    json::document document;
    json::object object;
    if (parser.iterate(padded.data(), text.size(), room).get(document) != simdjson::SUCCESS) return false;
    if (document.get_object().get(object) != simdjson::SUCCESS || !ReadRecord(object, record)) return false;
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS;
  }

  bool ReadRecord(json::object& object, std::uint16_t index) {
    const RecordPlan& plan = plan_.records[index];
    const KeyTable& keys = plan_.keys[plan.type];
    const std::vector<Attribute>& attributes = vocabulary_.records[plan.type].attributes;
    std::uint64_t seen = 0;
    for (auto each : object) {
      json::field field;
      if (std::move(each).get(field) != simdjson::SUCCESS) return false;
      const std::string_view key = KeyOf(field);
      const std::uint16_t at = keys.Find(key.data(), key.size());
      if (at == vocabulary::kNone) return false;
      const std::uint64_t bit = std::uint64_t{1} << at;
      if ((seen & bit) != 0) return false;
      seen |= bit;
      json::value value = field.value();
      if (!ReadAttribute(value, attributes[at], plan.fields[at], index, at)) return false;
    }
    return (plan.required & ~seen) == 0;
  }

  bool ReadAttribute(json::value& value, const Attribute& attribute, const FieldPlan& field, std::uint16_t record,
                     std::uint16_t at) {
    if (*value.raw_json_token().data() == 'n') return value.is_null() && ReadNull(attribute, field);
    Value read;
    switch (field.how) {
      case How::kRefused: return false;
      case How::kFindings: return ReadFindings(value);
      case How::kIgnored: return ReadIgnored(value);
      case How::kItems:
      case How::kList: return ReadList(value, attribute, field);
      case How::kRecord: return ReadInside(value, field);
      case How::kText: {
        std::string_view text;
        if (!TextOf(value, text) || !Fits(text, attribute.bound)) return false;
        read = Value::OfText(text);
        break;
      }
      case How::kWord:
      case How::kYesOrNo:
      case How::kNumber:
        if (!ReadScalar(value, attribute, attribute.bound, read)) return false;
    }
    if (record == plan_.application) NoteFrame(at, read);
    Put(field, read);
    return true;
  }

  bool ReadInside(json::value& value, const FieldPlan& field) {
    json::object inside;
    if (field.record == kNoSlot || value.get_object().get(inside) != simdjson::SUCCESS) return false;
    const std::uint16_t slot = field.SlotOf(Shape::kRecord);
    if (slot != kNoSlot) facts_[slot] = {Value::Of(Base::kRecord, 0), 0};
    for (const Filled& filled : plan_.records[field.record].when_empty) facts_[filled.slot] = filled.fact;
    return ReadRecord(inside, field.record);
  }

  /// What the engine itself wants to know of an application.
  void NoteFrame(std::uint16_t at, const Value& value) {
    if (at == entry_field_) id_ = value.Text();
    if (at == received_field_) received_ = value.number;
  }

  void Put(const FieldPlan& field, const Value& value) {
    if (const std::uint16_t slot = field.SlotOf(Shape::kNumber); slot != kNoSlot) facts_[slot] = {value, value.number};
    if (const std::uint16_t slot = field.SlotOf(Shape::kText); slot != kNoSlot)
      facts_[slot] = {value, CodeOf(residual_, field.domain, value.Text())};
  }

  bool ReadNull(const Attribute& attribute, const FieldPlan& field) {
    if (attribute.absence == Absence::kRequired) return false;
    const bool none = attribute.nullable || attribute.absence == Absence::kAsNone;
    for (const Filled& filled : none ? field.when_none : field.when_absent) facts_[filled.slot] = filled.fact;
    return true;
  }

  bool ReadIgnored(json::value& value) {
    std::int64_t number = 0;
    std::string_view text;
    bool yes = false;
    switch (*value.raw_json_token().data()) {
      case '"': return TextOf(value, text);
      case 't':
      case 'f': return value.get_bool().get(yes) == simdjson::SUCCESS;
      default: return value.get_int64().get(number) == simdjson::SUCCESS;
    }
  }

  bool ReadFindings(json::value& value) {
    json::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS) return false;
    for (auto each : object) {
      json::field field;
      if (std::move(each).get(field) != simdjson::SUCCESS) return false;
      const std::string_view code = KeyOf(field);
      if (code.empty()) return false;
      json::value said = field.value();
      bool yes = false;
      const bool null = *said.raw_json_token().data() == 'n';
      const bool read = null ? bool(said.is_null()) : said.get_bool().get(yes) == simdjson::SUCCESS;
      if (!read || !names_.AddAnswer(code, yes)) return false;
    }
    return true;
  }

  bool ReadScalar(json::value& value, const Attribute& attribute, std::uint32_t longest, Value& read) {
    const vocabulary::Type type = attribute.type;
    if (attribute.form == Form::kLabel) return false;
    if (type.base == Base::kBool) {
      bool yes = false;
      if (value.get_bool().get(yes) != simdjson::SUCCESS) return false;
      read = Value::Of(Base::kBool, yes ? 1 : 0);
      return true;
    }
    if (type.base == Base::kNumber || type.base == Base::kQuantity || type.base == Base::kLength)
      return ReadNumber(value, type, read);
    std::string_view text;
    if (!TextOf(value, text)) return false;
    return ReadWord(vocabulary_, attribute, text, longest, read, warned_);
  }

  bool ReadNumber(json::value& value, vocabulary::Type type, Value& read) {
    std::int64_t number = 0;
    return value.get_int64().get(number) == simdjson::SUCCESS && ReadAmount(type, day_unit_, number, read);
  }

  bool ReadList(json::value& value, const Attribute& attribute, const FieldPlan& field) {
    json::array array;
    if (value.get_array().get(array) != simdjson::SUCCESS) return false;
    if (attribute.form == Form::kItemName) return ReadItems(array, attribute);
    std::vector<Value>& elements = Scratch();
    const bool read = ReadElements(array, attribute, elements);
    if (read) PutList(attribute, field, elements);
    --depth_;
    return read;
  }

  bool ReadElements(json::array& array, const Attribute& attribute, std::vector<Value>& elements) {
    for (auto each : array) {
      json::value element;
      if (each.get(element) != simdjson::SUCCESS) return false;
      if (attribute.bound != 0 && elements.size() == attribute.bound) return false;
      Value read;
      const bool record = attribute.type.base == Base::kRecord;
      const bool good =
          record ? ReadMember(element, attribute, read) : ReadScalar(element, attribute, kLongestListedText, read);
      if (!good) return false;
      elements.push_back(read);
    }
    return true;
  }

  void PutList(const Attribute& attribute, const FieldPlan& field, const std::vector<Value>& elements) {
    const auto count = static_cast<std::uint32_t>(elements.size());
    if (const std::uint16_t slot = field.SlotOf(Shape::kMembers); slot != kNoSlot)
      facts_[slot] = {Keep(attribute, elements), count};
    const std::uint16_t slot = field.SlotOf(Shape::kBits);
    if (slot == kNoSlot) return;
    std::uint64_t bits = 0;
    for (const Value& element : elements) {
      const std::int64_t code =
          element.kind == Base::kText ? CodeOf(residual_, field.bits_domain, element.Text()) : element.number;
      const bool known = code >= 0 && code < residual::kOtherBit;
      bits |= std::uint64_t{1} << (known ? code : residual::kOtherBit);
    }
    Value list = values::ListOf(attribute.type.base, nullptr);
    list.size = count;
    facts_[slot] = {list, static_cast<std::int64_t>(bits)};
  }

  Value Keep(const Attribute& attribute, const std::vector<Value>& elements) {
    const std::span<Value> kept = memory_.Make<Value>(elements.size());
    std::copy(elements.begin(), elements.end(), kept.begin());
    values::List* list = memory_.Make<values::List>(1).data();
    list->elements = kept;
    Value value = values::ListOf(attribute.type.base, list);
    value.size = static_cast<std::uint32_t>(elements.size());
    return value;
  }

  /// A record inside a list.
  bool ReadMember(json::value& value, const Attribute& attribute, Value& read) {
    if (attribute.form == Form::kCitation) {
      std::string_view text;
      if (!TextOf(value, text) || !Fits(text, longest_citation_)) return false;
      const Citations::Known known = citations_.Find(text);
      warned_ = warned_ || known.warned;
      read = Value::OfRecord(known.record);
      return true;
    }
    json::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS) return false;
    return ReadMemberRecord(object, attribute.type.of, read);
  }

  bool ReadMemberRecord(json::object& object, vocabulary::RecordIndex type, Value& read) {
    const std::vector<Attribute>& attributes = vocabulary_.records[type].attributes;
    const std::span<Value> fields = memory_.Make<Value>(attributes.size());
    for (std::size_t i = 0; i < fields.size(); ++i) fields[i] = UnsuppliedMember(attributes[i]);
    std::uint64_t seen = 0;
    for (auto each : object) {
      json::field field;
      if (std::move(each).get(field) != simdjson::SUCCESS) return false;
      const std::string_view key = KeyOf(field);
      const std::uint16_t at = plan_.keys[type].Find(key.data(), key.size());
      if (at == vocabulary::kNone || attributes[at].form == Form::kComputed) return false;
      if ((seen >> at & 1) != 0) return false;
      seen |= std::uint64_t{1} << at;
      json::value value = field.value();
      if (!ReadMemberField(value, attributes[at], fields[at])) return false;
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (attributes[i].absence == Absence::kRequired && (seen >> i & 1) == 0) return false;
    }
    values::Record* record = memory_.Make<values::Record>(1).data();
    record->type = type;
    record->fields = fields;
    read = Value::OfRecord(record);
    return true;
  }

  /// Records inside members of lists, and null where it is an answer, are left to the binder.
  bool ReadMemberField(json::value& value, const Attribute& attribute, Value& read) {
    if (*value.raw_json_token().data() == 'n') return false;
    if (attribute.type.list) {
      json::array array;
      if (attribute.form == Form::kItemName || value.get_array().get(array) != simdjson::SUCCESS) return false;
      std::vector<Value>& elements = Scratch();
      const bool good = ReadElements(array, attribute, elements);
      if (good) read = Keep(attribute, elements);
      --depth_;
      return good;
    }
    const bool scalar =
        attribute.type.base != Base::kRecord && (attribute.form == Form::kPlain || attribute.form == Form::kSocialCode);
    return scalar && ReadScalar(value, attribute, attribute.bound, read);
  }

  bool ReadItems(json::array& array, const Attribute& attribute) {
    for (auto each : array) {
      json::value item;
      std::string_view name;
      if (each.get(item) != simdjson::SUCCESS || !TextOf(item, name) || !Fits(name, longest_item_)) return false;
      names_.AddItem(name);
      if (attribute.bound != 0 && names_.ItemCount() > attribute.bound) return false;
    }
    names_.ItemsEnd();
    return true;
  }

  std::vector<Value>& Scratch() {
    if (scratch_.size() <= depth_) scratch_.resize(depth_ + 1);
    scratch_[depth_].clear();
    return scratch_[depth_++];
  }

  const residual::Residual& residual_;
  const residual::Mapped* mapped_;
  const vocabulary::Vocabulary& vocabulary_;
  Plan plan_;
  Citations citations_;
  Memory memory_;
  json::parser parser_, context_parser_;
  std::string text_, context_text_;
  Names names_;
  std::deque<std::vector<Value>> scratch_;  ///< by depth; stays where it is
  std::size_t depth_ = 0;
  Fact* facts_ = nullptr;
  std::string_view id_;
  std::int64_t received_ = 0;
  bool warned_ = false;
  std::uint16_t today_slot_ = kNoSlot;
  std::uint16_t day_unit_ = 0, entry_field_ = 0, received_field_ = 0;
  std::uint32_t longest_item_ = 0, longest_citation_ = 0;
};

Reader::Reader(const residual::Residual& residual, const program::Bundle& bundle)
    : implementation_(std::make_unique<Implementation>(residual, nullptr, bundle)) {}
Reader::Reader(const residual::Mapped& mapped, const program::Bundle& bundle)
    : implementation_(std::make_unique<Implementation>(mapped.View(), &mapped, bundle)) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;

bool Reader::Read(std::string_view application, std::string_view context, base::Date as_of, Facts& facts) {
  return implementation_->Read(application, context, as_of, facts);
}

}  // namespace zhun::facts
