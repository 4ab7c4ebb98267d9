#include "compiler/optimize/optimize.h"

namespace zhun::optimize {

ir::Module Optimize(ir::Module module) {
#define ZHUN_PASS(NAME, DOES) module = NAME(std::move(module));
#include "compiler/optimize/passes.def"
#undef ZHUN_PASS
  return module;
}

}  // namespace zhun::optimize
