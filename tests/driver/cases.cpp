#include "tests/driver/cases.h"

#include <sstream>

namespace zhun::driver_test {
namespace fs = std::filesystem;

fs::path RulesPath() { return fs::path(ZHUN_SOURCE_DIR) / "tests" / "driver" / "rules"; }
fs::path BasePath() { return RulesPath() / "regulation"; }
fs::path SamplePath() { return RulesPath() / "sample"; }

Json Entry() { return Json::parse(ReadText(SamplePath() / "fixtures" / "entry.json")); }
Json Application() { return Json::parse(ReadText(SamplePath() / "fixtures" / "application.json")); }

std::vector<std::string> RulesOptions() { return {"--base", BasePath().string(), "--policies", SamplePath().string()}; }

Outcome DecideTexts(const std::string& entry, const std::string& application, const std::vector<std::string>& more) {
  const TemporaryFolder folder;
  folder.Write("entry.json", entry);
  folder.Write("application.json", application);
  std::vector<std::string> arguments = {"decide", "--entry", "entry.json", "--application", "application.json"};
  const std::vector<std::string> rules = RulesOptions();
  arguments.insert(arguments.end(), rules.begin(), rules.end());
  arguments.insert(arguments.end(), more.begin(), more.end());
  return RunZhun(arguments, folder.Path());
}

Outcome Decide(const Json& entry, const Json& application, const std::vector<std::string>& more) {
  return DecideTexts(entry.dump(), application.dump(), more);
}

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace zhun::driver_test
