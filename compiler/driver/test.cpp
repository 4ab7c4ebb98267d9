// zhun test
#include <ostream>

#include "compiler/driver/rules.h"
#include "compiler/scenario/report.h"
#include "compiler/scenario/scenario.h"

namespace zhun::driver {
namespace {

constexpr std::size_t kProgressStep = 50;

std::vector<std::string> NamesOf(const std::vector<pipeline::PolicyFile>& files) {
  std::vector<std::string> names;
  for (const pipeline::PolicyFile& file : files) names.push_back(file.path.string());
  return names;
}

std::vector<scenario::Result> RunAll(const std::vector<scenario::Scenario>& scenarios, const program::Bundle& bundle,
                                     const base::SourceStore& sources, Host& host) {
  std::vector<scenario::Result> results;
  for (const scenario::Scenario& each : scenarios) {
    results.push_back(scenario::Run(each, bundle, sources));
    if (host.terminal && results.size() % kProgressStep == 0) {
      host.err << '\r' << results.size() << '/' << scenarios.size() << std::flush;
    }
  }
  if (host.terminal) host.err << "\r\x1b[K";
  return results;
}

std::string Report(const std::vector<scenario::Result>& results, const base::SourceStore& sources,
                   const Arguments& arguments) {
  if (arguments.Json()) return scenario::ReportJson(results, sources);
  const std::string* format = arguments.Value(Option::kReportFormat);
  if (format != nullptr && *format == "junit") return scenario::ReportJunit(results, sources, arguments.Language());
  return scenario::ReportText(results, sources, arguments.Language(), false);
}

}  // namespace

int RunTest(const Arguments& arguments, Host& host) {
  diagnostics::Sink sink;
  pipeline::Compilation compilation;
  auto library = ReadLibrary(host, sink);
  const auto selection = Select(arguments.Operands(), arguments.Value(Option::kBase), host, sink);
  const bool ready = library && selection && !sink.HasErrors();
  const bool compiled =
      ready && pipeline::Compile(*library, selection->files, pipeline::Step::kEmit, compilation, sink);
  sink.Sort();
  Tell(sink, compilation.sources, arguments.HowToSpeak(), host);
  if (!compiled) return exit_code::kRefused;
  const std::string* filter = arguments.Value(Option::kFilter);
  const auto scenarios = scenario::Collect(compilation, NamesOf(selection->wanted), filter == nullptr ? "" : *filter);
  const program::Bundle bundle = MakeBundle(std::move(*library), std::move(compilation.program));
  const auto results = RunAll(scenarios, bundle, compilation.sources, host);
  host.out << Report(results, compilation.sources, arguments);
  return scenario::CountOf(results, scenario::Verdict::kPassed) == results.size() ? exit_code::kDone
                                                                                  : exit_code::kNegative;
}

}  // namespace zhun::driver
