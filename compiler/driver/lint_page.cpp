#include "compiler/driver/lint_page.h"

#include <nlohmann/json.hpp>

#include "compiler/driver/sample_page.h"
#include "compiler/lint/run.h"

namespace zhun::driver {
namespace {

using Json = nlohmann::ordered_json;

/// The provisions of the row, as those of a finding.
std::vector<diagnostics::Basis> BasisOf(const lint::RuleRow& row, const law::Registry& law, base::Date as_of) {
  lint::Finding finding;
  finding.rule = row.code;
  return lint::MessageOf(finding, lint::Outcome(), law, as_of).basis;
}

Json Both(const base::Words& words) { return {{"zh", words.zh}, {"en", words.en}}; }

}  // namespace

std::string LintRuleAsText(const lint::RuleRow& row, const law::Registry& law, base::Date as_of,
                           base::Language language) {
  static const base::Words basis{"依据：", "Basis: "}, open{"：“", ": “"}, close{"”", "”"};
  std::string text = std::string(row.text) + "  " + base::In(language, WordsOf(row.level)) + "\n  ";
  text += base::In(language, row.title) + "\n\n  " + base::In(language, row.why) + "\n\n";
  for (const diagnostics::Basis& each : BasisOf(row, law, as_of)) {
    text += "  " + base::In(language, basis) + each.citation;
    if (each.text) text += base::In(language, open) + *each.text + base::In(language, close);
    text += "\n";
  }
  return text + SampleAsText(row.bad, row.good, language);
}

std::string LintRuleAsJson(const lint::RuleRow& row, const law::Registry& law, base::Date as_of) {
  Json basis = Json::array();
  for (const diagnostics::Basis& each : BasisOf(row, law, as_of)) {
    basis.push_back({{"citation", each.citation}, {"text", each.text ? Json(*each.text) : Json(nullptr)}});
  }
  const Json json = {{"code", row.text},
                     {"severity", WordsOf(row.level).en},
                     {"message", Both(row.title)},
                     {"explanation", Both(row.why)},
                     {"basis", basis},
                     {"form", explain::FormOf(row.frame)},
                     {"bad", Both(row.bad)},
                     {"good", Both(row.good)}};
  return json.dump();
}

}  // namespace zhun::driver
