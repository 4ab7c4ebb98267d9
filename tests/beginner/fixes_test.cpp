#include <algorithm>
#include <cctype>

#include <gtest/gtest.h>

#include "runtime/diagnostics/apply_fixes.h"
#include "tests/beginner/trials.h"

/// What must hold for every trial, whatever its text says.
namespace zhun::testing {
namespace {

namespace fs = std::filesystem;

bool IsPutRight(const fs::path& file) {
  const std::string name = file.filename().string();
  return std::ranges::any_of(kPutRight, [&](const std::string& ending) { return name.ends_with(ending); });
}

/// The policies of the folder: those that were put right, or those of the beginner; relative, in the order of their names.
std::vector<fs::path> Policies(bool put_right) {
  std::vector<fs::path> policies;
  for (const auto& entry : fs::recursive_directory_iterator(BeginnerFolder())) {
    if (entry.path().extension() != ".zhun" || IsPutRight(entry.path()) != put_right) continue;
    policies.push_back(fs::relative(entry.path(), BeginnerFolder()));
  }
  std::ranges::sort(policies);
  return policies;
}

Checked Check(const fs::path& file) {
  const fs::path path = BeginnerFolder() / file;
  return CheckPolicy(path.parent_path(), path.filename());
}

class BeginnerTrial : public ::testing::TestWithParam<fs::path> {};

TEST_P(BeginnerTrial, OffersAsManyFixesAsItsFolderSays) {
  const fs::path folder = *GetParam().begin();
  const Checked checked = Check(GetParam());
  const auto& found = checked.sink.All();
  ASSERT_FALSE(found.empty());
  if (folder == "one_fix") {
    for (const auto& each : found) EXPECT_EQ(each.fixes.size(), 1u) << diagnostics::MessageOf(each).zh;
  } else if (folder == "two_readings") {
    for (const auto& each : found) EXPECT_EQ(each.fixes.size(), 2u) << diagnostics::MessageOf(each).zh;
  } else {
    EXPECT_EQ(folder, "by_hand");
    EXPECT_TRUE(std::ranges::any_of(found, [](const auto& each) { return each.fixes.empty(); }))
        << "every message has a fix: the trial belongs in one_fix";
    const std::string stem = GetParam().stem().string();
    EXPECT_TRUE(fs::exists(BeginnerFolder() / folder / (stem + ".corrected.zhun"))) << stem;
  }
}

TEST_P(BeginnerTrial, LosesAMessageWithEachFixAlone) {
  const Checked checked = Check(GetParam());
  const std::string text = ReadBytes(BeginnerFolder() / GetParam());
  for (const diagnostics::Diagnostic& found : checked.sink.All()) {
    for (const diagnostics::Fix& fix : found.fixes) {
      const Checked fixed = CheckText(diagnostics::ApplyFixes(text, {fix}), "alone.zhun");
      EXPECT_LT(fixed.sink.All().size(), checked.sink.All().size()) << fix.replacement << "\n" << ShowMessages(fixed);
    }
  }
}

class PutRight : public ::testing::TestWithParam<fs::path> {};

TEST_P(PutRight, CompilesWithoutAMessage) { EXPECT_EQ(ShowMessages(Check(GetParam())), "no message\n"); }

std::string NameOf(const ::testing::TestParamInfo<fs::path>& info) {
  std::string name = info.param.generic_string();
  std::ranges::replace_if(name, [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Beginner, BeginnerTrial, ::testing::ValuesIn(Policies(false)), NameOf);
INSTANTIATE_TEST_SUITE_P(Beginner, PutRight, ::testing::ValuesIn(Policies(true)), NameOf);

}  // namespace
}  // namespace zhun::testing
