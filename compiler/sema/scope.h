#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "compiler/ast/tree.h"
#include "compiler/sema/model.h"
#include "runtime/diagnostics/diagnostic.h"
#include "runtime/law/registry.h"
#include "runtime/vocabulary/vocabulary.h"

namespace zhun::sema {

/// A parsed file with what it imports.
struct Unit {
  const ast::File* file = nullptr;
  Role role = Role::kBase;
  std::vector<std::uint32_t> imports;  ///< indices of units; imports of imports are visible too
};

enum class SymbolKind : std::uint8_t { kDefinition, kFinding, kRule, kDerived };

/// Something a policy file gives a name to.
struct Symbol {
  SymbolKind kind = SymbolKind::kDefinition;
  std::uint32_t index = 0;           ///< into the model
  std::uint32_t policy = kNoIndex;
  std::uint32_t unit = 0;
  base::Span span;
};

/// What every check reads and writes. Lives for one call of `Analyse`.
struct Analysis {
  const vocabulary::Vocabulary& vocabulary;
  const law::Registry& law;
  const base::SourceStore& sources;
  diagnostics::Sink& sink;
  Model& model;
  std::span<const Unit> units;
  std::multimap<std::string, Symbol> symbols;          ///< by name (rules, findings: also by code)
  std::vector<const ast::Definition*> definition_trees;  ///< parallel to model.definitions
  std::vector<std::uint32_t> definition_units;
  enum class Progress : std::uint8_t { kWaiting, kRunning, kDone };
  std::vector<Progress> definition_progress;
  std::vector<base::Span> repeated_names;              ///< of what was reported as a name used twice

  /// Notes that the text at `span` stands for what is called `words`.
  void Spell(base::Span span, const base::Words& words) const { model.spellings.push_back({span, words}); }
};

/// Where an expression stands.
struct Scope {
  std::uint32_t unit = 0;
  std::uint32_t policy = kNoIndex;
  std::uint16_t stage = 0;             ///< enumerator of `stage`
  bool any_stage = false;              ///< a definition: checked where it is used by any stage
  std::uint32_t binder = 0;            ///< what 其 means; 0: nothing
  vocabulary::Type it = kErrorType;
  bool in_quantifier = false;
};

/// The symbols called `name` that are visible from `scope`, nearest first: the policy, the file, the imports.
std::vector<Symbol> Visible(const Analysis& analysis, const Scope& scope, const std::string& name);

/// Everything visible from `scope` with its name, for suggestions.
std::vector<std::pair<std::string, Symbol>> AllVisible(const Analysis& analysis, const Scope& scope);

}  // namespace zhun::sema
