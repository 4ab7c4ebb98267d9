#include "tests/driver/zhun_process.h"
#include "tests/golden_runner/golden.h"

// What people see: whole outputs of the program beside the command lines that gave them (tests/golden/driver). They are
// run in tests/driver, so that names of files are the same on every machine.
namespace {

using zhun::driver_test::Outcome;

std::vector<std::string> WordsOf(const std::string& line) {
  std::vector<std::string> words(1);
  for (const char c : line) {
    if (c == '\n') break;
    if (c == ' ') {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  return words;
}

std::string Produce(const zhun::golden::Case& golden_case) {
  const Outcome outcome = zhun::driver_test::RunZhun(WordsOf(golden_case.input), ZHUN_SOURCE_DIR "/tests/driver");
  return "exit " + std::to_string(outcome.exit) + "\n--- standard output\n" + outcome.out + "--- standard error\n" +
         outcome.err;
}

}  // namespace

int main(int argc, char** argv) {
  return zhun::golden::Run(argc, argv, {{"Driver", ZHUN_SOURCE_DIR "/tests/golden/driver", {".args"}, Produce}});
}
