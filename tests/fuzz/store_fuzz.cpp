// Any bytes as a file of sections: refused, or read to its end without a byte from elsewhere. Half of the inputs have their
// checksums made to fit, since random bytes never get past those.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/store/file.h"
#include "runtime/store/id_index.h"
#include "runtime/store/writer.h"
#include "tests/store/reseal.h"

namespace {

using namespace zhun;

/// Digests: an index of ids; two other sections of several segments.
std::string MakeFile() {
  std::vector<std::string> ids;
  for (int i = 0; i < 20; ++i) ids.push_back("E-" + std::to_string(i));
  const auto index = store::BuildIdIndex({ids.begin(), ids.end()});
  if (!index) std::abort();
  store::Writer writer;
  writer.Add(store::Kind::kDigests, *index, 256);
  writer.Add(store::Kind::kLaw, std::string(200, 'l'), 64);
  writer.Add(store::Kind::kProgram, std::string(64, 'p'), 64);
  return writer.Finish();
}

/// Groups of four bytes: where (three of them) and what is put there.
std::string Changed(std::string file, std::string_view changes) {
  for (std::size_t i = 0; i + 4 <= changes.size(); i += 4) {
    const auto byte = [&](std::size_t k) { return static_cast<std::uint8_t>(changes[i + k]); };
    file[(byte(0) | byte(1) << 8 | byte(2) << 16) % file.size()] = changes[i + 3];
  }
  return file;
}

std::uint64_t Sum(std::string_view bytes) {
  std::uint64_t sum = 0;
  for (const char byte : bytes) sum += static_cast<std::uint8_t>(byte);
  return sum;
}

/// The sum of all that can be read, so that no read is optimised away.
std::uint64_t ReadAll(const store::File& file) {
  std::uint64_t sum = 0;
  for (std::uint32_t kind = 0; kind < store::kMostKinds; ++kind) {
    const auto section = file.Section(static_cast<store::Kind>(kind));
    if (section && section.value.size() != file.SizeOf(static_cast<store::Kind>(kind))) std::abort();
    sum += Sum(section.value);
    const auto tail = file.Bytes(static_cast<store::Kind>(kind), 100, 28);
    if (tail && tail.value.size() != 28) std::abort();
    sum += Sum(tail.value);
  }
  const auto index = store::IdIndex::Open(file, store::Kind::kDigests);
  if (!index) return sum;
  for (int i = -1; i < 21; ++i) {
    const auto found = index.value.Find("E-" + std::to_string(i));
    if (found && found.value != store::kNoEntry && found.value >= index.value.Count()) std::abort();
  }
  return sum;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string sound = MakeFile();
  if (size == 0) return 0;
  const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  std::string bytes = data[0] % 2 == 0 ? std::string(rest) : Changed(sound, rest);
  if (data[0] % 4 >= 2) store_test::Reseal(bytes);
  const store::Opened opened = store::File::Copy(bytes);
  if (static_cast<bool>(opened) != (opened.file != nullptr)) std::abort();
  if (opened && ReadAll(*opened.file) > bytes.size() * 2 * 255) std::abort();
  return 0;
}
