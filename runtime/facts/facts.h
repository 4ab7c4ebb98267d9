#pragma once

#include <cstdint>
#include <vector>

#include "runtime/residual/residual.h"
#include "runtime/values/value.h"

/// What a case says, as residual programs read it: one fact a slot.
namespace zhun::facts {

/// A value and its code (residual.h, `Shape`). Texts and lists live in the memory of the reader that made them.
/// A list has its count in `value.size`; of shapes kBits and kItems it has no elements.
struct Fact {
  values::Value value;
  std::int64_t code = residual::kNoCode;
};

/// The facts of one application to one entry of the catalogue.
struct Facts {
  std::uint32_t entry = 0;        ///< of `Residual::entries`
  std::int32_t received = 0;      ///< day, since 1970-01-01
  bool warned = false;            ///< the binder has warnings about the documents, which say what of
  std::vector<Fact> facts;        ///< by slot
};

}  // namespace zhun::facts
