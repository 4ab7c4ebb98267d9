#include "runtime/decision/members.h"

namespace zhun::decision {

using values::Value;

Value MemberAt(const vocabulary::Vocabulary& vocabulary, const values::Record& record,
               std::initializer_list<std::string_view> keys) {
  Value value = Value::OfRecord(&record);
  for (std::string_view key : keys) {
    if (!value.IsKnown() || value.kind != vocabulary::Base::kRecord || values::IsList(value)) return Value();
    const std::uint16_t field = vocabulary::FindKey(vocabulary.records[value.record->type], key);
    if (field == vocabulary::kNone) return Value();
    value = value.record->fields[field];
  }
  return value;
}

std::string TextAt(const vocabulary::Vocabulary& vocabulary, const values::Record& record,
                   std::initializer_list<std::string_view> keys) {
  const Value value = MemberAt(vocabulary, record, keys);
  return value.IsKnown() && value.kind == vocabulary::Base::kText ? std::string(value.Text()) : std::string();
}

}  // namespace zhun::decision
