// zhun timeline --batch
#include <algorithm>
#include <istream>
#include <ostream>
#include <thread>

#include "compiler/driver/line_reader.h"
#include "compiler/driver/rules.h"
#include "compiler/driver/timeline.h"
#include "runtime/timeline/batch.h"
#include "runtime/values/json.h"

namespace zhun::driver {
namespace {

/// Followed together: enough for every thread, and little memory.
constexpr std::size_t kMostBytes = std::size_t{16} << 20;

/// The next lines; nothing at the end.
std::vector<std::string> NextCases(LineReader& reader) {
  std::vector<std::string> cases;
  std::size_t bytes = 0;
  for (Line line; bytes < kMostBytes && reader.Next(line);) {
    bytes += line.text.size();
    cases.push_back(std::move(line.text));
  }
  return cases;
}

}  // namespace

int FollowBatch(const Arguments& arguments, timeline::Moment as_of, Host& host, diagnostics::Sink& sink) {
  const std::string& name = *arguments.Value(Option::kCaseBatch);
  LineReader reader(host.in, values::kLargestDocument);
  if (!reader.Open(name, sink)) return exit_code::kRefused;
  const auto bundle = RulesFor(arguments, host);
  if (!bundle) return exit_code::kRefused;
  const timeline::Readings readings = ReadingsOf(arguments, bundle->vocabulary, sink);
  if (sink.HasErrors()) return exit_code::kUsage;
  timeline::Batch batch(*bundle, readings, std::max(1u, std::thread::hardware_concurrency()));
  std::size_t done = 0;
  for (std::vector<std::string> cases = NextCases(reader); host.out && !cases.empty(); cases = NextCases(reader)) {
    host.out << batch.Follow(cases, name, as_of, arguments.Has(Option::kCaseBrief), done + 1);
    done += cases.size();
    if (!host.terminal) continue;
    const base::Words words{"已答复 " + std::to_string(done) + " 行", std::to_string(done) + " lines answered"};
    host.err << '\r' << base::In(arguments.Language(), words) << std::flush;
  }
  if (host.terminal) host.err << "\r\x1b[K";
  return exit_code::kDone;
}

}  // namespace zhun::driver
