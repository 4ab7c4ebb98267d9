#include "runtime/vocabulary/soundness.h"

#include <algorithm>
#include <utility>

namespace zhun::vocabulary {
namespace {

/// What binding and the operations ask for by key.
constexpr std::pair<std::string_view, std::string_view> kNeeded[] = {
    {"entry", "id"},       {"entry", "items"},        {"entry", "conditions"}, {"conditions", "others"},
    {"condition", "no"},   {"condition", "governed"}, {"condition", "met"},    {"application", "entry"},
    {"item", "name"},      {"item", "listed"},        {"citation", "text"},    {"citation", "registered"},
    {"citation", "valid"}, {"citation", "rank"},      {"context", "as_of"},    {"context", "aligned"},
    {"material", "name"},  {"period", "from"},        {"period", "to"}};
constexpr std::string_view kNeededUnits[] = {"day", "month", "year"};

bool PointsInside(const Vocabulary& vocabulary, Type type) {
  switch (type.base) {
    case Base::kEnum:
      return type.of < vocabulary.enumerations.size() && !vocabulary.enumerations[type.of].members.empty();
    case Base::kRecord: return type.of < vocabulary.records.size();
    case Base::kQuantity: return type.of < vocabulary.units.size();
    case Base::kBool:
    case Base::kText:
    case Base::kNumber:
    case Base::kLength:
    case Base::kDate:
    case Base::kInstant:
    case Base::kRegion: return true;
    case Base::kError: return false;
  }
  return false;
}

bool FormFits(const Vocabulary& vocabulary, const Attribute& attribute) {
  const auto is_record = [&](std::string_view key) {
    return attribute.type.base == Base::kRecord && attribute.type.of == FindRecord(vocabulary, key);
  };
  switch (attribute.form) {
    case Form::kCitation: return is_record("citation");
    case Form::kItemName: return is_record("item");
    case Form::kLabel:
    case Form::kFindings:
    case Form::kSocialCode: return attribute.type.base == Base::kText;
    case Form::kDay: return attribute.type.base == Base::kDate;
    case Form::kPlain:
    case Form::kComputed:
    case Form::kIgnored: return true;
  }
  return false;
}

/// Records reached from `record`, depth first; false where it reaches itself.
bool IsFinite(const Vocabulary& vocabulary, RecordIndex record, std::vector<RecordIndex>& above) {
  if (std::find(above.begin(), above.end(), record) != above.end()) return false;
  above.push_back(record);
  for (const Attribute& attribute : vocabulary.records[record].attributes) {
    if (attribute.type.base == Base::kRecord && !IsFinite(vocabulary, attribute.type.of, above)) return false;
  }
  above.pop_back();
  return true;
}

bool HasNeeded(const Vocabulary& vocabulary) {
  for (const auto& [record, key] : kNeeded) {
    const RecordIndex index = FindRecord(vocabulary, record);
    if (index == kNone || FindKey(vocabulary.records[index], key) == kNone) return false;
  }
  const auto has_unit = [&](std::string_view key) { return FindUnit(vocabulary, key) != kNone; };
  if (!std::all_of(std::begin(kNeededUnits), std::end(kNeededUnits), has_unit)) return false;
  const EnumIndex rank = FindEnumeration(vocabulary, "rank");
  return rank != kNone && FindCode(vocabulary.enumerations[rank], "unknown") != kNone;
}

}  // namespace

bool IsSound(const Vocabulary& vocabulary) {
  const auto inside = [&](Type type) { return PointsInside(vocabulary, type); };
  for (const Record& record : vocabulary.records) {
    for (const Attribute& attribute : record.attributes) {
      if (!inside(attribute.type) || !FormFits(vocabulary, attribute)) return false;
    }
  }
  if (!std::all_of(vocabulary.roots.begin(), vocabulary.roots.end(),
                   [&](const Root& root) { return inside(root.type); }))
    return false;
  std::vector<RecordIndex> above;
  for (RecordIndex i = 0; i < vocabulary.records.size(); ++i) {
    if (!IsFinite(vocabulary, i, above)) return false;
  }
  return HasNeeded(vocabulary);
}

}  // namespace zhun::vocabulary
