#include "compiler/lint/subject/rule.h"

namespace zhun::lint {

using diagnostics::Code;

extern const Rule kP16{.adopts = {Code::kExceptionCycle, Code::kExceptionDangling, Code::kExceptionOfNothing,
                                  Code::kExceptionRank, Code::kCannotBeExcepted, Code::kAmbiguousName}};

}  // namespace zhun::lint
