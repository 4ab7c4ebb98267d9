#include "runtime/values/path.h"

namespace zhun::values {
namespace {

using vocabulary::Attribute;
using vocabulary::FieldIndex;
using vocabulary::Vocabulary;

/// The attributes along `fields`, as far as they exist.
std::vector<const Attribute*> AttributesAlong(const Vocabulary& vocabulary, std::uint16_t root,
                                              std::span<const FieldIndex> fields) {
  std::vector<const Attribute*> attributes;
  if (root >= vocabulary.roots.size()) return attributes;
  vocabulary::Type type = vocabulary.roots[root].type;
  for (const FieldIndex field : fields) {
    if (type.base != vocabulary::Base::kRecord || type.of >= vocabulary.records.size()) break;
    const std::vector<Attribute>& members = vocabulary.records[type.of].attributes;
    if (field >= members.size()) break;
    attributes.push_back(&members[field]);
    type = members[field].type;
  }
  return attributes;
}

}  // namespace

std::string PathText(const Vocabulary& vocabulary, std::uint16_t root, std::span<const FieldIndex> fields) {
  if (root >= vocabulary.roots.size()) return "";
  std::string path = vocabulary.roots[root].key;
  for (const Attribute* attribute : AttributesAlong(vocabulary, root, fields)) path += "." + attribute->key;
  return path;
}

base::Words PathWords(const Vocabulary& vocabulary, std::uint16_t root, std::span<const FieldIndex> fields) {
  if (root >= vocabulary.roots.size()) return {};
  base::Words path = vocabulary.roots[root].name;
  for (const Attribute* attribute : AttributesAlong(vocabulary, root, fields)) {
    path.zh += "." + attribute->name.zh;
    path.en += "." + attribute->name.en;
  }
  return path;
}

const Attribute* AttributeAt(const Vocabulary& vocabulary, std::uint16_t root, std::span<const FieldIndex> fields) {
  const std::vector<const Attribute*> attributes = AttributesAlong(vocabulary, root, fields);
  return !attributes.empty() && attributes.size() == fields.size() ? attributes.back() : nullptr;
}

const base::Words& LabelOf(const Attribute& attribute) {
  return attribute.label.zh.empty() ? attribute.name : attribute.label;
}

const base::Words& LabelOf(const vocabulary::Enumerator& enumerator) {
  return enumerator.label.zh.empty() ? enumerator.name : enumerator.label;
}

}  // namespace zhun::values
