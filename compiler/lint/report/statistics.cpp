#include <algorithm>

#include <fmt/format.h>

#include "compiler/lint/report/json_writer.h"
#include "compiler/lint/report/report.h"
#include "compiler/lint/report/table.h"
#include "compiler/lint/report/tally.h"

namespace zhun::lint {
namespace {

using base::In;

std::string Remainder(std::size_t silent, base::Language language) {
  if (silent == 0) return {};
  return language == base::Language::kChinese ? fmt::format("其余 {} 条规则没有发现。\n", silent)
                                              : fmt::format("Rules that found nothing: {}.\n", silent);
}

/// The heaviest level among its findings, which settings may have changed; of a rule without findings that of the table.
std::vector<diagnostics::Severity> LevelsOf(const Outcome& outcome) {
  std::vector<std::optional<diagnostics::Severity>> found(RuleRows().size());
  for (const Finding& finding : outcome.findings) {
    auto& level = found[static_cast<std::size_t>(finding.rule)];
    level = std::min(level.value_or(finding.level), finding.level);
  }
  std::vector<diagnostics::Severity> levels;
  for (const RuleRow& row : RuleRows()) {
    levels.push_back(found[static_cast<std::size_t>(row.code)].value_or(row.level));
  }
  return levels;
}

}  // namespace

std::string StatisticsAsText(const Outcome& outcome, const ReportContext& context) {
  const auto language = context.language;
  const auto tallies = TallyByRule(outcome);
  const auto levels = LevelsOf(outcome);
  std::vector<std::vector<std::string>> rows = {
      {In(language, {"处数", "count"}), In(language, {"豁免", "waived"}), In(language, {"基线已有", "baseline"}),
       In(language, {"级别", "level"}), In(language, {"代码", "code"}), In(language, {"发现", "finding"})}};
  std::size_t silent = 0;
  for (const RuleCode rule : RulesThatRan(context)) {
    const Tally& tally = tallies[static_cast<std::size_t>(rule)];
    const RuleRow& row = RowOf(rule);
    silent += tally.All() == 0 ? 1 : 0;
    if (tally.All() == 0) continue;
    rows.push_back({std::to_string(tally.Counting()), std::to_string(tally.waived), std::to_string(tally.known),
                    In(language, NameOf(levels[static_cast<std::size_t>(rule)])), std::string(row.text),
                    In(language, row.title)});
  }
  const std::string table = rows.size() > 1 ? Aligned(rows, {0, 1, 2}) : "";
  return table + Remainder(silent, language);
}

std::string StatisticsAsJson(const Outcome& outcome, const ReportContext& context) {
  const auto tallies = TallyByRule(outcome);
  const auto levels = LevelsOf(outcome);
  std::string text;
  for (const RuleCode rule : RulesThatRan(context)) {
    const Tally& tally = tallies[static_cast<std::size_t>(rule)];
    const RuleRow& row = RowOf(rule);
    JsonWriter json(text);
    json.Open('{');
    json.Member("code", row.text);
    const bool note = levels[static_cast<std::size_t>(rule)] == diagnostics::Severity::kInformation;
    json.Member("severity", note ? "information" : WordOf(levels[static_cast<std::size_t>(rule)]));
    json.OpenMember("title", '{');
    json.Member("zh", row.title.zh);
    json.Member("en", row.title.en);
    json.Close('}');
    json.Member("count", tally.Counting());
    json.Member("waived", tally.waived);
    json.Member("baseline", tally.known);
    json.Close('}');
    text += "\n";
  }
  return text;
}

}  // namespace zhun::lint
