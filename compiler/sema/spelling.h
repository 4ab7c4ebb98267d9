#pragma once

#include "runtime/base/source.h"
#include "runtime/base/words.h"

namespace zhun::sema {

/// A word of the vocabulary where it stands in a file, or a segment of a path, or a symbol of comparison, with what it is
/// called in both surfaces. The formatter writes a file in the other surface by these.
struct Spelling {
  base::Span span;
  base::Words words;
};

}  // namespace zhun::sema
