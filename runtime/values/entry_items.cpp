#include "runtime/values/entry_items.h"

#include <algorithm>

namespace zhun::values {

EntryItems::EntryItems(const vocabulary::Vocabulary& vocabulary, const Document& entry)
    : type_(vocabulary::FindRecord(vocabulary, "item")) {
  const vocabulary::Record& item = vocabulary.records[type_];
  name_field_ = vocabulary::FindKey(item, "name");
  listed_field_ = vocabulary::FindKey(item, "listed");
  field_count_ = item.attributes.size();
  const vocabulary::FieldIndex items_field = vocabulary::FindKey(vocabulary.records[entry.Root().type], "items");
  const Value& items = entry.Root().fields[items_field];
  if (!items.IsKnown() || !IsList(items)) return;
  complete_ = true;
  for (const Value& element : items.list->elements) {
    const bool named = element.IsKnown() && element.record->fields[name_field_].IsKnown();
    complete_ = complete_ && named;
    if (named) by_name_.emplace(element.record->fields[name_field_].Text(), element.record);
  }
}

const Record* EntryItems::RecordFor(std::string_view name, Arena& arena) const {
  const std::span<Value> fields = arena.Make<Value>(field_count_);
  const auto found = by_name_.find(name);
  if (found != by_name_.end()) {
    std::copy(found->second->fields.begin(), found->second->fields.end(), fields.begin());
  } else if (!complete_) {
    std::fill(fields.begin(), fields.end(), Value::In(State::kUncertain));
  }
  fields[name_field_] = Value::OfText(name);
  const Truth listed = found != by_name_.end() ? Truth::kTrue : complete_ ? Truth::kFalse : Truth::kUnknown;
  fields[listed_field_] = Value::Of(listed);
  Record* record = arena.Make<Record>(1).data();
  record->type = type_;
  record->fields = fields;
  return record;
}

}  // namespace zhun::values
