#include "compiler/driver/files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <istream>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/base/file.h"

namespace zhun::driver {
namespace {

using diagnostics::Code;

constexpr std::size_t kBlock = 1u << 16;

/// Closes a file descriptor at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { Close(); }
  int Number() const { return number_; }
  bool IsOpen() const { return number_ >= 0; }
  /// Whether everything written has been taken over by the system.
  bool Close() {
    const int number = number_;
    number_ = -1;
    return number < 0 || ::close(number) == 0;
  }

 private:
  int number_;
};

std::string ReadStream(std::istream& in, std::size_t limit) {
  std::string text;
  std::array<char, kBlock> block{};
  while (text.size() <= limit && in) {
    in.read(block.data(), static_cast<std::streamsize>(std::min(kBlock, limit + 1 - text.size())));
    text.append(block.data(), static_cast<std::size_t>(in.gcount()));
  }
  return text;
}

/// Zero, or the number of the error.
int WriteDescriptor(int number, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(number, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return 0;
}

int WriteDirectly(const std::string& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (!file.IsOpen()) return errno;
  return WriteDescriptor(file.Number(), bytes);
}

/// The rights that a new file gets.
mode_t RightsOfNewFiles() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

int WriteBeside(const std::string& path, std::string_view bytes, mode_t rights) {
  std::string temporary = path + ".XXXXXX";
  Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (!file.IsOpen()) return errno;
  int error = WriteDescriptor(file.Number(), bytes);
  if (error == 0 && ::fchmod(file.Number(), rights) != 0) error = errno;
  if (error == 0 && ::fsync(file.Number()) != 0) error = errno;
  if (!file.Close() && error == 0) error = errno;
  if (error == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) error = errno;
  if (error != 0) ::unlink(temporary.c_str());
  return error;
}

}  // namespace

std::optional<std::string> ReadFile(const std::string& path, std::istream& in, std::size_t limit,
                                    diagnostics::Sink& sink) {
  if (path == "-") return ReadStream(in, limit);
  base::Words why;
  std::optional<std::string> text = base::ReadFile(path, limit, why);
  if (!text) sink.ReportIn(Code::kFileUnreadable, "", "", {{"file", path}, {"why", why}});
  return text;
}

bool WriteFile(const std::string& path, std::string_view bytes, diagnostics::Sink& sink) {
  struct stat found{};
  const bool exists = ::stat(path.c_str(), &found) == 0;
  int error = 0;
  if (exists && S_ISDIR(found.st_mode)) {
    error = EISDIR;
  } else if (exists && !S_ISREG(found.st_mode)) {
    error = WriteDirectly(path, bytes);
  } else {
    std::error_code none;  // a link stays a link: what it leads to is replaced
    const std::string real = exists ? std::filesystem::canonical(path, none).string() : path;
    error = WriteBeside(none ? path : real, bytes, exists ? found.st_mode & 07777 : RightsOfNewFiles());
  }
  if (error == 0) return true;
  sink.ReportIn(Code::kFileUnwritable, "", "", {{"file", path}, {"why", base::Reason(error)}});
  return false;
}

bool SameFile(const std::string& one, const std::string& other) {
  std::error_code none;
  return std::filesystem::equivalent(one, other, none) && !none;
}

}  // namespace zhun::driver
