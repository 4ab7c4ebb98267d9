#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/explain/sample.h"
#include "runtime/base/words.h"
#include "runtime/diagnostics/diagnostic.h"

/// What the rules of the linter see, and what they say.
namespace zhun::lint {

struct Entry;
class EntryFindings;
class Findings;
struct CatalogueSubject;
struct PolicySubject;
struct ApplicationSubject;
struct WaiverSubject;

/// Every rule of the linter, one row each in `rules.def`.
enum class RuleCode : std::uint8_t {
#define ZHUN_LINT(CODE, LEVEL, BASIS, ZH, EN, WHY_ZH, WHY_EN, FRAME, BAD_ZH, GOOD_ZH, BAD_EN, GOOD_EN) k##CODE,
#include "compiler/lint/subject/rules.def"
#undef ZHUN_LINT
};

/// What the table says of a rule.
struct RuleRow {
  RuleCode code{};
  std::string_view text;  ///< "K04"
  diagnostics::Severity level = diagnostics::Severity::kError;  ///< by default
  std::vector<std::string> basis;  ///< provisions, as statutes are cited
  base::Words title;
  base::Words why;
  explain::Frame frame{};
  base::Words bad, good;  ///< samples
};

/// All rows in the order of the table. The texts live as long as the program.
std::span<const RuleRow> RuleRows();
const RuleRow& RowOf(RuleCode code);
/// "K04", in either case; nothing where there is no such rule.
std::optional<RuleCode> RuleNamed(std::string_view text);
/// The rules that a word names: one by its code, a family by its letter ("K"), in either case; none for another word.
std::vector<RuleCode> RulesOf(std::string_view word);

/// A message of the compiler that is a rule's own.
struct Adoption {
  Adoption(diagnostics::Code adopted, std::string_view named = {}) : code(adopted), clause(named) {}

  diagnostics::Code code{};
  std::string_view clause;  ///< only where the argument `clause` names this one (理由); empty: whatever it names
};

/// How a rule looks at its subject; at least one member is set. One constant a rule, in a file of its own.
struct Rule {
  /// One entry by itself. Called from several threads at once.
  void (*entry)(const Entry&, EntryFindings&) = nullptr;
  /// What shows only when entries are compared.
  void (*catalogue)(const CatalogueSubject&, Findings&) = nullptr;
  void (*policies)(const PolicySubject&, Findings&) = nullptr;
  void (*applications)(const ApplicationSubject&, Findings&) = nullptr;
  void (*waivers)(const WaiverSubject&, Findings&) = nullptr;
  /// Messages of the compiler that are this rule's; they are reported under its code.
  std::vector<Adoption> adopts = {};
};

}  // namespace zhun::lint
