#include "runtime/law/rank.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace zhun::law {
namespace {

constexpr std::uint8_t Bit(Rank rank) { return static_cast<std::uint8_t>(1U << static_cast<unsigned>(rank)); }

constexpr std::uint8_t kBelowRules = Bit(Rank::kNormativeDocument);
constexpr std::uint8_t kBelowLocalRegulation = kBelowRules | Bit(Rank::kLocalGovernmentRule);
constexpr std::uint8_t kBelowDecision = kBelowLocalRegulation | Bit(Rank::kDepartmentRule);
constexpr std::uint8_t kBelowRegulation =
    kBelowDecision | Bit(Rank::kStateCouncilDecision) | Bit(Rank::kLocalRegulation);
constexpr std::uint8_t kBelowLaw = kBelowRegulation | Bit(Rank::kAdministrativeRegulation);

struct Row {
  Rank rank;
  std::string_view code;
  std::uint8_t below;  ///< bits of every lower rank
  std::string_view zh, en;
};

constexpr std::array<Row, kRankCount> kRows = {{
    {Rank::kLaw, "law", kBelowLaw, "法律", "law"},
    {Rank::kAdministrativeRegulation, "administrative_regulation", kBelowRegulation, "行政法规",
     "administrative regulation"},
    {Rank::kStateCouncilDecision, "state_council_decision", kBelowDecision, "国务院决定",
     "decision of the State Council"},
    {Rank::kLocalRegulation, "local_regulation", kBelowLocalRegulation, "地方性法规", "local regulation"},
    {Rank::kDepartmentRule, "department_rule", kBelowRules, "部门规章", "department rule"},
    {Rank::kLocalGovernmentRule, "local_government_rule", kBelowRules, "地方政府规章", "local government rule"},
    {Rank::kNormativeDocument, "normative_document", 0, "规范性文件", "normative document"},
    {Rank::kUnknown, "unknown", 0, "位阶不明", "unknown rank"},
}};

constexpr const Row& RowOf(Rank rank) { return kRows[static_cast<std::size_t>(rank)]; }

std::array<base::Words, kRankCount> MakeLabels() {
  std::array<base::Words, kRankCount> labels;
  for (const Row& row : kRows) {
    labels[static_cast<std::size_t>(row.rank)] = {std::string(row.zh), std::string(row.en)};
  }
  return labels;
}

}  // namespace

RankOrder CompareRanks(Rank left, Rank right) {
  if (left == right) return RankOrder::kEqual;
  if (RowOf(left).below & Bit(right)) return RankOrder::kHigher;
  if (RowOf(right).below & Bit(left)) return RankOrder::kLower;
  return RankOrder::kIncomparable;
}

bool AtLeast(Rank left, Rank right) {
  const RankOrder order = CompareRanks(left, right);
  return order == RankOrder::kHigher || order == RankOrder::kEqual;
}

std::string_view RankCode(Rank rank) { return RowOf(rank).code; }

const base::Words& RankLabel(Rank rank) {
  static const std::array<base::Words, kRankCount> labels = MakeLabels();
  return labels[static_cast<std::size_t>(rank)];
}

std::optional<Rank> RankOf(std::string_view code) {
  const auto row = std::find_if(kRows.begin(), kRows.end(), [&](const Row& each) { return each.code == code; });
  if (row == kRows.end()) return std::nullopt;
  return row->rank;
}

}  // namespace zhun::law
