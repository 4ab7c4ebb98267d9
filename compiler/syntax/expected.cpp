#include "compiler/syntax/expected.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "compiler/syntax/keywords.h"
#include "compiler/syntax/unicode.h"

namespace zhun::syntax {
namespace {

using Kinds = std::vector<TokenKind>;

bool Has(const Kinds& kinds, TokenKind kind) { return std::ranges::find(kinds, kind) != kinds.end(); }

/// A group of lexemes with one name; it is named if `sign` and `second` are both expected.
struct Group {
  TokenKind sign;
  TokenKind second;
  std::vector<TokenKind> members;
  base::Words words;
};

const std::vector<Group>& Groups() {
  using enum TokenKind;
  static const std::vector<Group> groups = {
      {kLeftParen,
       kNumber,
       {kIf, kNot, kAnyOf, kEveryOf, kLeftParen, kNumber, kQuantity, kDate, kText, kName, kPath, kWord, kIt,
        kInstrument},
       {"值或者判断（路径、词、文字、数量、日期）", "a value or a condition (path, word, text, quantity, date)"}},
      {kIs,
       kSetWord,
       {kIs, kOrder, kSetWord, kEmptiness},
       {"比较词（如 为、属于、不超过）", "a word of comparison (is, in, at_most …)"}},
      {kAnd, kOr, {kAnd, kOr}, {"“且”“或”", "and, or"}},
      {kPlus, kMinus, {kPlus, kMinus}, {"“加”“减”", "plus, minus"}},
      {kRequire,
       kPower,
       {kRequire, kProhibit, kPaper, kElement, kDuty, kPower, kPerItem, kFinding, kDefine, kReading, kUnformalised,
        kWaive, kTest, kExcept},
       {"规则（如 要求、禁止、义务）", "a rule (require, prohibit, duty …)"}},
      {kMust,
       kShall,
       {kWhen, kMust, kOutcome, kBasis, kBecause, kSanction, kBearer, kShall, kShallNot, kMay, kFrom, kMetBy, kExtend,
        kStage, kExcept},
       {"子句（如 当、须、依据、理由）", "a clause (when, must, basis, because …)"}},
      {kVersion,
       kIssuer,
       {kVersion, kIssuer, kEffective, kEntry, kApplies, kStage, kBasis},
       {"策略头部（如 版本、施行、依据）", "the head of the policy (version, effective, basis …)"}},
      {kInstrument,
       kCatalogue,
       {kInstrument, kLocator, kCatalogue, kPath},
       {"引用（《…》第…条，或者 目录条件 第n项）", "a citation (《…》第…条, or catalogue_condition 第n项)"}},
      {kImport,
       kPolicy,
       {kImport, kPolicy, kDefine, kTest},
       {"声明（策略、定义、引入、测试）", "a declaration (policy, define, import, test)"}},
      {kSet,
       kDeclareNone,
       {kSet, kLack, kDeclareNone, kPending, kAt},
       {"情形（如 设、缺、待核实）", "a circumstance (set, lacking, pending …)"}},
      {kComplete,
       kNoFinding,
       {kBasis, kBecause, kLack, kComplete, kDuty, kFinding, kNoFinding, kPerItem, kPower, kNoBreach},
       {"应得的其他内容（如 缺、无缺、义务）", "more that is expected (lacking, nothing_lacking, duty …)"}},
  };
  return groups;
}

base::Words NameOf(TokenKind kind) {
  using enum TokenKind;
  switch (kind) {
    case kEndOfFile: return {"文件结尾", "the end of the file"};
    case kLocator: return {"条款（第…条）", "a provision (第…条)"};
    case kCatalogueItem: return {"条件的序号（如 第1项）", "the number of a condition (第1项)"};
    case kInstrument: return {"法规（《…》）", "an instrument (《…》)"};
    case kDate: return {"日期（如 2025年8月1日）", "a date (2025-08-01)"};
    case kQuantity: return {"数量（如 10个工作日）", "a quantity (10 working_days)"};
    case kNumber: return {"数字", "a number"};
    case kName: return {"名称（「…」）", "a name (「…」)"};
    case kText: return {"加引号的文字", "a text in quotation marks"};
    case kPath: return {"路径（如 申请.用途）", "a path (application.purpose)"};
    case kWord: return {"一个词", "a word"};
    case kOrder: return {"比较词（如 不超过）", "a word of comparison (at_most …)"};
    default: break;
  }
  const Keyword* keyword = KeywordOf(kind);
  return {fmt::format("“{}”", keyword->zh), fmt::format("“{}”", keyword->en)};
}

/// 甲、乙或者丙
base::Words Join(const std::vector<base::Words>& parts) {
  base::Words joined;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool last = i + 1 == parts.size();
    if (i > 0) {
      joined.zh += last ? "或者" : "、";
      joined.en += last ? " or " : ", ";
    }
    joined.zh += parts[i].zh;
    joined.en += parts[i].en;
  }
  return joined;
}

}  // namespace

base::Words DescribeExpected(const Kinds& kinds) {
  static constexpr std::size_t kMost = 5;
  std::vector<base::Words> parts;
  Kinds rest = kinds;
  for (const Group& group : Groups()) {
    if (!Has(rest, group.sign) || !Has(rest, group.second)) continue;
    parts.push_back(group.words);
    std::erase_if(rest, [&](TokenKind kind) { return Has(group.members, kind); });
  }
  // Brackets that close are what an author looks for; they come last.
  std::ranges::stable_partition(
      rest, [](TokenKind kind) { return kind != TokenKind::kRightBrace && kind != TokenKind::kRightParen; });
  for (const TokenKind kind : rest) parts.push_back(NameOf(kind));
  if (parts.size() > kMost) {
    const base::Words last = parts.back();
    parts.resize(kMost - 1);
    parts.push_back(last);
  }
  return Join(parts);
}

base::Words DescribeFound(const Token& token, std::string_view written) {
  if (token.kind == TokenKind::kEndOfFile) return {"文件在这里结束", "the file ends here"};
  static constexpr std::size_t kMost = 40;
  std::string shown;
  std::size_t count = 0;
  for (std::size_t at = 0; at < written.size();) {
    const Character character = DecodeAt(written, at);
    if (++count > kMost) {
      shown += "…";
      break;
    }
    Append(shown, character.code);
    at += character.size;
  }
  if (token.kind == TokenKind::kText) return {"文字" + shown, "the text " + shown};
  if (token.kind == TokenKind::kName || token.kind == TokenKind::kInstrument) return {shown, shown};
  return {fmt::format("“{}”", shown), fmt::format("“{}”", shown)};
}

}  // namespace zhun::syntax
