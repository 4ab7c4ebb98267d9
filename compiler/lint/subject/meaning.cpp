#include "compiler/lint/subject/meaning.h"

#include <algorithm>
#include <map>
#include <set>

namespace zhun::lint {
namespace {

using sema::Expr;
using sema::ExprId;
using sema::ExprKind;

/// What a name stands for; invalid where the expression is no definition.
ExprId MeantBy(const sema::Model& model, const Expr& expr) {
  const bool named = expr.kind == ExprKind::kDefinition || expr.kind == ExprKind::kDerived;
  return named && expr.ref < model.definitions.size() ? model.definitions[expr.ref].value : ExprId{};
}

void AddConditions(const std::vector<sema::Exception>& exceptions, std::vector<ExprId>& conditions) {
  for (const sema::Exception& exception : exceptions) {
    if (exception.when.IsValid()) conditions.push_back(exception.when);
    AddConditions(exception.exceptions, conditions);
  }
}

void VisitMeaning(const sema::Model& model, ExprId root, const std::function<void(const Expr&)>& visit,
                  std::set<std::uint32_t>& definitions) {
  if (!root.IsValid()) return;
  const Expr& expr = model.exprs[root];
  visit(expr);
  for (const ExprId operand : expr.operands) VisitMeaning(model, operand, visit, definitions);
  const ExprId meant = MeantBy(model, expr);
  if (meant.IsValid() && definitions.insert(expr.ref).second) VisitMeaning(model, meant, visit, definitions);
}

/// One question, answered once for each expression, however often definitions lead to it.
class Implication {
 public:
  Implication(const sema::Model& model, const Atom& atom) : model_(model), atom_(atom) {}

  bool Holds(ExprId condition, bool truth) {
    if (!condition.IsValid()) return false;
    const auto [known, first] = answers_.try_emplace({condition, truth}, false);
    if (first) answers_[{condition, truth}] = Answer(model_.exprs[condition], truth);
    return answers_.at({condition, truth});
  }

 private:
  bool Answer(const Expr& expr, bool truth) {
    const auto below = [&](ExprId operand) { return Holds(operand, truth); };
    switch (expr.kind) {
      case ExprKind::kAnd:
      case ExprKind::kOr: {
        // Of 且 that holds every operand holds, so one is enough; of 或 it may be any.
        const bool one_is_enough = (expr.kind == ExprKind::kAnd) == truth;
        return one_is_enough ? std::ranges::any_of(expr.operands, below) : std::ranges::all_of(expr.operands, below);
      }
      case ExprKind::kNot: return Holds(expr.operands[0], !truth);
      case ExprKind::kIf:
        return (Holds(expr.operands[0], true) || below(expr.operands[1])) &&
               (Holds(expr.operands[0], false) || below(expr.operands[2]));
      default: break;
    }
    const ExprId meant = MeantBy(model_, expr);
    return meant.IsValid() ? Holds(meant, truth) : atom_(expr, truth);
  }

