#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "runtime/base/words.h"
#include "runtime/decision/papers.h"
#include "runtime/embed/zhun.h"
#include "runtime/engine/batch_engine.h"
#include "runtime/engine/engine.h"
#include "runtime/store/live.h"

// What stands behind the handles of zhun.h. They own all they point into.

struct zhun_diagnostics {
  struct Row {
    std::string code;
    zhun_severity severity;
    zhun::base::Words message;
    std::string file, pointer;
  };

  explicit zhun_diagnostics(const zhun::diagnostics::Sink& sink);

  std::vector<Row> rows;
  std::string json;
};

struct zhun_bundle {
  std::shared_ptr<const zhun::program::Bundle> bundle;
  std::shared_ptr<const zhun::residual::Mapped> catalogue;  ///< nullptr: the bundle holds no entries
};

struct zhun_schedule {
  zhun::store::Live<zhun_bundle> bundles;
};

/// What decides by one bundle.
struct zhun_rules {
  explicit zhun_rules(const zhun_bundle& from)
      : bundle(from),
        finding_codes(zhun::decision::FindingCodes(*from.bundle)),
        decider(*from.bundle) {
    if (from.catalogue != nullptr) engine.emplace(*from.bundle, *from.catalogue);
  }

  zhun_bundle bundle;
  std::vector<std::string> finding_codes;
  zhun::decision::Decider decider;
  std::optional<zhun::engine::Engine> engine;  ///< for entries that the bundle holds
};

struct zhun_decider {
  std::unique_ptr<zhun_rules> rules;  ///< of a schedule: those in effect when it last decided, or none yet
  std::optional<zhun::store::Live<zhun_bundle>::Reader> schedule;
  zhun::engine::Ruling ruling;  ///< the last one
};

struct zhun_batch {
  zhun_batch(const zhun_bundle& from, std::size_t threads)
      : rules(from),
        engine(*rules.bundle, *rules.catalogue, threads) {}

  zhun_bundle rules;
  zhun::engine::BatchEngine engine;
};

struct zhun_decision {
  std::shared_ptr<const zhun::program::Bundle> bundle;
  zhun::decision::BoundCase papers;
  zhun::decision::Decision decision;  ///< points into `papers` and `bundle`
  zhun_diagnostics warnings;
};

namespace zhun::embed {

/// What C calls Chinese unless it is English.
inline base::Language LanguageOf(zhun_language language) {
  return language == ZHUN_ENGLISH ? base::Language::kEnglish : base::Language::kChinese;
}

inline const char* In(zhun_language language, const base::Words& words) {
  return base::In(LanguageOf(language), words).c_str();
}

/// Element `index` of a list of a handle; nullptr where it is not there.
template <class T>
const T* At(const std::vector<T>& list, std::size_t index) {
  return index < list.size() ? &list[index] : nullptr;
}

/// Runs what gives an answer (a handle, an outcome) or fails: then it gives the answer's zero, and `faults` the reasons.
/// Exceptions end here: only memory that ran out is expected, and is not told.
template <class Give>
auto AnswerOrTell(zhun_diagnostics** faults, Give give) noexcept -> decltype(give(std::declval<diagnostics::Sink&>())) {
  using Answer = decltype(give(std::declval<diagnostics::Sink&>()));
  if (faults != nullptr) *faults = nullptr;
  try {
    diagnostics::Sink sink;
    const Answer answer = give(sink);
    if (answer == Answer{} && faults != nullptr) *faults = new zhun_diagnostics(sink);
    return answer;
  } catch (...) {
    return Answer{};
  }
}

inline constexpr const char* kBundleName = "bundle";  ///< what messages about its entries call it

/// When to decide: `as_of` (a date begins at midnight in Shanghai), else as_of of the context. Nothing where there is
/// neither; an `as_of` that is no time is reported.
struct Time {
  base::Instant instant;
  base::Date day;
};
std::optional<Time> TimeOf(const char* as_of, const std::optional<decision::Paper>& context, diagnostics::Sink& sink);
/// The same from a text; nothing where it is neither date nor instant.
std::optional<Time> ParseTime(std::string_view text);

/// Whether the bundle holds entries; reported where it does not.
bool HoldsEntries(const zhun_bundle& bundle, diagnostics::Sink& sink);

/// The outcome of that code in the contract; 0 where there is none.
zhun_outcome OutcomeOf(std::string_view code);

/// A copy for the caller, who frees it by zhun_free. nullptr where memory ran out.
char* Handed(const std::string& text, size_t* size);

/// Reports an argument that must not be NULL. `function` and `argument` are their names in zhun.h.
bool IsGiven(const void* value, const char* function, const char* argument, diagnostics::Sink& sink);

}  // namespace zhun::embed
