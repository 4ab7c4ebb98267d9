#include "runtime/values/binder.h"

#include <algorithm>

#include "runtime/values/nearest.h"
#include "runtime/values/utf8.h"

namespace zhun::values {
namespace {

using diagnostics::Code;
using vocabulary::Absence;
using vocabulary::Attribute;
using vocabulary::Base;
using vocabulary::Form;

constexpr std::uint32_t kLongestListedText = 1000;  ///< code points; a list's bound counts its elements
constexpr std::uint32_t kLongestReason = 1000;      ///< of {"pending": …}
constexpr int kMostSuggestions = 100;
constexpr List kEmptyList;

bool IsPending(const Json& json) {
  return json.kind == JsonKind::kObject && json.count == 1 && json.first_member->key == "pending" &&
         json.first_member->value.kind == JsonKind::kText;
}

Value Unknown(State state, Base kind) {
  Value value = Value::In(state);
  value.kind = kind;
  return value;
}

}  // namespace

Binder::Binder(const Binding& binding, const ApplicationBinding* application, std::string_view name, Arena& arena,
               diagnostics::Sink& sink)
    : vocabulary_(binding.vocabulary),
      application_(application),
      name_(name),
      arena_(arena),
      sink_(sink),
      scalars_(binding.vocabulary, name, sink),
      citations_(binding) {}

const Record* Binder::BindRecord(vocabulary::RecordIndex type, const Json& json, const Place& place) {
  const vocabulary::Record& record = vocabulary_.records[type];
  if (json.kind != JsonKind::kObject) {
    scalars_.WrongType(ExpectedWords({Base::kRecord, type, false}, Form::kPlain), json, place);
    return NoneRecord(type);
  }
  const std::span<Value> fields = arena_.Make<Value>(record.attributes.size());
  std::vector<bool> seen(fields.size());
  for (const JsonMember& member : json.Members()) {
    const Place inside(&place, member.key);
    const vocabulary::FieldIndex field = vocabulary::FindKey(record, member.key);
    if (field == vocabulary::kNone || record.attributes[field].form == Form::kComputed) {
      std::vector<std::string_view> known;
      for (const Attribute& attribute : record.attributes) {
        if (attribute.form != Form::kComputed) known.push_back(attribute.key);
      }
      RefuseKey(member.key, record.name, known, inside);
      continue;
    }
    seen[field] = true;
    fields[field] = BindAttribute(record.attributes[field], member.value, inside);
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Attribute& attribute = record.attributes[i];
    if (!seen[i]) fields[i] = Unsupplied(attribute, false, Place(&place, attribute.key));
  }
  Record* bound = arena_.Make<Record>(1).data();
  bound->type = type;
  bound->fields = fields;
  return bound;
}

Value Binder::BindAttribute(const Attribute& attribute, const Json& json, const Place& place) {
  if (json.kind == JsonKind::kNull) return Unsupplied(attribute, true, place);
  if (IsPending(json)) {
    if (attribute.absence == Absence::kRequired) {
      scalars_.Report(Code::kDocumentPendingRequired, place, {{"key", attribute.key}, {"name", attribute.name}});
    }
    return Pending(attribute.type.base, json, place);
  }
  if (attribute.form == Form::kFindings) return BindFindings(json, place);
  if (attribute.form == Form::kIgnored) {
    RefuseFractions(json, place);
    return Unknown(State::kAbsent, attribute.type.base);
  }
  return attribute.type.list ? BindList(attribute, json, place) : BindElement(attribute, json, place);
}

Value Binder::Unsupplied(const Attribute& attribute, bool null, const Place& place) {
  if (attribute.form == Form::kComputed) return Unknown(State::kUncertain, attribute.type.base);
  if (null && attribute.nullable) return NoneOf(attribute.type);
  if (attribute.absence == Absence::kAsNone) return NoneOf(attribute.type);
  if (attribute.absence == Absence::kRequired) {
    scalars_.Report(null ? Code::kDocumentKeyNull : Code::kDocumentKeyMissing, place,
                    {{"key", attribute.key}, {"name", attribute.name}});
  }
  return Unknown(State::kAbsent, attribute.type.base);
}

Value Binder::Pending(Base kind, const Json& json, const Place& place) {
  Value value = Unknown(State::kPending, kind);
  const Place inside(&place, "pending");
  const auto reason = scalars_.Text({"文字", "a text"}, kLongestReason, json.first_member->value, inside);
  value.text = reason ? reason->data() : "";
  value.size = reason ? static_cast<std::uint32_t>(reason->size()) : 0;
  return value;
}

Value Binder::BindList(const Attribute& attribute, const Json& json, const Place& place) {
  if (json.kind != JsonKind::kList) {
    const base::Words element = ExpectedWords(attribute.type, attribute.form);
    scalars_.WrongType({"列表（每项为" + element.zh + "）", "a list, each element " + element.en}, json, place);
    return Unknown(State::kDefective, attribute.type.base);
  }
  if (attribute.bound != 0 && json.count > attribute.bound) {
    scalars_.Report(Code::kDocumentListTooLong, place,
                    {{"limit", std::to_string(attribute.bound)}, {"found", std::to_string(json.count)}});
    return Unknown(State::kDefective, attribute.type.base);
  }
  const std::span<Value> elements = arena_.Make<Value>(json.count);
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const Place inside(&place, i);
    const Json& element = json.Elements()[i];
    elements[i] =
        IsPending(element) ? Pending(attribute.type.base, element, inside) : BindElement(attribute, element, inside);
  }
  List* list = arena_.Make<List>(1).data();
  list->elements = elements;
  return ListOf(attribute.type.base, list);
}

