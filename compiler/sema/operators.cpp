#include "compiler/sema/operators.h"

namespace zhun::sema {
namespace {

using ast::Operator;
using vocabulary::Base;
using vocabulary::Type;

struct Row {
  Operator op;
  Family family;
  ExprKind kind;
  bool negated;
  const char* zh;
  const char* en;
};

constexpr Row kRows[] = {
#define ZHUN_OPERATOR(NAME, FAMILY, RELATION, NEGATED, ZH, EN) \
  {Operator::k##NAME, Family::FAMILY, ExprKind::RELATION, NEGATED, ZH, EN},
#include "compiler/sema/operators.def"
#undef ZHUN_OPERATOR
};

const Row* RowOf(Operator op) {
  for (const Row& row : kRows) {
    if (row.op == op) return &row;
  }
  return nullptr;
}

}  // namespace

Family FamilyOf(Operator op) {
  const Row* row = RowOf(op);
  return row == nullptr ? Family::kNone : row->family;
}

Positive PositiveOf(Operator op) {
  const Row* row = RowOf(op);
  return row == nullptr ? Positive{ExprKind::kError, false} : Positive{row->kind, row->negated};
}

base::Words NameOf(Operator op) {
  const Row* row = RowOf(op);
  return row == nullptr ? base::Words{} : base::Words{row->zh, row->en};
}

Operator OperatorFor(ExprKind kind, bool negated, Family family) {
  for (const Row& row : kRows) {
    if (row.kind == kind && row.negated == negated && row.family == family) return row.op;
  }
  return Operator::kNone;
}

Family FamilyFor(const vocabulary::Vocabulary& vocabulary, Type type) {
  if (type.list) return Family::kNone;
  switch (type.base) {
    case Base::kNumber:
    case Base::kQuantity:
    case Base::kLength: return Family::kAmount;
    case Base::kEnum: return vocabulary.enumerations[type.of].ordered ? Family::kLevel : Family::kNone;
    case Base::kDate:
    case Base::kInstant: return Family::kDate;
    case Base::kRecord: return vocabulary.records[type.of].key == "period" ? Family::kAmount : Family::kNone;
    case Base::kBool:
    case Base::kText:
    case Base::kRegion:
    case Base::kError: return Family::kNone;
  }
  return Family::kNone;
}

base::Words WordsFor(const vocabulary::Vocabulary& vocabulary, Type type) {
  const Family family = FamilyFor(vocabulary, type);
  if (type.base == Base::kRegion) return {"位于、不位于", "within, not_within"};
  base::Words words = type.base == Base::kRecord ? base::Words{} : base::Words{"为、不为", "is, is_not"};
  for (const Row& row : kRows) {
    if (family == Family::kNone || row.family != family) continue;
    words.zh += (words.zh.empty() ? "" : "、") + std::string(row.zh);
    words.en += (words.en.empty() ? "" : ", ") + std::string(row.en);
  }
  return words;
}

bool Comparable(Type left, Type right) {
  const auto day = [](Base base) { return base == Base::kDate || base == Base::kInstant; };
  if (day(left.base) && day(right.base)) return true;
  return left.base == right.base && left.of == right.of;
}

}  // namespace zhun::sema
