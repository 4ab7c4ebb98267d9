#include <array>

#include <fmt/format.h>

#include "compiler/lint/subject/entry.h"
#include "compiler/lint/subject/finding.h"

namespace zhun::lint {
namespace {

/// A field that every entry must state, by the key it has in the document.
struct Field {
  std::string_view path;     ///< dotted, for `Has`
  std::string_view pointer;  ///< where it is missing
  std::string_view zh, en;
};

// What the contract requires (the provider, the class of sharing) is told by the message that this rule adopts.
constexpr std::array<Field, 7> kFields = {{
    {"title", "/title", "数据目录名称", "the title"},
    {"items", "/items", "数据项", "the data items"},
    {"format", "/format", "数据格式", "the data format"},
    {"update_frequency", "/update_frequency", "数据更新频率", "the update frequency"},
    {"modes", "/modes", "共享方式", "the modes of sharing"},
    {"classification.theme", "/classification/theme", "数据分类", "the theme of the data"},
    {"classification.level", "/classification/level", "数据分级", "the level of the data"},
}};

void Report(std::string_view pointer, std::string_view zh, std::string_view en, EntryFindings& findings) {
  findings.Report(RuleCode::kK02, std::string(pointer),
                  {fmt::format("目录没有写明{}。", zh), fmt::format("The entry does not state {}.", en)});
}

bool IsMissing(const values::Json& json, const Field& field) {
  // Where the classification lacks as a whole, that is told once.
  const bool half = field.path.starts_with("classification.");
  return !Has(json, field.path) && (!half || Has(json, "classification"));
}

void LookAtItems(const Entry& entry, EntryFindings& findings) {
  for (std::size_t i = 0; i < entry.items.size(); ++i) {
    if (!entry.items[i].name.empty()) continue;
    findings.Report(RuleCode::kK02, fmt::format("/items/{}/name", i),
                    {fmt::format("第{}个数据项没有名称。", i + 1), fmt::format("Data item {} has no name.", i + 1)});
  }
}

void Look(const Entry& entry, EntryFindings& findings) {
  if (entry.IsOffline()) return;
  for (const Field& field : kFields) {
    if (IsMissing(entry.json, field)) Report(field.pointer, field.zh, field.en, findings);
  }
  if (!Has(entry.json, "classification")) {
    Report("/classification", "数据分类分级", "theme and level of the data", findings);
  }
  if (entry.provider.given && entry.provider.name.empty()) {
    Report("/provider/name", "提供单位的名称", "the name of the provider", findings);
  }
  if (entry.sharing == "conditional" && values::Member(entry.json, "conditions") == nullptr) {
    Report("/conditions", "使用条件", "the conditions of use", findings);
  }
  LookAtItems(entry, findings);
}

}  // namespace

extern const Rule kK02{.entry = Look,
                       .adopts = {diagnostics::Code::kDocumentKeyMissing, diagnostics::Code::kDocumentKeyNull}};

}  // namespace zhun::lint
