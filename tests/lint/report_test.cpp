#include "compiler/lint/report/report.h"

#include <chrono>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/lint/reported.h"

namespace zhun::lint {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

using Format = std::string (*)(const Outcome&, const ReportContext&);

const ReportContext& Chinese() {
  static const ReportContext context = zhun::testing::SmallContext(base::Language::kChinese);
  return context;
}

/// The findings of a policy whose words are the given ones.
Outcome Saying(const std::string& words) {
  Outcome outcome;
  const base::SourceId source = outcome.compilation.sources.Add(words, words);
  Finding finding;
  finding.rule = RuleCode::kP22;
  finding.span = {source, 0, static_cast<std::uint32_t>(words.size())};
  finding.message = finding.help = {words, words};
  finding.subject = finding.title = finding.owner = words;
  finding.suppression = Suppression{words, {}};
  outcome.findings.push_back(finding);
  finding.suppression.reset();
  outcome.findings.push_back(finding);
  return outcome;
}

TEST(LintReport, NothingFromOutsideIsObeyedByABrowserOrAnXmlReader) {
  for (const Format format : {ReportAsHtml, ReportAsJunit}) {
    const std::string text = format(Saying("<img src=x onerror=\"a\" '>&amp;\xE2\x80\xAE\xFF]]>"), Chinese());
    EXPECT_THAT(text, Not(HasSubstr("<img")));
    EXPECT_THAT(text, Not(HasSubstr("onerror=\"")));
    EXPECT_THAT(text, Not(HasSubstr("]]>")));
    EXPECT_THAT(text, Not(HasSubstr("\xE2\x80\xAE"))) << "a mark that turns the direction of text";
    EXPECT_THAT(text, HasSubstr("&amp;amp;"));
  }
}

TEST(LintReport, NothingFromOutsideBeginsACommandOfGithub) {
  const std::string text = ReportAsGithub(Saying("a,b:c%\r\n::error::stop"), Chinese());
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
  EXPECT_THAT(text, HasSubstr("file=a%2Cb%3Ac%25%0D%0A%3A%3Aerror%3A%3Astop,"));
}

TEST(LintReport, BytesThatAreNoUtf8DoNotBreakJson) {
  for (const Format format : {ReportAsJson, ReportAsSarif}) {
    std::string text = format(Saying("\xFF\xC0 准"), Chinese());
    if (format == ReportAsJson) text.resize(text.find('\n'));
    EXPECT_TRUE(nlohmann::json::accept(text)) << text;
  }
}

TEST(LintReport, AnOutcomeWithoutFindingsIsAReportToo) {
  const Outcome outcome;
  EXPECT_EQ(ReportAsJson(outcome, Chinese()), "");
  EXPECT_EQ(ReportAsGithub(outcome, Chinese()), "");
  EXPECT_THAT(ReportAsText(outcome, Chinese()), HasSubstr("0 个错误"));
  EXPECT_THAT(ReportAsJunit(outcome, Chinese()), HasSubstr("failures=\"0\""));
  EXPECT_THAT(ReportAsHtml(outcome, Chinese()), HasSubstr("没有发现问题。"));
  EXPECT_TRUE(nlohmann::json::parse(ReportAsSarif(outcome, Chinese()))["runs"][0]["results"].empty());
  EXPECT_EQ(StatisticsAsText(outcome, Chinese()), "其余 4 条规则没有发现。\n");
  EXPECT_EQ(SuppressionsAsText(outcome, Chinese(), ""), "没有豁免。\n");
}

TEST(LintReport, SixtyThousandFindingsAreWrittenWithoutReadingTheCatalogueAgainForEach) {
  constexpr std::size_t kFindings = 60'000;
  for (const bool in_one_line : {false, true}) {
    const Outcome outcome = zhun::testing::LargeOutcome(kFindings, in_one_line);
    for (const Format format : {ReportAsJson, ReportAsSarif, ReportAsJunit, ReportAsGithub, ReportAsHtml}) {
      const auto begin = std::chrono::steady_clock::now();
      const std::string text = format(outcome, Chinese());
      const auto took = std::chrono::steady_clock::now() - begin;
      EXPECT_LT(took, std::chrono::seconds(30)) << "under sanitizers and load; about a second otherwise";
      EXPECT_FALSE(text.empty());
    }
  }
}

TEST(LintReport, APageOfSixtyThousandFindingsStaysSmallAndSaysHowManyItLeavesOut) {
  const std::string page = ReportAsHtml(zhun::testing::LargeOutcome(60'000, false), Chinese());
  EXPECT_LT(page.size(), 2u << 20);
  EXPECT_NE(page.find("错误 60000 处"), std::string::npos);
  EXPECT_NE(page.find("<p class=\"more\">另有 "), std::string::npos);
}

}  // namespace
}  // namespace zhun::lint
