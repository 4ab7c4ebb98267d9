#pragma once

#include <cstddef>
#include <fstream>
#include <istream>
#include <optional>
#include <string>

#include "runtime/diagnostics/diagnostic.h"

namespace zhun::driver {

/// One line of a file of lines.
struct Line {
  std::size_t number = 0;  ///< from 1
  std::string text;        ///< without its end; of a line that is too long its beginning, longer than the limit
};

/// Reads a file (or standard input, "-") line by line, holding one line at a time.
class LineReader {
 public:
  /// `limit`: longest line in bytes.
  LineReader(std::istream& standard_input, std::size_t limit) : standard_input_(standard_input), limit_(limit) {}

  /// Reports a file that cannot be read; then there are no lines.
  bool Open(const std::string& path, diagnostics::Sink& sink);
  /// False at the end. A last line without its end is a line; nothing after the last end is none.
  bool Next(Line& line);

 private:
  std::istream& standard_input_;
  std::ifstream file_;
  std::istream* in_ = nullptr;
  std::size_t limit_;
  std::size_t number_ = 0;
};

}  // namespace zhun::driver
