#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace zhun::diagnostics::testing {

/// A row of catalogue.def as it is written.
struct Row {
  std::string_view name;
  std::string_view code;
  std::string_view severity;
  std::string_view zh;
  std::string_view en;
  std::string_view why_zh;
  std::string_view why_en;
};

/// How GoogleTest names a row in a failure.
inline void PrintTo(const Row& row, std::ostream* out) { *out << row.code << " " << row.name; }

inline const std::vector<Row>& Rows() {
  static const std::vector<Row> rows = {
#define ZHUN_DIAGNOSTIC(NAME, CODE, SEVERITY, ZH, EN, WHY_ZH, WHY_EN) {#NAME, CODE, #SEVERITY, ZH, EN, WHY_ZH, WHY_EN},
#include "runtime/diagnostics/catalogue.def"
#undef ZHUN_DIAGNOSTIC
  };
  return rows;
}

}  // namespace zhun::diagnostics::testing
