#include "compiler/lint/report/sarif_rules.h"

#include <fmt/format.h>

#include "compiler/lint/report/tally.h"

namespace zhun::lint {
namespace {

using base::In;
using base::Language;
using diagnostics::Severity;

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// "An unconditional entry states conditions" as AnUnconditionalEntryStatesConditions, as viewers want names.
std::string NameFrom(std::string_view title) {
  std::string name;
  bool begins = true;
  for (const char c : title) {
    if (IsLetter(c) || (c >= '0' && c <= '9')) name += begins && c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    begins = !IsLetter(c) && c != '\'';
  }
  return name;
}

struct Marks {
  std::string_view strong, item, fence_begin, fence_end;
};
constexpr Marks kPlain{"", "", "", ""};
constexpr Marks kMarkdown{"**", "- ", "```", "```\n"};

/// Lines of a list item are indented below its mark.
std::string Indented(std::string_view text, std::string_view indent) {
  std::string out;
  for (const char c : text) {
    out += c;
    if (c == '\n') out += indent;
  }
  return out;
}

std::string Bases(RuleCode rule, Provisions& provisions, Language language, const Marks& marks) {
  const auto cited = provisions.Of(rule);
  if (cited.empty()) return {};
  std::string text = fmt::format("{0}{1}{0}\n\n", marks.strong, In(language, {"依据", "Legal basis"}));
  for (const CitedProvision* const one : cited) {
    text += fmt::format("{}{}", marks.item, one->citation);
    if (one->text) text += In(language, {"：", ": "}) + Indented(*one->text, std::string(marks.item.size(), ' '));
    text += "\n";
  }
  return text + "\n";
}

std::string Sample(const base::Words& heading, const base::Words& sample, explain::Frame frame, Language language,
                   const Marks& marks) {
  const bool fenced = !marks.fence_begin.empty();
  std::string text = fmt::format("{0}{1}{0}\n\n{2}", marks.strong, In(language, heading), marks.fence_begin);
  if (fenced) text += fmt::format("{}\n", explain::FormOf(frame));
  return text + In(language, sample) + "\n" + std::string(marks.fence_end) + "\n";
}

std::string Help(const RuleRow& row, Provisions& provisions, Language language, const Marks& marks) {
  std::string text = In(language, row.why) + "\n\n" + Bases(row.code, provisions, language, marks);
  text += Sample({"有问题的写法", "Not so"}, row.bad, row.frame, language, marks);
  text += Sample({"改正以后", "But so"}, row.good, row.frame, language, marks);
  return text.substr(0, text.find_last_not_of('\n') + 1) + "\n";
}

void WriteMessage(JsonWriter& json, std::string_view key, std::string_view text) {
  json.OpenMember(key, '{');
  json.Member("text", text);
  json.Close('}');
}

std::string_view ProblemSeverity(Severity severity) {
  return severity == Severity::kInformation ? "recommendation" : SarifLevel(severity);
}

void WriteRule(JsonWriter& json, const RuleRow& row, Provisions& provisions, Language language) {
  json.NewLine();
  json.Open('{');
  json.Member("id", row.text);
  json.Member("name", NameFrom(row.title.en));
  WriteMessage(json, "shortDescription", In(language, row.title));
  WriteMessage(json, "fullDescription", In(language, row.why));
  json.OpenMember("help", '{');
  json.Member("text", Help(row, provisions, language, kPlain));
  json.Member("markdown", Help(row, provisions, language, kMarkdown));
  json.Close('}');
  json.OpenMember("defaultConfiguration", '{');
  json.Member("level", SarifLevel(row.level));
  json.Close('}');
  json.OpenMember("properties", '{');
  json.OpenMember("tags", '[');
  json.Text(In(language, FamilyOf(row.text.front())));
  json.Close(']');
  json.Member("problem.severity", ProblemSeverity(row.level));
  json.Close('}');
  json.Close('}');
}

}  // namespace

std::string_view SarifLevel(Severity severity) { return WordOf(severity); }

void WriteSarifRules(JsonWriter& json, Provisions& provisions, const ReportContext& context) {
  json.OpenMember("rules", '[');
  for (const RuleCode rule : RulesThatRan(context)) WriteRule(json, RowOf(rule), provisions, context.language);
  json.NewLine();
  json.Close(']');
}

}  // namespace zhun::lint
