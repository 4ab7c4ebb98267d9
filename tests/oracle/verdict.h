#pragma once

#include <string>

#include "tests/oracle/naive.h"

namespace zhun::oracle {

/// What the application stage says of one case, in lines that have an order of their own:
/// `decision refuse`, `reason CODE EFFECT`, `missing PATH STATE [when]`, `finding CODE`, `item NAME grant|refuse`,
/// `duty CODE [when]`. Texts, bases and dates are not in it.
std::string NaiveVerdict(const sema::Model& model, const vocabulary::Vocabulary& vocabulary, const Case& each);

}  // namespace zhun::oracle
