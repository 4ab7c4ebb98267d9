#include <algorithm>
#include <array>
#include <functional>
#include <regex>

#include "tests/architecture/checks.h"

namespace zhun::architecture {
namespace {

constexpr std::string_view kNumerals = "零〇一二三四五六七八九十百千0123456789";

/// The UTF-8 character at `at`.
std::string_view CharacterAt(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return text.substr(at, lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4);
}

/// U+3400 to U+9FFF
bool IsHan(std::string_view character) {
  return character.size() == 3 && character >= "\u3400" && character <= "\u9fff";
}

/// 第 numerals 条; a format such as 第{}条 or 第N条 is none.
bool HoldsArticle(std::string_view line) {
  static constexpr std::string_view kOrdinal = "第";
  for (std::size_t at = line.find(kOrdinal); at != std::string_view::npos; at = line.find(kOrdinal, at)) {
    at += kOrdinal.size();
    std::size_t end = at;
    while (end < line.size() && kNumerals.find(CharacterAt(line, end)) != std::string_view::npos) {
      end += CharacterAt(line, end).size();
    }
    if (end > at && line.substr(end).starts_with("条")) return true;
  }
  return false;
}

/// 《 a name in Chinese 》; placeholders such as 《{instrument}》, 《》, 《…》 and 《名称》 are none.
bool HoldsStatute(std::string_view line) {
  static constexpr std::string_view kOpen = "《";
  for (std::size_t at = line.find(kOpen); at != std::string_view::npos; at = line.find(kOpen, at)) {
    at += kOpen.size();
    const std::size_t close = line.find("》", at);
    if (close == std::string_view::npos) return false;
    const std::string_view name = line.substr(at, close - at);
    if (name == "名称" || name.starts_with("”")) continue;  // “《” speaks of the bracket itself
    for (std::size_t i = 0; i < name.size(); i += CharacterAt(name, i).size()) {
      if (IsHan(CharacterAt(name, i))) return true;
    }
  }
  return false;
}

using Test = std::function<bool(std::string_view)>;

/// One finding for each line of `text`, which stands for `file` line by line, on which `test` holds.
void FindLines(const File& file, std::string_view text, const std::string& what, const Test& test, Findings& findings) {
  int number = 0;
  for (const std::string_view line : LinesOf(text)) {
    ++number;
    if (test(line)) findings.push_back(file.path + ":" + std::to_string(number) + ": " + what);
  }
}

bool Matches(std::string_view line, const std::regex& pattern) {
  return std::regex_search(line.data(), line.data() + line.size(), pattern);
}

bool IsProduct(const File& file) {
  return IsCpp(file) && (Under(file.path, "runtime") || Under(file.path, "compiler"));
}

}  // namespace

Findings LawInCode(const Tree& tree) {
  static const std::regex english(R"(\bArt(icles?|s?\.) ?[0-9])");
  Findings findings;
  for (const File& file : tree) {
    // Samples of compiler/explain are policies that a reader is shown, rows of the linter's rules say what a finding rests
    // on; they judge nothing.
    const bool row_of_lint = Under(file.path, "compiler/lint") && ExtensionOf(file.path) == "def";
    if (!IsCpp(file) || Under(file.path, "tests") || Under(file.path, "compiler/explain") || row_of_lint) continue;
    FindLines(file, file.text, "the name of a statute belongs in stdlib/law or in a policy", HoldsStatute, findings);
    // Rows of a .def may show the form of a locator to the reader of a message.
    if (ExtensionOf(file.path) == "def") continue;
    FindLines(file, file.text, "an article's number belongs in stdlib/law or in a policy", HoldsArticle, findings);
    FindLines(
        file, CodeOf(file.text, true), "an article's number belongs in stdlib/law or in a policy",
        [](std::string_view line) { return Matches(line, english); }, findings);
  }
  return findings;
}

Findings FloatingPoint(const Tree& tree) {
  static const std::regex pattern(R"(\b(float|double)\b)");
  Findings findings;
  for (const File& file : tree) {
    if (!IsProduct(file)) continue;
    FindLines(
        file, CodeOf(file.text, false), "judgements are exact: no floating point",
        [](std::string_view line) { return Matches(line, pattern); }, findings);
  }
  return findings;
}

Findings HiddenInputs(const Tree& tree) {
  static const std::regex pattern(
      R"(\b(getenv|setlocale|random_device|system_clock\s*::\s*now|steady_clock|high_resolution_clock|localtime|rand)\b|\btime\((0|NULL|nullptr)\)|\bstd::locale\b)");
  Findings findings;
  for (const File& file : tree) {
    // The commands may read the clock, once, and echo what they read.
    if (!IsProduct(file) || Under(file.path, "compiler/driver")) continue;
    FindLines(
        file, CodeOf(file.text, false), "no clock, locale, environment or chance behind the caller's back",
        [](std::string_view line) { return Matches(line, pattern); }, findings);
  }
  return findings;
}

Findings UnfinishedMarks(const Tree& tree) {
  static const std::regex pattern(
      "\\b(TO"
      "DO|FIX"
      "ME|DISABLED_[A-Z]|GTEST_SK"
      "IP)");
  static constexpr std::array<std::string_view, 7> kKinds = {"cpp", "h", "def", "g4", "zhun", "txt", "cmake"};
  Findings findings;
  for (const File& file : tree) {
    if (std::ranges::find(kKinds, ExtensionOf(file.path)) == kKinds.end()) continue;
    FindLines(
        file, file.text, "finish it, or name it in an issue",
        [](std::string_view line) { return Matches(line, pattern); }, findings);
  }
  return findings;
}

Findings SharedPaths(const Tree& tree) {
  static constexpr std::string_view kPath =
      "../"
      "shared";
  Findings findings;
  for (const File& file : tree) {
    FindLines(
        file, file.text, "the repository stands alone; copy what is needed, with its provenance",
        [](std::string_view line) { return line.find(kPath) != std::string_view::npos; }, findings);
  }
  return findings;
}

}  // namespace zhun::architecture
