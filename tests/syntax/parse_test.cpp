#include <gtest/gtest.h>

#include "compiler/dump/dump_ast.h"
#include "tests/syntax/cases.h"

/// Trees that come back from files with mistakes.
namespace zhun::syntax::testing {
namespace {

TEST(Recovery, KeepsTheRulesAroundABrokenOne) {
  const Parsed parsed = ParseText(
      "策略 「甲」 {\n"
      "  要求 「一」 { 须 申请.回流 依据 目录条件 第1项 }\n"
      "  要求 「二」 { 须 为 申请.回流 依据 目录条件 第2项 }\n"
      "  要求 「三」 { 须 申请.回流 依据 目录条件 第3项 }\n"
      "}\n");
  ASSERT_TRUE(parsed.file);
  EXPECT_EQ(parsed.sink.All().size(), 1u) << Listed(parsed);
  const ast::Policy& policy = parsed.file->policies.at(0);
  ASSERT_EQ(policy.rules.size(), 3u);
  EXPECT_FALSE(policy.rules[0].damaged);
  EXPECT_TRUE(policy.rules[1].damaged);
  EXPECT_FALSE(policy.rules[2].damaged);
  EXPECT_EQ(policy.rules[1].clauses.size(), 2u) << "the basis behind the mistake is read";
  EXPECT_EQ(parsed.file->exprs[policy.rules[1].clauses[0].expr].kind, ast::ExprKind::kError);
}

TEST(Recovery, MarksARuleWhoseCitationBeginsBare) {
  const Parsed parsed = ParseText("策略 「甲」 { 要求 「一」 { 须 申请.回流 依据 第二条 } }");
  ASSERT_TRUE(parsed.file);
  EXPECT_TRUE(parsed.file->policies.at(0).rules.at(0).damaged);
}

TEST(Recovery, GivesAnErrorExpressionForADateThatDoesNotExist) {
  const Parsed parsed = ParseText("定义 「甲」 为 申请.收到时间 早于 2025年2月30日");
  ASSERT_TRUE(parsed.file);
  const ast::File& file = *parsed.file;
  const ast::Expr& comparison = file.exprs[file.definitions.at(0).value];
  EXPECT_EQ(file.exprs[comparison.operands.at(1)].kind, ast::ExprKind::kError);
}

TEST(Recovery, SkipsADeclarationWithoutAName) {
  const Parsed parsed = ParseText("策略 「甲」 { 要求 { 须 申请.回流 } 要求 「二」 { 须 申请.回流 } }");
  ASSERT_TRUE(parsed.file);
  EXPECT_EQ(parsed.sink.All().size(), 1u) << Listed(parsed);
  ASSERT_EQ(parsed.file->policies.size(), 1u);
  EXPECT_EQ(parsed.file->policies[0].rules.size(), 1u) << dump::DumpAst(*parsed.file, parsed.sources);
}

TEST(Parse, IsTheSameInBothSurfaces) {
  const auto tree = [](const std::string& text) {
    const Parsed parsed = ParseText(text);
    EXPECT_TRUE(parsed.sink.All().empty()) << Listed(parsed);
    std::string dump = dump::DumpAst(*parsed.file, parsed.sources);
    // Places and the spelling of vocabulary differ; kinds, nesting and operators must not.
    std::string kinds;
    for (std::size_t at = 0; at < dump.size();) {
      const std::size_t end = dump.find('\n', at);
      const std::string line = dump.substr(at, end - at);
      kinds += line.substr(0, line.find_first_of("\"0123456789")) + "\n";
      at = end + 1;
    }
    return kinds;
  };
  const fs::path ast = Golden("ast");
  const std::string zh =
      "逐项 禁止 「甲」 a { 当 任一 申请.数据项（其.个人信息 不为 敏感） 且 申请.用途 不属于 “一”、“二” 依据 目录条件 "
      "第1项 理由 “三” }";
  const std::string en =
      "per_item prohibit 「甲」 a { when any application.items (it.personal is_not sensitive) and application.purpose "
      "not_in \"一\", \"二\" basis catalogue_condition 第1项 because \"三\" }";
  EXPECT_EQ(tree("策略 「甲」 { " + zh + " }"), tree("policy 「甲」 { " + en + " }"));
}

TEST(Parse, FoldsWidthEverywhereButInTexts) {
  const auto tree = [](const std::string& text) {
    const Parsed parsed = ParseText(text);
    EXPECT_TRUE(parsed.sink.All().empty()) << Listed(parsed);
    const ast::Expr& value = parsed.file->exprs[parsed.file->definitions.at(0).value];
    return parsed.file->exprs[value.operands.at(0)].text + parsed.file->exprs[value.operands.at(1)].text;
  };
  EXPECT_EQ(tree("定义「甲」为 ａ．ｂ　不超过　１０次"), "a.b10");
  EXPECT_EQ(tree("定义 「甲」 为 a.b 为 “１０”"), "a.b１０");
}

}  // namespace
}  // namespace zhun::syntax::testing
