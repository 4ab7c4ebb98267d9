#include <array>
#include <cstdio>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

namespace zhun::architecture {
namespace {

struct Outcome {
  int status = -1;
  std::string output;  ///< both streams
};

Outcome RunDev(const std::string& arguments) {
  Outcome outcome;
  FILE* pipe = popen(("'" ZHUN_SOURCE_DIR "/dev' " + arguments + " 2>&1").c_str(), "r");
  if (pipe == nullptr) return outcome;
  std::array<char, 4096> buffer{};
  while (const std::size_t read = std::fread(buffer.data(), 1, buffer.size(), pipe))
    outcome.output.append(buffer.data(), read);
  const int status = pclose(pipe);
  if (WIFEXITED(status)) outcome.status = WEXITSTATUS(status);
  return outcome;
}

TEST(DevScript, ExplainsEveryCommand) {
  const Outcome help = RunDev("help");
  EXPECT_EQ(help.status, 0);
  for (const char* command : {"run", "test", "setup", "bench", "fmt", "fuzz", "help"}) {
    EXPECT_THAT(help.output, testing::ContainsRegex(std::string("\n  ") + command + "[ \n]"));
  }
}

TEST(DevScript, RefusesWhatItDoesNotKnow) {
  for (const char* arguments : {"polish", "test one two", "fmt everything", "fuzz soon", "fuzz 10 -1"}) {
    const Outcome refused = RunDev(arguments);
    EXPECT_EQ(refused.status, 2) << arguments;
    EXPECT_THAT(refused.output, testing::StartsWith("error: ")) << arguments;
  }
}

TEST(DevScript, UsesNoColourWhereNobodyLooks) {
  EXPECT_THAT(RunDev("polish").output, testing::Not(testing::HasSubstr("\x1b")));
}

}  // namespace
}  // namespace zhun::architecture
