#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/lint/settings/read.h"
#include "tests/lint/linted.h"

/// What zhun.toml may say, and what comes of what it may not.
namespace zhun::lint {
namespace {

using diagnostics::Severity;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Read {
  std::optional<Settings> settings;
  diagnostics::Sink sink;
};

Read ReadText(const std::string& text) {
  Read read;
  read.settings = ReadSettings("zhun.toml", text, testing::ShippedLibrary().vocabulary, read.sink);
  return read;
}

/// "Z8023 …message… help", a line a message.
std::string Told(const std::string& text) {
  const Read read = ReadText(text);
  EXPECT_EQ(read.settings.has_value(), read.sink.All().empty()) << text;
  std::string told;
  for (const diagnostics::Diagnostic& each : read.sink.All()) {
    told.append(diagnostics::CodeText(each)).append(" ") += diagnostics::MessageOf(each).zh + each.help.zh + "\n";
  }
  return told;
}

/// The TOML between the fences of a guide.
std::string ExampleOf(const std::string& guide) {
  const std::string page = testing::ReadWhole(std::filesystem::path(ZHUN_SOURCE_DIR) / "docs" / "guides" / guide);
  const std::string open = "```toml\n";
  const std::size_t begin = page.find(open) + open.size();
  return page.substr(begin, page.find("```", begin) - begin);
}

class Guide : public ::testing::TestWithParam<const char*> {};

TEST_P(Guide, ShowsEveryKeyInAnExampleThatIsRead) {
  const Read read = ReadText(ExampleOf(GetParam()));
  ASSERT_TRUE(read.settings) << Told(ExampleOf(GetParam()));
  const Settings& settings = *read.settings;
  EXPECT_EQ(settings.fail_level, Severity::kWarning);
  EXPECT_EQ(settings.baseline, "lint-baseline.json");
  EXPECT_EQ(settings.cache, ".zhun-cache");
  EXPECT_EQ(settings.levels.at(RuleCode::kS02), Severity::kInformation);
  ASSERT_EQ(settings.paths.size(), 1u);
  EXPECT_EQ(settings.paths[0].pattern, "policies/trial/**");
  EXPECT_EQ(settings.paths[0].levels.at(RuleCode::kP22), std::nullopt);
  ASSERT_EQ(settings.waivers.size(), 1u);
  EXPECT_EQ(settings.waivers[0].rule, RuleCode::kK05);
  EXPECT_EQ(settings.waivers[0].subject, "GD-MZ-0101");
  EXPECT_FALSE(settings.waivers[0].reason.empty());
  EXPECT_EQ(settings.waivers[0].until, base::ParseDate("2026-12-31"));
  EXPECT_GT(settings.waivers[0].line, 0u);
  EXPECT_EQ(settings.standards.at("GB/T 2260"), "2007");
  EXPECT_EQ(settings.code_tables.at("sharing").at("3"), "not_shared");
  EXPECT_THAT(settings.authorities, ElementsAre("某省大数据局"));
  EXPECT_EQ(settings.source_departments.at("婚姻登记信息"), "某省民政厅");
}

INSTANTIATE_TEST_SUITE_P(BothLanguages, Guide, ::testing::Values("lint_settings.zh.md", "lint_settings.en.md"),
                         [](const auto& guide) { return std::string(guide.param).substr(14, 2); });

TEST(Settings, AreThoseOfNoFileWhereTheFileIsEmpty) {
  const Read read = ReadText("");
  ASSERT_TRUE(read.settings);
  EXPECT_THAT(read.settings->levels, IsEmpty());
  EXPECT_EQ(read.settings->fail_level, std::nullopt);
}

TEST(Settings, LetARuleHoldAgainstItsFamilyWhateverStandsFirst) {
  for (const char* text :
       {"[lint.levels]\nS = \"off\"\ns02 = \"error\"", "[lint.levels]\nS02 = \"error\"\ns = \"off\""}) {
    const Read read = ReadText(text);
    ASSERT_TRUE(read.settings) << text;
    EXPECT_EQ(read.settings->levels.at(RuleCode::kS02), Severity::kError) << text;
  }
}

struct Slip {
  const char* name;
  const char* text;
  const char* told;
};

void PrintTo(const Slip& slip, std::ostream* out) { *out << slip.name; }

class EachSlip : public ::testing::TestWithParam<Slip> {};

TEST_P(EachSlip, IsReportedWithItsLine) { EXPECT_EQ(Told(GetParam().text), GetParam().told); }

const Slip kSlips[] = {
    {"syntax", "[lint]\n[lint\n",
     "Z8022 “zhun.toml”第2行第6列不合 TOML 语法。TOML 解析程序的说明：Error while parsing table header: expected ']', "
     "saw '\\n'\n"},
    {"chinese_key", "[sources]\n婚姻 = \"某省民政厅\"",
     "Z8022 “zhun.toml”第2行第1列不合 TOML 语法。汉字和中文标点只能写在英文引号 \"…\" 里面，键也一样。\n"},
    {"chinese_quotation_marks", "[lint]\nbaseline = “a.json”",
     "Z8022 “zhun.toml”第2行第12列不合 TOML 语法。汉字和中文标点只能写在英文引号 \"…\" 里面，键也一样。\n"},
    {"table", "\n[lnt]",
     "Z8023 “zhun.toml”第2行：没有“lnt”这个键，可用：lint、standards、code-tables、authorities、sources。是否指 "
     "lint？\n"},
    {"key", "[lint]\nbaselin = \"a\"",
     "Z8023 “zhun.toml”第2行：没有“lint.baselin”这个键，可用：fail-level、baseline、cache、levels、paths、waivers。"
     "是否指 baseline？\n"},
    {"value_in_place_of_a_table", "lint = 3", "Z8024 “zhun.toml”第1行：“lint”应为一张表。\n"},
    {"fail_level", "[lint]\nfail-level = \"off\"",
     "Z8024 “zhun.toml”第2行：“lint.fail-level”应为\"error\"、\"warning\" 或者 \"info\"。\n"},
    {"level", "[lint.levels]\nK05 = true",
     "Z8024 “zhun.toml”第2行：“lint.levels.K05”应为\"error\"、\"warning\"、\"info\" 或者 \"off\"。\n"},
    {"rule", "[lint.levels]\nK5 = \"off\"", "Z8021 没有检查规则“K5”。写在“zhun.toml”第2行。是否指 K05？\n"},
    {"family", "[lint.levels]\nX = \"off\"", "Z8021 没有检查规则“X”。写在“zhun.toml”第2行。\n"},
    {"path_without_levels", "[[lint.paths]]\npattern = \"a\"",
     "Z8024 “zhun.toml”第1行：“lint.paths.levels”应为一张表。这个键不能缺少。\n"},
    {"paths_as_one_table", "[lint.paths]\npattern = \"a\"",
     "Z8024 “zhun.toml”第1行：“lint.paths”应为若干张表，每张以 [[…]] 起头。\n"},
    {"waiver_without_reason", "[[lint.waivers]]\nrule = \"K05\"\nentry = \"*\"",
     "Z8024 “zhun.toml”第1行：“lint.waivers.reason”应为加引号的文字，不为空。这个键不能缺少。\n"},
    {"waiver_with_blank_reason", "[[lint.waivers]]\nrule = \"K05\"\nentry = \"*\"\nreason = \" \"",
     "Z8024 “zhun.toml”第4行：“lint.waivers.reason”应为加引号的文字，不为空。\n"},
    {"waiver_of_a_family", "[[lint.waivers]]\nrule = \"K\"\nentry = \"*\"\nreason = \"x\"",
     "Z8024 “zhun.toml”第2行：“lint.waivers.rule”应为一条规则的代码，如 \"K05\"。\n"},
    {"waiver_until_no_date", "[[lint.waivers]]\nrule = \"K05\"\nentry = \"*\"\nreason = \"x\"\nuntil = \"2026/12/31\"",
     "Z8024 “zhun.toml”第5行：“lint.waivers.until”应为日期，如 2026-12-31。\n"},
    {"standard", "[standards]\n\"GB/T 2260\" = 2007",
     "Z8024 “zhun.toml”第2行：“standards.GB/T 2260”应为加引号的文字，不为空。\n"},
    {"code_table", "[code-tables.share]\n\"1\" = \"conditional\"",
     "Z8023 “zhun.toml”第1行：没有“code-tables.share”这个键，可用：sharing。\n"},
    {"code", "[code-tables.sharing]\n\"1\" = \"conditionl\"",
     "Z8024 “zhun.toml”第2行：“code-tables.sharing.1”应为其中之一：unconditional、conditional、not_shared。\n"},
    {"names", "[authorities]\nnames = \"甲\"",
     "Z8024 “zhun.toml”第2行：“authorities.names”应为文字的列表，如 [\"甲\", \"乙\"]。\n"},
};

INSTANTIATE_TEST_SUITE_P(Table, EachSlip, ::testing::ValuesIn(kSlips),
                         [](const auto& slip) { return std::string(slip.param.name); });

TEST(Settings, TellAllSlipsInTheOrderOfTheirLines) {
  const Read read = ReadText("[sources]\na = 1\n[lint]\nfail-level = 2\ncash = \"x\"\n");
  std::vector<std::string> lines;
  for (const auto& each : read.sink.All()) lines.emplace_back(diagnostics::CodeText(each));
  EXPECT_THAT(lines, ElementsAre("Z8024", "Z8024", "Z8023"));
}

TEST(Patterns, SeeFilesFromTheFolderOfTheSettings) {
  Settings settings;
  settings.folder = "/project";
  settings.working = "/project/policies";
  EXPECT_EQ(NameUnder(settings, "trial/a.zhun"), "policies/trial/a.zhun");
  EXPECT_EQ(NameUnder(settings, "./../b.zhun"), "b.zhun");
  EXPECT_EQ(NameUnder(settings, "/project/c.zhun"), "c.zhun");
  EXPECT_EQ(NameUnder(Settings(), "./policies/a.zhun"), "policies/a.zhun");
}

}  // namespace
}  // namespace zhun::lint
