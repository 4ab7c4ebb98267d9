#include "compiler/lint/subject/policies.h"

#include <algorithm>

namespace zhun::lint {
namespace {

using VisitCitation = std::function<void(const ast::Citation&, CitedBy)>;
using VisitException = std::function<void(const ast::Exception&)>;

void Each(const ast::Citations& citations, CitedBy by, const VisitCitation& visit) {
  for (const ast::Citation& citation : citations) visit(citation, by);
}

void EachBelow(const std::vector<ast::Exception>& exceptions, const VisitException& visit) {
  for (const ast::Exception& exception : exceptions) {
    visit(exception);
    EachBelow(exception.exceptions, visit);
  }
}

void EachInClauses(const std::vector<ast::Clause>& clauses, CitedBy by, const VisitCitation& visit) {
  for (const ast::Clause& clause : clauses) {
    Each(clause.citations, clause.kind == ast::ClauseKind::kSanction ? CitedBy::kSanction : by, visit);
  }
}

TextOf RoleOf(ast::ClauseKind kind) {
  if (kind == ast::ClauseKind::kReason) return TextOf::kReason;
  return kind == ast::ClauseKind::kMay ? TextOf::kMay : TextOf::kShall;
}

}  // namespace

const ast::File* PolicySubject::FileOf(const sema::Policy& policy) const {
  for (const auto& file : compilation.files) {
    if (file->source == policy.source) return file.get();
  }
  return nullptr;
}

void PolicySubject::IndexRules() {
  rules_of.resize(Model().policies.size());
  for (const sema::Rule& rule : Model().rules) {
    if (rule.policy != sema::kNoIndex) rules_of[rule.policy].push_back(&rule);
  }
}

std::vector<const sema::Finding*> PolicySubject::FindingsOf(std::uint32_t policy) const {
  std::vector<const sema::Finding*> findings;
  for (const sema::Finding& finding : Model().findings) {
    if (finding.policy == policy) findings.push_back(&finding);
  }
  return findings;
}

const ast::Rule* PolicySubject::TreeOf(const sema::Rule& rule) const {
  const ast::Policy* tree = Policy(rule.policy).tree;
  const auto holds = [&](const ast::Rule& each) {
    return each.span.begin <= rule.span.begin && rule.span.end <= each.span.end;
  };
  const auto found = std::ranges::find_if(tree->rules, holds);
  return found == tree->rules.end() ? nullptr : &*found;
}

std::vector<const sema::Rule*> PolicySubject::BaseDuties(std::uint16_t from, std::uint16_t met_by) const {
  std::vector<const sema::Rule*> duties;
  for (std::uint32_t policy = 0; policy < Model().policies.size(); ++policy) {
    if (Policy(policy).role != sema::Role::kBase) continue;
    for (const sema::Rule* rule : RulesOf(policy)) {
      if (rule->limit && rule->limit->event == from && rule->met_by == met_by) duties.push_back(rule);
    }
  }
  return duties;
}

std::optional<OpenedEntry> PolicySubject::EntryOf(const sema::Policy& policy) const {
  if (catalogue == nullptr) return std::nullopt;
  const EntryRow* row = catalogue->Find(policy.entry_id, policy.entry_version);
  if (row == nullptr) return std::nullopt;
  return catalogue->Open(*row);
}

void ForEachException(const ast::Policy& policy, const VisitException& visit) {
  for (const ast::Rule& rule : policy.rules) EachBelow(rule.exceptions, visit);
  EachBelow(policy.exceptions, visit);
}

void ForEachCitation(const ast::Policy& policy, const VisitCitation& visit) {
  Each(policy.basis, CitedBy::kHeader, visit);
  for (const ast::Reading& reading : policy.readings) Each(reading.basis, CitedBy::kReading, visit);
  for (const ast::Finding& finding : policy.findings) Each(finding.basis, CitedBy::kFinding, visit);
  for (const ast::Rule& rule : policy.rules) EachInClauses(rule.clauses, CitedBy::kBasis, visit);
  ForEachException(
      policy, [&](const ast::Exception& exception) { EachInClauses(exception.clauses, CitedBy::kException, visit); });
  for (const ast::Unformalised& norm : policy.unformalised) Each(norm.citations, CitedBy::kUnformalised, visit);
}

void ForEachText(const ast::Policy& policy, const std::function<void(const ast::Text&, TextOf)>& visit) {
  for (const ast::Finding& finding : policy.findings) visit(finding.question, TextOf::kQuestion);
  for (const ast::Rule& rule : policy.rules) {
    for (const ast::Clause& clause : rule.clauses) {
      if (clause.text) visit(*clause.text, RoleOf(clause.kind));
    }
  }
  for (const ast::Unformalised& norm : policy.unformalised) visit(norm.text, TextOf::kUnformalised);
}

void ForEachExpression(const ast::File& file, ast::ExprId root, const std::function<void(const ast::Expr&)>& visit) {
  if (!root.IsValid()) return;
  const ast::Expr& expr = file.exprs[root];
  visit(expr);
  for (const ast::ExprId operand : expr.operands) ForEachExpression(file, operand, visit);
}

const ast::Clause* ClauseOf(const std::vector<ast::Clause>& clauses, ast::ClauseKind kind) {
  const auto found = std::ranges::find(clauses, kind, &ast::Clause::kind);
  return found == clauses.end() ? nullptr : &*found;
}

}  // namespace zhun::lint
