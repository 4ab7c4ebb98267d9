#pragma once

#include <gtest/gtest.h>

#include "tests/expressions/sheet.h"

namespace zhun::expressions {

/// Fails with every line of the table that runtime or oracle does not hold.
inline void Hold(const std::vector<Case>& cases) {
  const std::string disagreements = Disagreements(cases);
  EXPECT_TRUE(disagreements.empty()) << disagreements;
}

}  // namespace zhun::expressions
