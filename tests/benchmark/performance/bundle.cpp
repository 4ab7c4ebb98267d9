#include "runtime/program/bundle.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <fmt/format.h>

#include "compiler/specialise/catalogue.h"
#include "runtime/residual/mapped.h"
#include "tests/benchmark/performance/rows.h"
#include "tests/benchmark/sharing/work.h"

namespace zhun::benchmark {
namespace {

struct Built {
  residual::Storage storage;
  std::size_t entries = 0;
  double seconds = 0;  ///< from the texts of the entries to the bytes of the file
};

/// A bundle in `path` of the base policies, the benchmark's policy and the entries of `folder`.
Built Build(const std::string& folder, const std::string& path) {
  const Lines lines = ReadLines(folder);
  program::Bundle bundle = SharingUnderRegulation();
  Built built;
  const double begin = Seconds();
  specialise::Catalogue catalogue(bundle);
  diagnostics::Sink sink;
  for (const std::string& entry : lines.entries) {
    if (!catalogue.Add(entry, "entries.ndjson", sink)) throw std::runtime_error("an entry is malformed");
  }
  built.entries = catalogue.EntryCount();
  built.storage = catalogue.Finish();
  store::Writer writer = program::Sections(bundle);
  residual::AddSections(built.storage, writer);
  std::ofstream out(path, std::ios::binary);
  out << writer.Finish();
  if (!out.flush()) throw std::runtime_error(path + " cannot be written");
  built.seconds = Seconds() - begin;
  return built;
}

/// Everything that is done before the first decision; entries found in the tables.
std::size_t Open(const std::string& path) {
  diagnostics::Sink sink;
  const auto bundle = program::ReadBundle(store::File::Open(path), path, sink);
  if (!bundle) throw std::runtime_error(path + " is no bundle");
  store::Fault fault = store::Fault::kNone;
  const auto mapped =
      residual::Mapped::Open(bundle->file, bundle->program.rules.size(), bundle->program.findings.size(), fault);
  if (mapped == nullptr) throw std::runtime_error(path + " has no sound catalogue");
  return mapped->View().entries.size();
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
  const Built built = Build(folder, path);
  if (Open(path) != built.entries) throw std::runtime_error("the bundle lost entries");
  const double open = Measure(effort, 1, [&] { Keep(Open(path)); });
  figures[built.entries]["load"] = open;
  figures[built.entries]["bytes"] = static_cast<double>(std::filesystem::file_size(path));
  std::remove(path.c_str());
  const std::string what = fmt::format("a bundle of {} entries and the base policies: ", built.entries);
  const auto words = static_cast<double>(built.storage.constants.size() * 8) / static_cast<double>(built.entries);
  return {AtMost(what + "open", open, 0.005),
          AtMostBytes(what + fmt::format("memory an entry, beyond {:.0f} bytes of constants", words),
                      BytesOfAnEntry(built), 256),
          AtMost(what + "build", built.seconds, 20), NotBuilt(what + "rebuild after one entry changed", "≤ 1 s")};
}

}  // namespace zhun::benchmark
