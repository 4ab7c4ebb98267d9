#include "compiler/sema/expressions.h"

#include <algorithm>

#include "compiler/sema/operators.h"

namespace zhun::sema {

using ast::Operator;
using diagnostics::Code;
using vocabulary::Base;
using vocabulary::Type;

ExprId Expressions::Make(ExprKind kind, Type type, base::Span span, std::vector<ExprId> operands, std::uint32_t ref) {
  Expr expr;
  expr.kind = kind;
  expr.type = type;
  expr.span = span;
  expr.operands = std::move(operands);
  expr.ref = ref;
  return Add(std::move(expr));
}

ExprId Expressions::Negated(ExprId id) { return Make(ExprKind::kNot, kCondition, At(id).span, {id}); }

ExprId Expressions::Condition(ast::ExprId id) {
  const ExprId result = Value(id, kCondition);
  const Expr& expr = At(result);
  if (expr.type == kCondition || IsBad(result)) return result;
  const base::Span span = expr.span;
  auto& report = analysis_.sink.Report(Code::kNotACondition, span, {{"type", Describe(expr.type)}});
  // 须 “主管部门批准”: a text is never a condition, and there is something of that name.
  const bool named = expr.kind == ExprKind::kConstant && expr.type.base == Base::kText &&
                     std::ranges::any_of(Visible(analysis_, scope_, expr.text),
                                         [](const Symbol& symbol) { return symbol.kind != SymbolKind::kDerived; });
  if (named) report.fixes.push_back({span, "「" + expr.text + "」", {"改用「」", "write it in 「」"}});
  return Bad(span);
}

ExprId Expressions::Value(ast::ExprId id, Type expected) {
  const ast::Expr& tree = file_.exprs[id];
  const bool lexeme = tree.kind == ast::ExprKind::kPath || tree.kind == ast::ExprKind::kWord;
  if (!tree.bracketed || !lexeme) return ValueOf(tree, expected);
  ast::Expr bare = tree;  // messages and spellings are about the word, not about the brackets round it
  bare.span = tree.op_span;
  return ValueOf(bare, expected);
}

ExprId Expressions::ValueOf(const ast::Expr& tree, Type expected) {
  switch (tree.kind) {
    case ast::ExprKind::kIf: return Conditional(tree, expected);
    case ast::ExprKind::kAnd:
    case ast::ExprKind::kOr: return Junction(tree);
    case ast::ExprKind::kMixed: return Mixed(tree);
    case ast::ExprKind::kNot: return Make(ExprKind::kNot, kCondition, tree.span, {Condition(tree.operands[0])});
    case ast::ExprKind::kCompare: return Comparison(tree);
    case ast::ExprKind::kSet: return SetRelation(tree);
    case ast::ExprKind::kEmpty: return Emptiness(tree);
    case ast::ExprKind::kPlus:
    case ast::ExprKind::kMinus: return Sum(tree, expected);
    case ast::ExprKind::kAny:
    case ast::ExprKind::kEvery: return Quantifier(tree);
    case ast::ExprKind::kNumber: return Number(tree);
    case ast::ExprKind::kQuantity: return Quantity(tree);
    case ast::ExprKind::kDate: return Date(tree);
    case ast::ExprKind::kText: return Text(tree, expected);
    case ast::ExprKind::kName: return Name(tree, expected);
    case ast::ExprKind::kPath: return PathText(tree.text, tree.span);
    case ast::ExprKind::kWord: return Word(tree, expected);
    case ast::ExprKind::kIt: return It(tree.span);
    case ast::ExprKind::kCitation: analysis_.sink.Report(Code::kCitationAsValue, tree.span); return Bad(tree.span);
    case ast::ExprKind::kError: return Bad(tree.span);
  }
  return Bad(tree.span);
}

ExprId Expressions::Junction(const ast::Expr& tree) {
  std::vector<ExprId> operands;
  for (ast::ExprId operand : tree.operands) operands.push_back(Condition(operand));
  return Make(tree.kind == ast::ExprKind::kAnd ? ExprKind::kAnd : ExprKind::kOr, kCondition, tree.span,
              std::move(operands));
}

std::string Expressions::Grouped(const ast::Expr& tree, ast::ExprKind inner) const {
  const auto& joints = tree.operators;
  const auto inside = [&](std::size_t joint) { return joint < joints.size() && joints[joint] == inner; };
  const base::Span first_joint{tree.span.source, file_.exprs[tree.operands[0]].span.end,
                               file_.exprs[tree.operands[1]].span.begin};
  const bool chinese =
      std::ranges::any_of(analysis_.sources.TextOf(first_joint), [](unsigned char c) { return c >= 0x80; });
  const std::string open = chinese ? "（" : "(", close = chinese ? "）" : ")";
  std::string text;
  base::Span between = tree.span;
  for (std::size_t i = 0; i < tree.operands.size(); ++i) {
    const base::Span span = file_.exprs[tree.operands[i]].span;
    between.end = span.begin;
    const std::string joint(i == 0 ? "" : analysis_.sources.TextOf(between));
    const bool opens = inside(i) && (i == 0 || !inside(i - 1)), closes = i > 0 && inside(i - 1) && !inside(i);
    text.append(joint).append(opens ? open : "").append(analysis_.sources.TextOf(span)).append(closes ? close : "");
    between.begin = span.end;
  }
  return text;
}

ExprId Expressions::Mixed(const ast::Expr& tree) {
  for (ast::ExprId operand : tree.operands) Condition(operand);
  const std::string first = Grouped(tree, ast::ExprKind::kAnd), second = Grouped(tree, ast::ExprKind::kOr);
  diagnostics::Diagnostic& report =
      analysis_.sink.Report(Code::kMixedAndOr, tree.span, {{"first", first}, {"second", second}});
  report.fixes.push_back({tree.span, first, {"先“且”后“或”", "take the parts joined by and together"}});
  report.fixes.push_back({tree.span, second, {"先“或”后“且”", "take the parts joined by or together"}});
  return Bad(tree.span);
}

ExprId Expressions::Conditional(const ast::Expr& tree, Type expected) {
  const ExprId condition = Condition(tree.operands[0]);
  const ExprId then = Value(tree.operands[1], expected);
  const ExprId otherwise = Value(tree.operands[2], IsBad(then) ? expected : At(then).type);
  if (IsBad(condition) || IsBad(then) || IsBad(otherwise)) return Bad(tree.span);
  if (At(then).type != At(otherwise).type) {
    diagnostics::Diagnostic& report = analysis_.sink.Report(
        Code::kBranchesDiffer, tree.span, {{"then", Describe(At(then).type)}, {"else", Describe(At(otherwise).type)}});
    report.labels.push_back({At(then).span, Describe(At(then).type)});
    report.labels.push_back({At(otherwise).span, Describe(At(otherwise).type)});
    return Bad(tree.span);
  }
  return Make(ExprKind::kIf, At(then).type, tree.span, {condition, then, otherwise});
}

bool Expressions::NeedsContext(ast::ExprId id) const {
  const ast::ExprKind kind = file_.exprs[id].kind;
  return kind == ast::ExprKind::kWord || kind == ast::ExprKind::kText;
}

ExprId Expressions::ValueBeside(ast::ExprId id, ExprId other) {
  const ast::Expr& tree = file_.exprs[id];
  // Whether a word is right cannot be told beside something that was reported already.
  if (IsBad(other) && tree.kind == ast::ExprKind::kWord) return Bad(tree.span);
  return Value(id, At(other).type);
}

ExprId Expressions::Comparison(const ast::Expr& tree) {
  ExprId left, right;
  if (NeedsContext(tree.operands[0]) && !NeedsContext(tree.operands[1])) {
    right = Value(tree.operands[1]);
    left = ValueBeside(tree.operands[0], right);
  } else {
    left = Value(tree.operands[0]);
    right = ValueBeside(tree.operands[1], left);
  }
  if (IsBad(left) || IsBad(right)) return Bad(tree.span);
  return Compare(tree, left, right);
}

ExprId Expressions::Mismatch(const ast::Expr& tree, ExprId left, ExprId right) {
  diagnostics::Diagnostic& report = analysis_.sink.Report(
      Code::kCannotCompare, tree.op_span.source.IsValid() ? tree.op_span : tree.span,
      {{"left", Describe(At(left).type)}, {"right", Describe(At(right).type)}, {"word", NameOf(tree.op)}});
  report.labels.push_back({At(left).span, Describe(At(left).type)});
  report.labels.push_back({At(right).span, Describe(At(right).type)});
  const auto either = [&](Base base) { return At(left).type.base == base || At(right).type.base == base; };
  if (either(Base::kBool)) {
    report.help = {"判断不必比较：直接写这个判断，或者前面加“非”。",
                   "A condition needs no comparison: write it as it is, or with not in front."};
  } else if (either(Base::kRecord)) {
    report.help = {
        "记录不能整个比较：写到其中的一项；列表用“任一”或者“每一”逐个判断。",
        "Records are not compared as a whole: name one attribute; judge the members of a list with any or every."};
  }
  return Bad(tree.span);
}

ExprId Expressions::WrongFamily(const ast::Expr& tree, ExprId left) {
  const Type type = At(left).type;
  const base::Span at = tree.op_span.source.IsValid() ? tree.op_span : tree.span;
  diagnostics::Diagnostic& report = analysis_.sink.Report(
      Code::kWrongFamily, at,
      {{"word", NameOf(tree.op)}, {"type", Describe(type)}, {"words", WordsFor(analysis_.vocabulary, type)}});
  report.labels.push_back({At(left).span, Describe(type)});
  return Bad(tree.span);
}

ExprId Expressions::Compare(const ast::Expr& tree, ExprId left, ExprId right) {
  const std::uint16_t period = vocabulary::FindRecord(analysis_.vocabulary, "period");
  const Type left_type = At(left).type;
  const Type right_type = At(right).type;
  if (left_type == Type{Base::kRecord, period, false} && right_type.base == Base::kLength) {
    return PeriodAgainstLength(tree, left, right);
  }
  const Family family = FamilyOf(tree.op);
  if (family == Family::kRegion) {
    if (left_type.base != Base::kRegion || right_type.base != Base::kRegion) return Mismatch(tree, left, right);
  } else if (left_type.list || right_type.list || left_type.base == Base::kRecord ||
             !Comparable(left_type, right_type)) {
    return Mismatch(tree, left, right);
  } else if (family != Family::kEquality && family != FamilyFor(analysis_.vocabulary, left_type) &&
             !(family == Family::kSymbol && FamilyFor(analysis_.vocabulary, left_type) != Family::kNone)) {
    return WrongFamily(tree, left);
  }
  return Related(tree, left, right, PositiveOf(tree.op).kind);
}

/// The relation that the operator says, negated where it is negative. A symbol is noted as the word it stands for.
ExprId Expressions::Related(const ast::Expr& tree, ExprId left, ExprId right, ExprKind kind) {
  const Positive positive = PositiveOf(tree.op);
  if (FamilyOf(tree.op) == Family::kSymbol && tree.op_span.source.IsValid()) {
    const Family family = FamilyFor(analysis_.vocabulary, At(left).type);
    analysis_.Spell(tree.op_span, NameOf(OperatorFor(positive.kind, positive.negated, family)));
  }
  const ExprId result = Make(kind, kCondition, tree.span, {left, right});
  return positive.negated ? Negated(result) : result;
}

ExprId Expressions::PeriodAgainstLength(const ast::Expr& tree, ExprId period, ExprId length) {
  const Positive positive = PositiveOf(tree.op);
  const Family family = FamilyOf(tree.op);
  if (family != Family::kAmount && family != Family::kSymbol) return WrongFamily(tree, period);
  return Related(tree, period, length, positive.kind == ExprKind::kGreater ? ExprKind::kLonger : ExprKind::kShorter);
}

ExprId Expressions::SetRelation(const ast::Expr& tree) {
  ExprId subject = Value(tree.operands[0]);
  Type element = At(subject).type;
  element.list = false;
  std::vector<ExprId> members;
  bool bad = IsBad(subject);
  for (std::size_t i = 1; i < tree.operands.size(); ++i) {
    members.push_back(ValueBeside(tree.operands[i], subject));
    bad = bad || IsBad(members.back());
  }
  if (bad) return Bad(tree.span);
  for (ExprId member : members) {
    Type type = At(member).type;
    type.list = false;
    if (!Comparable(element, type) || element.base == Base::kRecord) return Mismatch(tree, subject, member);
  }
  const Positive positive = PositiveOf(tree.op);
  if (positive.kind != ExprKind::kIn && !At(subject).type.list) {
    analysis_.sink.Report(Code::kNotAList, At(subject).span,
                          {{"word", NameOf(tree.op)}, {"type", Describe(At(subject).type)}});
    return Bad(tree.span);
  }
  ExprId list = members.front();
  if (members.size() > 1 || !At(list).type.list) {
    element.list = true;
    const base::Span span{tree.span.source, At(members.front()).span.begin, At(members.back()).span.end};
    list = Make(ExprKind::kList, element, span, std::move(members));
  }
  const ExprId result = Make(positive.kind, kCondition, tree.span, {subject, list});
  return positive.negated ? Negated(result) : result;
}

ExprId Expressions::Emptiness(const ast::Expr& tree) {
  const ExprId operand = Value(tree.operands[0]);
  if (IsBad(operand)) return Bad(tree.span);
  const ExprId result = Make(ExprKind::kEmpty, kCondition, tree.span, {operand});
  return tree.op == Operator::kIsNotEmpty ? Negated(result) : result;
}

ExprId Expressions::Sum(const ast::Expr& tree, Type expected) {
  const ExprId left = Value(tree.operands[0], expected);
  const ExprId right = Value(tree.operands[1]);
  if (IsBad(left) || IsBad(right)) return Bad(tree.span);
  Type type = At(left).type;
  const bool instant = type.base == Base::kInstant;  // counted from its day in Shanghai, as comparisons take it
  const bool date = (type.base == Base::kDate || instant) && At(right).type.base == Base::kLength;
  const bool same = (type.base == Base::kNumber || type.base == Base::kQuantity) && type == At(right).type;
  const std::uint16_t working_day = vocabulary::FindUnit(analysis_.vocabulary, "working_day");
  if ((!date && !same) || type.list || At(right).unit == working_day) {
    diagnostics::Diagnostic& report = analysis_.sink.Report(
        Code::kCannotAdd, tree.span, {{"left", Describe(type)}, {"right", Describe(At(right).type)}});
    if (date) {
      report.help = {
          "工作日须由日历计算，只能写在义务的期限里：自 事件 起 不超过 3个工作日。",
          "Working days need a calendar and stand in a duty's time limit only: from EVENT on at_most 3 working_days."};
    }
    return Bad(tree.span);
  }
  if (instant) type.base = Base::kDate;
  return Make(tree.kind == ast::ExprKind::kPlus ? ExprKind::kAdd : ExprKind::kSubtract, type, tree.span, {left, right});
}

ExprId Expressions::Quantifier(const ast::Expr& tree) {
  if (scope_.in_quantifier) {
    analysis_.sink.Report(Code::kNestedQuantifier, tree.span);
    return Bad(tree.span);
  }
  const base::Span list_span{tree.op_span.source.IsValid() ? tree.op_span : tree.span};
  const ExprId list = tree.text == "其" || tree.text == "it" ? It(list_span) : PathText(tree.text, list_span);
  const bool sound = !IsBad(list) && At(list).type.list;
  if (!sound && !IsBad(list)) {
    analysis_.sink.Report(Code::kQuantifierNeedsList, list_span, {{"type", Describe(At(list).type)}});
  }
  Scope inner = scope_;
  inner.binder = analysis_.model.binders++;
  inner.it = sound ? At(list).type : kErrorType;  // what is wrong inside is reported all the same
  inner.it.list = false;
  inner.in_quantifier = true;
  const ExprId body = Expressions(analysis_, inner).Condition(tree.operands[0]);
  if (!sound || IsBad(body)) return Bad(tree.span);
  const ExprKind kind = tree.kind == ast::ExprKind::kAny ? ExprKind::kAny : ExprKind::kEvery;
  const ExprId result = Make(kind, kCondition, tree.span, {list, body});
  analysis_.model.exprs[result].binder = inner.binder;
  return result;
}

ExprId Expressions::Length(ast::ExprId id) {
  const ExprId result = Value(id, {Base::kLength, vocabulary::kNone, false});
  if (IsBad(result) || At(result).type.base == Base::kLength) return result;
  analysis_.sink.Report(Code::kNotALength, At(result).span, {{"type", Describe(At(result).type)}});
  return Bad(At(result).span);
}

}  // namespace zhun::sema
