#pragma once

#include <string>
#include <vector>

#include "tests/expressions/sheet.h"

/// docs/semantics.md and docs/semantics.zh.md, as far as they can be run.
namespace zhun::semantics {

/// A fenced block of policy text.
struct Example {
  std::string kind;  ///< base, entry or file: what is put around it; see semantics_test.cpp
  std::string expected;  ///< code of the message that refuses it; empty where it compiles
  std::string text;
  std::string section;  ///< number of the heading it stands under, as 4.7

  bool operator==(const Example&) const = default;
};
inline void PrintTo(const Example& example, std::ostream* out) { *out << example.section; }

struct Page {
  std::vector<std::string> sections;  ///< numbers of its headings, in order
  std::vector<expressions::Case> cases;  ///< the cells of its tables
  std::vector<Example> examples;
};

/// Reads what can be run:
/// - a table whose first cell is a condition in backticks: rows and columns set the findings it speaks of («甲=T»);
/// - a table with a condition in backticks in the first cell of each row, facts in backticks in the second, a truth
///   value in the third;
/// - fences ```zhun KIND [CODE].
Page ReadPage(const std::string& file);

}  // namespace zhun::semantics
