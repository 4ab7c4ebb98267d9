#include "compiler/driver/line_reader.h"

#include <cerrno>
#include <filesystem>

#include "runtime/base/file.h"

namespace zhun::driver {

bool LineReader::Open(const std::string& path, diagnostics::Sink& sink) {
  in_ = path == "-" ? &standard_input_ : &file_;
  if (path == "-") return true;
  errno = 0;
  file_.open(path, std::ios::binary);
  std::error_code none;
  const int error = std::filesystem::is_directory(path, none) ? EISDIR : errno;
  if (file_.is_open() && error != EISDIR) return true;
  sink.ReportIn(diagnostics::Code::kFileUnreadable, "", "", {{"file", path}, {"why", base::Reason(error)}});
  return false;
}

bool LineReader::Next(Line& line) {
  line.text.clear();
  std::streambuf& bytes = *in_->rdbuf();
  int byte = bytes.sbumpc();
  if (byte == std::char_traits<char>::eof()) return false;
  line.number = ++number_;
  for (; byte != std::char_traits<char>::eof() && byte != '\n'; byte = bytes.sbumpc()) {
    if (line.text.size() <= limit_) line.text.push_back(static_cast<char>(byte));
  }
  return true;
}

}  // namespace zhun::driver
