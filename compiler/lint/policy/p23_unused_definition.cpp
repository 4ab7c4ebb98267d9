#include <algorithm>
#include <filesystem>

#include "compiler/lint/subject/policies.h"

namespace zhun::lint {
namespace {

/// What a matter of a case is in is reported by `zhun timeline`, whether a rule reads it or not.
bool IsState(const sema::Definition& definition, const vocabulary::Vocabulary& vocabulary) {
  return definition.derived && definition.base && definition.type.base == vocabulary::Base::kEnum &&
         definition.record == vocabulary::FindRecord(vocabulary, "case_file") &&
         vocabulary.enumerations[definition.type.of].key.ends_with("_state");
}

std::vector<bool> Used(const sema::Model& model, const vocabulary::Vocabulary& vocabulary) {
  std::vector<bool> used(model.definitions.size(), false);
  for (std::size_t i = 0; i < used.size(); ++i) used[i] = IsState(model.definitions[i], vocabulary);
  for (const sema::Expr& expr : model.exprs) {
    const bool defined = expr.kind == sema::ExprKind::kDefinition || expr.kind == sema::ExprKind::kDerived;
    if (defined && expr.ref < used.size()) used[expr.ref] = true;
  }
  if (model.catalogue_guard < used.size()) used[model.catalogue_guard] = true;  // the language itself uses it
  return used;
}

/// Whether those who could use the definitions at the top of a file are looked at: its own policies, or files that
/// import it. A file of definitions alone says nothing of its use.
bool UsersAreHere(const PolicySubject& subject, base::SourceId source) {
  const auto name = std::filesystem::path(subject.Sources()[source].name).filename().string();
  return std::ranges::any_of(subject.compilation.files, [&](const auto& file) {
    if (file->source == source) return !file->policies.empty();
    return std::ranges::any_of(file->imports, [&](const ast::Import& import) {
      return std::filesystem::path(import.path.text).filename().string() == name;
    });
  });
}

void Look(const PolicySubject& subject, Findings& findings) {
  if (subject.messages.HasErrors()) return;  // what does not compile may well use it
  const std::vector<bool> used = Used(subject.Model(), subject.library.vocabulary);
  for (std::size_t i = 0; i < used.size(); ++i) {
    const sema::Definition& definition = subject.Model().definitions[i];
    if (used[i] || (definition.policy == sema::kNoIndex && !UsersAreHere(subject, definition.span.source))) continue;
    const std::string name = definition.derived ? "“" + definition.name + "”" : "「" + definition.name + "」";
    Finding& finding = findings.Report(RuleCode::kP23, definition.span,
                                       {"定义" + name + "没有被使用，不影响任何决定。",
                                        "The definition of " + name + " is not used and decides nothing."},
                                       definition.name);
    finding.help = {"删去它；或者查一查，本该用它的规则是不是写了别的条件",
                    "delete it; or look whether a rule that should use it says something else"};
  }
}

}  // namespace

extern const Rule kP23{.policies = Look};

}  // namespace zhun::lint
