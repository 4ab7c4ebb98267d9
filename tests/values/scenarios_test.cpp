#include <algorithm>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/values/fixture.h"

namespace zhun::values {
namespace {

const std::vector<std::string> kFindings = {"duty_necessity", "third_party_consent"};

std::vector<std::filesystem::path> Scenarios() {
  std::vector<std::filesystem::path> files;
  for (const auto& file : std::filesystem::directory_iterator(ZHUN_SOURCE_DIR "/tests/values/scenarios")) {
    files.push_back(file.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

class AcceptanceScenario : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(AcceptanceScenario, BindsWithoutAFault) {
  const nlohmann::json scenario = nlohmann::json::parse(std::ifstream(GetParam()));
  diagnostics::Sink sink;
  const auto context = BindContext(testing::TestBinding(), scenario["context"].dump(), "context.json", sink);
  const auto entry = BindEntry(testing::TestBinding(), scenario["entry"].dump(), "entry.json", sink);
  ASSERT_TRUE(context && entry) << ::testing::PrintToString(testing::CodesOf(sink));
  const auto application = BindApplication(testing::TestBinding(), *entry, kFindings, scenario["application"].dump(),
                                           "application.json", sink);
  EXPECT_TRUE(application.has_value()) << ::testing::PrintToString(testing::CodesOf(sink));
  EXPECT_EQ(testing::Show(testing::At(*application, "id")),
            "“" + scenario["application"]["id"].get<std::string>() + "”");
}

INSTANTIATE_TEST_SUITE_P(Copied, AcceptanceScenario, ::testing::ValuesIn(Scenarios()), [](const auto& test) {
  std::string name = test.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace zhun::values
