#include "runtime/program/bundle.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <stdexcept>

#include <fmt/format.h>

#include "compiler/specialise/catalogue.h"
#include "runtime/engine/catalogue.h"
#include "runtime/residual/mapped.h"
#include "tests/benchmark/performance/rows.h"
#include "tests/benchmark/sharing/work.h"

namespace zhun::benchmark {
namespace {

struct Built {
  residual::Storage storage;
  std::size_t entries = 0, reused = 0;
  double seconds = 0;  ///< from the texts of the entries to the bytes of the file
};

/// A bundle's file, opened.
struct Opened {
  std::optional<program::Bundle> bundle;
  std::unique_ptr<const residual::Mapped> entries;
};

/// Everything that is done before the first decision.
Opened Open(const std::string& path) {
  diagnostics::Sink sink;
  Opened opened;
  opened.bundle = program::ReadBundle(store::File::Open(path), path, sink);
  if (opened.bundle) opened.entries = engine::OpenCatalogue(*opened.bundle, path, sink);
  if (opened.entries == nullptr) throw std::runtime_error(path + " has no sound catalogue");
  return opened;
}

/// A bundle in `path` of the base policies, the benchmark's policy and the entries; `former`: a bundle to take over what
/// has not changed from, or empty.
Built Build(const std::vector<std::string>& entries, const std::string& path, const std::string& former) {
  program::Bundle bundle = SharingUnderRegulation();
  Built built;
  const double begin = Seconds();
  specialise::Catalogue catalogue(bundle);
  Opened old;
  if (!former.empty()) {
    old = Open(former);
    catalogue.Reuse(*old.entries);
  }
  diagnostics::Sink sink;
  for (const std::string& entry : entries) {
    if (!catalogue.Add(entry, "entries.ndjson", sink)) throw std::runtime_error("an entry is malformed");
  }
  built.entries = catalogue.EntryCount();
  built.reused = catalogue.ReusedCount();
  built.storage = catalogue.Finish();
  store::Writer writer = program::Sections(bundle);
  residual::AddSections(built.storage, writer);
  std::ofstream out(path, std::ios::binary);
  out << writer.Finish();
  if (!out.flush()) throw std::runtime_error(path + " cannot be written");
  built.seconds = Seconds() - begin;
  return built;
}

/// Seconds of building again after the last entry but one changed.
double Rebuild(std::vector<std::string> entries, const std::string& former) {
  std::string& changed = entries[entries.size() - 2];
  changed.replace(changed.find("conditional"), 11, "not_shared");
  const std::string path = former + ".new";
  const Built built = Build(entries, path, former);
  std::remove(path.c_str());
  if (built.reused + 1 != entries.size()) throw std::runtime_error("not all but one entry were taken over");
  return built.seconds;
}

/// Bytes of what is kept of each entry besides its constants and its document.
double BytesOfAnEntry(const Built& built) {
  const residual::Storage& of = built.storage;
  const std::size_t bytes = of.entries.size() * sizeof(residual::Entry) + of.periods.size() * sizeof(residual::Period) +
                            of.index.size() * sizeof(residual::Place) + of.bytes.size();
  return static_cast<double>(bytes) / static_cast<double>(built.entries);
}

}  // namespace

std::vector<Row> BundleRows(const Effort& effort, const std::string& folder, Figures& figures) {
  const std::string path = folder + "/bundle.zb";
  const std::vector<std::string> entries = ReadLines(folder).entries;
  const Built built = Build(entries, path, "");
  if (Open(path).entries->View().entries.size() != entries.size()) throw std::runtime_error("the bundle lost entries");
  const double open = Measure(effort, 1, [&] { Keep(Open(path)); });
  const double rebuild = Rebuild(entries, path);
  figures[built.entries]["load"] = open;
  figures[built.entries]["bytes"] = static_cast<double>(std::filesystem::file_size(path));
  std::remove(path.c_str());
  const std::string what = fmt::format("a bundle of {} entries and the base policies: ", built.entries);
  const auto words = static_cast<double>(built.storage.constants.size() * 8) / static_cast<double>(built.entries);
  return {AtMost(what + "open", open, 0.005),
          AtMostBytes(what + fmt::format("memory an entry, beyond {:.0f} bytes of constants", words),
                      BytesOfAnEntry(built), 256),
          AtMost(what + "build", built.seconds, 20), AtMost(what + "rebuild after one entry changed", rebuild, 1)};
}

}  // namespace zhun::benchmark
