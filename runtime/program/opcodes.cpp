#include "runtime/program/program.h"

namespace zhun::program {
namespace {

struct Row {
  const char* mnemonic;
  bool relation;
};

constexpr Row kRows[] = {
#define ZHUN_OPCODE(NAME, MNEMONIC, RELATION) {MNEMONIC, RELATION},
#include "runtime/program/opcodes.def"
#undef ZHUN_OPCODE
};

}  // namespace

const char* Mnemonic(Op op) { return kRows[static_cast<std::size_t>(op)].mnemonic; }
bool IsRelation(Op op) { return kRows[static_cast<std::size_t>(op)].relation; }

}  // namespace zhun::program
