#include <cctype>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/syntax/cases.h"

/// What must hold for every case under tests/golden/diagnostics_syntax, whatever its text says.
namespace zhun::syntax::testing {
namespace {

class Mistake : public ::testing::TestWithParam<fs::path> {};

std::string Apply(const std::string& text, const diagnostics::Fix& fix) {
  return text.substr(0, fix.span.begin) + fix.replacement + text.substr(fix.span.end);
}

TEST_P(Mistake, GivesOneMessage) {
  const Parsed parsed = ParseText(ReadFile(GetParam()), GetParam().filename().string());
  if (GetParam().string().find("/several/") != std::string::npos) return;
  EXPECT_EQ(parsed.sink.All().size(), 1u) << Listed(parsed);
}

TEST_P(Mistake, IsGoneWhenFixed) {
  std::string text = ReadFile(GetParam());
  const std::string name = GetParam().filename().string();
  for (int round = 0; round < 20; ++round) {
    const Parsed parsed = ParseText(text, name);
    const auto found = std::ranges::find_if(parsed.sink.All(), [](const auto& d) { return d.fixes.size() == 1; });
    if (found == parsed.sink.All().end()) return;
    text = Apply(text, found->fixes.front());
    const Parsed fixed = ParseText(text, name);
    ASSERT_LT(fixed.sink.All().size(), parsed.sink.All().size()) << text << Listed(fixed);
  }
}

std::string NameOf(const ::testing::TestParamInfo<fs::path>& info) {
  std::string name = info.param.stem().string();
  std::ranges::replace_if(name, [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Golden, Mistake, ::testing::ValuesIn(PoliciesUnder(Golden("diagnostics_syntax"))), NameOf);

TEST(Messages, OfLexerAndParserHaveACaseEach) {
  // Two speak of a million bytes; limits_test.cpp reaches them.
  const std::set<std::string> elsewhere = {"Z1002", "Z1003"};
  std::set<std::string> reached;
  for (const fs::path& path : PoliciesUnder(Golden("diagnostics_syntax"))) {
    const Parsed parsed = ParseText(ReadFile(path), path.filename().string());
    for (const auto& found : parsed.sink.All()) reached.insert(std::string(diagnostics::CodeText(found.code)));
  }
  for (int number = 1001; number < 3000; ++number) {
    const std::string code = fmt::format("Z{}", number);
    if (diagnostics::ExplanationOf(code) == nullptr || elsewhere.contains(code)) continue;
    EXPECT_TRUE(reached.contains(code)) << code;
  }
}

}  // namespace
}  // namespace zhun::syntax::testing
