#include "compiler/lint/subject/rule.h"

namespace zhun::lint {

// The compiler looks every citation up; this names what it finds.
extern const Rule kC02{.adopts = {diagnostics::Code::kNoSuchProvision}};

}  // namespace zhun::lint
