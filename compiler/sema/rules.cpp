#include "compiler/sema/rules.h"

#include <charconv>

#include "compiler/sema/citations.h"
#include "compiler/sema/clauses.h"
#include "compiler/sema/exceptions.h"
#include "compiler/sema/expressions.h"
#include "compiler/sema/lookup.h"
#include "compiler/sema/words.h"

namespace zhun::sema {
namespace {

using ast::ClauseKind;
using ast::RuleKind;
using diagnostics::Code;
using vocabulary::Base;

class RuleResolver {
 public:
  RuleResolver(Analysis& analysis, std::uint32_t rule, const ast::Rule& tree, std::uint32_t unit)
      : analysis_(analysis),
        index_(rule),
        tree_(tree) {
    const Rule& declared = analysis.model.rules[rule];
    scope_.unit = unit;
    scope_.policy = declared.policy;
    scope_.stage = declared.stage;
    rule_ = declared;
  }

  void Resolve() {
    CheckClauses(analysis_, tree_);
    ReadStage();
    ReadSubject();
    for (const ast::Clause& clause : tree_.clauses) Read(clause);
    rule_.exceptions = ResolveExceptions(analysis_, scope_, tree_.exceptions, Date());
    SetOutcome();
    CheckPlace();
    analysis_.model.rules[index_] = std::move(rule_);
  }

 private:
  const Policy& OwnPolicy() const { return analysis_.model.policies[rule_.policy]; }
  base::Date Date() const { return OwnPolicy().effective_from; }

  void ReadStage() {
    for (const ast::Clause& clause : tree_.clauses) {
      if (clause.kind != ClauseKind::kStage || clause.words.empty()) continue;
      const std::uint16_t stage = MemberOf(analysis_, "stage", clause.words[0]);
      if (stage != vocabulary::kNone) rule_.stage = stage;
    }
    scope_.stage = rule_.stage;
  }

  /// Gives 其 its meaning: the requested item of 逐项, or the element of 要素.
  void ReadSubject() {
    if (tree_.path && (tree_.kind == RuleKind::kElement || tree_.kind == RuleKind::kPaper)) {
      rule_.subject = Expressions(analysis_, scope_).Path(*tree_.path);
      CheckSubject(*tree_.path);
      NameBySubject();
    }
    CheckTitle();
    if (tree_.kind == RuleKind::kElement) {  // 其 of an element that is wrong says nothing further
      Bind(rule_.subject.IsValid() ? analysis_.model.exprs[rule_.subject].type : kErrorType);
    } else if (tree_.per_item) {
      Bind({Base::kRecord, vocabulary::FindRecord(analysis_.vocabulary, "item"), false});
    }
  }

  /// What has no name of its own is called by its path, whichever surface the path was written in.
  void NameBySubject() {
    if (!rule_.subject.IsValid() || analysis_.model.exprs[rule_.subject].type.base == Base::kError) return;
    const base::Words path = InWords(analysis_.model, analysis_.vocabulary, rule_.subject);
    rule_.name = path.zh;
    if (!tree_.code) rule_.code = path.en;
  }

  /// Elements are parts of the application; papers are that or named; everything else has a name.
  void CheckTitle() {
    const bool element = tree_.kind == RuleKind::kElement;
    if (element && tree_.name) {
      analysis_.sink.Report(Code::kElementNotOfApplication, tree_.name->span,
                            {{"path", "「" + tree_.name->text + "」"}});
    }
    if (element || tree_.kind == RuleKind::kPaper || !tree_.path) return;
    const std::string& path = tree_.path->text;
    diagnostics::Diagnostic& report =
        analysis_.sink.Report(Code::kNameWithoutMarks, tree_.path->span, {{"written", path}, {"name", path}});
    report.fixes.push_back(
        {tree_.path->span, "「" + path + "」", {"改为：「" + path + "」", "write 「" + path + "」"}});
  }

  void Bind(vocabulary::Type type) {
    rule_.binder = analysis_.model.binders++;
    scope_.binder = rule_.binder;
    scope_.it = type;
  }

