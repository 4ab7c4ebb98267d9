#include <array>
#include <cstddef>

#include <fmt/format.h>

#include "runtime/law/citation.h"
#include "runtime/law/numeral.h"

namespace zhun::law {
namespace {

struct FaultRow {
  CitationFault fault;
  std::string_view zh, en;
};

constexpr std::array<FaultRow, 9> kFaults = {{
    {CitationFault::kNotACitation, "不是法律文件的引用，应写作《名称》，后接条、款、项",
     "This is no citation; write 《name》, then article, paragraph, item"},
    {CitationFault::kBadName, "书名号没有配对，或者名称为空；名称里的书名号用〈〉",
     "The title marks do not pair or hold nothing; inside a name use 〈〉"},
    {CitationFault::kBadVersion, "名称后的括号没有配对，或者括号内为空",
     "The brackets after the name do not pair or hold nothing"},
    {CitationFault::kArabicNumerals, "法规的条、款、项用中文数字",
     "Articles, paragraphs and items of statutes take Chinese numerals"},
    {CitationFault::kBadNumeral, "中文数字写法不对，如一十应写作十，一百十应写作一百一十",
     "The Chinese numeral is not in its one form (十, not 一十; 一百一十, not 一百十)"},
    {CitationFault::kItemBrackets, "“项”的序号加括号，条、款、目的序号不加括号",
     "The number of an item (项) stands in brackets; those of 条, 款 and 目 do not"},
    {CitationFault::kWrongOrder, "次序应为条、款、项、目，且不得缺少上一级（款可以省略）",
     "The order is 条, 款, 项, 目, and none may stand without the one above it (款 may be left out)"},
    {CitationFault::kBackwardsRange, "“至”前后应为同一级，且后者在前者之后",
     "Both ends of a range must be of the same level, the second after the first"},
    {CitationFault::kTrailingText, "引用之后还有多余的文字", "Something stands after the citation"},
}};

std::array<base::Words, kFaults.size()> MakeFaultTexts() {
  std::array<base::Words, kFaults.size()> texts;
  for (const FaultRow& row : kFaults) {
    texts[static_cast<std::size_t>(row.fault)] = {std::string(row.zh), std::string(row.en)};
  }
  return texts;
}

std::string PrintBelowArticle(const Position& position) {
  std::string result;
  if (position.paragraph > 0) result += fmt::format("第{}款", PrintNumeral(position.paragraph));
  if (position.item > 0) result += fmt::format("第（{}）项", PrintNumeral(position.item));
  if (position.point > 0) result += fmt::format("第{}目", position.point);
  return result;
}

/// `position` without what it shares with `other` from the top.
Position WithoutShared(Position position, const Position& other) {
  if (position.paragraph != other.paragraph) return position;
  position.paragraph = 0;
  if (position.item == other.item) position.item = 0;
  return position;
}

}  // namespace

const base::Words& FaultText(CitationFault fault) {
  static const std::array<base::Words, kFaults.size()> texts = MakeFaultTexts();
  return texts[static_cast<std::size_t>(fault)];
}

std::string PrintPosition(const Position& position) {
  if (position.article == 0) return {};
  std::string result = fmt::format("第{}条", PrintNumeral(position.article));
  if (position.article_insert > 0) result += fmt::format("之{}", PrintNumeral(position.article_insert));
  return result + PrintBelowArticle(position);
}

std::string PrintRange(const Range& range) {
  const std::string from = PrintPosition(range.from);
  if (!range.to) return from;
  const Position& to = *range.to;
  if (to.article != range.from.article || to.article_insert != range.from.article_insert) {
    return from + "至" + PrintPosition(to);
  }
  return from + "至" + PrintBelowArticle(WithoutShared(to, range.from));
}

std::string PrintCitation(const Citation& citation) {
  std::string result = fmt::format("《{}》", citation.instrument);
  if (!citation.version.empty()) result += fmt::format("（{}）", citation.version);
  return result + PrintRange({citation.from, citation.to});
}

}  // namespace zhun::law
