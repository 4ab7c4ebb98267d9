#include "runtime/vocabulary/vocabulary.h"

#include <array>

namespace zhun::vocabulary {
namespace {

template <class T>
std::uint16_t IndexOfKey(const std::vector<T>& rows, std::string_view key) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].key == key) return static_cast<std::uint16_t>(i);
  }
  return kNone;
}

base::Words DescribeElement(const Vocabulary& vocabulary, Type type) {
  switch (type.base) {
    case Base::kBool: return {"是否", "yes or no"};
    case Base::kEnum: return vocabulary.enumerations[type.of].name;
    case Base::kText: return {"文字", "text"};
    case Base::kNumber: return {"整数", "number"};
    case Base::kQuantity: return vocabulary.units[type.of].name;
    case Base::kLength: return {"期间", "length of time"};
    case Base::kDate: return {"日期", "date"};
    case Base::kInstant: return {"时间", "instant"};
    case Base::kRegion: return {"行政区划", "region"};
    case Base::kRecord: return vocabulary.records[type.of].name;
    case Base::kError: return {"错误", "error"};
  }
  return {};
}

}  // namespace

std::uint16_t FindEnumeration(const Vocabulary& vocabulary, std::string_view key) {
  return IndexOfKey(vocabulary.enumerations, key);
}
std::uint16_t FindRecord(const Vocabulary& vocabulary, std::string_view key) {
  return IndexOfKey(vocabulary.records, key);
}
std::uint16_t FindRoot(const Vocabulary& vocabulary, std::string_view key) { return IndexOfKey(vocabulary.roots, key); }
std::uint16_t FindEvent(const Vocabulary& vocabulary, std::string_view key) {
  return IndexOfKey(vocabulary.events, key);
}
std::uint16_t FindUnit(const Vocabulary& vocabulary, std::string_view key) { return IndexOfKey(vocabulary.units, key); }
std::uint16_t FindReading(const Vocabulary& vocabulary, std::string_view key) {
  return IndexOfKey(vocabulary.readings, key);
}
std::uint16_t FindKey(const Record& record, std::string_view key) { return IndexOfKey(record.attributes, key); }

std::uint16_t FindCode(const Enumeration& enumeration, std::string_view code) {
  for (std::size_t i = 0; i < enumeration.members.size(); ++i) {
    if (enumeration.members[i].code == code) return static_cast<std::uint16_t>(i);
  }
  return kNone;
}

bool Names(const base::Words& words, std::string_view name) { return words.zh == name || words.en == name; }

base::Words Describe(const Vocabulary& vocabulary, Type type) {
  base::Words element = DescribeElement(vocabulary, type);
  if (!type.list) return element;
  return {element.zh + "的列表", "list of " + element.en};
}

}  // namespace zhun::vocabulary