  void CheckSubject(const ast::Token& path) {
    const Expr& subject = analysis_.model.exprs[rule_.subject];
    if (subject.type.base == Base::kError) return;
    if (tree_.kind == RuleKind::kPaper) {
      if (subject.type == vocabulary::Type{Base::kText, vocabulary::kNone, true}) return;
      analysis_.sink.Report(Code::kPaperNeedsNames, path.span,
                            {{"type", vocabulary::Describe(analysis_.vocabulary, subject.type)}});
      rule_.subject = {};
      return;
    }
    const bool member =
        subject.kind == ExprKind::kField && analysis_.model.exprs[subject.operands[0]].kind == ExprKind::kRoot;
    const bool application =
        member && analysis_.vocabulary.roots[analysis_.model.exprs[subject.operands[0]].ref].key == "application";
    if (application) return;
    analysis_.sink.Report(Code::kElementNotOfApplication, path.span, {{"path", path.text}});
    rule_.subject = {};
  }

  void Read(const ast::Clause& clause) {
    Expressions expressions(analysis_, scope_);
    switch (clause.kind) {
      case ClauseKind::kStage: return;
      case ClauseKind::kWhen: rule_.when = expressions.Condition(clause.expr); return;
      case ClauseKind::kMust: rule_.must = expressions.Condition(clause.expr); return;
      case ClauseKind::kOutcome: rule_.outcome = Outcome(clause); return;
      case ClauseKind::kBasis: ReadBasis(clause); return;
      case ClauseKind::kReason: ReadReason(clause); return;
      case ClauseKind::kSanction:
        rule_.sanction = ResolveCitations(analysis_, scope_, clause.citations, Date());
        return;
      case ClauseKind::kBearer: rule_.bearers = MembersOf(analysis_, "actor", clause.words); return;
      case ClauseKind::kShall: ReadText(clause, Modality::kShall); return;
      case ClauseKind::kShallNot: ReadText(clause, Modality::kShallNot); return;
      case ClauseKind::kMay: ReadText(clause, Modality::kMay); return;
      case ClauseKind::kFrom: ReadLimit(clause); return;
      case ClauseKind::kMetBy:
        rule_.met_by = EventOf(analysis_, clause.words.at(0));
        if (clause.expr.IsValid()) rule_.met_if = expressions.Condition(clause.expr);
        return;
      case ClauseKind::kExtend: ReadExtension(clause); return;
    }
  }

  std::uint16_t Outcome(const ast::Clause& clause) {
    if (OwnPolicy().role == Role::kEntry) {
      analysis_.sink.Report(Code::kBaseOnly, clause.span, {{"what", base::Words{"后果", "outcome"}}});
      return vocabulary::kNone;
    }
    if (tree_.per_item) {
      analysis_.sink.Report(Code::kItemOutcome, clause.span);
      return vocabulary::kNone;
    }
    return MemberOf(analysis_, "outcome", clause.words.at(0));
  }

  void ReadBasis(const ast::Clause& clause) {
    rule_.basis = ResolveCitations(analysis_, scope_, clause.citations, Date());
    basis_is_whole_ = basis_is_whole_ && rule_.basis.size() == clause.citations.size();
  }

  void ReadReason(const ast::Clause& clause) {
    if (clause.text) rule_.reason = WordsOf(*clause.text);
    if (!clause.path) return;
    rule_.reason_path = Expressions(analysis_, scope_).Path(*clause.path);
    const Expr& path = analysis_.model.exprs[rule_.reason_path];
    if (path.type.base == Base::kError || path.type == vocabulary::Type{Base::kText, vocabulary::kNone, false}) return;
    analysis_.sink.Report(Code::kReasonNotText, clause.path->span,
                          {{"type", vocabulary::Describe(analysis_.vocabulary, path.type)}});
    rule_.reason_path = {};
  }

  void ReadText(const ast::Clause& clause, Modality modality) {
    rule_.modality = modality;
    if (clause.text) rule_.text = WordsOf(*clause.text);
  }

  void ReadLimit(const ast::Clause& clause) {
    TimeLimit limit;
    limit.event = EventOf(analysis_, clause.words.at(0));
    limit.length = Expressions(analysis_, scope_).Length(clause.expr);
    if (clause.op != ast::Operator::kAtMost && clause.op != ast::Operator::kAtLeast) {
      analysis_.sink.Report(Code::kLimitWord, clause.span,
                            {{"clause", base::Words{"自", "from"}},
                             {"words", base::Words{"“不超过”（限期完成）或者“不少于”（至少保存）",
                                                   "at_most (do it within) or at_least (keep it for)"}}});
      return;
    }
    limit.at_least = clause.op == ast::Operator::kAtLeast;
    const bool sound = analysis_.model.exprs[limit.length].type.base != Base::kError;
    if (sound && limit.event != vocabulary::kNone) rule_.limit = limit;
  }

