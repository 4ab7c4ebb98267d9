#include "compiler/lint/style/expressions.h"

namespace zhun::lint {
namespace {

using Visit = std::function<void(const WrittenCondition&)>;

void InClauses(const ast::File& file, const std::vector<ast::Clause>& clauses, const ast::Rule* rule,
               const std::string& name, const Visit& visit) {
  for (const ast::Clause& clause : clauses) {
    const bool condition = clause.kind == ast::ClauseKind::kWhen || clause.kind == ast::ClauseKind::kMust;
    if (condition && clause.expr.IsValid()) visit({file, clause.expr, rule, &clause, name});
  }
}

void InPolicy(const ast::File& file, const ast::Policy& tree, const Visit& visit) {
  if (tree.applies.IsValid()) visit({file, tree.applies, nullptr, nullptr, tree.name.text});
  for (const ast::Definition& definition : tree.definitions) {
    if (definition.value.IsValid()) visit({file, definition.value, nullptr, nullptr, definition.name.text});
  }
  for (const ast::Rule& rule : tree.rules) {
    InClauses(file, rule.clauses, &rule, rule.name ? rule.name->text : std::string(), visit);
  }
  ForEachException(tree, [&](const ast::Exception& exception) {
    InClauses(file, exception.clauses, nullptr, exception.name.text, visit);
  });
}

}  // namespace

void ForEachCondition(const PolicySubject& subject, const Visit& visit) {
  for (const std::uint32_t index : subject.wanted) {
    const sema::Policy& policy = subject.Policy(index);
    if (const ast::File* file = subject.FileOf(policy)) InPolicy(*file, *policy.tree, visit);
  }
}

}  // namespace zhun::lint
