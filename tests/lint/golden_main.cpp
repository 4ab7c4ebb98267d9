#include "tests/golden_runner/golden.h"
#include "tests/lint/linted.h"

/// Cases under tests/golden/lint against the findings beside them.
int main(int argc, char** argv) {
  using namespace zhun;
  const auto produce = [](const golden::Case& each) { return testing::ShowFindings(testing::LintCase(each.path)); };
  return golden::Run(argc, argv,
                     {{"Lint",
                       testing::LintCases(),
                       {".zhun", ".json"},
                       produce,
                       ".expected.txt",
                       {".catalog.json", ".application.json"}}});
}