  void ReadExtension(const ast::Clause& clause) {
    Extension extension;
    ReadAmount(clause, extension);
    for (const ast::Token& word : clause.words) extension.events.push_back(EventOf(analysis_, word));
    if (clause.op != ast::Operator::kAtMost) {
      analysis_.sink.Report(Code::kLimitWord, clause.span,
                            {{"clause", base::Words{"延长", "extend"}}, {"words", base::Words{"“不超过”", "at_most"}}});
    }
    rule_.extension = std::move(extension);
  }

  void ReadAmount(const ast::Clause& clause, Extension& extension) {
    const std::string& digits = clause.amount.text;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), extension.amount);
    if (error != std::errc() || end != digits.data() + digits.size()) {
      analysis_.sink.Report(Code::kNumberNotWhole, clause.amount.span, {{"text", digits}});
    }
    extension.unit = UnitOf(analysis_, clause.unit);
    if (extension.unit == vocabulary::kNone || analysis_.vocabulary.units[extension.unit].length) return;
    const vocabulary::Type type{Base::kQuantity, extension.unit, false};
    analysis_.sink.Report(Code::kNotALength, clause.unit.span,
                          {{"type", vocabulary::Describe(analysis_.vocabulary, type)}});
  }

  void SetOutcome() {
    if (rule_.outcome != vocabulary::kNone || rule_.per_item) return;
    const char* code = nullptr;
    switch (tree_.kind) {
      case RuleKind::kRequire:
      case RuleKind::kProhibit: code = "refuse"; break;
      case RuleKind::kPaper:
      case RuleKind::kElement: code = "supplement"; break;
      case RuleKind::kDuty:
      case RuleKind::kPower: return;
    }
    const std::uint16_t outcome = vocabulary::FindEnumeration(analysis_.vocabulary, "outcome");
    rule_.outcome = vocabulary::FindCode(analysis_.vocabulary.enumerations[outcome], code);
  }

  /// What the place of a rule allows: entry policies add merits rules on published conditions and nothing else.
  void CheckPlace() {
    const base::Span at = rule_.span;
    const bool merits =
        tree_.kind == RuleKind::kRequire || tree_.kind == RuleKind::kProhibit || tree_.kind == RuleKind::kPaper;
    if (tree_.per_item && tree_.kind != RuleKind::kRequire && tree_.kind != RuleKind::kProhibit) {
      analysis_.sink.Report(Code::kPerItemKind, at);
    }
    if (OwnPolicy().role != Role::kEntry) return;
    if (tree_.kind == RuleKind::kElement || tree_.kind == RuleKind::kPower) {
      analysis_.sink.Report(Code::kBaseOnly, tree_.keyword, {{"what", Title(tree_)}});
    }
    if (merits && basis_is_whole_ && !tree_.damaged && !rule_.basis.empty() && !RestsOnCatalogue()) {
      analysis_.sink.Report(Code::kNotPublished, at, {{"rule", Title(tree_)}});
    }
  }

  bool RestsOnCatalogue() const {
    for (const Citation& citation : rule_.basis) {
      if (citation.kind != Citation::Kind::kProvision) return true;
    }
    return false;
  }

  Analysis& analysis_;
  std::uint32_t index_;
  const ast::Rule& tree_;
  Scope scope_;
  Rule rule_;
  bool basis_is_whole_ = true;  ///< no citation was reported and left out
};

}  // namespace

base::Words Title(const ast::Rule& tree) {
  constexpr const char* kZh[] = {"要求", "禁止", "材料", "要素", "义务", "权力"};
  constexpr const char* kEn[] = {"require", "prohibit", "paper", "element", "duty", "power"};
  const auto kind = static_cast<std::size_t>(tree.kind);
  const std::string name = tree.name ? "「" + tree.name->text + "」" : tree.path ? tree.path->text : "";
  return {kZh[kind] + name, std::string(kEn[kind]) + " " + name};
}

void ResolveRule(Analysis& analysis, std::uint32_t rule, const ast::Rule& tree, std::uint32_t unit) {
  RuleResolver(analysis, rule, tree, unit).Resolve();
}

}  // namespace zhun::sema
