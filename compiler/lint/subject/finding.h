#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/lint/subject/rule.h"
#include "runtime/base/date.h"
#include "runtime/base/source.h"
#include "runtime/base/words.h"
#include "runtime/diagnostics/diagnostic.h"

namespace zhun::lint {

/// Why a finding does not count: a waiver (豁免) of the policy or of the settings.
struct Suppression {
  std::string reason;
  std::optional<base::Date> until;  ///< last day; nothing: for good
};

/// One thing a reviewer should know.
struct Finding {
  RuleCode rule{};
  diagnostics::Severity level = diagnostics::Severity::kError;  ///< of the row, unless the settings say otherwise
  base::Words message;
  base::Span span;        ///< in a policy; of a document the whole of it, with `pointer` leading further
  std::string pointer;    ///< RFC 6901, in the document
  std::string subject;    ///< id of the entry or application, code of the policy
  std::string title;      ///< its name, for people
  std::string owner;      ///< 提供单位 or 制定机关
  std::string key;  ///< what tells it from other findings of the rule on this subject, whatever line it stands on
  std::vector<diagnostics::Label> labels;
  std::vector<diagnostics::Fix> fixes;
  base::Words help;  ///< what to write; legal text is suggested here, never put in by itself
  std::vector<std::string> basis;  ///< provisions besides those of the row
  std::string witness;  ///< JSON {"entry":…,"application":…}: a case that shows it; empty where none
  std::optional<Suppression> suppression;
  bool known = false;  ///< stands in the baseline
};

/// Collects findings. Levels are those of the table; settings, waivers and the baseline are applied afterwards.
/// A place of a policy belongs to the policy whose text holds it (`Run` fills subject and owner in).
class Findings {
 public:
  /// The reference is valid until the next call; labels, fixes, help and more are added to it. `key` may be empty: then
  /// the words at the place are taken.
  Finding& Report(RuleCode rule, base::Span span, base::Words message, std::string key = {});
  Finding& Keep(Finding finding);
  /// Something the semantic rules could not settle: 「无法判定」, with the reason. No finding.
  void Undecided(RuleCode rule, base::Span span, base::Words what);

  struct Open {
    RuleCode rule{};
    base::Span span;
    base::Words what;
  };

  std::vector<Finding>& All() { return all_; }
  const std::vector<Finding>& All() const { return all_; }
  const std::vector<Open>& AllUndecided() const { return undecided_; }

 private:
  std::vector<Finding> all_;
  std::vector<Open> undecided_;
};

/// Findings of one entry (or application): the document, its id and owner are filled in.
class EntryFindings {
 public:
  EntryFindings(const Entry& entry, std::vector<Finding>& out) : entry_(entry), out_(out) {}

  /// `pointer`: JSON pointer inside the entry; `key` as in Findings, by default the pointer.
  Finding& Report(RuleCode rule, std::string pointer, base::Words message, std::string key = {});

 private:
  const Entry& entry_;
  std::vector<Finding>& out_;
};

}  // namespace zhun::lint
