#include "compiler/dump/ast_names.h"

namespace zhun::dump {

std::string_view NameOf(ast::ExprKind kind) {
  switch (kind) {
    case ast::ExprKind::kIf: return "if";
    case ast::ExprKind::kAnd: return "and";
    case ast::ExprKind::kOr: return "or";
    case ast::ExprKind::kMixed: return "mixed";
    case ast::ExprKind::kNot: return "not";
    case ast::ExprKind::kCompare: return "compare";
    case ast::ExprKind::kSet: return "set";
    case ast::ExprKind::kEmpty: return "empty";
    case ast::ExprKind::kPlus: return "plus";
    case ast::ExprKind::kMinus: return "minus";
    case ast::ExprKind::kAny: return "any";
    case ast::ExprKind::kEvery: return "every";
    case ast::ExprKind::kNumber: return "number";
    case ast::ExprKind::kQuantity: return "quantity";
    case ast::ExprKind::kDate: return "date";
    case ast::ExprKind::kText: return "text";
    case ast::ExprKind::kName: return "name";
    case ast::ExprKind::kPath: return "path";
    case ast::ExprKind::kWord: return "word";
    case ast::ExprKind::kIt: return "it";
    case ast::ExprKind::kCitation: return "citation";
    case ast::ExprKind::kError: return "error";
  }
  return "";
}

std::string_view NameOf(ast::Operator op) {
  switch (op) {
    case ast::Operator::kNone: return "none";
    case ast::Operator::kIs: return "is";
    case ast::Operator::kIsNot: return "is_not";
    case ast::Operator::kMoreThan: return "more_than";
    case ast::Operator::kAtMost: return "at_most";
    case ast::Operator::kLessThan: return "less_than";
    case ast::Operator::kAtLeast: return "at_least";
    case ast::Operator::kAbove: return "above";
    case ast::Operator::kNotAbove: return "not_above";
    case ast::Operator::kBelow: return "below";
    case ast::Operator::kNotBelow: return "not_below";
    case ast::Operator::kBefore: return "before";
    case ast::Operator::kNotBefore: return "not_before";
    case ast::Operator::kAfter: return "after";
    case ast::Operator::kNotAfter: return "not_after";
    case ast::Operator::kLess: return "less";
    case ast::Operator::kLessEqual: return "less_equal";
    case ast::Operator::kGreater: return "greater";
    case ast::Operator::kGreaterEqual: return "greater_equal";
    case ast::Operator::kWithin: return "within";
    case ast::Operator::kNotWithin: return "not_within";
    case ast::Operator::kIn: return "in";
    case ast::Operator::kNotIn: return "not_in";
    case ast::Operator::kContains: return "contains";
    case ast::Operator::kContainsNo: return "contains_no";
    case ast::Operator::kMeets: return "meets";
    case ast::Operator::kMeetsNo: return "meets_no";
    case ast::Operator::kIsEmpty: return "is_empty";
    case ast::Operator::kIsNotEmpty: return "is_not_empty";
  }
  return "";
}

std::string_view NameOf(ast::ClauseKind kind) {
  switch (kind) {
    case ast::ClauseKind::kStage: return "stage";
    case ast::ClauseKind::kWhen: return "when";
    case ast::ClauseKind::kMust: return "must";
    case ast::ClauseKind::kOutcome: return "outcome";
    case ast::ClauseKind::kBasis: return "basis";
    case ast::ClauseKind::kReason: return "reason";
    case ast::ClauseKind::kSanction: return "sanction";
    case ast::ClauseKind::kBearer: return "bearer";
    case ast::ClauseKind::kShall: return "shall";
    case ast::ClauseKind::kShallNot: return "shall_not";
    case ast::ClauseKind::kMay: return "may";
    case ast::ClauseKind::kFrom: return "from";
    case ast::ClauseKind::kMetBy: return "met_by";
    case ast::ClauseKind::kExtend: return "extend";
  }
  return "";
}

std::string_view NameOf(ast::RuleKind kind) {
  switch (kind) {
    case ast::RuleKind::kRequire: return "require";
    case ast::RuleKind::kProhibit: return "prohibit";
    case ast::RuleKind::kPaper: return "paper";
    case ast::RuleKind::kElement: return "element";
    case ast::RuleKind::kDuty: return "duty";
    case ast::RuleKind::kPower: return "power";
  }
  return "";
}

std::string_view NameOf(ast::Citation::Kind kind) {
  switch (kind) {
    case ast::Citation::Kind::kInstrument: return "instrument";
    case ast::Citation::Kind::kContinuation: return "continuation";
    case ast::Citation::Kind::kCatalogue: return "catalogue";
    case ast::Citation::Kind::kPath: return "path";
  }
  return "";
}

std::string_view NameOf(ast::Given::Kind kind) {
  switch (kind) {
    case ast::Given::Kind::kSet: return "set";
    case ast::Given::Kind::kLack: return "lack";
    case ast::Given::Kind::kDeclareNone: return "declare_none";
    case ast::Given::Kind::kPending: return "pending";
  }
  return "";
}

}  // namespace zhun::dump
