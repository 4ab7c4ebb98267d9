#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>

#include <gtest/gtest.h>

#include "compiler/explain/sample.h"
#include "runtime/diagnostics/diagnostic.h"
#include "tests/driver/zhun_process.h"
#include "tests/explain/situation.h"

/// What must hold for every message of the catalogue and the sample that explains it.
namespace zhun::explain {

/// How GoogleTest names a sample in a failure.
void PrintTo(const Sample& sample, std::ostream* out) { *out << diagnostics::CodeText(sample.code); }

namespace testing {
namespace {

namespace fs = std::filesystem;
using diagnostics::Code;
using diagnostics::Severity;

struct Row {
  Code code;
  std::string name;
};

const std::vector<Row>& Catalogue() {
  static const std::vector<Row> rows = {
#define ZHUN_DIAGNOSTIC(NAME, CODE, SEVERITY, ZH, EN, WHY_ZH, WHY_EN) {Code::k##NAME, #NAME},
#include "runtime/diagnostics/catalogue.def"
#undef ZHUN_DIAGNOSTIC
  };
  return rows;
}

const std::string& NameOf(Code code) { return std::ranges::find(Catalogue(), code, &Row::code)->name; }

std::string SourcesOfTheProgram() {
  std::string text;
  for (const char* top : {"compiler", "runtime"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(ZHUN_SOURCE_DIR) / top)) {
      if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h")
        text += driver_test::ReadText(entry.path());
    }
  }
  return text;
}

/// Whether a source of the program names the message at all; until then no text can bring it about. From then on its
/// sample is run like any other.
bool CanBeReported(Code code) {
  static const std::string sources = SourcesOfTheProgram();
  return sources.find("k" + NameOf(code)) != std::string::npos;
}

/// The codes in a column of the table.
std::set<std::string, std::less<>> WordsOf(std::string_view codes) {
  std::istringstream words{std::string(codes)};
  return {std::istream_iterator<std::string>(words), {}};
}

bool IsError(const std::string& code) {
  const auto row =
      std::ranges::find_if(Catalogue(), [&](const Row& r) { return diagnostics::CodeText(r.code) == code; });
  return row == Catalogue().end() || diagnostics::SeverityOf(row->code) == Severity::kError;
}

class EachSample : public ::testing::TestWithParam<Sample> {
 protected:
  void ExpectBad(const std::string& text) const {
    const Outcome outcome = RunIn(GetParam().frame, text);
    auto expected = WordsOf(GetParam().also);
    expected.emplace(diagnostics::CodeText(GetParam().code));
    EXPECT_EQ(outcome.codes, expected) << text << outcome.told;
  }

  void ExpectGood(const std::string& text) const {
    const Outcome outcome = RunIn(GetParam().frame, text);
    for (const std::string& code : outcome.codes) {
      EXPECT_FALSE(IsError(code) || code == diagnostics::CodeText(GetParam().code)) << text << outcome.told;
    }
  }
};

TEST_P(EachSample, ReportsItsMessageWhereItIsWrong) {
  ASSERT_NE(GetParam().bad.zh, GetParam().good.zh);
  ASSERT_NE(GetParam().bad.en, GetParam().good.en);
  if (!CanBeReported(GetParam().code)) return;
  ExpectBad(GetParam().bad.zh);
  if (GetParam().bad.en != GetParam().bad.zh) ExpectBad(GetParam().bad.en);
}

TEST_P(EachSample, ReportsNothingWhereItIsRight) {
  ExpectGood(GetParam().good.zh);
  if (GetParam().good.en != GetParam().good.zh) ExpectGood(GetParam().good.en);
}

TEST_P(EachSample, IsShort) {
  for (const std::string& text : {GetParam().bad.zh, GetParam().bad.en, GetParam().good.zh, GetParam().good.en}) {
    EXPECT_LE(std::ranges::count(text, '\n') + 1, 12) << text;
  }
}

INSTANTIATE_TEST_SUITE_P(Tables, EachSample, ::testing::ValuesIn(Samples()),
                         [](const auto& row) { return NameOf(row.param.code); });

TEST(Samples, ThereIsOneForEveryMessage) {
  std::map<Code, int> count;
  for (const Sample& sample : Samples()) ++count[sample.code];
  std::string missing;
  for (const Row& row : Catalogue()) {
    if (count[row.code] != 1) missing.append("\n  ").append(diagnostics::CodeText(row.code)).append(" ") += row.name;
  }
  EXPECT_TRUE(missing.empty()) << "add a row to compiler/explain/samples_*.def:" << missing;
}

}  // namespace
}  // namespace testing
}  // namespace zhun::explain
