#include <filesystem>
#include <fstream>
#include <iterator>

#include "compiler/scenario/compare.h"
#include "compiler/scenario/compare_later.h"
#include "compiler/scenario/patch.h"
#include "compiler/scenario/scenario.h"
#include "runtime/decision/decide.h"
#include "runtime/timeline/timeline.h"
#include "runtime/use/papers.h"
#include "runtime/values/json.h"

namespace zhun::scenario {
namespace {

namespace fs = std::filesystem;
using diagnostics::Code;

class Runner {
 public:
  Runner(const Scenario& scenario, const program::Bundle& bundle, diagnostics::Sink& sink)
      : scenario_(scenario),
        bundle_(bundle),
        sink_(sink) {}

  std::vector<base::Words> Run() {
    std::optional<Papers> papers = ReadFixtures();
    if (!papers || !Patch(scenario_, bundle_, *papers, sink_)) return {};
    switch (papers->kind) {
      case Kind::kUse: return Use(*papers);
      case Kind::kCase: return Follow(*papers);
      case Kind::kDecision: break;
    }
    const auto as_of = AsOf(*papers);
    return as_of ? Decide(*papers, *as_of) : std::vector<base::Words>();
  }

 private:
  std::string NameOf(std::size_t fixture) const {
    return (fs::path(scenario_.file).parent_path() / scenario_.test->fixtures[fixture].text).string();
  }

  std::optional<Papers> ReadFixtures() {
    const std::size_t count = scenario_.test->fixtures.size();
    if (count > 3) {
      const ast::Token& name = scenario_.test->name;
      sink_.Report(Code::kTestFixtures, name.span, {{"name", name.text}, {"count", std::to_string(count)}});
      return std::nullopt;
    }
    Papers papers;
    papers.first = Read(0);
    if (count > 1) papers.second = Read(1);
    if (count == 3) papers.context = Read(2);
    if (sink_.HasErrors()) return std::nullopt;
    papers.kind = count == 1 ? Kind::kCase : IsGrant(papers.first) ? Kind::kUse : Kind::kDecision;
    return papers;
  }

  /// A decision, not an entry.
  static bool IsGrant(const std::string& text) {
    values::Arena arena;
    diagnostics::Sink unheard;
    const auto json = values::ReadJson(text, "", arena, unheard);
    return json && values::Member(*json, "decision") != nullptr;
  }

  /// The text of a fixture; reports a file that cannot be read and a text that is no sound JSON.
  std::string Read(std::size_t fixture) {
    const std::string name = NameOf(fixture);
    std::error_code none;
    std::ifstream in(name, std::ios::binary);
    if (!in || fs::is_directory(name, none)) {
      const base::Words why{"没有这个文件，或者不能读取", "it is not there or not readable"};
      sink_.Report(Code::kFileUnreadable, scenario_.test->fixtures[fixture].span, {{"file", name}, {"why", why}});
      return "";
    }
    std::string text{std::istreambuf_iterator<char>(in), {}};
    values::Arena arena;
    values::ReadJson(text, name, arena, sink_);
    return text;
  }

  /// 时点, else as_of of the context; never the clock, so that a test says the same next year.
  std::optional<base::Date> AsOf(const Papers& papers) {
    std::optional<base::Date> as_of;
    if (scenario_.test->as_of) as_of = base::ParseDate(scenario_.test->as_of->text);
    if (!as_of && papers.context) as_of = values::ReadAsOf(*papers.context);
    if (!as_of) sink_.Report(Code::kTestWithoutDate, scenario_.test->name.span, {{"name", scenario_.test->name.text}});
    return as_of;
  }

  std::optional<values::Document> Context(const values::Binding& binding, const Papers& papers) {
    if (!papers.context) return values::EmptyContext(bundle_.vocabulary);
    const bool from_file = scenario_.test->fixtures.size() == 3;
    return values::BindContext(binding, *papers.context, from_file ? NameOf(2) : "context", sink_);
  }

  std::vector<base::Words> Decide(const Papers& papers, base::Date as_of) {
    const values::Binding binding{bundle_.vocabulary, bundle_.law, as_of};
    auto context = Context(binding, papers);
    auto entry = values::BindEntry(binding, papers.first, NameOf(0), sink_);
    if (!entry || !context) return {};
    const std::vector<std::string> findings = decision::FindingCodes(bundle_);
    auto application = values::BindApplication(binding, *entry, findings, papers.second, NameOf(1), sink_);
    if (!application) return {};
    decision::Decider decider(bundle_);
    const auto decision = decider.Decide({*entry, *application, *context, as_of}, sink_);
    if (!decision) return {};
    return Compare(scenario_, bundle_, *decision, sink_);
  }

  std::vector<base::Words> Use(const Papers& papers) {
    use::Papers all{{papers.first, NameOf(0)}, {papers.second, NameOf(1)}, std::nullopt, std::nullopt};
    if (papers.context) {
      const bool from_file = scenario_.test->fixtures.size() == 3;
      all.context = {*papers.context, from_file ? NameOf(2) : "context"};
    }
    const auto judged = use::UseJudge(bundle_).Judge(all, sink_);
    return judged ? CompareUse(scenario_, bundle_, *judged, sink_) : std::vector<base::Words>();
  }

  std::vector<base::Words> Follow(const Papers& papers) {
    const auto day = AsOf(papers);
    if (!day) return {};
    const timeline::Question question{papers.first, NameOf(0), timeline::Moment::EndOf(*day), false};
    const auto result = timeline::Timeline(bundle_).Follow(question, sink_);
    return result ? CompareCase(scenario_, bundle_, *result, sink_) : std::vector<base::Words>();
  }

  const Scenario& scenario_;
  const program::Bundle& bundle_;
  diagnostics::Sink& sink_;
};

}  // namespace

Result Run(const Scenario& scenario, const program::Bundle& bundle, const base::SourceStore& sources) {
  const base::Span span = scenario.test->name.span;
  Result result;
  result.file = scenario.file;
  result.name = scenario.test->name.text;
  result.line = sources.PositionOf(span.source, span.begin).line;
  result.differences = Runner(scenario, bundle, result.faults).Run();
  if (result.faults.HasErrors()) {
    result.verdict = Verdict::kFaulty;
  } else if (!result.differences.empty()) {
    result.verdict = Verdict::kFailed;
  }
  return result;
}

}  // namespace zhun::scenario
