#include <algorithm>
#include <array>

#include "compiler/lint/subject/paths.h"

namespace zhun::lint {
namespace {

using diagnostics::Code;

constexpr std::array<std::string_view, 9> kFillers = {" ", ".", "-", "/", "。", "、", "…", "—", "　"};

/// Whether blanks and punctuation are all there is.
bool IsEmpty(std::string_view text) {
  while (!text.empty()) {
    const auto filler = std::ranges::find_if(kFillers, [&](std::string_view each) { return text.starts_with(each); });
    if (filler == kFillers.end()) return false;
    text.remove_prefix(filler->size());
  }
  return true;
}

void ReportEmpty(Findings& findings, const sema::Rule& rule, base::Span span) {
  Finding& finding =
      findings.Report(RuleCode::kP17, span,
                      {"「" + rule.name + "」的理由没有内容，不同意时说不出理由。",
                       "The reason of 「" + rule.name + "」 says nothing, so a refusal could not state one."},
                      rule.name);
  finding.help = {"写明申请哪一点不符合哪一项使用条件", "say in what respect the application fails which condition"};
}

void ReportAbsent(Findings& findings, const sema::Rule& rule, base::Span span, const std::string& path,
                  const std::string& entry) {
  Finding& finding =
      findings.Report(RuleCode::kP17, span,
                      {"「" + rule.name + "」的理由取自“" + path + "”，而条目" + entry + "没有写，不同意时说不出理由。",
                       "The reason of 「" + rule.name + "」 is taken from “" + path + "”, which entry " + entry +
                           " does not state: a refusal would have no reason."},
                      rule.name);
  finding.help = {"在条目中补写，或者直接写出理由的文字", "state it in the entry, or write the reason out"};
}

void ReportApplicants(Findings& findings, const sema::Rule& rule, base::Span span, const std::string& path) {
  Finding& finding = findings.Report(
      RuleCode::kP17, span,
      {"「" + rule.name + "」的理由取自需求部门自己写的“" + path + "”，不是提供部门的理由，也可能没有写。",
       "The reason of 「" + rule.name + "」 is taken from “" + path +
           "”, words of the applicant that may also be missing, not of the provider."},
      rule.name);
  finding.help = {"直接写出理由的文字", "write the reason out"};
}

void LookAtPath(const PolicySubject& subject, Findings& findings, const sema::Rule& rule, const ast::Token& path) {
  const std::string keys = KeysOf(subject, rule.reason_path);
  if (keys.starts_with("application.")) return ReportApplicants(findings, rule, path.span, path.text);
  constexpr std::string_view kEntry = "entry.";
  if (!keys.starts_with(kEntry)) return;
  const auto opened = subject.EntryOf(subject.Policy(rule.policy));
  if (!opened || Has(opened->entry->json, keys.substr(kEntry.size()))) return;
  ReportAbsent(findings, rule, path.span, path.text, std::string(opened->entry->id));
}

void Look(const PolicySubject& subject, Findings& findings) {
  for (const std::uint32_t index : subject.wanted) {
    for (const sema::Rule* rule : subject.RulesOf(index)) {
      const ast::Rule* tree = subject.TreeOf(*rule);
      const ast::Clause* reason = tree == nullptr ? nullptr : ClauseOf(tree->clauses, ast::ClauseKind::kReason);
      if (reason == nullptr) continue;
      if (reason->text && IsEmpty(reason->text->zh.text)) ReportEmpty(findings, *rule, reason->text->zh.span);
      if (reason->path && !reason->text) LookAtPath(subject, findings, *rule, *reason->path);
    }
  }
}

}  // namespace

extern const Rule kP17{.policies = Look, .adopts = {{Code::kClauseMissing, "理由"}, {Code::kReasonNotText}}};

}  // namespace zhun::lint
