// zhun_decision_*
#include <array>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "runtime/decision/to_json.h"
#include "runtime/decision/to_text.h"
#include "runtime/embed/handles.h"

namespace {

using zhun::decision::Missing;

constexpr std::array<std::pair<std::string_view, zhun_outcome>, 7> kOutcomes = {
    {{"grant", ZHUN_GRANT},
     {"partial_grant", ZHUN_PARTIAL_GRANT},
     {"supplement", ZHUN_SUPPLEMENT},
     {"refuse", ZHUN_REFUSE},
     {"refer", ZHUN_REFER},
     {"not_requestable", ZHUN_NOT_REQUESTABLE},
     {"out_of_scope", ZHUN_OUT_OF_SCOPE}}};

/// Exceptions end here, as in `AnswerOrTell`.
template <class Write>
char* Written(const zhun_decision* decision, size_t* size, Write write) noexcept {
  if (size != nullptr) *size = 0;
  if (decision == nullptr) return nullptr;
  try {
    return zhun::embed::Handed(write(), size);
  } catch (...) {
    return nullptr;
  }
}

const Missing* MissingAt(const zhun_decision* decision, size_t index) {
  return decision == nullptr ? nullptr : zhun::embed::At(decision->decision.missing, index);
}

}  // namespace

namespace zhun::embed {

zhun_outcome OutcomeOf(std::string_view code) {
  for (const auto& [known, outcome] : kOutcomes) {
    if (known == code) return outcome;
  }
  return {};
}

char* Handed(const std::string& text, size_t* size) {
  char* copy = static_cast<char*>(std::malloc(text.size() + 1));
  if (copy == nullptr) return nullptr;
  std::memcpy(copy, text.c_str(), text.size() + 1);
  if (size != nullptr) *size = text.size();
  return copy;
}

}  // namespace zhun::embed

extern "C" {

void zhun_free(char* text) { std::free(text); }

void zhun_decision_free(zhun_decision* decision) { delete decision; }

zhun_outcome zhun_decision_outcome(const zhun_decision* decision) {
  return decision == nullptr ? zhun_outcome{} : zhun::embed::OutcomeOf(decision->decision.decision);
}

const char* zhun_decision_code(const zhun_decision* decision) {
  return decision == nullptr ? nullptr : decision->decision.decision.c_str();
}

const char* zhun_decision_label(const zhun_decision* decision, zhun_language language) {
  return decision == nullptr ? nullptr : zhun::embed::In(language, decision->decision.label);
}

char* zhun_decision_json(const zhun_decision* decision, size_t* size) {
  return Written(decision, size,
                 [&] { return zhun::decision::ToJson(decision->decision, decision->bundle->vocabulary, 2) + "\n"; });
}

char* zhun_decision_text(const zhun_decision* decision, zhun_language language, size_t* size) {
  return Written(decision, size, [&] {
    return zhun::decision::ToText(decision->decision, decision->bundle->vocabulary, zhun::embed::LanguageOf(language),
                                  false);
  });
}

size_t zhun_decision_missing_count(const zhun_decision* decision) {
  return decision == nullptr ? 0 : decision->decision.missing.size();
}

const char* zhun_decision_missing_path(const zhun_decision* decision, size_t index) {
  const Missing* missing = MissingAt(decision, index);
  return missing == nullptr ? nullptr : missing->path.c_str();
}

const char* zhun_decision_missing_state(const zhun_decision* decision, size_t index) {
  const Missing* missing = MissingAt(decision, index);
  return missing == nullptr ? nullptr : missing->state.c_str();
}

const char* zhun_decision_missing_supplier(const zhun_decision* decision, size_t index) {
  const Missing* missing = MissingAt(decision, index);
  return missing == nullptr ? nullptr : missing->supplier.c_str();
}

const char* zhun_decision_missing_label(const zhun_decision* decision, size_t index, zhun_language language) {
  const Missing* missing = MissingAt(decision, index);
  return missing == nullptr ? nullptr : zhun::embed::In(language, missing->label);
}

const char* zhun_decision_missing_reason(const zhun_decision* decision, size_t index, zhun_language language) {
  const Missing* missing = MissingAt(decision, index);
  return missing == nullptr ? nullptr : zhun::embed::In(language, missing->reason);
}

const char* zhun_decision_missing_when(const zhun_decision* decision, size_t index, zhun_language language) {
  const Missing* missing = MissingAt(decision, index);
  if (missing == nullptr) return nullptr;
  return missing->when ? zhun::embed::In(language, *missing->when) : "";
}

const zhun_diagnostics* zhun_decision_warnings(const zhun_decision* decision) {
  return decision == nullptr ? nullptr : &decision->warnings;
}

}  // extern "C"
