#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runtime/base/date.h"
#include "runtime/law/citation.h"
#include "runtime/law/registry.h"

namespace zhun::law {

/// Where a provision is now.
struct Relocation {
  const Instrument* from = nullptr;  ///< the version the citation was read in; owned by the registry
  const Instrument* to = nullptr;    ///< the version in force
  std::vector<Position> now;         ///< ascending; empty: nothing corresponds to it any more
  bool amended = false;              ///< its words changed on the way
  std::string method;                ///< how the correspondences were found; several are joined by "; "
};

/// Follows the renumberings from the version that `citation` names (or, without one, from the version before the one
/// in force) to the version in force on `as_of`; of a range, its beginning. Nothing where no renumberings lead there,
/// the earlier version has no such article, or the article stayed where it is, unamended. Paragraph, item and point are
/// carried along only where the article moved whole and was not amended.
std::optional<Relocation> Renumbered(const Registry& registry, const Citation& citation, base::Date as_of);

}  // namespace zhun::law
