#include "compiler/sema/applicability.h"

#include <algorithm>

namespace zhun::sema {
namespace {

bool IsConstant(const Model& model, ExprId id) {
  const Expr& node = model.exprs[id];
  if (node.kind != ExprKind::kList) return node.kind == ExprKind::kConstant;
  return std::ranges::all_of(node.operands, [&](ExprId each) { return IsConstant(model, each); });
}

/// A fact of the entry or the application against fixed values.
bool ComparesFact(const Model& model, const vocabulary::Vocabulary& vocabulary, const Expr& node) {
  const std::string keys = KeysOf(model, vocabulary, node.operands[0]);
  const bool fact = keys.starts_with("entry.") || keys.starts_with("application.");
  return fact && std::ranges::all_of(std::next(node.operands.begin()), node.operands.end(),
                                     [&](ExprId each) { return IsConstant(model, each); });
}

}  // namespace

std::string KeysOf(const Model& model, const vocabulary::Vocabulary& vocabulary, ExprId expr) {
  if (!expr.IsValid()) return {};
  const Expr& node = model.exprs[expr];
  if (node.kind == ExprKind::kRoot) return vocabulary.roots[node.ref].key;
  if (node.kind == ExprKind::kIt) return "it";
  if (node.kind != ExprKind::kField) return {};
  const std::string before = KeysOf(model, vocabulary, node.operands[0]);
  const vocabulary::Type& record = model.exprs[node.operands[0]].type;
  if (before.empty() || record.base != vocabulary::Base::kRecord) return {};
  return before + "." + vocabulary.records[record.of].attributes[node.ref].key;
}

ExprId Unindexable(const Model& model, const vocabulary::Vocabulary& vocabulary, ExprId id) {
  const Expr& node = model.exprs[id];
  switch (node.kind) {
    case ExprKind::kAnd:
    case ExprKind::kOr:
    case ExprKind::kNot:
      for (const ExprId each : node.operands) {
        const ExprId found = Unindexable(model, vocabulary, each);
        if (found.IsValid()) return found;
      }
      return {};
    case ExprKind::kDefinition:
      return Unindexable(model, vocabulary, model.definitions[node.ref].value).IsValid() ? id : ExprId{};
    case ExprKind::kEqual:
    case ExprKind::kGreater:
    case ExprKind::kLess:
    case ExprKind::kWithin:
    case ExprKind::kIn:
    case ExprKind::kContains:
    case ExprKind::kMeets:
    case ExprKind::kEmpty: return ComparesFact(model, vocabulary, node) ? ExprId{} : id;
    case ExprKind::kField:
    case ExprKind::kConstant:
    case ExprKind::kError: return {};
    default: return id;
  }
}

void ReportUnindexable(Analysis& analysis) {
  if (analysis.sink.HasErrors()) return;
  const Model& model = analysis.model;
  for (const Policy& policy : model.policies) {
    if (!policy.applies.IsValid()) continue;
    const ExprId part = Unindexable(model, analysis.vocabulary, policy.applies);
    if (!part.IsValid()) continue;
    analysis.sink.Report(diagnostics::Code::kApplicabilityNotIndexed, model.exprs[part].span,
                         {{"policy", base::Words{policy.name, policy.code}}});
  }
}

}  // namespace zhun::sema
