#include "runtime/diagnostics/render_text.h"

#include <optional>
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace zhun::diagnostics {
namespace {

using base::Language;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

/// One source, one message about the part of it that is named.
class RenderTextTest : public ::testing::Test {
 protected:
  base::SourceId Add(std::string name, std::string text) { return sources_.Add(std::move(name), std::move(text)); }

  base::Span Find(base::SourceId source, std::string_view part) const {
    const std::size_t begin = sources_[source].text.find(part);
    EXPECT_NE(begin, std::string::npos) << part;
    return {source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + part.size())};
  }

  /// The text after the header line.
  std::string Body(const Diagnostic& diagnostic, Language language = Language::kChinese) const {
    const std::string text = RenderText(diagnostic, sources_, language);
    return text.substr(text.find('\n') + 1);
  }

  static Diagnostic About(base::Span span) {
    Diagnostic diagnostic;
    diagnostic.code = Code::kTooManyErrors;
    diagnostic.arguments = {{"count", "3"}};
    diagnostic.span = span;
    return diagnostic;
  }

  base::SourceStore sources_;
};

TEST_F(RenderTextTest, NamesTheHeadingThatAPlaceOfALiterateFileStandsUnder) {
  const base::SourceId source = Add("甲.zhun.md", "# 总则\n\n甲\n## 第一节 ##\n```zhun\n# 乙\n丙\n```\n#丁\n戊\n");
  EXPECT_THAT(Body(About(Find(source, "甲\n"))), HasSubstr("甲.zhun.md:3:1（总则）\n"));
  EXPECT_THAT(Body(About(Find(source, "丙"))), HasSubstr("甲.zhun.md:7:1（第一节）\n"));
  EXPECT_THAT(Body(About(Find(source, "戊")), Language::kEnglish), HasSubstr("甲.zhun.md:10:1 (第一节)\n"));
  const base::SourceId plain = Add("甲.zhun", "# 总则\n甲\n");
  EXPECT_THAT(Body(About(Find(plain, "甲"))), HasSubstr("甲.zhun:2:1\n"));
}

TEST_F(RenderTextTest, StartsWithSeverityCodeAndSentenceInTheReadersLanguage) {
  const Diagnostic diagnostic = About({});
  EXPECT_EQ(RenderText(diagnostic, sources_, Language::kChinese), "错误[Z9001]: 错误太多，其余3个未列出。\n");
  EXPECT_EQ(RenderText(diagnostic, sources_, Language::kEnglish),
            "error[Z9001]: Too many errors; 3 more are not shown.\n");
}

TEST_F(RenderTextTest, MarksHanCharactersTwoColumnsWide) {
  const auto source = Add("甲.zhun", "策略 「甲」 {\n  须 申请.使用期限 不超过 1年\n}\n");
  EXPECT_EQ(Body(About(Find(source, "申请.使用期限"))),
            " --> 甲.zhun:2:5\n"
            "  |\n"
            "2 |   须 申请.使用期限 不超过 1年\n"
            "  |      ^^^^^^^^^^^^^\n");
}

struct CaretCase {
  const char* what;
  const char* line;
  const char* part;
  const char* shown;
  const char* marks;
};

class RenderCarets : public RenderTextTest, public ::testing::WithParamInterface<CaretCase> {};

TEST_P(RenderCarets, StandUnderTheExactRange) {
  const auto source = Add("a", GetParam().line);
  const std::string expected = std::string("1 | ") + GetParam().shown + "\n  | " + GetParam().marks + "\n";
  EXPECT_THAT(Body(About(Find(source, GetParam().part))), ::testing::EndsWith(expected));
}

INSTANTIATE_TEST_SUITE_P(Table, RenderCarets,
                         ::testing::Values(CaretCase{"Latin", "must a is b", "is", "must a is b", "       ^^"},
                                           CaretCase{"FullWidth", "（ａ）ｂ", "ｂ", "（ａ）ｂ", "      ^^"},
                                           CaretCase{"Combining", "e\u0301e\u0301 x", "x", "e\u0301e\u0301 x", "   ^"},
                                           CaretCase{"OnlyACombiningMark", "ae\u0301", "\u0301", "ae\u0301", "  ^"},
                                           CaretCase{"Emoji", "😀 x", "x", "😀 x", "   ^"},
                                           CaretCase{"Tab", "\t须\tx", "x", "    须    x", "          ^"},
                                           CaretCase{"TheTabItself", "a\tb", "\t", "a    b", " ^^^^"},
                                           CaretCase{"Control", "a\u202Eb", "\u202E", "a<U+202E>b", " ^^^^^^^^"},
                                           CaretCase{"InvalidByte", "a\xFFx", "x", "a<FF>x", "     ^"},
                                           CaretCase{"EndOfLineInTheRange", "“未完\r\n", "“未完\r\n", "“未完", "^^^^^"},
                                           CaretCase{"SeveralLines", "a （乙\n丙）", "（乙\n丙）", "a （乙",
                                                     "  ^^^^…"}),
                         [](const auto& table) { return table.param.what; });

TEST_F(RenderTextTest, AnEmptyRangeHasOneCaretEvenAtTheEndOfTheFile) {
  const auto source = Add("a", "甲\n乙");
  EXPECT_EQ(Body(About({source, 7, 7})), " --> a:2:2\n  |\n2 | 乙\n  |   ^\n");
  EXPECT_EQ(Body(About({source, 3, 3})), " --> a:1:2\n  |\n1 | 甲\n  |   ^\n");
}

TEST_F(RenderTextTest, AnEmptySourceAndARangeBeyondTheEndDoNoHarm) {
  const auto empty = Add("a", "");
  EXPECT_EQ(Body(About({empty, 0, 0})), " --> a:1:1\n  |\n1 |\n  | ^\n");
  EXPECT_EQ(Body(About({empty, 90, 99})), " --> a:1:1\n  |\n1 |\n  | ^\n");
  const auto source = Add("b", "甲\n");
  EXPECT_EQ(Body(About({source, 90, 80})), " --> b:2:1\n  |\n2 |\n  | ^\n");
}

TEST_F(RenderTextTest, LabelsStandInTheSameRowWhereThereIsRoom) {
  const auto source = Add("a", "甲 且 乙 或 丙\n");
  Diagnostic diagnostic = About(Find(source, "且"));
  diagnostic.labels.push_back({Find(source, "或"), {"这里又用“或”", "and here an or"}});
  EXPECT_EQ(Body(diagnostic), " --> a:1:3\n  |\n1 | 甲 且 乙 或 丙\n  |    ^^    -- 这里又用“或”\n");
  EXPECT_THAT(Body(diagnostic, Language::kEnglish), HasSubstr("   ^^    -- and here an or\n"));
}

TEST_F(RenderTextTest, LabelsThatTouchOrComeFirstHaveTheirOwnRow) {
  const auto source = Add("a", "甲 且 乙 或 丙\n");
  Diagnostic diagnostic = About(Find(source, "乙"));
  diagnostic.labels.push_back({Find(source, "乙 或"), {"内", "in"}});
  diagnostic.labels.push_back({Find(source, "甲"), {"前", "before"}});
  EXPECT_EQ(Body(diagnostic), " --> a:1:5\n  |\n1 | 甲 且 乙 或 丙\n  | -- 前\n  |       ^^\n  |       ----- 内\n");
}

TEST_F(RenderTextTest, LabelsOnOtherLinesComeInTheOrderOfLines) {
  const auto source = Add("a", "一\n二\n三\n四\n五\n");
  Diagnostic diagnostic = About(Find(source, "四"));
  diagnostic.labels.push_back({Find(source, "五"), {"后", "after"}});
  diagnostic.labels.push_back({Find(source, "一"), {"前", "before"}});
  EXPECT_EQ(Body(diagnostic), " --> a:4:1\n  |\n1 | 一\n  | -- 前\n...\n4 | 四\n  | ^^\n5 | 五\n  | -- 后\n");
}

TEST_F(RenderTextTest, LabelsInOtherFilesNameTheirFile) {
  const auto other = Add("b.zhun", "定义 乙\n");
  const auto source = Add("a.zhun", std::string(9, '\n') + "乙\n");
  Diagnostic diagnostic = About(Find(source, "乙"));
  diagnostic.labels.push_back({Find(other, "乙"), {"定义在此", "defined here"}});
  EXPECT_EQ(Body(diagnostic),
            "  --> a.zhun:10:1\n   |\n10 | 乙\n   | ^^\n"
            "  ::: b.zhun:1:4\n   |\n 1 | 定义 乙\n   |      -- 定义在此\n");
}

TEST_F(RenderTextTest, ALabelOfADocumentMessageNamesItsFileToo) {
  const auto source = Add("a.zhun", "甲\n");
  Diagnostic diagnostic = About({});
  diagnostic.file = "entry.json";
  diagnostic.labels.push_back({Find(source, "甲"), {"见此", "see"}});
  EXPECT_EQ(Body(diagnostic), " --> entry.json\n ::: a.zhun:1:1\n  |\n1 | 甲\n  | -- 见此\n");
}

TEST_F(RenderTextTest, DocumentsShowFileAndPointer) {
  Diagnostic diagnostic = About({});
  diagnostic.file = "application.json";
  diagnostic.pointer = "/period/to";
  EXPECT_EQ(Body(diagnostic), " --> application.json#/period/to\n");
}

TEST_F(RenderTextTest, MalformedDocumentsShowPlaceAndPointer) {
  const auto source = Add("a.json", "{\"period\": x}");
  Diagnostic diagnostic = About(Find(source, "x"));
  diagnostic.pointer = "/period";
  EXPECT_THAT(Body(diagnostic), StartsWith(" --> a.json:1:12 /period\n"));
}

TEST_F(RenderTextTest, HelpAndFixesFollowTheExcerpt) {
  const auto source = Add("a", "\n  须 申请.使用期限 不超过 1年\n");
  Diagnostic diagnostic = About(Find(source, "申请.使用期限"));
  diagnostic.help = {"词汇见附表。", "See the tables."};
  diagnostic.fixes.push_back({diagnostic.span, "申请.使用时限", {"改一个字", "change one character"}});
  EXPECT_THAT(Body(diagnostic), HasSubstr("^\n"
                                          "建议: 词汇见附表。\n"
                                          "建议: 改一个字\n"
                                          "  |\n"
                                          "2 |   须 申请.使用时限 不超过 1年\n"
                                          "  |      +++++++++++++\n"));
  EXPECT_THAT(Body(diagnostic, Language::kEnglish), HasSubstr("help: See the tables.\nhelp: change one character\n"));
}

TEST_F(RenderTextTest, AFixThatDeletesShowsTheLineWithoutIt) {
  const auto source = Add("a", "不超过 3年内\n");
  Diagnostic diagnostic = About(Find(source, "内"));
  diagnostic.fixes.push_back({diagnostic.span, "", {}});
  EXPECT_THAT(Body(diagnostic), HasSubstr("建议: 删去\n  |\n1 | 不超过 3年\n"));
  EXPECT_THAT(Body(diagnostic), Not(HasSubstr("+")));
}

TEST_F(RenderTextTest, AFixOfSeveralLinesShowsEach) {
  const auto source = Add("a", "要求 「甲」 {\n}\n");
  Diagnostic diagnostic = About(Find(source, "要求"));
  diagnostic.fixes.push_back({{source, 19, 19}, "  依据 《乙》\n  理由 “丙”\n", {}});
  EXPECT_THAT(Body(diagnostic), HasSubstr("2 |   依据 《乙》\n  | +++++++++++++\n3 |   理由 “丙”\n  | +++++++++++\n"));
}

TEST_F(RenderTextTest, AFixOverSeveralLinesReplacesThemAll) {
  const auto source = Add("a", "甲 （乙\n丙） 丁\n戊\n");
  Diagnostic diagnostic = About(Find(source, "（乙\n丙）"));
  diagnostic.fixes.push_back({diagnostic.span, "己", {}});
  EXPECT_THAT(Body(diagnostic), ::testing::EndsWith("1 | 甲 己 丁\n  |    ++\n"));
}

TEST_F(RenderTextTest, NothingOfTheSourceReachesTheTerminalRaw) {
  const auto source = Add("\x1b]0;x\x07.zhun", "甲\x1b[2J\u202E\u2066乙\xFF\n");
  Diagnostic diagnostic = About(Find(source, "乙"));
  diagnostic.arguments = {{"count", "\x1b[31m\u202E"}};
  diagnostic.help = {"\x1b[0m", ""};
  diagnostic.pointer = "/\x07\u200B";
  diagnostic.labels.push_back({Find(source, "甲"), {"\r\n\u2028", ""}});
  diagnostic.fixes.push_back({Find(source, "甲"), "\x1b\u2069", {"\b", ""}});
  const std::string text = RenderText(diagnostic, sources_, Language::kChinese);
  for (const char* raw : {"\x1b", "\x07", "\r", "\b", "\xFF", "\u202E", "\u2066", "\u2069", "\u200B", "\u2028"}) {
    EXPECT_THAT(text, Not(HasSubstr(raw)));
  }
  EXPECT_THAT(text, HasSubstr("甲<U+001B>[2J<U+202E><U+2066>乙<FF>\n"));
}

TEST_F(RenderTextTest, AVeryLongLineIsShownRoundTheRange) {
  std::string line;
  for (int i = 0; i < 50'000; ++i) line += "数";
  const auto source = Add("a", line + "错" + line + "误" + line);
  Diagnostic diagnostic = About(Find(source, "错"));
  diagnostic.labels.push_back({Find(source, "误"), {"还有", "also"}});
  const std::string body = Body(diagnostic);
  EXPECT_LT(body.size(), 2'000u);
  EXPECT_THAT(body, HasSubstr("1 | …数"));
  EXPECT_THAT(body, HasSubstr("数错数"));
  EXPECT_THAT(body, HasSubstr("数误数"));
  EXPECT_THAT(body, HasSubstr("数…\n"));
  EXPECT_THAT(body, Not(HasSubstr("<"))) << "the part must begin and end between characters";
  const std::string blanks(1 + 2 * 40, ' ');
  EXPECT_THAT(body, HasSubstr("  | " + blanks + "^^\n"));
}

TEST_F(RenderTextTest, HasNoColourUnlessAskedFor) {
  const auto source = Add("a", "甲\n");
  const Diagnostic diagnostic = About(Find(source, "甲"));
  EXPECT_THAT(RenderText(diagnostic, sources_, Language::kChinese), Not(HasSubstr("\x1b")));
  const std::string coloured = RenderText(diagnostic, sources_, Language::kChinese, true);
  EXPECT_THAT(coloured, StartsWith("\x1b[1;31m错误[Z9001]\x1b[0m"));
  EXPECT_THAT(coloured, HasSubstr("\x1b[1;31m^^\x1b[0m\n"));
}

TEST_F(RenderTextTest, ColourChangesNothingElse) {
  const auto source = Add("a", "甲 乙\n丙\n");
  Diagnostic diagnostic = About(Find(source, "甲"));
  diagnostic.labels.push_back({Find(source, "丙"), {"此", "this"}});
  diagnostic.help = {"改。", "Change."};
  diagnostic.fixes.push_back({diagnostic.span, "丁", {}});
  std::string coloured = RenderText(diagnostic, sources_, Language::kChinese, true);
  for (std::size_t at = 0; (at = coloured.find('\x1b')) != std::string::npos;) {
    coloured.erase(at, coloured.find('m', at) - at + 1);
  }
  EXPECT_EQ(coloured, RenderText(diagnostic, sources_, Language::kChinese));
}

/// A row of the catalogue with this severity, if there is one.
std::optional<Code> AnyOf(Severity severity) {
  constexpr Code kAll[] = {
#define ZHUN_DIAGNOSTIC(NAME, CODE, SEVERITY, ZH, EN, WHY_ZH, WHY_EN) Code::k##NAME,
#include "runtime/diagnostics/catalogue.def"
#undef ZHUN_DIAGNOSTIC
  };
  for (const Code code : kAll) {
    if (SeverityOf(code) == severity && code != Code::kTooManyErrors) return code;
  }
  return std::nullopt;
}

TEST(RenderSummary, CountsInBothLanguages) {
  const Code error = AnyOf(Severity::kError).value();
  const Code warning = AnyOf(Severity::kWarning).value();
  Sink sink;
  EXPECT_EQ(RenderSummary(sink, Language::kChinese), "");
  sink.ReportIn(warning, "a", "");
  EXPECT_EQ(RenderSummary(sink, Language::kChinese), "1 个警告");
  EXPECT_EQ(RenderSummary(sink, Language::kEnglish), "1 warning");
  for (const char* pointer : {"/a", "/b", "/c"}) sink.ReportIn(error, "a", pointer);
  EXPECT_EQ(RenderSummary(sink, Language::kChinese), "3 个错误，1 个警告");
  EXPECT_EQ(RenderSummary(sink, Language::kEnglish), "3 errors, 1 warning");
}

TEST(RenderSummary, CountsWhatTheLimitLeftOut) {
  Sink sink(1);
  for (int i = 0; i < 5; ++i) sink.ReportIn(AnyOf(Severity::kError).value(), "a", "/" + std::to_string(i));
  EXPECT_EQ(RenderSummary(sink, Language::kEnglish), "5 errors");
}

TEST(RenderReport, HasEveryMessageAndTheSummary) {
  Sink sink;
  EXPECT_EQ(RenderReport(sink, {}, Language::kEnglish), "");
  sink.ReportIn(Code::kTooManyErrors, "a.json", "/x", {{"count", "1"}});
  sink.ReportIn(Code::kTooManyErrors, "b.json", "", {{"count", "2"}});
  EXPECT_EQ(RenderReport(sink, {}, Language::kEnglish),
            "error[Z9001]: Too many errors; 1 more are not shown.\n --> a.json#/x\n\n"
            "error[Z9001]: Too many errors; 2 more are not shown.\n --> b.json\n\n2 errors\n");
}

}  // namespace
}  // namespace zhun::diagnostics
