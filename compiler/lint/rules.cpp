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

std::map<diagnostics::Code, RuleCode> Adoptions() {
  std::map<diagnostics::Code, RuleCode> adoptions;
  for (const RuleRow& row : RuleRows()) {
    for (const diagnostics::Code code : BehaviourOf(row.code).adopts) adoptions.emplace(code, row.code);
  }
  return adoptions;
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

std::optional<RuleCode> AdopterOf(diagnostics::Code code) {
  static const std::map<diagnostics::Code, RuleCode> adoptions = Adoptions();
  const auto found = adoptions.find(code);
  if (found == adoptions.end()) return std::nullopt;
  return found->second;
}

}  // namespace zhun::lint
