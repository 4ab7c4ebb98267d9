// Every pair of types under every operator: what compiles, and which message says why not.
#include <fstream>
#include <iterator>
#include <map>

#include <gtest/gtest.h>

#include "tests/expressions/sheet.h"

namespace zhun::expressions {
namespace {

struct Sample {
  const char* type;
  const char* text;
};

constexpr Sample kSamples[] = {{"yes or no", "申请.回流"},
                               {"text", "申请.用途"},
                               {"word of a list", "条目.状态"},
                               {"level", "申请.需求部门.层级"},
                               {"data level", "条目.分类分级.级别"},
                               {"region", "申请.需求部门.行政区划"},
                               {"date", "申请.使用时限.起"},
                               {"instant", "申请.收到时间"},
                               {"number", "5"},
                               {"times", "3次"},
                               {"records", "3条"},
                               {"length", "3日"},
                               {"period", "申请.使用时限"},
                               {"body", "申请.需求部门"},
                               {"list of words", "条目.共享方式"},
                               {"list of regions", "申请.行政区划"},
                               {"list of items", "申请.数据项"}};

struct Word {
  const char* positive;
  const char* negative;
};
constexpr Word kRelations[] = {{"为", "不为"},     {"超过", "不超过"}, {"少于", "不少于"}, {"高于", "不高于"},
                               {"低于", "不低于"}, {"早于", "不早于"}, {"晚于", "不晚于"}, {"<", ">="},
                               {"位于", "不位于"}, {"属于", "不属于"}, {"含有", "不含有"}, {"涉及", "不涉及"}};

/// One letter a cell; the legend stands at the head of the file.
const std::map<std::string, char> kLetters = {
    {"", '+'}, {"Z3005", 'c'}, {"Z3006", 'o'}, {"Z3007", 'l'}, {"Z3008", 's'}};
constexpr const char* kLegend =
    "Left operand in rows, right operand in columns, in the order of the rows.\n"
    "+ compiles; c Z3005 cannot be compared; o Z3006 order word of another family; l Z3007 the left is no list;\n"
    "s Z3008 cannot be added or subtracted; ? anything else\n";

std::string Row(const Sample& left, const std::string& word, const std::string& after) {
  std::vector<std::string> conditions;
  for (const Sample& right : kSamples) conditions.push_back(left.text + (" " + word + " ") + right.text + after);
  std::string row = left.type;
  row.resize(16, ' ');
  for (const std::string& codes : MessagesOf(conditions)) {
    const auto letter = kLetters.find(codes);
    row += letter == kLetters.end() ? " ?" : std::string(" ") + letter->second;
  }
  return row + "\n";
}

std::string Grid(const std::string& word, const std::string& after = "") {
  std::string grid;
  for (const Sample& left : kSamples) grid += Row(left, word, after);
  return grid;
}

TEST(Types, CompileOrNotAsTheMatrixSays) {
  std::string matrix = kLegend;
  for (const Word& word : kRelations) matrix += std::string("\n") + word.positive + "\n" + Grid(word.positive);
  for (const char* sum : {"加", "减"}) matrix += std::string("\n") + sum + "\n" + Grid(sum, " 为空");
  std::ifstream in(ZHUN_SOURCE_DIR "/tests/expressions/type_matrix.txt", std::ios::binary);
  const std::string expected{std::istreambuf_iterator<char>(in), {}};
  EXPECT_TRUE(matrix == expected) << matrix;
}

/// 不X is the negation of X, so it takes the same operands.
TEST(Types, OfNegatedWordsAreThoseOfTheWords) {
  for (const Word& word : kRelations) EXPECT_EQ(Grid(word.negative), Grid(word.positive)) << word.negative;
}

struct Refused {
  const char* condition;
  const char* code;
};

TEST(Types, AreToldApartInTheSmallToo) {
  const std::vector<Refused> refused = {
      {"申请.用途", "Z3001"},
      {"非 申请.用途", "Z3001"},
      {"申请.回流 且 申请.用途", "Z3001"},
      {"申请.数据项", "Z3001"},
      {"3日", "Z3001"},
      {"申请.需求部门.层级 为 “市级”", "Z3016"},
      {"申请.需求部门.层级 高于 区级", "Z3017"},
      {"申请.用途 为 核验", "Z3018"},
      {"申请.使用时限.起 早于 2026年", "Z3013"},
      {"申请.使用时限 不超过 99999999999999999999日", "Z3012"},
      {"申请.需求部门.行政区划 位于 “广东”", "Z3015"},
      {"若 申请.回流 则 3日 否则 申请.收到时间 为空", "Z3004"},
      {"任一 申请.用途 （其 为空）", "Z3010"},
      {"任一 申请.第三方 （任一 申请.数据项 （其.未成年人））", "Z3009"},
      {"申请.数据项.未成年人", "Z3023"},
      {"申请.用途.内容 为空", "Z3024"},
      {"申请.同意.取得日期 不晚于 2026年1月1日", "Z3031"},
      {"申请.使用时限.起 加 3个工作日 早于 2026年1月1日", "Z3008"},
      {"申请.使用时限 加 3日 为空", "Z3008"},
      {"其 为空", "Z3020"},
      {"使用.数量 超过 1条", "Z3021"},
      {"申请.用途 属于 “甲”、3日", "Z3005"},
  };
  std::vector<std::string> conditions;
  for (const Refused& each : refused) conditions.push_back(each.condition);
  const std::vector<std::string> messages = MessagesOf(conditions);
  for (std::size_t i = 0; i < refused.size(); ++i) EXPECT_EQ(messages[i], refused[i].code) << refused[i].condition;
}

}  // namespace
}  // namespace zhun::expressions
