#pragma once

#include <atomic>
#include <memory>

#include "runtime/residual/residual.h"
#include "runtime/store/file.h"
#include "runtime/store/writer.h"

namespace zhun::residual {

/// Puts the tables into a file, as they stand in memory (little-endian; docs/program_format.md).
void AddSections(const Storage& storage, store::Writer& writer);

/// The tables of a bundle's file, used where it is mapped. What entries share is verified when the tables are opened, an
/// entry when it is first found. May be shared by threads.
class Mapped {
 public:
  /// Whether the file holds a catalogue.
  static bool IsIn(const store::File& file) { return file.Has(store::Kind::kCatalogueHead); }

  /// `rules` and `findings`: how many the program of the bundle has. nullptr, and why, where the tables are not sound.
  static std::unique_ptr<const Mapped> Open(std::shared_ptr<const store::File> file, std::size_t rules,
                                            std::size_t findings, store::Fault& fault);

  const Residual& View() const { return view_; }

  /// Whether an entry may be decided: its bytes and what they point to are sound. Cheap after the first time.
  bool IsSound(std::uint32_t entry) const {
    const std::uint64_t bit = std::uint64_t{1} << entry % 64;
    return (sound_[entry / 64].load(std::memory_order_relaxed) & bit) != 0 || Verify(entry);
  }
  /// The document of a sound entry, as it was published; nothing where its bytes are altered.
  std::string_view DocumentOf(std::uint32_t entry) const;

 private:
  using Word = std::atomic<std::uint64_t>;

  Mapped(std::shared_ptr<const store::File> file, std::size_t rules) : file_(std::move(file)), rules_(rules) {}
  bool Verify(std::uint32_t entry) const;

  std::shared_ptr<const store::File> file_;
  std::size_t rules_ = 0;
  Residual view_;
  mutable std::unique_ptr<Word[]> sound_;  ///< a bit an entry; setting it twice is harmless
};

}  // namespace zhun::residual
