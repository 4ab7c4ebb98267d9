#include "tests/beginner/trials.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "runtime/diagnostics/apply_fixes.h"

namespace zhun::testing {

namespace fs = std::filesystem;

fs::path BeginnerFolder() { return fs::path(ZHUN_SOURCE_DIR) / "tests" / "golden" / "beginner"; }

std::string ReadBytes(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Checked CheckText(const std::string& text, const std::string& name) {
  const fs::path folder = fs::path(ZHUN_BINARY_DIR) / "beginner_test";
  fs::create_directories(folder);
  std::ofstream(folder / name, std::ios::binary) << text;
  return CheckPolicy(folder, name);
}

std::string WithFixes(const std::string& text, const Checked& checked, std::size_t choice) {
  std::vector<diagnostics::Fix> fixes;
  for (const diagnostics::Diagnostic& found : checked.sink.All()) {
    if (choice < found.fixes.size()) fixes.push_back(found.fixes[choice]);
  }
  std::ranges::stable_sort(fixes, {}, [](const diagnostics::Fix& fix) { return fix.span.begin; });
  return diagnostics::ApplyFixes(text, fixes);
}

}  // namespace zhun::testing
