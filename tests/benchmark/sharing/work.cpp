#include "tests/benchmark/sharing/work.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "compiler/pipeline/compile.h"
#include "compiler/specialise/catalogue.h"
#include "runtime/residual/verify.h"

namespace zhun::benchmark {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHere = ZHUN_SOURCE_DIR "/tests/benchmark/sharing";

constexpr const char* kRegulation = ZHUN_SOURCE_DIR "/policies/regulation";

/// The shipped tables with the attributes that the benchmark adds.
fs::path StandardLibrary() {
  const fs::path folder = fs::path(ZHUN_BINARY_DIR) / "tests/benchmark/stdlib";
  fs::remove_all(folder);
  fs::create_directories(folder);
  fs::copy(ZHUN_SOURCE_DIR "/stdlib", folder, fs::copy_options::recursive);
  std::ofstream table(folder / "vocabulary/attributes.tsv", std::ios::app | std::ios::binary);
  table << ReadFile(std::string(kHere) + "/attributes.tsv");
  return folder;
}

program::Bundle Compiled(const fs::path& library_path, const std::vector<pipeline::PolicyFile>& files) {
  diagnostics::Sink sink;
  auto library = pipeline::LoadLibrary(library_path, sink);
  pipeline::Compilation compilation;
  if (!library || !pipeline::Compile(*library, files, pipeline::Step::kEmit, compilation, sink)) {
    std::string why;
    for (const diagnostics::Diagnostic& each : sink.All())
      why += " " + each.file + " " + std::to_string(int(each.code));
    throw std::runtime_error("the rules do not compile:" + why);
  }
  program::Bundle bundle{std::move(library->vocabulary), std::move(library->law),        std::move(library->calendar),
                         std::move(library->regions),    std::move(compilation.program), {}};
  program::WriteBundle(bundle);  // for the digests of the receipt
  return bundle;
}

std::vector<std::string> LinesOf(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path + " is not there");
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

std::string ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path + " is not there");
  return {std::istreambuf_iterator<char>(in), {}};
}

Lines ReadLines(const std::string& folder) {
  return {LinesOf(folder + "/entries.ndjson"), LinesOf(folder + "/requests.ndjson"),
          ReadFile(folder + "/expected.txt")};
}

base::Date Today() { return *base::MakeDate(2026, 3, 15); }

const program::Bundle& SharingRules() {
  static const program::Bundle bundle =
      Compiled(StandardLibrary(), {{std::string(kHere) + "/sharing.zhun", sema::Role::kBase}});
  return bundle;
}

const program::Bundle& SharingUnderRegulation() {
  static const program::Bundle bundle = [] {
    diagnostics::Sink sink;
    auto files = pipeline::FindPolicies(kRegulation, sema::Role::kBase, sink);
    files.push_back({std::string(kHere) + "/sharing.zhun", sema::Role::kBase});
    return Compiled(StandardLibrary(), files);
  }();
  return bundle;
}

const program::Bundle& ShippedRules() {
  static const program::Bundle bundle = [] {
    diagnostics::Sink sink;
    auto files = pipeline::FindPolicies(kRegulation, sema::Role::kBase, sink);
    files.push_back({ZHUN_SOURCE_DIR "/policies/public_security/resident_basic.zhun", sema::Role::kEntry});
    return Compiled(ZHUN_SOURCE_DIR "/stdlib", files);
  }();
  return bundle;
}

const program::Bundle& RandomRules() {
  static const program::Bundle bundle =
      Compiled(ZHUN_SOURCE_DIR "/stdlib", {{ZHUN_SOURCE_DIR "/tests/benchmark/random/base.zhun", sema::Role::kBase},
                                           {ZHUN_SOURCE_DIR "/tests/benchmark/random/entry.zhun", sema::Role::kEntry}});
  return bundle;
}

Work::Work(const std::string& folder) : lines_(ReadLines(folder)) {
  specialise::Catalogue catalogue(SharingRules());
  diagnostics::Sink sink;
  for (const std::string& entry : lines_.entries) {
    if (!catalogue.Add(entry, "entries.ndjson", sink)) throw std::runtime_error("an entry is malformed");
  }
  storage_ = catalogue.Finish();
  tables_ = storage_.View();
  const program::Program& program = SharingRules().program;
  if (!residual::Verify(tables_, program.rules.size(), program.findings.size()))
    throw std::runtime_error("the tables do not verify");
  reader_ = std::make_unique<facts::Reader>(tables_, SharingRules());
  machine_ = std::make_unique<machine::Machine>(tables_, SharingRules().vocabulary);
  by_hand_ = std::make_unique<by_hand::Catalogue>(lines_.entries);
  Check();
}

void Work::Check() {
  bound_.resize(lines_.requests.size());
  bound_by_hand_.resize(lines_.requests.size());
  for (std::size_t i = 0; i < lines_.requests.size(); ++i) {
    facts::Facts& facts = bound_[i];
    facts.facts.resize(machine_->Room());
    by_hand::Request& request = bound_by_hand_[i];
    const std::string& text = lines_.requests[i];
    if (!reader_->Read(text, "", Today(), facts)) throw std::runtime_error("not read: " + text);
    if (!by_hand_->Read(text, true, request)) throw std::runtime_error("not read by hand: " + text);
    const bool expected = lines_.expected[i] == '1';
    const by_hand::Entry& entry = by_hand_->Entries()[static_cast<std::size_t>(request.entry)];
    const machine::Outcome outcome = machine_->Decide(facts);
    if (outcome != (expected ? machine::Outcome::kGrant : machine::Outcome::kRefuse))
      throw std::runtime_error("Zhun says " + std::to_string(int(outcome)) + " of " + text);
    const std::uint32_t reasons = by_hand::ReasonsOf(entry, request);
    if (by_hand::IsGranted(entry, request) != expected || (reasons == 0) != expected)
      throw std::runtime_error("the hand-written program errs about " + text);
    if (machine_->Reasons().size() != std::size_t(__builtin_popcount(reasons)))
      throw std::runtime_error("other reasons: " + text);
  }
}

}  // namespace zhun::benchmark
