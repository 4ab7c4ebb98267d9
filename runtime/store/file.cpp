#include "runtime/store/file.h"

#include <cstring>
#include <new>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/store/hash.h"

namespace zhun::store {
namespace {

/// The mapped bytes of an open file; empty and kUnreadable where it is not a regular file or cannot be mapped.
Result<std::string_view> Map(int descriptor) {
  struct stat status{};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return {{}, Fault::kUnreadable};
  if (status.st_size == 0) return {{}, Fault::kNotOurs};  // nothing can be mapped of it
  const auto size = static_cast<std::size_t>(status.st_size);
  void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0);
  if (mapped == MAP_FAILED) return {{}, Fault::kUnreadable};
  return {{static_cast<const char*>(mapped), size}, Fault::kNone};
}

}  // namespace

// Both make the file before they take its bytes: where memory runs out, whoever owns them is there already.
Opened File::Open(const std::string& path) {
  std::unique_ptr<File> file(new File(Owner::kMapping));
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return {nullptr, Fault::kUnreadable, 0};
  const Result<std::string_view> mapped = Map(descriptor);
  ::close(descriptor);  // the mapping stays
  if (!mapped) return {nullptr, mapped.fault, 0};
  file->bytes_ = mapped.value;
  return Check(std::move(file));
}

Opened File::Copy(std::string_view bytes) {
  if (bytes.empty()) return {nullptr, Fault::kNotOurs, 0};
  std::unique_ptr<File> file(new File(Owner::kHeap));
  char* copy = static_cast<char*>(::operator new(bytes.size(), std::align_val_t{kAlignment}));
  std::memcpy(copy, bytes.data(), bytes.size());
  file->bytes_ = {copy, bytes.size()};
  return Check(std::move(file));
}

Opened File::Check(std::unique_ptr<File> file) {
  Result<Directory> directory = ReadDirectory(file->bytes_);
  if (!directory) return {nullptr, directory.fault, FormatOf(file->bytes_)};
  file->directory_ = std::move(directory.value);
  file->verified_ = std::make_unique<Word[]>(file->directory_.checksums.size() / 64 + 1);
  return {std::move(file), Fault::kNone, kFormat};
}

File::~File() {
  char* bytes = const_cast<char*>(bytes_.data());
  if (bytes == nullptr) return;
  if (owner_ == Owner::kMapping) {
    ::munmap(bytes, bytes_.size());
  } else {
    ::operator delete(bytes, std::align_val_t{kAlignment});
  }
}

bool File::Verify(const Extent& section, std::uint32_t number) const {
  const std::uint64_t segment = std::uint64_t{section.first_segment} + number;
  if (Hash(SegmentOf(bytes_, section, number)) != directory_.checksums[segment]) return false;
  verified_[segment / 64].fetch_or(std::uint64_t{1} << (segment % 64), std::memory_order_relaxed);
  return true;
}

}  // namespace zhun::store
