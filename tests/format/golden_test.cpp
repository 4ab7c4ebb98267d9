#include "tests/golden_runner/golden.h"

#include "compiler/format/spelling.h"
#include "compiler/syntax/parse.h"
#include "tests/format/formatted.h"

/// Files under tests/golden/format in standard form and in the other surface.
namespace zhun::format::testing {
namespace {

base::Language Surface(const std::string& text, const std::string& name) {
  base::SourceStore sources;
  diagnostics::Sink sink;
  const auto lexed = syntax::Tokenise(sources, sources.Add(name, text), sink);
  return SurfaceOf(lexed->tokens, text);
}

std::string InBoth(const golden::Case& golden_case) {
  const std::string name = golden_case.path.filename().string();
  const bool chinese = Surface(golden_case.input, name) == base::Language::kChinese;
  const std::string other =
      Formatted(golden_case.input, chinese ? base::Language::kEnglish : base::Language::kChinese, name);
  return Formatted(golden_case.input, std::nullopt, name) + "======== " + (chinese ? "English" : "Chinese") + "\n" +
         other;
}

}  // namespace
}  // namespace zhun::format::testing

int main(int argc, char** argv) {
  using namespace zhun::format::testing;
  const auto folder = std::filesystem::path(ZHUN_SOURCE_DIR) / "tests" / "golden" / "format";
  return zhun::golden::Run(argc, argv, {{"Format", folder, {".zhun", ".zhun.md"}, InBoth}});
}
