#include "compiler/lint/subject/finding.h"

#include "compiler/lint/subject/entry.h"

namespace zhun::lint {

Finding& Findings::Report(RuleCode rule, base::Span span, base::Words message, std::string key) {
  Finding finding;
  finding.rule = rule;
  finding.level = RowOf(rule).level;
  finding.span = span;
  finding.message = std::move(message);
  finding.key = std::move(key);
  return Keep(std::move(finding));
}

Finding& Findings::Keep(Finding finding) { return all_.emplace_back(std::move(finding)); }

void Findings::Undecided(RuleCode rule, base::Span span, base::Words what) {
  undecided_.push_back({rule, span, std::move(what)});
}

Finding& EntryFindings::Report(RuleCode rule, std::string pointer, base::Words message, std::string key) {
  Finding& finding = out_.emplace_back();
  finding.rule = rule;
  finding.level = RowOf(rule).level;
  finding.message = std::move(message);
  finding.span = entry_.span;
  finding.key = key.empty() ? pointer : std::move(key);
  finding.pointer = std::move(pointer);
  finding.subject = entry_.id;
  finding.title = entry_.title;
  finding.owner = entry_.provider.name;
  return finding;
}

}  // namespace zhun::lint