Value Binder::BindElement(const Attribute& attribute, const Json& json, const Place& place) {
  if (attribute.form == Form::kCitation) return BindCitation(json, place);
  if (attribute.form == Form::kItemName && application_ != nullptr) return BindItemName(json, place);
  if (attribute.type.base == Base::kRecord) return Value::OfRecord(BindRecord(attribute.type.of, json, place));
  const std::uint32_t longest = attribute.type.list ? kLongestListedText : attribute.bound;
  return scalars_.Read(attribute.type, attribute.form, longest, json, place, arena_);
}

Value Binder::BindCitation(const Json& json, const Place& place) {
  const auto text = scalars_.Text(ExpectedWords({}, Form::kCitation), BoundOf("citation", "text"), json, place);
  if (!text) return Unknown(State::kDefective, Base::kRecord);
  return Value::OfRecord(citations_.Read(*text, arena_, place, name_, sink_));
}

Value Binder::BindItemName(const Json& json, const Place& place) {
  const auto text = scalars_.Text(ExpectedWords({}, Form::kItemName), BoundOf("item", "name"), json, place);
  if (!text) return Unknown(State::kDefective, Base::kRecord);
  return Value::OfRecord(application_->items.RecordFor(*text, arena_));
}

Value Binder::BindFindings(const Json& json, const Place& place) {
  if (json.kind != JsonKind::kObject) {
    scalars_.WrongType({"对象（认定代码：是否）", "an object of finding codes with true or false"}, json, place);
    return Unknown(State::kDefective, Base::kText);
  }
  for (const JsonMember& member : json.Members()) BindFinding(member.key, member.value, Place(&place, member.key));
  return Unknown(State::kUncertain, Base::kText);  // read through `Findings`, never as a value
}

void Binder::BindFinding(std::string_view code, const Json& json, const Place& place) {
  if (!IsFinding(code)) {
    const std::vector<std::string_view> none;
    RefuseKey(code, {"认定", "findings"}, application_ == nullptr ? none : application_->findings, place);
  } else if (json.kind == JsonKind::kBool || json.kind == JsonKind::kNull) {
    findings_.answers.emplace_back(code, Value::Of(Base::kBool, json.kind == JsonKind::kBool ? json.number : 0));
  } else if (IsPending(json)) {
    findings_.answers.emplace_back(code, Pending(Base::kBool, json, place));
  } else {
    scalars_.WrongType({"true、false 或者 null", "true, false or null"}, json, place);
  }
}

bool Binder::IsFinding(std::string_view code) const {
  constexpr std::string_view kCondition = "condition_";
  if (application_ == nullptr) return false;
  if (std::find(application_->findings.begin(), application_->findings.end(), code) != application_->findings.end())
    return true;
  return application_->any_condition && code.size() > kCondition.size() && code.starts_with(kCondition);
}

void Binder::RefuseKey(std::string_view key, const base::Words& of, std::span<const std::string_view> known,
                       const Place& place) {
  diagnostics::Diagnostic& report =
      scalars_.Report(Code::kDocumentKeyUnknown, place, {{"key", Shortened(key)}, {"of", of}});
  if (++unknown_keys_ > kMostSuggestions) return;
  if (const auto nearest = Nearest(key, known)) {
    report.help = {"是否想写“" + std::string(*nearest) + "”？", "Did you mean " + std::string(*nearest) + "?"};
  }
}

/// No rule reads an ignored attribute, but it counts for the digest, which knows whole numbers only.
void Binder::RefuseFractions(const Json& json, const Place& place) {
  if (json.kind == JsonKind::kFraction) scalars_.WrongType({"整数", "a whole number"}, json, place);
  if (json.kind == JsonKind::kList) {
    for (std::size_t i = 0; i < json.count; ++i) RefuseFractions(json.Elements()[i], Place(&place, i));
  }
  if (json.kind == JsonKind::kObject) {
    for (const JsonMember& member : json.Members()) RefuseFractions(member.value, Place(&place, member.key));
  }
}

/// "None" so that reading on works: a list is known and empty, a yes/no is no, a record has members that are none.
Value Binder::NoneOf(vocabulary::Type type) {
  if (type.list) return ListOf(type.base, &kEmptyList);
  if (type.base == Base::kBool) return Value::Of(Base::kBool, 0);
  Value value = Unknown(State::kNone, type.base);
  if (type.base == Base::kText) value.text = "";
  if (type.base == Base::kRecord) value.record = NoneRecord(type.of);
  return value;
}

const Record* Binder::NoneRecord(vocabulary::RecordIndex type) {
  const auto found = none_records_.find(type);
  if (found != none_records_.end()) return found->second;
  const std::vector<Attribute>& attributes = vocabulary_.records[type].attributes;
  const std::span<Value> fields = arena_.Make<Value>(attributes.size());
  for (std::size_t i = 0; i < fields.size(); ++i) fields[i] = NoneOf(attributes[i].type);
  Record* record = arena_.Make<Record>(1).data();
  record->type = type;
  record->fields = fields;
  none_records_.emplace(type, record);
  return record;
}

std::uint32_t Binder::BoundOf(std::string_view record, std::string_view key) const {
  const vocabulary::Record& type = vocabulary_.records[vocabulary::FindRecord(vocabulary_, record)];
  return type.attributes[vocabulary::FindKey(type, key)].bound;
}

}  // namespace zhun::values
