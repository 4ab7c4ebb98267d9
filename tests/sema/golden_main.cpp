#include "tests/golden_runner/golden.h"
#include "tests/sema/cases.h"

/// Policies under tests/golden/diagnostics_sema against the messages beside them.
namespace zhun::testing {
namespace {

std::string Messages(const golden::Case& golden_case) {
  const Checked checked = CheckPolicy(CasesFolder(), std::filesystem::relative(golden_case.path, CasesFolder()));
  return ShowMessages(checked);
}

}  // namespace
}  // namespace zhun::testing

int main(int argc, char** argv) {
  using namespace zhun::testing;
  return zhun::golden::Run(argc, argv, {{"CheckerMessages", CasesFolder(), {".zhun"}, Messages}});
}
