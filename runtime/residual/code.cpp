#include "runtime/residual/code.h"

namespace zhun::residual {

const char* Mnemonic(Op op) {
  switch (op) {
#define ZHUN_INSTRUCTION(NAME, MNEMONIC, SETS) \
  case Op::k##NAME: return MNEMONIC;
#include "runtime/residual/instructions.def"
#undef ZHUN_INSTRUCTION
  }
  return "";
}

Sets SetsOf(Op op) {
  switch (op) {
#define ZHUN_INSTRUCTION(NAME, MNEMONIC, SETS) \
  case Op::k##NAME: return Sets::k##SETS;
#include "runtime/residual/instructions.def"
#undef ZHUN_INSTRUCTION
  }
  return Sets::kTruth;
}

bool HasConstant(Op op) {
  switch (op) {
    case Op::kEqual:
    case Op::kOneOf:
    case Op::kAmong:
    case Op::kSubset:
    case Op::kSuperset:
    case Op::kMeets:
    case Op::kInside:
    case Op::kBetween:
    case Op::kAnyItemOf:
    case Op::kEveryItemOf:
    case Op::kBelow:
    case Op::kAbove:
    case Op::kLonger:
    case Op::kShorter:
    case Op::kNumber:
    case Op::kText:
    case Op::kNumbers:
    case Op::kTexts:
    case Op::kItemTruths: return true;
    default: return false;
  }
}

bool ReadsLeftSlot(Op op) {
  switch (op) {
    case Op::kAnd:
    case Op::kOr:
    case Op::kNot:
    case Op::kChoose:
    case Op::kNumber:
    case Op::kText:
    case Op::kNumbers:
    case Op::kTexts:
    case Op::kMember: return false;
    default: return SetsOf(op) != Sets::kItems;
  }
}

bool ReadsRightSlot(Op op) {
  return op == Op::kLonger || op == Op::kShorter || op == Op::kRelation || op == Op::kAttached || op == Op::kAdd ||
         op == Op::kSubtract;
}

}  // namespace zhun::residual
