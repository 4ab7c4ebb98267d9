#include "tests/embed/shipped.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "compiler/pipeline/compile.h"
#include "compiler/specialise/catalogue.h"
#include "runtime/residual/mapped.h"

namespace zhun::embed_test {
namespace {

namespace fs = std::filesystem;

const fs::path kExamples = fs::path(ZHUN_SOURCE_DIR) / "examples" / "decisions";

std::string ReadText(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path.string() + " is not there");
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<pipeline::PolicyFile> PolicyFiles(diagnostics::Sink& sink) {
  const fs::path policies = fs::path(ZHUN_SOURCE_DIR) / "policies", base = policies / "regulation";
  std::vector<pipeline::PolicyFile> files = pipeline::FindPolicies(base, sema::Role::kBase, sink);
  for (const pipeline::PolicyFile& file : pipeline::FindPolicies(policies, sema::Role::kEntry, sink)) {
    if (!file.path.string().starts_with(base.string())) files.push_back(file);
  }
  return files;
}

}  // namespace

const std::string& ShippedBytes() {
  static const std::string bytes = [] {
    diagnostics::Sink sink;
    auto library = pipeline::LoadLibrary(fs::path(ZHUN_SOURCE_DIR) / "stdlib", sink);
    pipeline::Compilation compilation;
    if (!library || !pipeline::Compile(*library, PolicyFiles(sink), pipeline::Step::kEmit, compilation, sink))
      throw std::runtime_error("the shipped policies do not compile");
    program::Bundle bundle{std::move(library->vocabulary), std::move(library->law),        std::move(library->calendar),
                           std::move(library->regions),    std::move(compilation.program), {}};
    return program::WriteBundle(bundle);
  }();
  return bytes;
}

const Bundle& Shipped() {
  static const Result<Bundle> bundle = Bundle::Read(ShippedBytes());
  return *bundle;
}

Bundle Holding(const std::vector<std::string>& entries) {
  diagnostics::Sink sink;
  std::optional<program::Bundle> bundle = program::ReadBundle(ShippedBytes(), "shipped", sink);
  specialise::Catalogue catalogue(*bundle);
  for (const std::string& entry : entries) {
    if (!catalogue.Add(entry, "entry", sink)) throw std::runtime_error("the entry is malformed");
  }
  store::Writer writer = program::Sections(*bundle);
  residual::AddSections(catalogue.Finish(), writer);
  Result<Bundle> read = Bundle::Read(writer.Finish());
  if (!read) throw std::runtime_error("the bundle is not sound");
  return *read;
}

Example ReadExample(const std::string& folder) {
  const fs::path path = kExamples / folder;
  return {folder, ReadText(path / "entry.json"), ReadText(path / "application.json"), ReadText(path / "context.json")};
}

std::vector<std::string> ExampleFolders() {
  std::vector<std::string> names;
  for (const auto& each : fs::directory_iterator(kExamples)) {
    if (each.is_directory()) names.push_back(each.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

std::string Changed(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  if (at == std::string::npos) throw std::runtime_error("there is no " + what);
  return text.replace(at, what.size(), by);
}

std::vector<std::string> Codes(const Diagnostics& diagnostics) {
  std::vector<std::string> codes;
  for (const Diagnostic& each : diagnostics) codes.push_back(each.code);
  return codes;
}

}  // namespace zhun::embed_test
