// ns and allocations of a decision on bound facts, and of binding them. The cases are those of policies/public_security.
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>

#include <benchmark/benchmark.h>

#include "compiler/pipeline/compile.h"
#include "runtime/decision/decide.h"
#include "runtime/decision/to_json.h"
#include "runtime/program/bundle.h"
#include "tests/benchmark/allocations.h"

namespace zhun::benchmark {
namespace {

constexpr const char* kFixtures = ZHUN_SOURCE_DIR "/policies/public_security/fixtures/";

std::string Read(const std::string& name) {
  std::ifstream in(kFixtures + name, std::ios::binary);
  if (!in) throw std::runtime_error(name + " is not there");
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The base policies and the policy of one entry.
const program::Bundle& Rules() {
  static const program::Bundle bundle = [] {
    diagnostics::Sink sink;
    auto library = pipeline::LoadLibrary(ZHUN_SOURCE_DIR "/stdlib", sink);
    auto files = pipeline::FindPolicies(ZHUN_SOURCE_DIR "/policies/regulation", sema::Role::kBase, sink);
    files.push_back({ZHUN_SOURCE_DIR "/policies/public_security/resident_basic.zhun", sema::Role::kEntry});
    pipeline::Compilation compilation;
    if (!library || !pipeline::Compile(*library, files, pipeline::Step::kEmit, compilation, sink))
      throw std::runtime_error("the rules do not compile");
    program::Bundle made{std::move(library->vocabulary), std::move(library->law),        std::move(library->calendar),
                         std::move(library->regions),    std::move(compilation.program), {}};
    program::WriteBundle(made);  // for the digests of the receipt
    return made;
  }();
  return bundle;
}

/// Replaces one piece of a JSON text, so that the case comes to another outcome.
std::string Changed(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  if (at == std::string::npos) throw std::runtime_error("no " + what + " in the fixture");
  return text.replace(at, what.size(), by);
}

struct Papers {
  std::string entry = Read("resident_entry.json");
  std::string application = Read("resident_application.json");
  std::string context = Read("context.json");
};

struct Bound {
  std::unique_ptr<values::Document> entry, application, context;
};

Bound Bind(const Papers& papers) {
  diagnostics::Sink sink;
  const program::Bundle& rules = Rules();
  const values::Binding binding{rules.vocabulary, rules.law, *values::ReadAsOf(papers.context)};
  Bound bound;
  bound.entry = std::make_unique<values::Document>(*values::BindEntry(binding, papers.entry, "entry", sink));
  bound.context = std::make_unique<values::Document>(*values::BindContext(binding, papers.context, "context", sink));
  static const std::vector<std::string> findings = decision::FindingCodes(rules);
  bound.application = std::make_unique<values::Document>(
      *values::BindApplication(binding, *bound.entry, findings, papers.application, "application", sink));
  return bound;
}

/// Runs `call` and reports allocations a call beside the time.
template <class Call>
void Measure(::benchmark::State& state, Call call) {
  call();  // warm
  const std::uint64_t before = Allocations();
  for (auto _ : state) call();
  state.counters["allocations"] =
      ::benchmark::Counter(static_cast<double>(Allocations() - before), ::benchmark::Counter::kAvgIterations);
}

void Decide(::benchmark::State& state, const Papers& papers, const std::string& outcome) {
  const Bound bound = Bind(papers);
  decision::Decider decider(Rules());
  const base::Date as_of = *values::ReadAsOf(papers.context);
  diagnostics::Sink sink;
  const auto decide = [&] { return decider.Decide({*bound.entry, *bound.application, *bound.context, as_of}, sink); };
  if (decide()->decision != outcome) return state.SkipWithError(("this case came to " + decide()->decision).c_str());
  Measure(state, [&] { ::benchmark::DoNotOptimize(decide()); });
}

void DecideGranted(::benchmark::State& state) { Decide(state, Papers(), "grant"); }
void DecideRefused(::benchmark::State& state) {
  Papers papers;
  papers.application = Changed(papers.application, "\"matter\": \"", "\"matter\": \"商业营销");
  Decide(state, papers, "refuse");
}
void DecideIncomplete(::benchmark::State& state) {
  Papers papers;
  papers.application = Changed(papers.application, "\"matter\"", "\"duty\"");
  Decide(state, papers, "supplement");
}
void BindDocuments(::benchmark::State& state) {
  const Papers papers;
  Measure(state, [&] { ::benchmark::DoNotOptimize(Bind(papers)); });
}
void DecideFromJsonToJson(::benchmark::State& state) {
  const Papers papers;
  decision::Decider decider(Rules());
  const base::Date as_of = *values::ReadAsOf(papers.context);
  Measure(state, [&] {
    diagnostics::Sink sink;
    const Bound bound = Bind(papers);
    const auto decision = decider.Decide({*bound.entry, *bound.application, *bound.context, as_of}, sink);
    ::benchmark::DoNotOptimize(decision::ToJson(*decision, Rules().vocabulary, 0));
  });
}

BENCHMARK(DecideGranted);
BENCHMARK(DecideRefused);
BENCHMARK(DecideIncomplete);
BENCHMARK(BindDocuments);
BENCHMARK(DecideFromJsonToJson);

}  // namespace
}  // namespace zhun::benchmark
