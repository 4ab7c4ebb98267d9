#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "runtime/base/date.h"
#include "runtime/law/citation.h"
#include "runtime/law/registry.h"

namespace zhun::law {

enum class Provision : std::uint8_t {
  kWhole,              ///< the whole instrument is cited
  kExists,
  kNoSuchProvision,
  kStructureUnknown,   ///< counts as existing, with a warning (contract)
};

enum class Force : std::uint8_t {
  kInForce,
  kNotYet,          ///< the version that is named begins later
  kNoLonger,
  kBeforeRegistry,  ///< before the first registered version: unknown, not nonexistent (contract)
  kUndated,         ///< the day it came into force is not known: unknown
};

/// What is known of a citation on a day.
struct Standing {
  bool name_known = false;      ///< the registry has the instrument, perhaps not the version named
  bool registered = false;      ///< the registry has the version meant; the members below mean nothing otherwise
  Provision provision = Provision::kStructureUnknown;
  Force force = Force::kUndated;
  Rank rank = Rank::kUnknown;
  const Instrument* instrument = nullptr;  ///< the version judged; owned by the registry

  bool InForce() const { return registered && force == Force::kInForce; }
  bool Exists() const { return registered && provision != Provision::kNoSuchProvision; }
};

/// Judges `citation` as of a day. Without a version the one in force that day is meant; where none is, the one in
/// force last, and before all of them the first. Both ends of a range must exist.
Standing StandingOf(const Registry& registry, const Citation& citation, base::Date as_of);

/// Whether `instrument` has everything from `from` to `to`.
Provision ProvisionOf(const Instrument& instrument, const Position& from, const std::optional<Position>& to);

/// The citation in the form decisions print: the paragraph is left out where the article has one, and put in where an
/// item can belong to one paragraph only; the full name and the name without that of the state are kept as cited,
/// nicknames become the official name. An unregistered citation prints as written.
std::string CanonicalText(const Registry& registry, const Citation& citation, base::Date as_of);

/// Place of a citation in legal order: rank, instrument as registered, article, paragraph, item, point. Unregistered
/// instruments come last, by name.
struct LegalOrder {
  Rank rank = Rank::kUnknown;
  std::uint32_t instrument = 0;
  std::string name;  ///< of unregistered instruments only
  Position position;

  auto operator<=>(const LegalOrder&) const = default;
};
LegalOrder LegalOrderKey(const Registry& registry, const Citation& citation);

}  // namespace zhun::law
