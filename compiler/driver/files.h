#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "runtime/diagnostics/diagnostic.h"

/// Whole files in and out.
namespace zhun::driver {

/// Reads a file, or `in` where `path` is "-"; at most `limit` bytes and one more, so that the reader of the text can
/// say that it is too large. Reports a file that cannot be read.
std::optional<std::string> ReadFile(const std::string& path, std::istream& in, std::size_t limit,
                                    diagnostics::Sink& sink);

/// Writes to a temporary file beside `path` and renames it, so that a failure leaves what was there. Rights stay as they
/// were, and a link goes on leading to the file. Something that is no
/// ordinary file (a pipe, a device) is written to directly. Reports and gives false where that fails.
bool WriteFile(const std::string& path, std::string_view bytes, diagnostics::Sink& sink);

/// Whether both names lead to one existing file.
bool SameFile(const std::string& one, const std::string& other);

}  // namespace zhun::driver
