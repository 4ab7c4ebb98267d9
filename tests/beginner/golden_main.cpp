#include <functional>

#include "tests/beginner/trials.h"
#include "tests/golden_runner/golden.h"

/// Policies under tests/golden/beginner against the messages beside them, and against what the fixes make of them.
namespace zhun::testing {
namespace {

std::string Messages(const golden::Case& trial) {
  return ShowMessages(CheckPolicy(trial.path.parent_path(), trial.path.filename()));
}

std::function<std::string(const golden::Case&)> Applying(std::size_t choice) {
  return [choice](const golden::Case& trial) {
    return WithFixes(trial.input, CheckPolicy(trial.path.parent_path(), trial.path.filename()), choice);
  };
}

}  // namespace
}  // namespace zhun::testing

int main(int argc, char** argv) {
  using namespace zhun::testing;
  const auto folder = BeginnerFolder();
  return zhun::golden::Run(
      argc, argv,
      {{"BeginnerMessages", folder, {".zhun"}, Messages, ".expected.txt", kPutRight},
       {"BeginnerFixes", folder / "one_fix", {".zhun"}, Applying(0), ".fixed.zhun", kPutRight},
       {"BeginnerFirstReading", folder / "two_readings", {".zhun"}, Applying(0), ".first.zhun", kPutRight},
       {"BeginnerSecondReading", folder / "two_readings", {".zhun"}, Applying(1), ".second.zhun", kPutRight}});
}
