#include "runtime/values/document.h"

#include <cassert>

#include "runtime/values/arena.h"

namespace zhun::values {

const Value* Findings::Find(std::string_view code) const {
  for (const auto& [name, answer] : answers) {
    if (name == code) return &answer;
  }
  return nullptr;
}

Document::Document(std::shared_ptr<Arena> arena, const Record* root, std::string digest, Findings findings)
    : arena_(std::move(arena)),
      root_(root),
      digest_(std::move(digest)),
      findings_(std::move(findings)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

void Document::SetComputed(const Record& record, vocabulary::FieldIndex field, const Value& value) {
  assert(field < record.fields.size());
  // The fields of a document's records are plain objects in its own arena; only the view of them is const.
  const_cast<Value&>(record.fields[field]) = value;
}

std::vector<const Record*> OtherConditions(const vocabulary::Vocabulary& vocabulary, const Document& entry) {
  const vocabulary::Record& type = vocabulary.records[entry.Root().type];
  const Value& conditions = entry.Root().fields[vocabulary::FindKey(type, "conditions")];
  if (!conditions.IsKnown()) return {};
  const vocabulary::Record& conditions_type = vocabulary.records[conditions.record->type];
  const Value& others = conditions.record->fields[vocabulary::FindKey(conditions_type, "others")];
  std::vector<const Record*> result;
  if (!others.IsKnown() || !IsList(others)) return result;
  for (const Value& element : others.list->elements) {
    if (element.IsKnown()) result.push_back(element.record);
  }
  return result;
}

void SetCondition(const vocabulary::Vocabulary& vocabulary, Document& entry, const Record& condition, Truth governed,
                  const Value& met) {
  const vocabulary::Record& type = vocabulary.records[condition.type];
  entry.SetComputed(condition, vocabulary::FindKey(type, "governed"), Value::Of(governed));
  entry.SetComputed(condition, vocabulary::FindKey(type, "met"), met);
}

void SetAligned(const vocabulary::Vocabulary& vocabulary, Document& context, const Value& aligned) {
  const vocabulary::Record& type = vocabulary.records[context.Root().type];
  context.SetComputed(context.Root(), vocabulary::FindKey(type, "aligned"), aligned);
}

}  // namespace zhun::values
