#include "compiler/library/vocabulary_types.h"

#include <algorithm>
#include <charconv>

namespace zhun::library {
namespace {

using diagnostics::Code;
using vocabulary::Attribute;
using vocabulary::Base;
using vocabulary::Type;
using vocabulary::Vocabulary;

/// Columns of attributes.tsv.
enum Column : std::size_t {
  kRecord,
  kKey,
  kZh,
  kEn,
  kType,
  kBound,
  kSupplier,
  kNull,
  kAbsent,
  kForm,
  kWhole,
  kLabelZh,
  kLabelEn
};

struct Word {
  std::string_view text;
  Base base;
};
constexpr Word kPlainTypes[] = {{"text", Base::kText},    {"bool", Base::kBool},       {"number", Base::kNumber},
                                {"date", Base::kDate},    {"instant", Base::kInstant}, {"region", Base::kRegion},
                                {"length", Base::kLength}};
constexpr std::string_view kList = "list:";

bool TakePrefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

Type Pointing(Base base, std::uint16_t index, std::string_view key, const RowReader& row) {
  if (index != vocabulary::kNone) return {base, index, false};
  row.ReportWord(Code::kTableDangling, key);
  return {};
}

/// A list may stand without a bound while no policy looks through it (compiler/analysis asks for it then).
std::uint32_t ReadBound(const RowReader& row, bool list) {
  const std::string_view text = row.Optional(kBound);
  if (list && text.empty()) return 0;
  std::uint32_t bound = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bound);
  if (error == std::errc() && end == text.data() + text.size() && bound > 0) return bound;
  row.ReportWord(Code::kTableBound, text);
  return 1;
}

Attribute ReadAttribute(const Vocabulary& vocabulary, const RowReader& row) {
  Attribute attribute{};
  attribute.key = row.Required(kKey, {"键", "key"});
  attribute.name = row.Name(kZh);
  attribute.type = ReadType(vocabulary, row.Optional(kType), row);
  attribute.bound = ReadBound(row, attribute.type.list);
  attribute.supplier = static_cast<vocabulary::Supplier>(
      row.OneOf(kSupplier, {"applicant", "provider", "authority", "platform", "government"}));
  attribute.nullable = row.OneOf(kNull, {"-", "null"}) == 1;
  attribute.absence = static_cast<vocabulary::Absence>(row.OneOf(kAbsent, {"unknown", "none", "required"}));
  attribute.form = static_cast<vocabulary::Form>(row.OneOf(
      kForm, {"plain", "citation", "item_name", "label", "day", "findings", "computed", "ignored", "social_code"}));
  attribute.whole = row.OneOf(kWhole, {"-", "whole"}) == 1;
  attribute.label = row.Label(kLabelZh);
  return attribute;
}

/// Policies find an attribute by its name, documents by its key: both must be alone in the record, in each language.
void CheckAlone(const vocabulary::Record& record, const Attribute& added, const RowReader& row) {
  for (const Attribute& other : record.attributes) {
    if (other.key == added.key) {
      row.ReportWord(Code::kTableTwice, record.key + "." + added.key);
    } else if (other.name.zh == added.name.zh && !added.name.zh.empty()) {
      row.ReportWord(Code::kTableTwice, added.name.zh);
    } else if (other.name.en == added.name.en && !added.name.en.empty()) {
      row.ReportWord(Code::kTableTwice, added.name.en);
    }
  }
}

}  // namespace

Type ReadType(const Vocabulary& vocabulary, std::string_view text, const RowReader& row) {
  std::string_view rest = text;
  const bool list = TakePrefix(rest, kList);
  Type type;
  for (const Word& word : kPlainTypes) {
    if (word.text == rest) type.base = word.base;
  }
  if (TakePrefix(rest, "quantity:")) {
    type = Pointing(Base::kQuantity, FindUnit(vocabulary, rest), rest, row);
  } else if (TakePrefix(rest, "enum:")) {
    type = Pointing(Base::kEnum, FindEnumeration(vocabulary, rest), rest, row);
  } else if (TakePrefix(rest, "record:")) {
    type = Pointing(Base::kRecord, FindRecord(vocabulary, rest), rest, row);
  } else if (type.base == Base::kError) {
    row.ReportWord(Code::kTableType, text);
  }
  type.list = list;
  return type;
}

void ReadAttributes(const Table& table, Vocabulary& vocabulary, diagnostics::Sink& sink) {
  for (const TableRow& cells : table.rows) {
    const RowReader row(table, cells, sink);
    const std::string record_key = row.Required(kRecord, {"记录", "record"});
    const Attribute attribute = ReadAttribute(vocabulary, row);
    const std::uint16_t record = FindRecord(vocabulary, record_key);
    if (record == vocabulary::kNone) {
      if (!record_key.empty()) row.ReportWord(Code::kTableDangling, record_key);
      continue;
    }
    CheckAlone(vocabulary.records[record], attribute, row);
    vocabulary.records[record].attributes.push_back(attribute);
  }
}

const Attribute* FindPath(const Vocabulary& vocabulary, std::string_view path) {
  std::size_t dot = path.find('.');
  const std::uint16_t root = FindRoot(vocabulary, path.substr(0, dot));
  if (root == vocabulary::kNone) return nullptr;
  Type type = vocabulary.roots[root].type;
  const Attribute* attribute = nullptr;
  while (dot != std::string_view::npos) {
    path.remove_prefix(dot + 1);
    dot = path.find('.');
    if (type.base != Base::kRecord || type.list) return nullptr;
    const vocabulary::Record& record = vocabulary.records[type.of];
    const std::uint16_t field = FindKey(record, path.substr(0, dot));
    if (field == vocabulary::kNone) return nullptr;
    attribute = &record.attributes[field];
    type = attribute->type;
  }
  return attribute;
}

}  // namespace zhun::library
