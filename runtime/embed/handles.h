#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "runtime/base/words.h"
#include "runtime/decision/papers.h"
#include "runtime/embed/zhun.h"

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
};

struct zhun_decider {
  explicit zhun_decider(std::shared_ptr<const zhun::program::Bundle> shared)
      : bundle(std::move(shared)),
        finding_codes(zhun::decision::FindingCodes(*bundle)),
        decider(*bundle) {}

  std::shared_ptr<const zhun::program::Bundle> bundle;
  std::vector<std::string> finding_codes;
  zhun::decision::Decider decider;
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

/// Runs what makes a handle and may fail. Exceptions end here: only memory that ran out is expected, and is not told.
template <class Make>
auto MakeOrTell(zhun_diagnostics** faults, Make make) noexcept -> decltype(make(std::declval<diagnostics::Sink&>())) {
  if (faults != nullptr) *faults = nullptr;
  try {
    diagnostics::Sink sink;
    auto made = make(sink);
    if (made == nullptr && faults != nullptr) *faults = new zhun_diagnostics(sink);
    return made;
  } catch (...) {
    return nullptr;
  }
}

/// Reports an argument that must not be NULL. `function` and `argument` are their names in zhun.h.
bool IsGiven(const void* value, const char* function, const char* argument, diagnostics::Sink& sink);

}  // namespace zhun::embed
