#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "runtime/calendar/calendar.h"
#include "runtime/diagnostics/diagnostic.h"
#include "runtime/law/registry.h"
#include "runtime/program/program.h"
#include "runtime/store/file.h"
#include "runtime/store/writer.h"
#include "runtime/values/region.h"
#include "runtime/vocabulary/vocabulary.h"

namespace zhun::program {

inline constexpr std::uint8_t kBundleFormat = store::kFormat;  ///< changes whenever a field does
inline constexpr std::size_t kLargestBundle = 256u << 20;                ///< bytes that are copied
inline constexpr std::uint64_t kLargestFile = std::uint64_t{4} << 30;    ///< bytes of a file that is mapped

/// Digests (sha256:…) of the parts of a bundle, for receipts.
struct Digests {
  std::string policies;
  std::string law;
  std::string calendar;
};

/// Everything a decision needs besides the documents. Immutable once read; may be shared by threads.
struct Bundle {
  vocabulary::Vocabulary vocabulary;
  law::Registry law;
  calendar::Book calendar;
  values::RegionTable regions;
  Program program;
  Digests digests;  ///< filled by `WriteBundle` and `ReadBundle`
  std::shared_ptr<const store::File> file = nullptr;  ///< what it was read from; nothing where it was just compiled
};

/// The sections of a bundle, to which others may be added. Fills `bundle.digests`.
store::Writer Sections(Bundle& bundle);

/// The bytes of a bundle (docs/program_format.md). The same bundle gives the same bytes.
std::string WriteBundle(Bundle& bundle);

/// Reads and verifies; a file that is truncated, altered, too large, or of another format is reported and gives nothing.
std::optional<Bundle> ReadBundle(std::string_view bytes, const std::string& name, diagnostics::Sink& sink);
/// The same of an opened file, which the bundle keeps; a fault of opening is reported as one of reading.
std::optional<Bundle> ReadBundle(store::Opened opened, const std::string& name, diagnostics::Sink& sink);
/// The same from a file; one that cannot be read is reported as well.
std::optional<Bundle> ReadBundleFile(const std::string& path, diagnostics::Sink& sink);

/// Whether every index inside the program stays inside its tables. Part of `ReadBundle`.
bool Verify(const Program& program, const vocabulary::Vocabulary& vocabulary);

/// The program as text, stable byte for byte (`zhun dump program`).
std::string Print(const Program& program, const vocabulary::Vocabulary& vocabulary);

}  // namespace zhun::program
