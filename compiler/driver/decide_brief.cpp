// zhun decide --batch --brief
#include <algorithm>
#include <istream>
#include <ostream>
#include <thread>

#include "compiler/driver/decide.h"
#include "compiler/driver/files.h"
#include "compiler/driver/line_reader.h"
#include "compiler/driver/rules.h"
#include "runtime/engine/batch_engine.h"
#include "runtime/values/json.h"

namespace zhun::driver {
namespace {

/// Decided together: enough for every thread, and little memory.
constexpr std::size_t kMostBytes = std::size_t{16} << 20;

/// The next lines, with their ends; false at the end.
bool NextLines(LineReader& reader, std::string& lines, std::size_t& last) {
  lines.clear();
  for (Line line; lines.size() < kMostBytes && reader.Next(line); last = line.number) {
    lines += line.text;
    lines += '\n';
  }
  return !lines.empty();
}

void Answer(const Arguments& arguments, LineReader& reader, engine::BatchEngine& engine,
            const engine::Circumstances& circumstances, Host& host) {
  std::string lines;
  for (std::size_t first = 1, last = 0; host.out && NextLines(reader, lines, last); first = last + 1) {
    host.out << engine.DecideLines(lines, circumstances, first);
    if (!host.terminal) continue;
    const base::Words words{"已答复 " + std::to_string(last) + " 行", std::to_string(last) + " lines answered"};
    host.err << '\r' << base::In(arguments.Language(), words) << std::flush;
  }
  if (host.terminal) host.err << "\r\x1b[K";
}

bool Run(const Arguments& arguments, std::optional<base::Date> as_of, Host& host, diagnostics::Sink& sink) {
  LineReader reader(host.in, values::kLargestDocument);
  if (!reader.Open(*arguments.Value(Option::kBatch), sink)) return false;
  const auto bundle = RulesFor(arguments, host);
  if (!bundle) return false;
  const auto setting = ReadSetting(arguments, *bundle, as_of, host, sink);
  const auto catalogue = setting ? OpenEntries(*bundle, *arguments.Value(Option::kBundle), sink) : nullptr;
  if (catalogue == nullptr) return false;
  engine::BatchEngine engine(*bundle, *catalogue, std::max(1u, std::thread::hardware_concurrency()));
  Answer(arguments, reader, engine, {setting->context_text, setting->as_of}, host);
  return true;
}

}  // namespace

int DecideBriefly(const Arguments& arguments, std::optional<base::Date> as_of, Host& host) {
  diagnostics::Sink sink;
  const bool answered = Run(arguments, as_of, host, sink);
  Tell(sink, arguments.HowToSpeak(), host);
  return answered ? exit_code::kDone : exit_code::kRefused;
}

}  // namespace zhun::driver
