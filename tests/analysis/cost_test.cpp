#include "compiler/analysis/cost.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/pipeline/compile.h"
#include "compiler/syntax/parse.h"
#include "runtime/diagnostics/diagnostic.h"

namespace zhun::analysis {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const pipeline::Library& Shipped() {
  static const pipeline::Library library = [] {
    diagnostics::Sink sink;
    return *pipeline::LoadLibrary(ZHUN_SOURCE_DIR "/stdlib", sink);
  }();
  return library;
}

/// The shipped tables with another bound for one list.
pipeline::Library WithBound(const char* record, const char* attribute, std::uint32_t bound) {
  pipeline::Library library = Shipped();
  vocabulary::Record& changed = library.vocabulary.records[vocabulary::FindRecord(library.vocabulary, record)];
  changed.attributes[vocabulary::FindKey(changed, attribute)].bound = bound;
  return library;
}

struct Compiled {
  pipeline::Compilation compilation;
  diagnostics::Sink sink;
  bool done = false;

  std::vector<std::string> Messages() const {
    std::vector<std::string> texts;
    for (const diagnostics::Diagnostic& message : sink.All()) {
      texts.push_back(std::string(diagnostics::CodeText(message.code)) + " " +
                      std::string(compilation.sources.TextOf(message.span)) + ": " +
                      diagnostics::MessageOf(message).en);
    }
    return texts;
  }
};

/// One base policy with these rules.
std::unique_ptr<Compiled> Compile(const std::string& rules, const pipeline::Library& library) {
  auto compiled = std::make_unique<Compiled>();
  pipeline::Compilation& compilation = compiled->compilation;
  const base::SourceId source = compilation.sources.Add(
      "base.zhun",
      "策略 「基」 base_rules { 版本 “1” 制定机关 “国务院” 施行 2025年8月1日 依据 《政务数据共享条例》第三条第一款\n" +
          rules + "}\n");
  std::optional<ast::File> file = syntax::Parse(compilation.sources, source, compiled->sink);
  if (!file) return compiled;
  compilation.files.push_back(std::make_unique<ast::File>(*std::move(file)));
  compilation.units.push_back({compilation.files.back().get(), sema::Role::kBase, {}});
  compiled->done = pipeline::CompileLoaded(library, pipeline::Step::kEmit, compilation, compiled->sink);
  return compiled;
}

std::string Rule(const std::string& kind, const std::string& body) {
  return kind + " 「一」 one { " + body + " 依据 《政务数据共享条例》第三条第一款 理由 “一” }\n";
}

struct Figure {
  const char* name;
  std::string rule;
  Count operations, facts;
};

void PrintTo(const Figure& figure, std::ostream* out) { *out << figure.name; }

class HandCounted : public ::testing::TestWithParam<Figure> {};

TEST_P(HandCounted, IsWhatTheAnalysisFinds) {
  const auto compiled = Compile(GetParam().rule, Shipped());
  ASSERT_TRUE(compiled->done) << ::testing::PrintToString(compiled->Messages());
  const std::vector<PolicyCost> costs = CostOf(compiled->compilation.program, Shipped().vocabulary);
  ASSERT_EQ(costs.size(), 1u);
  EXPECT_EQ(costs[0].operations, GetParam().operations);
  EXPECT_EQ(costs[0].facts, GetParam().facts);
  ASSERT_EQ(costs[0].rules.size(), 1u);
  EXPECT_EQ(costs[0].rules[0].operations, GetParam().operations);
}

// Bounds: 申请.数据项 1000, 申请.受托方 100, 条目.共享方式 3, 条目.使用条件.用途 200.
INSTANTIATE_TEST_SUITE_P(
    Rules, HandCounted,
    ::testing::Values(
        // application, flowback; both evaluated twice.
        Figure{"OneFact", Rule("禁止", "当 申请.回流"), 4, 1},
        // application, purpose, constant, equal, not; twice.
        Figure{"OneComparison", Rule("要求", "须 申请.用途 为 “甲”"), 10, 1},
        // entry, modes, constant, list with 1 element (2), meets with 3 × 1 pairs (4): 9; twice.
        Figure{"ListAgainstOneValue", Rule("禁止", "当 条目.共享方式 涉及 服务接口"), 18, 1},
        // entry, modes, two constants, list with 2 elements (3), meets with 3 × 2 pairs (7): 14; twice.
        Figure{"ListAgainstAList", Rule("禁止", "当 条目.共享方式 涉及 服务接口、文件下载"), 28, 1},
        // entry, modes, any: 3, twice. Its block, it, constant, equal: the constant stands outside (1, twice), the two
        // others for 3 members twice, and 3 times more where the reply says why or what lacks; fires and bad are one node,
        // traced twice over: 6 more.
        Figure{"Quantifier", Rule("禁止", "当 任一 条目.共享方式 （其 为 服务接口）"), 32, 1},
        // it, minor, for 1000 items, and again for each that is cut.
        Figure{"PerItem", Rule("逐项 禁止", "当 其.未成年人"), 4000, 1}),
    [](const auto& figure) { return figure.param.name; });

TEST(Cost, OfAPolicyCountsWhatItsRulesShareOnce) {
  const std::string two =
      "禁止 「一」 one { 当 申请.回流 依据 《政务数据共享条例》第三条第一款 理由 “一” }\n"
      "禁止 「二」 two { 当 申请.回流 且 申请.用途 为 “甲” 依据 《政务数据共享条例》第三条第一款 理由 “二” }\n";
  const auto compiled = Compile(two, Shipped());
  ASSERT_TRUE(compiled->done) << ::testing::PrintToString(compiled->Messages());
  const std::vector<PolicyCost> costs = CostOf(compiled->compilation.program, Shipped().vocabulary);
  ASSERT_EQ(costs[0].rules.size(), 2u);
  EXPECT_EQ(costs[0].rules[0].operations, 4u);  // application, flowback
  EXPECT_EQ(costs[0].rules[1].operations, 12u);  // those, purpose, constant, equal, and
  EXPECT_EQ(costs[0].operations, 12u);
  EXPECT_EQ(costs[0].facts, 2u);
  EXPECT_EQ(costs[0].dearest, 1u);
}

const std::string kQuantified = Rule("禁止", "当 任一 申请.受托方 （其.批准文号 为 “甲”）");

TEST(Budget, IsAnErrorThatNamesTheListWhereItIsExceeded) {
  const auto over = Compile(kQuantified, WithBound("application", "processors", 100'000'000));
  EXPECT_FALSE(over->done);
  EXPECT_THAT(over->Messages(), ElementsAre(::testing::AllOf(
                                    ::testing::StartsWith("Z4037 「一」: Policy 「base_rules」"),
                                    ::testing::HasSubstr("most are in rule one, since application.processors may have "
                                                         "100000000 members"))));
  const auto within = Compile(kQuantified, Shipped());
  EXPECT_TRUE(within->done);
  EXPECT_THAT(within->Messages(), IsEmpty());
}

TEST(Bound, ThatLacksIsAnErrorOnlyWhereAPolicyLooksThroughTheList) {
  const pipeline::Library library = WithBound("application", "processors", 0);
  const auto lacking = Compile(kQuantified, library);
  EXPECT_FALSE(lacking->done);
  EXPECT_THAT(
      lacking->Messages(),
      ElementsAre("Z4036 「一」: The vocabulary does not say how many members application.processors has at most, so "
                  "the operations of rule one have no bound."));
  const auto elsewhere = Compile(Rule("禁止", "当 申请.回流"), library);
  EXPECT_TRUE(elsewhere->done);
  EXPECT_THAT(elsewhere->Messages(), IsEmpty());
}

TEST(Bound, OfTheItemsIsNeededByPerItemRules) {
  const pipeline::Library library = WithBound("application", "items", 0);
  const auto lacking = Compile(Rule("逐项 禁止", "当 其.未成年人"), library);
  EXPECT_FALSE(lacking->done);
  EXPECT_THAT(lacking->Messages(),
              ElementsAre(::testing::StartsWith("Z4036 「一」: The vocabulary does not say how many "
                                                "members application.items has")));
}

TEST(Count, StaysAtTheLargestNumber) {
  EXPECT_EQ(Plus(kEndless, 1), kEndless);
  EXPECT_EQ(Plus(kEndless - 1, 1), kEndless);
  EXPECT_EQ(Times(kEndless / 2, 3), kEndless);
  EXPECT_EQ(Times(kEndless, 0), 0u);
  EXPECT_EQ(Times(3, 4), 12u);
}

/// Without sharing, the trace of a condition that uses a definition twice, and that one another twice, doubles each time.
TEST(Cost, OfDefinitionsWithinDefinitionsSaturates) {
  std::string rules = "定义 「d0」 为 任一 申请.受托方 （其.批准文号 为 “甲”）\n";
  for (int i = 1; i <= 60; ++i) {
    const std::string before = "「d" + std::to_string(i - 1) + "」";
    rules += "定义 「d" + std::to_string(i) + "」 为 （" + before + " 且 申请.回流） 或 （非 " + before +
             " 且 申请.用途 为 “甲”）\n";
  }
  const auto compiled = Compile(rules + Rule("禁止", "当 「d60」"), Shipped());
  EXPECT_FALSE(compiled->done);
  EXPECT_THAT(compiled->Messages(), ElementsAre(::testing::HasSubstr("takes up to 18446744073709551615 operations")));
}

}  // namespace
}  // namespace zhun::analysis
