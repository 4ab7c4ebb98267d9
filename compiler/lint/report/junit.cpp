#include <fmt/format.h>

#include "compiler/lint/report/markup.h"
#include "compiler/lint/report/report.h"
#include "compiler/lint/report/tally.h"

namespace zhun::lint {
namespace {

using base::In;

/// The findings of one family of rules as test cases.
struct Suite {
  std::string cases;
  std::size_t tests = 0, failures = 0, errors = 0, skipped = 0;

  void Add(std::string_view attributes, std::string_view inside) {
    ++tests;
    cases += fmt::format("    <testcase {}", attributes);
    cases += inside.empty() ? "/>\n" : fmt::format(">\n      {}\n    </testcase>\n", inside);
  }
};

class Junit {
 public:
  Junit(const Outcome& outcome, const ReportContext& context) : outcome_(outcome), context_(context) {
    by_rule_.resize(RuleRows().size());
    for (const Finding& finding : outcome.findings) by_rule_[Index(finding.rule)].push_back(&finding);
  }

  std::string Report() {
    std::string suites;
    Suite all;
    AddSuite(suites, all, FaultsSuite(), In(context_.language, {"编译和文档", "Compilation and documents"}));
    const std::vector<RuleCode> rules = RulesThatRan(context_);
    for (std::size_t begin = 0, end; begin < rules.size(); begin = end) {
      const char family = FamilyLetter(rules[begin]);
      Suite suite;
      for (end = begin; end < rules.size() && FamilyLetter(rules[end]) == family; ++end) AddRule(suite, rules[end]);
      AddSuite(suites, all, suite, In(context_.language, FamilyOf(family)));
    }
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"zhun lint\" {}>\n{}</testsuites>\n",
        Counts(all), suites);
  }

 private:
  static std::size_t Index(RuleCode rule) { return static_cast<std::size_t>(rule); }
  static char FamilyLetter(RuleCode rule) { return RowOf(rule).text.front(); }

  static std::string Counts(const Suite& suite) {
    return fmt::format("tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\"", suite.tests, suite.failures,
                       suite.errors, suite.skipped);
  }

  static void AddSuite(std::string& text, Suite& all, const Suite& suite, const std::string& name) {
    if (suite.tests == 0) return;
    text += fmt::format("  <testsuite name=\"{}\" {}>\n{}  </testsuite>\n", Escaped(name), Counts(suite), suite.cases);
    all.tests += suite.tests;
    all.failures += suite.failures;
    all.errors += suite.errors;
    all.skipped += suite.skipped;
  }

  std::string Where(base::Span span) const {
    if (!span.source.IsValid()) return {};
    const base::SourceStore& sources = outcome_.compilation.sources;
    const base::Position at = sources.PositionOf(span.source, span.begin);
    return fmt::format("{}:{}:{}", sources[span.source].name, at.line, at.column);
  }

  Suite FaultsSuite() const {
    Suite suite;
    for (const diagnostics::Diagnostic& fault : outcome_.faults.All()) {
      if (diagnostics::SeverityOf(fault) != diagnostics::Severity::kError) continue;
      ++suite.errors;
      const std::string code(diagnostics::CodeText(fault));
      suite.Add(fmt::format("classname=\"{}\" name=\"{}\"", code, Escaped(Where(fault.span) + fault.pointer)),
                fmt::format("<error type=\"{}\" message=\"{}\"/>", code,
                            Escaped(In(context_.language, diagnostics::MessageOf(fault)))));
    }
    return suite;
  }

  void AddRule(Suite& suite, RuleCode rule) const {
    const RuleRow& row = RowOf(rule);
    for (const Finding* const finding : by_rule_[Index(rule)]) AddFinding(suite, row, *finding);
    if (!by_rule_[Index(rule)].empty()) return;
    suite.Add(fmt::format("classname=\"{}\" name=\"{}\"", row.text, Escaped(In(context_.language, row.title))), {});
  }

  void AddFinding(Suite& suite, const RuleRow& row, const Finding& finding) const {
    const base::Span place = PlaceOf(finding, outcome_.compilation.sources);
    std::string name = fmt::format("{} {} {}", finding.subject, finding.title, finding.pointer);
    name.erase(name.find_last_not_of(' ') + 1);
    std::string attributes = fmt::format("classname=\"{}\" name=\"{}\"", row.text, Escaped(name));
    if (place.source.IsValid()) {
      const base::SourceStore& sources = outcome_.compilation.sources;
      attributes += fmt::format(" file=\"{}\" line=\"{}\"", Escaped(sources[place.source].name),
                                sources.PositionOf(place.source, place.begin).line);
    }
    suite.Add(attributes, Verdict(suite, row, finding, Where(place)));
  }

  std::string Verdict(Suite& suite, const RuleRow& row, const Finding& finding, const std::string& where) const {
    const std::string message = Escaped(In(context_.language, finding.message));
    if (!Counts(finding)) {
      ++suite.skipped;
      const std::string why = finding.suppression
                                  ? In(context_.language, {"已豁免：", "waived: "}) + finding.suppression->reason
                                  : In(context_.language, {"基线已有", "in the baseline"});
      return fmt::format("<skipped message=\"{}\"/>", Escaped(why));
    }
    const std::string level = Escaped(In(context_.language, NameOf(finding.level)));
    if (finding.level > context_.fail_level) return fmt::format("<system-out>{}: {}</system-out>", level, message);
    ++suite.failures;
    return fmt::format("<failure type=\"{}\" message=\"{}\">{}</failure>", WordOf(finding.level), message,
                       Escaped(Details(row, finding, where)));
  }

  std::string Details(const RuleRow& row, const Finding& finding, const std::string& where) const {
    std::string text = fmt::format("{}\n{}\n", where, In(context_.language, row.title));
    const std::string& help = In(context_.language, finding.help);
    if (!help.empty()) text += In(context_.language, {"建议：", "Suggestion: "}) + help + "\n";
    return text + In(context_.language, {"依据：", "Basis: "}) + fmt::format("{}", fmt::join(row.basis, "、"));
  }

  static bool Counts(const Finding& finding) { return lint::Counts(finding); }

  const Outcome& outcome_;
  const ReportContext& context_;
  std::vector<std::vector<const Finding*>> by_rule_;
};

}  // namespace

std::string ReportAsJunit(const Outcome& outcome, const ReportContext& context) {
  return Junit(outcome, context).Report();
}

}  // namespace zhun::lint
