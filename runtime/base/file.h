#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "runtime/base/words.h"

namespace zhun::base {

/// What the operating system says, in both languages: there is no such file, it is a folder, …
Words Reason(int error_number);

/// The bytes of a file: at most `limit` and one more, so that the reader of the text can say that it is too large.
/// Nothing where it cannot be read; then `why` says why.
std::optional<std::string> ReadFile(const std::string& path, std::size_t limit, Words& why);

}  // namespace zhun::base
