#include <fmt/format.h>

#include "runtime/diagnostics/render_text.h"
#include "tests/golden_runner/golden.h"
#include "tests/sema/cases.h"

/// Policies under tests/golden/diagnostics_sema against the messages beside them.
namespace zhun::testing {
namespace {

/// The words of a message in English, since its places are those of the Chinese one.
std::string English(const diagnostics::Diagnostic& found) {
  std::string text = fmt::format("English: {}\n", diagnostics::MessageOf(found).en);
  for (const diagnostics::Label& label : found.labels) text += fmt::format("  label: {}\n", label.text.en);
  if (!found.help.en.empty()) text += fmt::format("  help: {}\n", found.help.en);
  for (const diagnostics::Fix& fix : found.fixes) text += fmt::format("  fix: {}\n", fix.text.en);
  return text;
}

std::string Messages(const golden::Case& golden_case) {
  const Checked checked = CheckPolicy(CasesFolder(), std::filesystem::relative(golden_case.path, CasesFolder()));
  std::string text;
  for (const diagnostics::Diagnostic& found : checked.sink.All()) {
    text += text.empty() ? "" : "\n";
    text += diagnostics::RenderText(found, checked.compilation.sources, base::Language::kChinese) + English(found);
  }
  return text.empty() ? "no message\n" : text;
}

}  // namespace
}  // namespace zhun::testing

int main(int argc, char** argv) {
  using namespace zhun::testing;
  return zhun::golden::Run(argc, argv, {{"CheckerMessages", CasesFolder(), {".zhun"}, Messages}});
}
