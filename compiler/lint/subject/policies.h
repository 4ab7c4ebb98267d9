#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/lint/subject/catalogue.h"
#include "compiler/lint/subject/finding.h"
#include "compiler/pipeline/compile.h"

/// The policies under review, as trees and as meaning.
namespace zhun::lint {

/// All policies of a run. The model is complete even where something does not compile (error expressions, kNone, empty
/// citations); rules pass over what is missing: the compiler has reported it.
struct PolicySubject {
  const Background& background;
  const pipeline::Library& library;
  const pipeline::Compilation& compilation;
  const diagnostics::Sink& messages;        ///< of the compiler
  std::vector<std::uint32_t> wanted;        ///< indices of the policies under review; the others are their base
  const Catalogue* catalogue = nullptr;     ///< nullptr: none was given
  bool compiled = false;                    ///< the rule graph is there: nothing is in error
  std::vector<std::vector<const sema::Rule*>> rules_of = {};  ///< by policy, in the order of the text; see IndexRules

  /// To be called once, before any rule looks.
  void IndexRules();

  const sema::Model& Model() const { return compilation.model; }
  const base::SourceStore& Sources() const { return compilation.sources; }
  const sema::Policy& Policy(std::uint32_t index) const { return Model().policies[index]; }
  /// The file that a policy stands in, for its expressions. nullptr: unknown.
  const ast::File* FileOf(const sema::Policy& policy) const;
  /// Rules and findings of a policy, in the order of the text.
  const std::vector<const sema::Rule*>& RulesOf(std::uint32_t policy) const { return rules_of[policy]; }
  std::vector<const sema::Finding*> FindingsOf(std::uint32_t policy) const;
  /// The tree of a rule of the model; nullptr where its name could not be matched.
  const ast::Rule* TreeOf(const sema::Rule& rule) const;
  /// Rules of every base policy with this time limit's event and fulfilment: what the Regulation itself says.
  std::vector<const sema::Rule*> BaseDuties(std::uint16_t from, std::uint16_t met_by) const;
  /// The published entry of the policy's header, opened; nothing without --catalog or where it is not there.
  std::optional<OpenedEntry> EntryOf(const sema::Policy& policy) const;
};

/// What a citation stands in.
enum class CitedBy { kHeader, kBasis, kSanction, kException, kFinding, kReading, kUnformalised };

/// Calls `visit` with every citation of a policy's tree as written, in the order of the text.
void ForEachCitation(const ast::Policy& policy, const std::function<void(const ast::Citation&, CitedBy)>& visit);

/// Where a text for people stands.
enum class TextOf { kReason, kShall, kMay, kQuestion, kUnformalised };
void ForEachText(const ast::Policy& policy, const std::function<void(const ast::Text&, TextOf)>& visit);

/// Calls `visit` with every exception of a policy, nested ones and those outside rules too.
void ForEachException(const ast::Policy& policy, const std::function<void(const ast::Exception&)>& visit);

/// Calls `visit` with an expression and everything below it, from the outside in.
void ForEachExpression(const ast::File& file, ast::ExprId root, const std::function<void(const ast::Expr&)>& visit);

/// The clause of a rule's tree; nullptr: none.
const ast::Clause* ClauseOf(const std::vector<ast::Clause>& clauses, ast::ClauseKind kind);

}  // namespace zhun::lint
