#pragma once

#include <algorithm>

#include "compiler/lint/run.h"

namespace zhun::lint {

/// Whether a rule is among those that the request asks for.
inline bool Runs(const Request& request, RuleCode code) {
  return request.rules.empty() || std::ranges::find(request.rules, code) != request.rules.end();
}

}  // namespace zhun::lint
