#include "compiler/sema/exceptions.h"

#include <set>

#include "compiler/sema/citations.h"
#include "compiler/sema/expressions.h"
#include "compiler/sema/suggest.h"

namespace zhun::sema {
namespace {

using diagnostics::Code;

Exception ResolveException(Analysis& analysis, const Scope& scope, const ast::Exception& tree, base::Date date) {
  Exception exception;
  exception.span = tree.name.span;
  exception.name = tree.name.text;
  exception.code = tree.code ? tree.code->text : tree.name.text;
  const ast::Clause* when = nullptr;
  const ast::Clause* basis = nullptr;
  for (const ast::Clause& clause : tree.clauses) {
    const ast::Clause*& seen = clause.kind == ast::ClauseKind::kWhen ? when : basis;
    if (seen != nullptr) {
      const base::Words name =
          clause.kind == ast::ClauseKind::kWhen ? base::Words{"当", "when"} : base::Words{"依据", "basis"};
      analysis.sink.Report(
          Code::kClauseTwice, clause.keyword,
          {{"clause", name},
           {"rule", base::Words{"例外「" + exception.name + "」", "exception 「" + exception.name + "」"}}});
    }
    seen = &clause;
  }
  if (when != nullptr) exception.when = Expressions(analysis, scope).Condition(when->expr);
  if (basis != nullptr) {
    exception.basis = ResolveCitations(analysis, scope, basis->citations, date);
  } else if (!tree.damaged) {
    analysis.sink.Report(
        Code::kNoBasis, tree.name.span,
        {{"rule", base::Words{"例外「" + exception.name + "」", "exception 「" + exception.name + "」"}}});
  }
  exception.exceptions = ResolveExceptions(analysis, scope, tree.exceptions, date);
  return exception;
}

Exception* FindException(std::vector<Exception>& exceptions, const std::string& name) {
  for (Exception& exception : exceptions) {
    if (exception.name == name) return &exception;
    if (Exception* inner = FindException(exception.exceptions, name)) return inner;
  }
  return nullptr;
}

struct Pending {
  const ast::Exception* tree;
  std::uint32_t unit;
  std::uint32_t policy;
};

/// The list that `pending` belongs into, or nullptr; `stage` and `binder` of its rule go into `scope`, the rule's policy
/// into `owner`.
std::vector<Exception>* Target(Analysis& analysis, const Pending& pending, Scope& scope, std::uint32_t& owner) {
  scope.unit = pending.unit;
  scope.policy = pending.policy;
  const auto enter = [&](const Rule& rule) {
    owner = rule.policy;
    scope.stage = rule.stage;
    scope.binder = rule.binder;
    if (rule.subject.IsValid() && rule.binder != 0) scope.it = analysis.model.exprs[rule.subject].type;
    if (rule.per_item) {
      scope.it = {vocabulary::Base::kRecord, vocabulary::FindRecord(analysis.vocabulary, "item"), false};
    }
  };
  for (const Symbol& symbol : Visible(analysis, scope, pending.tree->of->text)) {
    if (symbol.kind != SymbolKind::kRule) continue;
    enter(analysis.model.rules[symbol.index]);
    return &analysis.model.rules[symbol.index].exceptions;
  }
  for (Rule& rule : analysis.model.rules) {
    if (rule.policy != pending.policy) continue;
    if (Exception* exception = FindException(rule.exceptions, pending.tree->of->text)) {
      enter(rule);
      return &exception->exceptions;
    }
  }
  return nullptr;
}

/// An exception holds wherever its rule does. So the policy of an entry excepts the rules of that entry only: others
/// hold for entries that it does not speak of.
bool MayExceptRulesOf(const Policy& owner, const Policy& policy) {
  return policy.role == Role::kBase || (owner.role == Role::kEntry && owner.entry_id == policy.entry_id);
}

bool AttachOne(Analysis& analysis, const Pending& pending) {
  Scope scope;
  std::uint32_t owner = pending.policy;
  std::vector<Exception>* target = Target(analysis, pending, scope, owner);
  if (target == nullptr) return false;
  if (!MayExceptRulesOf(analysis.model.policies[owner], analysis.model.policies[pending.policy])) {
    const ast::Token& of = *pending.tree->of;
    analysis.sink.Report(Code::kCannotBeExcepted, of.span, {{"name", pending.tree->name.text}, {"rule", of.text}})
        .help = {"条目策略只能为本条目的规则写例外：别的规则还管着别的条目。",
                 "The policy of an entry excepts rules of that entry only: others hold for other entries too."};
    return true;
  }
  target->push_back(
      ResolveException(analysis, scope, *pending.tree, analysis.model.policies[pending.policy].effective_from));
  return true;
}

void ReportDangling(Analysis& analysis, const Pending& pending) {
  const ast::Token& of = *pending.tree->of;
  diagnostics::Diagnostic& report =
      analysis.sink.Report(Code::kExceptionDangling, of.span, {{"name", pending.tree->name.text}, {"of", of.text}});
  Scope scope;
  scope.unit = pending.unit;
  scope.policy = pending.policy;
  std::vector<std::string> names;
  for (const auto& [name, symbol] : AllVisible(analysis, scope)) {
    if (symbol.kind == SymbolKind::kRule) names.push_back(name);
  }
  if (const auto near = Nearest(of.text, names)) {
    report.fixes.push_back({of.span, "「" + *near + "」", {"改为「" + *near + "」", "write 「" + *near + "」"}, true});
  }
}

/// The exception that `each` is of, among those that found no rule; nothing where there is none.
std::optional<std::size_t> Next(const std::vector<Pending>& pending, std::size_t each) {
  for (std::size_t i = 0; i < pending.size(); ++i) {
    if (pending[i].tree->name.text == pending[each].tree->of->text) return i;
  }
  return std::nullopt;
}

/// One message for a circle and one for each rule that is not there; what hangs on either is no mistake of its own.
void ReportUnattached(Analysis& analysis, const std::vector<Pending>& pending) {
  std::set<std::size_t> reported;
  for (std::size_t i = 0; i < pending.size(); ++i) {
    std::optional<std::size_t> at = Next(pending, i);
    if (!at) ReportDangling(analysis, pending[i]);
    std::set<std::size_t> circle;
    while (at && circle.insert(*at).second) at = Next(pending, *at);
    if (!at || !circle.contains(i) || !reported.insert(i).second) continue;
    diagnostics::Diagnostic& report =
        analysis.sink.Report(Code::kExceptionCycle, pending[i].tree->of->span, {{"name", pending[i].tree->name.text}});
    for (std::size_t other : circle) {
      if (!reported.insert(other).second) continue;
      report.labels.push_back({pending[other].tree->of->span, {"又回到这里", "and round by this one"}});
    }
  }
}

/// Published conditions and what the entry says rank below every instrument.
bool CanExcept(const Citation& exception, const Citation& rule) {
  const bool low_exception = exception.kind != Citation::Kind::kProvision;
  const bool low_rule = rule.kind != Citation::Kind::kProvision;
  if (low_exception || low_rule) return low_rule;
  return law::AtLeast(exception.rank, rule.rank);
}

base::Words RankWords(const Citation& citation) {
  if (citation.kind != Citation::Kind::kProvision) return {"目录条件", "published condition"};
  return law::RankLabel(citation.rank);
}

/// How the basis of an exception falls short of the rule's, as the words before and after the latter.
std::pair<base::Words, base::Words> Shortfall(const Citation& exception, const Citation& rule) {
  const bool provisions = exception.kind == Citation::Kind::kProvision && rule.kind == Citation::Kind::kProvision;
  if (provisions && law::CompareRanks(exception.rank, rule.rank) == law::RankOrder::kIncomparable) {
    return {{"与", "cannot be compared with"}, {"位阶无法比较", " in rank"}};
  }
  return {{"低于", "ranks below"}, {}};
}

void CheckRanks(Analysis& analysis, const Exception& exception, const Citations& over) {
  for (const Citation& basis : exception.basis) {
    for (const Citation& rule : over) {
      if (CanExcept(basis, rule)) continue;
      const auto [before, after] = Shortfall(basis, rule);
      diagnostics::Diagnostic& report = analysis.sink.Report(Code::kExceptionRank, basis.span,
                                                             {{"name", exception.name},
                                                              {"rank", RankWords(basis)},
                                                              {"over", RankWords(rule)},
                                                              {"before", before},
                                                              {"after", after}});
      report.labels.push_back({rule.span, {"所例外规则的依据在这里", "the basis of the rule it excepts from"}});
      return;
    }
  }
  for (const Exception& inner : exception.exceptions) CheckRanks(analysis, inner, exception.basis);
}

bool MayBeExcepted(const Analysis& analysis, const Rule& rule) {
  if (rule.kind == ast::RuleKind::kElement || rule.kind == ast::RuleKind::kPower) return false;
  if (rule.outcome == vocabulary::kNone) return true;
  const std::uint16_t outcomes = vocabulary::FindEnumeration(analysis.vocabulary, "outcome");
  const std::string& code = analysis.vocabulary.enumerations[outcomes].members[rule.outcome].code;
  return code != "out_of_scope" && code != "not_requestable";
}

}  // namespace

std::vector<Exception> ResolveExceptions(Analysis& analysis, const Scope& scope,
                                         const std::vector<ast::Exception>& trees, base::Date date) {
  std::vector<Exception> exceptions;
  for (const ast::Exception& tree : trees) exceptions.push_back(ResolveException(analysis, scope, tree, date));
  return exceptions;
}

void AttachExceptions(Analysis& analysis) {
  std::vector<Pending> pending;
  for (std::uint32_t policy = 0; policy < analysis.model.policies.size(); ++policy) {
    const Policy& owner = analysis.model.policies[policy];
    std::uint32_t unit = 0;
    while (analysis.units[unit].file->source != owner.source) ++unit;
    for (const ast::Exception& tree : owner.tree->exceptions) {
      if (tree.of) {
        pending.push_back({&tree, unit, policy});
      } else {
        analysis.sink.Report(Code::kExceptionOfNothing, tree.name.span, {{"name", tree.name.text}});
      }
    }
  }
  for (bool moved = true; moved && !pending.empty();) {  // an exception may name one that is attached after it
    const std::size_t before = pending.size();
    std::erase_if(pending, [&](const Pending& each) { return AttachOne(analysis, each); });
    moved = pending.size() < before;
  }
  ReportUnattached(analysis, pending);
}

void CheckExceptions(Analysis& analysis) {
  for (const Rule& rule : analysis.model.rules) {
    for (const Exception& exception : rule.exceptions) {
      if (!MayBeExcepted(analysis, rule)) {
        analysis.sink.Report(Code::kCannotBeExcepted, exception.span, {{"name", exception.name}, {"rule", rule.name}});
      } else {
        CheckRanks(analysis, exception, rule.basis);
      }
    }
  }
}

}  // namespace zhun::sema
