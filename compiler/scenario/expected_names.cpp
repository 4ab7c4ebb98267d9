#include "compiler/scenario/expected_names.h"

#include "compiler/sema/suggest.h"
#include "runtime/law/standing.h"

namespace zhun::scenario {
namespace {

using diagnostics::Code;

void ReportUnknown(const ast::Token& name, const base::Words& what, const std::vector<std::string>& candidates,
                   diagnostics::Sink& sink) {
  auto& report = sink.Report(Code::kTestNameUnknown, name.span, {{"name", name.text}, {"what", what}});
  if (const auto near = sema::Nearest(name.text, candidates)) {
    report.help = {"是否指「" + *near + "」？", "Did you mean 「" + *near + "」?"};
  }
}

bool IsCondition(const std::string& code) { return code.starts_with("condition_"); }

/// The text of a citation as one string; nothing for one that is taken from a path.
std::optional<std::string> Written(const ast::Citation& citation, const std::string& instrument) {
  if (citation.kind == ast::Citation::Kind::kPath) return std::nullopt;
  const std::string version = citation.version.text.empty() ? "" : "（" + citation.version.text + "）";
  return "《" + instrument + "》" + version + citation.locator.text;
}

}  // namespace

Codes RuleCodes(const Scenario& scenario, const program::Program& program, const ast::Token& name, const Codes& known,
                const base::Words& what, diagnostics::Sink& sink) {
  Codes own, any;
  std::vector<std::string> candidates;
  for (const program::Rule& rule : program.rules) {
    candidates.push_back(rule.name);
    if (rule.name != name.text && rule.code != name.text) continue;
    any.insert(rule.code);
    if (program.policies[rule.policy].code == scenario.policy) own.insert(rule.code);
  }
  if (!own.empty()) return own;
  if (known.contains(name.text)) any.insert(name.text);
  if (any.empty()) ReportUnknown(name, what, candidates, sink);
  return any;
}

Codes FindingCodes(const program::Program& program, const ast::Token& name, diagnostics::Sink& sink) {
  if (IsCondition(name.text)) return {name.text};
  Codes codes;
  std::vector<std::string> candidates;
  for (const program::Finding& finding : program.findings) {
    candidates.push_back(finding.name);
    if (finding.name == name.text || finding.code == name.text) codes.insert(finding.code);
  }
  if (codes.empty()) ReportUnknown(name, {"认定", "finding"}, candidates, sink);
  return codes;
}

std::optional<std::uint16_t> OutcomeCalled(const vocabulary::Vocabulary& vocabulary, const ast::Token& word,
                                           diagnostics::Sink& sink) {
  const vocabulary::Enumeration& outcomes = vocabulary.enumerations[vocabulary::FindEnumeration(vocabulary, "outcome")];
  base::Words words;
  for (std::uint16_t i = 0; i < outcomes.members.size(); ++i) {
    const vocabulary::Enumerator& member = outcomes.members[i];
    if (vocabulary::Names(member.name, word.text) || member.code == word.text) return i;
    words.zh += (i == 0 ? "" : "、") + member.name.zh;
    words.en += (i == 0 ? "" : ", ") + member.name.en;
  }
  sink.Report(Code::kNotAMember, word.span, {{"word", word.text}, {"type", outcomes.name}, {"words", words}});
  return std::nullopt;
}

std::string WithoutState(const std::string& citation) {
  static const std::string state = "《中华人民共和国";
  return citation.starts_with(state) ? "《" + citation.substr(state.size()) : citation;
}

std::vector<ExpectedBasis> BasesOf(const ast::Citations& citations, const law::Registry& law, base::Date as_of,
                                   diagnostics::Sink& sink) {
  std::vector<ExpectedBasis> bases;
  std::string instrument;
  for (const ast::Citation& citation : citations) {
    if (citation.kind == ast::Citation::Kind::kCatalogue) {
      bases.push_back({"", citation.locator.text, "目录条件第" + citation.locator.text + "项"});
      continue;
    }
    if (citation.kind == ast::Citation::Kind::kInstrument) instrument = citation.instrument.text;
    const auto text = Written(citation, instrument);
    law::CitationFault fault{};
    const auto parsed = text ? law::ParseCitation(*text, &fault) : std::nullopt;
    if (!parsed) {
      const base::Words& why = law::FaultText(text ? fault : law::CitationFault::kNotACitation);
      sink.Report(Code::kTestCitation, citation.span, {{"text", text ? *text : citation.path.text}, {"why", why}});
      continue;
    }
    const std::string canonical = law::CanonicalText(law, *parsed, as_of);
    bases.push_back({WithoutState(canonical), "", canonical});
  }
  return bases;
}

}  // namespace zhun::scenario
