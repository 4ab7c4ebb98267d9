#include <algorithm>
#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/driver/zhun_process.h"
#include "tests/lint/linted.h"

/// Each witness is decided again by the program itself, under the policies it was found for.
namespace zhun::lint {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

/// Findings that say a rule does nothing show a case in which it is silent; all others one in which it fires.
bool ShowsSilence(const Finding& finding) {
  if (finding.rule == RuleCode::kT13) return true;
  return finding.key.ends_with(" never applies") || finding.key.ends_with(" idle") ||
         finding.key.ends_with(" excepted");
}

/// The code of the rule that a finding is about: the first word of its key.
std::string RuleOf(const Finding& finding) { return finding.key.substr(0, finding.key.find(' ')); }

std::set<std::string> Decide(const Json& witness, const fs::path& policy) {
  const driver_test::TemporaryFolder folder;
  const auto entry = folder.Write("entry.json", witness["entry"].dump());
  const auto application = folder.Write("application.json", witness["application"].dump());
  const auto ran = driver_test::RunZhun(
      {"decide", "--entry", entry, "--application", application, "--as-of", witness["as_of"].get<std::string>(),
       "--policies", policy.string(), "--base", ZHUN_SOURCE_DIR "/policies/regulation", "--format", "json"},
      folder.Path());
  const Json decision = Json::parse(ran.out, nullptr, false);
  std::set<std::string> codes;
  if (!decision.is_object()) {
    ADD_FAILURE() << ran.out << ran.err;
    return codes;
  }
  for (const Json& reason : decision["reasons"]) codes.insert(reason["rule"]);
  for (const Json& duty : decision["obligations"]) codes.insert(duty["id"]);
  for (const Json& deadline : decision["deadlines"]) codes.insert(deadline["id"]);
  return codes;
}

TEST(Witness, IsWhatTheProgramDecides) {
  int witnesses = 0;
  for (const char* rule : {"p01", "p10", "p13", "p15", "t13"}) {
    for (const auto& each : fs::directory_iterator(testing::LintCases() / rule)) {
      if (each.path().extension() != ".zhun") continue;
      for (const Finding& finding : testing::LintCase(each.path()).findings) {
        if (finding.witness.empty()) continue;
        ++witnesses;
        const std::set<std::string> codes = Decide(Json::parse(finding.witness), each.path());
        if (finding.rule != RuleCode::kT13) {
          EXPECT_EQ(codes.contains(RuleOf(finding)), !ShowsSilence(finding)) << each.path() << "\n" << finding.witness;
        }
      }
    }
  }
  EXPECT_GE(witnesses, 20);
}

}  // namespace
}  // namespace zhun::lint
