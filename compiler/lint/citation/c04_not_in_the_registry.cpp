#include "compiler/lint/subject/rule.h"

namespace zhun::lint {

// The compiler looks every instrument up; this names what it does not find.
extern const Rule kC04{.adopts = {diagnostics::Code::kUnknownInstrument, diagnostics::Code::kStructureUnknown}};

}  // namespace zhun::lint
