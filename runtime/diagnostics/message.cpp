#include <algorithm>
#include <array>
#include <cstddef>

#include "runtime/diagnostics/diagnostic.h"

namespace zhun::diagnostics {
namespace {

/// A row of the catalogue as it is written there.
struct Row {
  std::string_view code;
  Severity severity;
  std::string_view zh;
  std::string_view en;
  std::string_view why_zh;
  std::string_view why_en;
};

constexpr auto kRows = std::to_array<Row>({
#define ZHUN_DIAGNOSTIC(NAME, CODE, SEVERITY, ZH, EN, WHY_ZH, WHY_EN) \
  {CODE, Severity::SEVERITY, ZH, EN, WHY_ZH, WHY_EN},
#include "runtime/diagnostics/catalogue.def"
#undef ZHUN_DIAGNOSTIC
});

/// Code points of an argument that are printed; what a hostile document quotes is cut after them.
constexpr std::size_t kLongestArgument = 400;

const Row& RowOf(Code code) { return kRows[static_cast<std::size_t>(code)]; }

bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

void AppendShortened(std::string& out, std::string_view value) {
  std::size_t points = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (IsContinuation(value[i]) || ++points <= kLongestArgument) continue;
    out.append(value.substr(0, i)).append("…");
    return;
  }
  out.append(value.substr(0, std::min(value.size(), kLongestArgument * 4)));
}

const Argument* Find(const std::vector<Argument>& arguments, std::string_view key) {
  const auto found = std::ranges::find(arguments, key, &Argument::key);
  return found == arguments.end() ? nullptr : &*found;
}

/// `pattern` with every {key} replaced once; what an argument brings in is never read as a pattern.
std::string Fill(std::string_view pattern, const std::vector<Argument>& arguments, base::Language language) {
  std::string out;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    const std::size_t close = open == pattern.npos ? pattern.npos : pattern.find('}', open);
    if (close == pattern.npos) break;
    out.append(pattern.substr(0, open));
    const Argument* argument = Find(arguments, pattern.substr(open + 1, close - open - 1));
    if (argument != nullptr) {
      AppendShortened(out, base::In(language, argument->words));
    } else {
      out.append(pattern.substr(open, close - open + 1));
    }
    pattern.remove_prefix(close + 1);
  }
  return out.append(pattern);
}

std::array<base::Words, kRows.size()> AllExplanations() {
  std::array<base::Words, kRows.size()> all;
  std::ranges::transform(kRows, all.begin(),
                         [](const Row& row) { return base::Words{std::string(row.why_zh), std::string(row.why_en)}; });
  return all;
}

}  // namespace

Severity SeverityOf(Code code) { return RowOf(code).severity; }

std::string_view CodeText(Code code) { return RowOf(code).code; }

Severity SeverityOf(const Diagnostic& diagnostic) {
  return diagnostic.own ? diagnostic.own->severity : SeverityOf(diagnostic.code);
}

std::string_view CodeText(const Diagnostic& diagnostic) {
  return diagnostic.own ? std::string_view(diagnostic.own->code) : CodeText(diagnostic.code);
}

base::Words MessageOf(const Diagnostic& diagnostic) {
  if (diagnostic.own) return diagnostic.own->message;
  const Row& row = RowOf(diagnostic.code);
  return {Fill(row.zh, diagnostic.arguments, base::Language::kChinese),
          Fill(row.en, diagnostic.arguments, base::Language::kEnglish)};
}

const base::Words* ExplanationOf(std::string_view code_text) {
  static const auto explanations = AllExplanations();
  const auto found = std::ranges::find(kRows, code_text, &Row::code);
  return found == kRows.end() ? nullptr : &explanations[static_cast<std::size_t>(found - kRows.begin())];
}

}  // namespace zhun::diagnostics
