#include "tests/oracle/pair.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <stdexcept>

#include "compiler/emit/emit.h"
#include "compiler/pipeline/load.h"
#include "compiler/syntax/parse.h"
#include "runtime/decision/decide.h"
#include "runtime/diagnostics/render_text.h"
#include "tests/oracle/verdict.h"

namespace zhun::oracle {
namespace {

std::string Told(const diagnostics::Sink& sink, const base::SourceStore& sources) {
  std::string text;
  for (const diagnostics::Diagnostic& message : sink.All()) text += diagnostics::RenderText(message, sources, {});
  return text;
}

void AddText(pipeline::Compilation& compilation, const std::string& name, const std::string& text, sema::Role role,
             diagnostics::Sink& sink) {
  const base::SourceId source = compilation.sources.Add(name, text);
  std::optional<ast::File> file = syntax::Parse(compilation.sources, source, sink);
  if (!file) return;
  compilation.files.push_back(std::make_unique<ast::File>(std::move(*file)));
  compilation.units.push_back({compilation.files.back().get(), role, {}});
}

void AddBase(pipeline::Compilation& compilation, const RuleTexts& texts, diagnostics::Sink& sink) {
  if (!texts.base.empty()) return AddText(compilation, "base.zhun", texts.base, sema::Role::kBase, sink);
  pipeline::LoadFiles(pipeline::FindPolicies(ZHUN_SOURCE_DIR "/policies/regulation", sema::Role::kBase, sink),
                      compilation, sink);
}

/// The documents of one case, bound.
struct Bound {
  values::Document entry, application, context;
};

const base::Date kDay = *base::MakeDate(2026, 10, 8);

std::optional<Bound> Bind(const program::Bundle& bundle, const Papers& papers, diagnostics::Sink& sink) {
  const values::Binding binding{bundle.vocabulary, bundle.law, kDay};
  auto context = values::BindContext(binding, papers.context.dump(), "context.json", sink);
  auto entry = values::BindEntry(binding, papers.entry.dump(), "entry.json", sink);
  if (!entry || !context) return std::nullopt;
  const std::vector<std::string> findings = decision::FindingCodes(bundle);
  auto application =
      values::BindApplication(binding, *entry, findings, papers.application.dump(), "application.json", sink);
  if (!application) return std::nullopt;
  return Bound{*std::move(entry), *std::move(application), *std::move(context)};
}

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace

std::string RuntimeVerdict(const decision::Decision& decision) {
  std::multiset<std::string> lines;
  for (const decision::Reason& reason : decision.reasons) lines.insert("reason " + reason.rule + " " + reason.effect);
  for (const decision::Missing& missing : decision.missing)
    lines.insert("missing " + missing.path + " " + missing.state + (missing.when ? " when" : ""));
  for (const decision::Finding& finding : decision.findings) lines.insert("finding " + finding.id);
  for (const decision::Item& item : decision.items)
    lines.insert("item " + item.name + (item.granted ? " grant" : " refuse"));
  for (const decision::Obligation& duty : decision.obligations)
    lines.insert("duty " + duty.id + (duty.when ? " when" : ""));
  std::string text = "decision " + decision.decision + "\n";
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

const pipeline::Library& ShippedLibrary() {
  static const pipeline::Library library = [] {
    diagnostics::Sink sink;
    std::optional<pipeline::Library> loaded = pipeline::LoadLibrary(ZHUN_SOURCE_DIR "/stdlib", sink);
    if (!loaded) throw std::runtime_error("stdlib does not load");
    return *std::move(loaded);
  }();
  return library;
}

std::unique_ptr<Rules> CompileRules(RuleTexts texts, std::string& messages) {
  auto rules = std::make_unique<Rules>();
  rules->texts = std::move(texts);
  diagnostics::Sink sink;
  AddBase(rules->compilation, rules->texts, sink);
  AddText(rules->compilation, "entry.zhun", rules->texts.entry, sema::Role::kEntry, sink);
  const pipeline::Library& library = ShippedLibrary();
  // Emitted here: a random policy may go over the budget of operations, and is to be decided all the same.
  if (sink.HasErrors() || !pipeline::CompileLoaded(library, pipeline::Step::kOptimize, rules->compilation, sink)) {
    messages = Told(sink, rules->compilation.sources);
    return nullptr;
  }
  rules->compilation.program = emit::Emit(rules->compilation.module, library.law, library.vocabulary);
  rules->bundle = std::make_unique<program::Bundle>(program::Bundle{
      library.vocabulary, library.law, library.calendar, library.regions, rules->compilation.program, {}});
  return rules;
}

Verdicts Judge(const Rules& rules, const Papers& papers) {
  Verdicts verdicts;
  diagnostics::Sink sink;
  const std::optional<Bound> bound = Bind(*rules.bundle, papers, sink);
  if (!bound) {
    verdicts.faults = Told(sink, rules.compilation.sources);
    return verdicts;
  }
  const vocabulary::Vocabulary& vocabulary = rules.bundle->vocabulary;
  verdicts.oracle =
      NaiveVerdict(rules.compilation.model, vocabulary, {bound->entry, bound->application, bound->context, kDay});
  verdicts.runtime = RuntimeVerdict(Decide(rules, papers));
  return verdicts;
}

decision::Decision Decide(const Rules& rules, const Papers& papers) {
  decision::Decider decider(*rules.bundle);
  return Decide(rules, papers, decider);
}

decision::Decision Decide(const Rules& rules, const Papers& papers, decision::Decider& decider) {
  diagnostics::Sink sink;
  std::optional<Bound> bound = Bind(*rules.bundle, papers, sink);
  if (!bound) throw std::runtime_error(Told(sink, rules.compilation.sources));
  auto decision = decider.Decide({bound->entry, bound->application, bound->context, kDay}, sink);
  if (!decision) throw std::runtime_error(Told(sink, rules.compilation.sources));
  decision->terms.reset();
  return *std::move(decision);
}

std::string Show(const Rules& rules, const Papers& papers) {
  return rules.texts.base + rules.texts.entry + "entry " + papers.entry.dump(1) + "\napplication " +
         papers.application.dump(1) + "\ncontext " + papers.context.dump(1) + "\n";
}

std::string Difference(const std::string& runtime, const std::string& oracle) {
  const std::vector<std::string> left = LinesOf(runtime);
  const std::vector<std::string> right = LinesOf(oracle);
  std::vector<std::string> only_left, only_right;
  std::set_difference(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(only_left));
  std::set_difference(right.begin(), right.end(), left.begin(), left.end(), std::back_inserter(only_right));
  std::string text;
  for (const std::string& line : only_left) text += "  runtime only: " + line + "\n";
  for (const std::string& line : only_right) text += "  oracle only:  " + line + "\n";
  return text;
}

}  // namespace zhun::oracle
