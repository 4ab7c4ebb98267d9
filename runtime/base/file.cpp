#include "runtime/base/file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace zhun::base {
namespace {

constexpr std::size_t kBlock = 1u << 16;

/// Zero, or the number of the error.
int ReadDescriptor(int number, std::size_t limit, std::string& text) {
  std::array<char, kBlock> block{};
  while (text.size() <= limit) {
    const ssize_t got = ::read(number, block.data(), std::min(kBlock, limit + 1 - text.size()));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return errno;
    if (got == 0) break;
    text.append(block.data(), static_cast<std::size_t>(got));
  }
  return 0;
}

/// Closes a file at the end of its scope.
struct OpenFile {
  explicit OpenFile(const std::string& path) : number(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (number >= 0) ::close(number);
  }
  int number;
};

}  // namespace

Words Reason(int error_number) {
  switch (error_number) {
    case ENOENT: return {"没有这个文件或者目录", "there is no such file or folder"};
    case ENOTDIR: return {"路径中间有一段不是目录", "a part of the path is no folder"};
    case EISDIR: return {"这是目录，不是文件", "it is a folder, not a file"};
    case EACCES:
    case EPERM: return {"没有权限", "permission is denied"};
    case ENAMETOOLONG: return {"文件名过长", "the name is too long"};
    case ENOSPC: return {"磁盘空间不足", "there is no space left"};
    case EROFS: return {"文件系统只读", "the file system is read-only"};
    default: break;
  }
  const std::string text = std::generic_category().message(error_number);
  return {text, text};
}

std::optional<std::string> ReadFile(const std::string& path, std::size_t limit, Words& why) {
  const OpenFile file(path);
  std::string text;
  const int error = file.number < 0 ? errno : ReadDescriptor(file.number, limit, text);
  if (error == 0) return text;
  why = Reason(error);
  return std::nullopt;
}

}  // namespace zhun::base
