#include "compiler/lint/subject/rule.h"

namespace zhun::lint {

// The compiler compares what stands after 称 with the corpus, where the corpus has the text.
extern const Rule kC09{.adopts = {diagnostics::Code::kQuotationDiffers}};

}  // namespace zhun::lint
