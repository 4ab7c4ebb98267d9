#include "runtime/decision/json_parts.h"

#include "runtime/decision/members.h"

namespace zhun::decision {

using values::Value;
using vocabulary::Base;
using vocabulary::Type;

void JsonParts::Put(const base::Words& words) {
  out_.BeginObject();
  Member("zh", words.zh);
  Member("en", words.en.empty() ? words.zh : words.en);
  out_.EndObject();
}

void JsonParts::Put(const Basis& basis) {
  out_.BeginObject();
  Member("citation", basis.Citation());
  Member("rank", basis.Rank());
  Member("text", basis.Text());
  if (basis.condition) {
    out_.Key("catalogue_condition");
    out_.BeginObject();
    Member("entry", basis.condition->entry);
    Member("version", basis.condition->version);
    Member("no", basis.condition->number);
    Member("text", basis.condition->text);
    out_.EndObject();
  }
  out_.EndObject();
}

void JsonParts::Put(const FactSeen& fact) {
  out_.BeginObject();
  Member("path", fact.path);
  Member("value", fact.value.zh);
  Member("required", fact.required.zh);
  out_.EndObject();
}

void JsonParts::Put(const Value& value, Type type) {
  if (!value.IsKnown()) return out_.Null();
  if (values::IsList(value)) {
    type.list = false;
    out_.BeginArray();
    for (const Value& element : value.list->elements) Put(element, type);
    return out_.EndArray();
  }
  switch (value.kind) {
    case Base::kBool: return out_.Truth(value.number != 0);
    case Base::kEnum:
      return Put(vocabulary_.enumerations[type.of].members[static_cast<std::size_t>(value.number)].code);
    case Base::kText: return Put(value.Text());
    case Base::kDate: return Put(base::Date{static_cast<std::int32_t>(value.number)});
    case Base::kRegion: return Put(std::to_string(value.number));
    case Base::kRecord: return PutRecord(value);
    default: return out_.Number(value.number);
  }
}

void JsonParts::PutRecord(const Value& value) {
  const vocabulary::Record& shape = vocabulary_.records[value.record->type];
  if (shape.key == "citation") return Put(TextAt(vocabulary_, *value.record, {"text"}));
  out_.BeginObject();
  for (std::size_t i = 0; i < shape.attributes.size(); ++i) {
    const vocabulary::Attribute& attribute = shape.attributes[i];
    const Value& member = value.record->fields[i];
    if (attribute.form == vocabulary::Form::kComputed || !member.IsKnown()) continue;
    out_.Key(attribute.key);
    Put(member, attribute.type);
  }
  out_.EndObject();
}

}  // namespace zhun::decision
