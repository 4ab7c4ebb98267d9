// Runs code that was made ready: each step goes straight to the place of the next.
#include <algorithm>

#include "runtime/machine/asking.h"
#include "runtime/machine/machine.h"

// Labels as values are an extension that both g++ and clang++ have.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"

namespace zhun::machine {

using facts::Fact;

/// Without a step: the addresses of the places, by Place.
const void* const* Machine::Execute(const Step* step) {
  static const void* const kPlaces[] = {&&end,    &&rest,    &&both,  &&either, &&holds,       &&equal,        &&one_of,
                                        &&subset, &&between, &&below, &&above,  &&any_item_of, &&every_item_of};
  if (step == nullptr) return kPlaces;
  Truth* const truths = truths_.data();
  const char* const facts = reinterpret_cast<const char*>(slots_);
  const char* const constants = reinterpret_cast<const char*>(constants_);
  Truth truth = kUnknown;
#define ZHUN_LEFT (*reinterpret_cast<const Fact*>(facts + step->left))
#define ZHUN_WORDS (reinterpret_cast<const std::uint64_t*>(constants + step->constant))
#define ZHUN_SET(TRUTH)           \
  truths[step->target] = (TRUTH); \
  ++step;                         \
  goto * step->place
  goto * step->place;
both:
  truth = std::min(truths[step->left], truths[step->right]);
  ZHUN_SET(step->negated ? static_cast<Truth>(kTrue - truth) : truth);
either:
  truth = std::max(truths[step->left], truths[step->right]);
  ZHUN_SET(step->negated ? static_cast<Truth>(kTrue - truth) : truth);
holds:
  ZHUN_SET(Ask(ZHUN_LEFT, step->negated, [](std::int64_t code) { return code != 0; }));
equal:
  ZHUN_SET(
      Ask(ZHUN_LEFT, step->negated, [&](std::int64_t code) { return code == static_cast<std::int64_t>(*ZHUN_WORDS); }));
one_of:
  ZHUN_SET(Ask(ZHUN_LEFT, step->negated, [&](std::int64_t code) { return IsOneOf(code, ZHUN_WORDS, step->extra); }));
subset:
  ZHUN_SET(Ask(ZHUN_LEFT, step->negated,
               [&](std::int64_t code) { return (static_cast<std::uint64_t>(code) & ~*ZHUN_WORDS) == 0; }));
between:
  ZHUN_SET(Order(ZHUN_LEFT, step->negated,
                 [&](std::int64_t code) { return IsBetween(code, ZHUN_WORDS[0], ZHUN_WORDS[1]); }));
below:
  ZHUN_SET(Order(ZHUN_LEFT, step->negated,
                 [&](std::int64_t code) { return code < static_cast<std::int64_t>(*ZHUN_WORDS); }));
above:
  ZHUN_SET(Order(ZHUN_LEFT, step->negated,
                 [&](std::int64_t code) { return code > static_cast<std::int64_t>(*ZHUN_WORDS); }));
any_item_of:
  truth = AnyItem(ZHUN_LEFT, ZHUN_WORDS[0], ZHUN_WORDS[1]);
  ZHUN_SET(step->negated ? static_cast<Truth>(kTrue - truth) : truth);
every_item_of:
  truth = AnyItem(ZHUN_LEFT, ZHUN_WORDS[1], ZHUN_WORDS[0]);
  ZHUN_SET(step->negated ? truth : static_cast<Truth>(kTrue - truth));
rest:
  Run(step->instruction, step->instruction + step->length);
  ++step;
  goto * step->place;
end:
  return nullptr;
#undef ZHUN_LEFT
#undef ZHUN_WORDS
#undef ZHUN_SET
}

}  // namespace zhun::machine

#pragma GCC diagnostic pop
