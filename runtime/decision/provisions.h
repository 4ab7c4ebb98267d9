#pragma once

#include <memory>
#include <unordered_map>

#include "runtime/decision/decision.h"
#include "runtime/law/registry.h"

namespace zhun::decision {

/// Provisions that were looked up before, as of one day. One object a thread; what it gives may be shared.
class Provisions {
 public:
  /// `law` must outlive the object.
  explicit Provisions(const law::Registry& law) : law_(law) {}

  /// Decisions as of `as_of` begin.
  void Begin(base::Date as_of);

  /// Of a citation of the program, which stays where it is: looked up once.
  std::shared_ptr<const Provision> Of(const law::Citation& citation);
  /// Of any other.
  std::shared_ptr<const Provision> LookUp(const law::Citation& citation) const;

 private:
  const law::Registry& law_;
  base::Date as_of_;
  std::unordered_map<const law::Citation*, std::shared_ptr<const Provision>> known_;  ///< never gone through in order
};

}  // namespace zhun::decision
