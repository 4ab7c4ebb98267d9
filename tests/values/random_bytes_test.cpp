#include <fstream>
#include <iterator>
#include <random>

#include <gtest/gtest.h>

#include "tests/values/fixture.h"

namespace zhun::values {
namespace {

constexpr int kRounds = 4000;

/// Words that make spoilt documents get further than random bytes would.
constexpr const char* kPieces[] = {"{",
                                   "}",
                                   "[",
                                   "]",
                                   "\"",
                                   ",",
                                   ":",
                                   "null",
                                   "{\"pending\":\"x\"}",
                                   "1e400",
                                   "-",
                                   "\\u",
                                   "\xFF",
                                   "\xE6\xA0",
                                   "99999999999999999999",
                                   "\"items\":",
                                   "\"2026-02-30\"",
                                   "\\ud800",
                                   " "};

std::string Spoilt(std::string text, std::mt19937& random) {
  const int edits = 1 + static_cast<int>(random() % 4);
  for (int i = 0; i < edits; ++i) {
    const std::size_t at = text.empty() ? 0 : random() % text.size();
    switch (random() % 4) {
      case 0: text.insert(at, kPieces[random() % std::size(kPieces)]); break;
      case 1: text.erase(at, random() % 20); break;
      case 2: text.insert(at, text.substr(random() % (text.size() + 1), random() % 60)); break;
      default: text.insert(at, 1, static_cast<char>(random() % 256)); break;
    }
  }
  return text;
}

TEST(SpoiltDocuments, EndInAMessageOrInADocument) {
  const Document entry = testing::Entry();
  const std::vector<std::string> findings = {"duty_necessity"};
  const std::string application = testing::ApplicationText(
      R"("basis": ["《数据安全法》第三十八条"], "items": ["姓名"], "period": {"from": "2026-01-01", "to": "2026-02-01"},
         "findings": {"duty_necessity": true}, "processors": [{"name": "甲", "approval_no": null}], "flowback": false)");
  std::mt19937 random(20260801);
  int bound = 0;
  for (int round = 0; round < kRounds; ++round) {
    diagnostics::Sink sink;
    const std::string text = Spoilt(round % 2 == 0 ? application : testing::kEntry, random);
    const auto document = round % 2 == 0
                              ? BindApplication(testing::TestBinding(), entry, findings, text, "a.json", sink)
                              : BindEntry(testing::TestBinding(), text, "e.json", sink);
    EXPECT_EQ(document.has_value(), !sink.HasErrors()) << text;
    bound += document ? 1 : 0;
  }
  EXPECT_GT(bound, kRounds / 100) << "nearly everything was refused: the test does not get far enough";
  EXPECT_LT(bound, kRounds) << "nothing was refused";
}

}  // namespace
}  // namespace zhun::values
