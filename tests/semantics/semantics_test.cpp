// docs/semantics.md says what the language means; every table and example of it is run here.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/pipeline/load.h"
#include "compiler/scenario/patch.h"
#include "compiler/scenario/scenario.h"
#include "tests/oracle/pair.h"
#include "tests/semantics/page.h"

namespace zhun::semantics {
namespace {

constexpr const char* kEnglish = ZHUN_SOURCE_DIR "/docs/semantics.md";
constexpr const char* kChinese = ZHUN_SOURCE_DIR "/docs/semantics.zh.md";
constexpr const char* kExampleFile = ZHUN_SOURCE_DIR "/tests/semantics/fixtures/example.zhun";

/// The policy around the rules of an example: a whole base of its own, an entry policy over the shipped base, or nothing.
std::string Whole(const Example& example) {
  if (example.kind == "base") {
    return "策略 「样例」 sample { 版本 “1” 制定机关 “国务院” 施行 2025年8月1日 依据 《政务数据共享条例》第三条第一款\n"
           "认定 「履职必要」 duty_necessity { 由 提供部门 问 “是否必要” 依据 《政务数据共享条例》第三条第二款 }\n" +
           example.text + "}\n";
  }
  if (example.kind == "entry") {
    return "策略 「样例」 sample { 版本 “1” 制定机关 “某省民政厅” 施行 2026年1月1日 目录 “E-1” “1” 依据 "
           "《政务数据共享条例》第十五条第二款\n" +
           example.text + "}\n";
  }
  return example.text;
}

struct Compiled {
  oracle::Rules rules;  ///< without a bundle where they do not compile
  diagnostics::Sink messages;
};

std::unique_ptr<Compiled> Compile(const Example& example) {
  auto compiled = std::make_unique<Compiled>();
  std::vector<pipeline::PolicyFile> files;
  const sema::Role role = example.kind == "base" ? sema::Role::kBase : sema::Role::kEntry;
  if (role == sema::Role::kEntry)
    files = pipeline::FindPolicies(ZHUN_SOURCE_DIR "/policies/regulation", sema::Role::kBase, compiled->messages);
  files.push_back({kExampleFile, role, Whole(example)});
  const pipeline::Library& library = oracle::ShippedLibrary();
  pipeline::Compilation& compilation = compiled->rules.compilation;
  if (pipeline::Compile(library, files, pipeline::Step::kEmit, compilation, compiled->messages)) {
    compiled->rules.bundle = std::make_unique<program::Bundle>(
        program::Bundle{library.vocabulary, library.law, library.calendar, library.regions, compilation.program, {}});
  }
  return compiled;
}

std::string ReadFixture(const std::string& name) {
  std::ifstream in(std::string(ZHUN_SOURCE_DIR "/tests/semantics/fixtures/") + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The documents of a 测试, with its changes made.
oracle::Papers PapersOf(const scenario::Scenario& each, const program::Bundle& bundle) {
  scenario::Papers texts{scenario::Kind::kDecision, ReadFixture("entry.json"), ReadFixture("application.json"),
                         ReadFixture("context.json")};
  diagnostics::Sink sink;
  EXPECT_TRUE(scenario::Patch(each, bundle, texts, sink));
  using nlohmann::json;
  return {json::parse(texts.first), json::parse(texts.second), json::parse(*texts.context)};
}

std::string Told(const diagnostics::Sink& messages) {
  std::string text;
  for (const diagnostics::Diagnostic& each : messages.All())
    text += std::string(diagnostics::CodeText(each.code)) + " " + diagnostics::MessageOf(each).zh + "\n";
  return text;
}

std::string Told(const scenario::Result& result) {
  std::string text = result.name + "\n";
  for (const base::Words& difference : result.differences) text += "  " + difference.zh + "\n";
  return text + Told(result.faults);
}

class SemanticsExample : public ::testing::TestWithParam<Example> {};

TEST_P(SemanticsExample, DoesWhatThePageSays) {
  const Example& example = GetParam();
  ASSERT_THAT(example.kind, ::testing::AnyOf("base", "entry", "file"));
  const std::unique_ptr<Compiled> compiled = Compile(example);
  if (!example.expected.empty()) {
    EXPECT_EQ(compiled->rules.bundle, nullptr);
    ASSERT_EQ(compiled->messages.ErrorCount(), 1u) << Told(compiled->messages);
    EXPECT_EQ(diagnostics::CodeText(compiled->messages.All().front().code), example.expected)
        << Told(compiled->messages);
    return;
  }
  const oracle::Rules& rules = compiled->rules;
  ASSERT_NE(rules.bundle, nullptr) << Told(compiled->messages);
  const auto scenarios = scenario::Collect(rules.compilation, {kExampleFile}, "");
  EXPECT_FALSE(scenarios.empty()) << "an example that compiles shows what it decides";
  for (const scenario::Scenario& each : scenarios) {
    const scenario::Result result = scenario::Run(each, *rules.bundle, rules.compilation.sources);
    EXPECT_TRUE(result.verdict == scenario::Verdict::kPassed) << Told(result);
    const oracle::Verdicts verdicts = oracle::Judge(rules, PapersOf(each, *rules.bundle));
    EXPECT_EQ(verdicts.faults, "") << result.name;
    EXPECT_EQ(verdicts.runtime, verdicts.oracle) << result.name;
  }
}

std::string NameOf(const ::testing::TestParamInfo<Example>& info) {
  std::string name = "of_" + info.param.section + "_no_" + std::to_string(info.index + 1);
  std::replace(name.begin(), name.end(), '.', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Page, SemanticsExample, ::testing::ValuesIn(ReadPage(kEnglish).examples), NameOf);

TEST(SemanticsTables, HoldForTheRuntimeAndTheOracle) {
  const Page page = ReadPage(kEnglish);
  EXPECT_GE(page.cases.size(), 100u);
  const std::string disagreements = expressions::Disagreements(page.cases);
  EXPECT_TRUE(disagreements.empty()) << disagreements;
}

TEST(SemanticsPage, SaysTheSameInBothLanguages) {
  const Page english = ReadPage(kEnglish);
  const Page chinese = ReadPage(kChinese);
  EXPECT_EQ(english.sections, chinese.sections);
  EXPECT_EQ(english.cases, chinese.cases);
  EXPECT_EQ(english.examples, chinese.examples);
}

/// The numbered questions of the design notes; each is held by an example or a table of its section.
TEST(SemanticsPage, AnswersEachOfTheSeventeenQuestionsByExample) {
  const Page page = ReadPage(kEnglish);
  std::set<std::string> shown;
  for (const Example& example : page.examples) shown.insert(example.section);
  for (int question = 1; question <= 17; ++question) {
    const std::string section = "4." + std::to_string(question);
    EXPECT_THAT(page.sections, ::testing::Contains(section));
    EXPECT_THAT(shown, ::testing::Contains(section)) << "without an example";
  }
}

}  // namespace
}  // namespace zhun::semantics
