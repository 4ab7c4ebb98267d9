#include "tests/sema/cases.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/diagnostics/render_text.h"

namespace zhun::testing {
namespace {

namespace fs = std::filesystem;

/// The shipped tables, read once.
const pipeline::Library& ShippedLibrary() {
  static const std::optional<pipeline::Library> library = [] {
    diagnostics::Sink sink;
    return pipeline::LoadLibrary(fs::path(ZHUN_SOURCE_DIR) / "stdlib", sink);
  }();
  return library.value();
}

sema::Role RoleOf(const fs::path& file) {
  const bool base = std::ranges::find(file, fs::path("regulation")) != file.end();
  return base ? sema::Role::kBase : sema::Role::kEntry;
}

/// The words of a message in English, since its places are those of the Chinese one.
std::string English(const diagnostics::Diagnostic& found) {
  std::string text = fmt::format("English: {}\n", diagnostics::MessageOf(found).en);
  for (const diagnostics::Label& label : found.labels) text += fmt::format("  label: {}\n", label.text.en);
  if (!found.help.en.empty()) text += fmt::format("  help: {}\n", found.help.en);
  for (const diagnostics::Fix& fix : found.fixes) text += fmt::format("  fix: {}\n", fix.text.en);
  return text;
}

}  // namespace

Checked CheckPolicy(const fs::path& folder, const fs::path& file) {
  fs::current_path(folder);  // messages name files as they were given, and must not differ from machine to machine
  Checked checked;
  pipeline::Compile(ShippedLibrary(), {{file, RoleOf(file)}}, pipeline::Step::kIr, checked.compilation, checked.sink);
  checked.sink.Sort();
  return checked;
}

std::string ShowMessages(const Checked& checked) {
  std::string text;
  for (const diagnostics::Diagnostic& found : checked.sink.All()) {
    text += text.empty() ? "" : "\n";
    text += diagnostics::RenderText(found, checked.compilation.sources, base::Language::kChinese) + English(found);
  }
  return text.empty() ? "no message\n" : text;
}

fs::path CasesFolder() { return fs::path(ZHUN_SOURCE_DIR) / "tests" / "golden" / "diagnostics_sema"; }

std::vector<fs::path> AllCases() {
  std::vector<fs::path> cases;
  for (const auto& entry : fs::recursive_directory_iterator(CasesFolder())) {
    if (entry.path().extension() == ".zhun") cases.push_back(fs::relative(entry.path(), CasesFolder()));
  }
  std::ranges::sort(cases);
  return cases;
}

}  // namespace zhun::testing
