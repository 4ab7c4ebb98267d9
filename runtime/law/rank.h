#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "runtime/base/words.h"

/// Legal instruments: ranks, citations, the registry of versions and texts. Plain data and functions; no state.
namespace zhun::law {

/// Rank of an instrument (效力位阶), the closed list of the contract, in the order in which lists are printed.
enum class Rank : std::uint8_t {
  kLaw,
  kAdministrativeRegulation,
  kStateCouncilDecision,
  kLocalRegulation,
  kDepartmentRule,
  kLocalGovernmentRule,
  kNormativeDocument,
  kUnknown,
};
inline constexpr std::uint8_t kRankCount = 8;

enum class RankOrder : std::uint8_t { kHigher, kEqual, kLower, kIncomparable };

/// How `left` stands to `right`. Ranks are a partial order (Legislation Law, chapter on application; the articles and
/// the choices made where it is silent are in the README):
///   law > administrative regulation > state council decision > department rule, local government rule
///   administrative regulation > local regulation > local government rule;  everything > normative document
/// Incomparable: department rule with local regulation and with local government rule; state council decision with
/// local regulation; unknown with every other rank (unknown equals unknown only as a code, so it is kEqual to itself).
RankOrder CompareRanks(Rank left, Rank right);

/// True where `left` is higher than or equal to `right`; false where they cannot be compared.
bool AtLeast(Rank left, Rank right);

std::string_view RankCode(Rank rank);           ///< administrative_regulation
const base::Words& RankLabel(Rank rank);        ///< 行政法规 / administrative regulation
std::optional<Rank> RankOf(std::string_view code);

}  // namespace zhun::law
