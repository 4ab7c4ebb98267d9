#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/sema/cases.h"

/// What must hold for every case under tests/golden/diagnostics_sema, whatever its text says.
namespace zhun::testing {
namespace {

namespace fs = std::filesystem;

class CheckerMistake : public ::testing::TestWithParam<fs::path> {};

std::string Listed(const Checked& checked) {
  std::string text;
  for (const diagnostics::Diagnostic& found : checked.sink.All()) {
    text += fmt::format("{} {}\n", diagnostics::CodeText(found.code), diagnostics::MessageOf(found).zh);
  }
  return text;
}

bool IsBelow(const fs::path& file, const char* folder) {
  return std::ranges::find(file, fs::path(folder)) != file.end();
}

TEST_P(CheckerMistake, GivesAtMostOneMessage) {
  const Checked checked = CheckPolicy(CasesFolder(), GetParam());
  if (IsBelow(GetParam(), "several")) {
    EXPECT_GT(checked.sink.All().size(), 1u) << Listed(checked);
  } else {
    EXPECT_LE(checked.sink.All().size(), 1u) << Listed(checked);
  }
}

std::string Read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A copy of all cases, in which texts may be changed; it goes when this object goes.
class CopyOfCases {
 public:
  CopyOfCases() {
    fs::remove_all(folder_);
    fs::create_directories(folder_.parent_path());
    fs::copy(CasesFolder(), folder_, fs::copy_options::recursive);
  }
  CopyOfCases(const CopyOfCases&) = delete;
  CopyOfCases& operator=(const CopyOfCases&) = delete;
  ~CopyOfCases() {
    fs::current_path(CasesFolder());
    fs::remove_all(folder_);
  }

  Checked CheckWith(const fs::path& file, const diagnostics::Fix& fix) const {
    const std::string text = Read(CasesFolder() / file);
    std::ofstream(folder_ / file, std::ios::binary)
        << text.substr(0, fix.span.begin) << fix.replacement << text.substr(fix.span.end);
    return CheckPolicy(folder_, file);
  }

 private:
  fs::path folder_ = fs::path(ZHUN_BINARY_DIR) / "sema_test" / "cases";
};

TEST_P(CheckerMistake, IsGoneWithEachOfItsFixes) {
  const Checked checked = CheckPolicy(CasesFolder(), GetParam());
  const base::SourceId own = checked.compilation.files.front()->source;
  for (const diagnostics::Diagnostic& found : checked.sink.All()) {
    for (const diagnostics::Fix& fix : found.fixes) {
      if (fix.span.source != own) continue;
      const CopyOfCases copy;
      const Checked fixed = copy.CheckWith(GetParam(), fix);
      EXPECT_LT(fixed.sink.All().size(), checked.sink.All().size()) << fix.replacement << "\n" << Listed(fixed);
    }
  }
}

std::string NameOf(const ::testing::TestParamInfo<fs::path>& info) {
  std::string name = info.param.generic_string();
  std::ranges::replace_if(name, [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Golden, CheckerMistake, ::testing::ValuesIn(AllCases()), NameOf);

TEST(CheckerMessages, HaveACaseEach) {
  std::set<std::string> reached;
  for (const fs::path& file : AllCases()) {
    const Checked checked = CheckPolicy(CasesFolder(), file);
    for (const auto& found : checked.sink.All()) reached.insert(std::string(diagnostics::CodeText(found.code)));
  }
  for (int number = 3000; number < 4100; ++number) {  // from 4101 on: a policy against a catalogue, see tests/driver
    const std::string code = fmt::format("Z{}", number);
    // A policy's cost is known when its program is: tests/analysis.
    if (diagnostics::ExplanationOf(code) == nullptr || code == "Z4036" || code == "Z4037") continue;
    EXPECT_TRUE(reached.contains(code)) << code;
  }
}

}  // namespace
}  // namespace zhun::testing
