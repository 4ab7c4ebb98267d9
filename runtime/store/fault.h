#pragma once

#include <cstdint>
#include <string>

#include "runtime/diagnostics/diagnostic.h"

namespace zhun::store {

/// Why bytes were not given.
enum class Fault : std::uint8_t {
  kNone,
  kUnreadable,  ///< no such file, no right to read it, or not a regular file; whoever opened it says so
  kNotOurs,     ///< does not begin as our files do
  kFormat,      ///< ours, of another format
  kAltered,     ///< incomplete, or a checksum does not fit
  kMalformed,   ///< the checksums fit and the contents do not: not written by `Writer`
  kAbsent,      ///< the file has no such section
};

/// A value, or why there is none.
template <class T>
struct Result {
  T value{};
  Fault fault = Fault::kNone;

  explicit operator bool() const { return fault == Fault::kNone; }
};

/// Reports a fault of the bundle `name`; `found` is the number of the format where that is what is wrong.
void Report(Fault fault, const std::string& name, std::uint8_t found, diagnostics::Sink& sink);

}  // namespace zhun::store