  const sema::Model& model_;
  const Atom& atom_;
  std::map<std::pair<ExprId, bool>, bool> answers_;
};

}  // namespace

void ForEachMeaning(const sema::Model& model, ExprId root, const std::function<void(const Expr&)>& visit) {
  std::set<std::uint32_t> definitions;
  VisitMeaning(model, root, visit, definitions);
}

bool Implies(const sema::Model& model, ExprId condition, bool truth, const Atom& atom) {
  return Implication(model, atom).Holds(condition, truth);
}

bool IsWhole(const sema::Model& model, ExprId root) {
  bool whole = true;
  ForEachMeaning(model, root, [&](const Expr& expr) { whole = whole && expr.kind != ExprKind::kError; });
  return whole;
}

bool EffectImplies(const sema::Model& model, const sema::Rule& rule, const Atom& atom) {
  const auto switches_off = [&](const sema::Exception& exception) {
    return exception.exceptions.empty() && Implies(model, exception.when, false, atom);
  };
  return Implies(model, rule.when, true, atom) || Implies(model, rule.must, false, atom) ||
         std::ranges::any_of(rule.exceptions, switches_off);
}

std::vector<ExprId> ConditionsOf(const sema::Rule& rule) {
  std::vector<ExprId> conditions;
  if (rule.when.IsValid()) conditions.push_back(rule.when);
  if (rule.must.IsValid()) conditions.push_back(rule.must);
  AddConditions(rule.exceptions, conditions);
  return conditions;
}

bool Reads(const sema::Model& model, const sema::Rule& rule, const std::function<bool(const Expr&)>& visit) {
  bool found = false;
  for (const ExprId condition : ConditionsOf(rule)) {
    ForEachMeaning(model, condition, [&](const Expr& expr) { found = found || visit(expr); });
  }
  return found;
}

bool IsField(const PolicySubject& subject, const Expr& expr, std::string_view record, std::string_view key) {
  if (expr.kind != ExprKind::kField || expr.operands.empty()) return false;
  const vocabulary::Type of = subject.Model().exprs[expr.operands[0]].type;
  if (of.base != vocabulary::Base::kRecord) return false;
  const vocabulary::Record& type = subject.library.vocabulary.records[of.of];
  return type.key == record && expr.ref < type.attributes.size() && type.attributes[expr.ref].key == key;
}

bool IsWord(const PolicySubject& subject, const Expr& expr, std::string_view code) {
  if (expr.kind != ExprKind::kConstant || expr.type.base != vocabulary::Base::kEnum) return false;
  const auto& members = subject.library.vocabulary.enumerations[expr.type.of].members;
  const auto index = static_cast<std::size_t>(expr.number);
  return index < members.size() && members[index].code == code;
}

bool IsMember(const PolicySubject& subject, std::string_view enumeration, std::uint16_t member, std::string_view code) {
  const vocabulary::Vocabulary& words = subject.library.vocabulary;
  const std::uint16_t index = vocabulary::FindEnumeration(words, enumeration);
  return index != vocabulary::kNone && vocabulary::FindCode(words.enumerations[index], code) == member;
}

Atom IsGiven(const PolicySubject& subject, std::string_view record, std::string_view key) {
  return [&subject, record, key](const Expr& expr, bool truth) {
    const auto is_it = [&](ExprId id) { return IsField(subject, subject.Model().exprs[id], record, key); };
    switch (expr.kind) {
      case ExprKind::kField: return truth && IsField(subject, expr, record, key);
      case ExprKind::kEmpty: return !truth && is_it(expr.operands[0]);
      case ExprKind::kAny: return truth && is_it(expr.operands[0]);
      case ExprKind::kEvery: return !truth && is_it(expr.operands[0]);
      default: return false;
    }
  };
}

Atom IsFoundBy(const PolicySubject& subject, std::string_view actor) {
  return [&subject, actor](const Expr& expr, bool truth) {
    const auto& found = subject.Model().findings;
    return truth && expr.kind == ExprKind::kFinding && expr.ref < found.size() &&
           IsMember(subject, "actor", found[expr.ref].by, actor);
  };
}

bool Bears(const PolicySubject& subject, const sema::Rule& rule, std::string_view actor) {
  return std::ranges::any_of(rule.bearers,
                             [&](std::uint16_t bearer) { return IsMember(subject, "actor", bearer, actor); });
}

std::string_view EventKey(const PolicySubject& subject, std::uint16_t event) {
  const auto& events = subject.library.vocabulary.events;
  return event < events.size() ? std::string_view(events[event].key) : std::string_view();
}

std::string NameOf(const sema::Rule& rule) { return "「" + rule.name + "」"; }

bool IsMerits(const sema::Rule& rule) {
  return rule.kind == ast::RuleKind::kRequire || rule.kind == ast::RuleKind::kProhibit ||
         rule.kind == ast::RuleKind::kPaper;
}

std::string_view WordIn(std::string_view text, std::span<const std::string_view> words) {
  for (const std::string_view word : words) {
    if (Says(text, word)) return word;
  }
  return {};
}

}  // namespace zhun::lint
