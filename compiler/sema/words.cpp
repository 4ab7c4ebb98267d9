#include "compiler/sema/words.h"

#include "compiler/sema/operators.h"
#include "runtime/base/date.h"
#include "runtime/program/relation_words.h"

namespace zhun::sema {
namespace {

using base::Words;
using vocabulary::Base;

Words Joined(const Words& left, const Words& middle, const Words& right) {
  return {left.zh + middle.zh + right.zh, left.en + middle.en + right.en};
}

Words Same(const std::string& text) { return {text, text}; }

class Printer {
 public:
  Printer(const Model& model, const vocabulary::Vocabulary& vocabulary) : model_(model), vocabulary_(vocabulary) {}

  Words Print(ExprId id) const {
    const Expr& expr = At(id);
    switch (expr.kind) {
      case ExprKind::kAnd: return Junction(expr, {" 且 ", " and "});
      case ExprKind::kOr: return Junction(expr, {" 或 ", " or "});
      case ExprKind::kNot: return Negation(expr);
      case ExprKind::kIf: return Conditional(expr);
      case ExprKind::kAny: return Quantified(expr, {"任一 ", "any "});
      case ExprKind::kEvery: return Quantified(expr, {"每一 ", "every "});
      case ExprKind::kAdd: return Joined(Print(expr.operands[0]), {" 加 ", " plus "}, Print(expr.operands[1]));
      case ExprKind::kSubtract: return Joined(Print(expr.operands[0]), {" 减 ", " minus "}, Print(expr.operands[1]));
      case ExprKind::kConstant: return Constant(expr);
      case ExprKind::kList: return List(expr);
      case ExprKind::kRoot: return vocabulary_.roots[expr.ref].name;
      case ExprKind::kField: return Joined(Print(expr.operands[0]), Same("."), Attribute(expr));
      case ExprKind::kIt: return {"其", "it"};
      case ExprKind::kDefinition: return Quoted(model_.definitions[expr.ref].name);
      case ExprKind::kDerived:
        return Joined(Print(expr.operands[0]), Same("."), Same(model_.definitions[expr.ref].name));
      case ExprKind::kFinding: return Quoted(model_.findings[expr.ref].name);
      case ExprKind::kBreach: return Quoted(model_.rules[expr.ref].name);
      case ExprKind::kError: return {};
      default: return Relation(expr, false);
    }
  }

 private:
  const Expr& At(ExprId id) const { return model_.exprs[id]; }
  static Words Quoted(const std::string& name) { return Same("「" + name + "」"); }
  static Words Bracketed(const Words& words) { return {"（" + words.zh + "）", "(" + words.en + ")"}; }

  Words Junction(const Expr& expr, const Words& word) const {
    Words words;
    for (std::size_t i = 0; i < expr.operands.size(); ++i) {
      const ExprKind kind = At(expr.operands[i]).kind;
      const bool bracket = kind == ExprKind::kAnd || kind == ExprKind::kOr || kind == ExprKind::kIf;
      const Words operand = bracket ? Bracketed(Print(expr.operands[i])) : Print(expr.operands[i]);
      words = i == 0 ? operand : Joined(words, word, operand);
    }
    return words;
  }

  Words Negation(const Expr& expr) const {
    const Expr& inner = At(expr.operands[0]);
    if (!RelationOf(inner).zh.empty()) return Relation(inner, true);
    const bool bracket = inner.kind == ExprKind::kAnd || inner.kind == ExprKind::kOr || inner.kind == ExprKind::kIf;
    const Words operand = bracket ? Bracketed(Print(expr.operands[0])) : Print(expr.operands[0]);
    return {"非 " + operand.zh, "not " + operand.en};
  }

  Words Conditional(const Expr& expr) const {
    const Words condition = Print(expr.operands[0]), then = Print(expr.operands[1]), other = Print(expr.operands[2]);
    return {"若 " + condition.zh + " 则 " + then.zh + " 否则 " + other.zh,
            "if " + condition.en + " then " + then.en + " else " + other.en};
  }

  Words Quantified(const Expr& expr, const Words& word) const {
    return Joined(Joined(word, Same(""), Print(expr.operands[0])), {"", " "}, Bracketed(Print(expr.operands[1])));
  }

  static program::Op OpOf(ExprKind kind) {
    switch (kind) {
      case ExprKind::kEqual: return program::Op::kEqual;
      case ExprKind::kGreater: return program::Op::kGreater;
      case ExprKind::kLess: return program::Op::kLess;
      case ExprKind::kWithin: return program::Op::kWithin;
      case ExprKind::kIn: return program::Op::kIn;
      case ExprKind::kContains: return program::Op::kContains;
      case ExprKind::kMeets: return program::Op::kMeets;
      case ExprKind::kEmpty: return program::Op::kEmpty;
      case ExprKind::kLonger: return program::Op::kLonger;
      case ExprKind::kShorter: return program::Op::kShorter;
      default: return program::Op::kConstant;
    }
  }

  Words RelationOf(const Expr& expr, bool negated = false) const {
    if (expr.operands.empty()) return {};
    return program::RelationWords(OpOf(expr.kind), negated, At(expr.operands[0]).type.base);
  }

  Words Relation(const Expr& expr, bool negated) const {
    const Words word = RelationOf(expr, negated);
    const Words left = Print(expr.operands[0]);
    if (expr.kind == ExprKind::kEmpty) return {left.zh + " " + word.zh, left.en + " " + word.en};
    const Words right = Print(expr.operands[1]);
    return {left.zh + " " + word.zh + " " + right.zh, left.en + " " + word.en + " " + right.en};
  }

  Words Attribute(const Expr& expr) const {
    return vocabulary_.records[At(expr.operands[0]).type.of].attributes[expr.ref].name;
  }

  Words List(const Expr& expr) const {
    Words words;
    for (std::size_t i = 0; i < expr.operands.size(); ++i) {
      words = i == 0 ? Print(expr.operands[i]) : Joined(words, {"、", ", "}, Print(expr.operands[i]));
    }
    return words;
  }

  Words Constant(const Expr& expr) const {
    const std::string number = std::to_string(expr.number);
    switch (expr.type.base) {
      case Base::kText: return {"“" + expr.text + "”", "\"" + expr.text + "\""};
      case Base::kEnum:
        return vocabulary_.enumerations[expr.type.of].members[static_cast<std::size_t>(expr.number)].name;
      case Base::kDate: {
        const base::Date date{static_cast<std::int32_t>(expr.number)};
        return {base::FormatDateChinese(date), base::FormatDate(date)};
      }
      case Base::kQuantity:
      case Base::kLength:
        return {number + vocabulary_.units[expr.unit].name.zh, number + " " + vocabulary_.units[expr.unit].name.en};
      default: return Same(number);
    }
  }

  const Model& model_;
  const vocabulary::Vocabulary& vocabulary_;
};

}  // namespace

Words InWords(const Model& model, const vocabulary::Vocabulary& vocabulary, ExprId id) {
  return Printer(model, vocabulary).Print(id);
}

}  // namespace zhun::sema
