#include "compiler/lint/rules.h"

#include <algorithm>
#include <map>

namespace zhun::lint {

// One constant a rule, each in the file of that rule; a row without its file does not link.
#define ZHUN_LINT(CODE, LEVEL, BASIS, ZH, EN, WHY_ZH, WHY_EN, FRAME, BAD_ZH, GOOD_ZH, BAD_EN, GOOD_EN) \
  extern const Rule k##CODE;
#include "compiler/lint/subject/rules.def"
#undef ZHUN_LINT

namespace {

std::multimap<diagnostics::Code, std::pair<std::string_view, RuleCode>> Adoptions() {
  std::multimap<diagnostics::Code, std::pair<std::string_view, RuleCode>> adoptions;
  for (const RuleRow& row : RuleRows()) {
    for (const Adoption& each : BehaviourOf(row.code).adopts)
      adoptions.emplace(each.code, std::pair(each.clause, row.code));
  }
  return adoptions;
}

bool Names(const diagnostics::Diagnostic& message, std::string_view clause) {
  return clause.empty() || std::ranges::any_of(message.arguments, [&](const diagnostics::Argument& argument) {
           return argument.key == "clause" && argument.words.zh == clause;
         });
}

}  // namespace

const Rule& BehaviourOf(RuleCode code) {
  static const std::vector<const Rule*> rules = {
#define ZHUN_LINT(CODE, LEVEL, BASIS, ZH, EN, WHY_ZH, WHY_EN, FRAME, BAD_ZH, GOOD_ZH, BAD_EN, GOOD_EN) &k##CODE,
#include "compiler/lint/subject/rules.def"
#undef ZHUN_LINT
  };
  return *rules[static_cast<std::size_t>(code)];
}

std::optional<RuleCode> AdopterOf(const diagnostics::Diagnostic& message) {
  static const auto adoptions = Adoptions();
  const auto [first, last] = adoptions.equal_range(message.code);
  for (auto at = first; at != last; ++at) {
    if (Names(message, at->second.first)) return at->second.second;
  }
  return std::nullopt;
}

}  // namespace zhun::lint
