#include "tests/expressions/sheet.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "compiler/pipeline/compile.h"
#include "runtime/decision/decide.h"
#include "runtime/diagnostics/render_text.h"
#include "runtime/values/operations.h"
#include "tests/oracle/naive.h"
#include "tests/oracle/pair.h"

namespace zhun::expressions {
namespace {

using nlohmann::json;
using values::Truth;

const base::Date kDay = *base::MakeDate(2026, 10, 8);

constexpr const char* kHead =
    "策略 「表」 sheet { 版本 “1” 制定机关 “国务院” 施行 2025年8月1日 依据 《政务数据共享条例》第三条第一款 "
    "认定 「甲」 a { 由 提供部门 问 “甲” 依据 《政务数据共享条例》第三条第一款 } "
    "认定 「乙」 b { 由 提供部门 问 “乙” 依据 《政务数据共享条例》第三条第一款 } "
    "认定 「丙」 c { 由 提供部门 问 “丙” 依据 《政务数据共享条例》第三条第一款 } "
    "要求 「都用到」 all { 须 「甲」 且 「乙」 且 「丙」 依据 《政务数据共享条例》第三条第一款 理由 “无” }\n";

std::string CodeOf(std::size_t index) { return "r" + std::to_string(index); }

/// A base policy with one requirement a line, from its second line on.
std::string PolicyOf(const std::vector<std::string>& conditions) {
  std::string text = kHead;
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    text += "要求 「" + CodeOf(i) + "」 " + CodeOf(i) + " { 须 " + conditions[i] +
            " 依据 《政务数据共享条例》第三条第一款 理由 “无” }\n";
  }
  return text + "}\n";
}

struct Compiled {
  pipeline::Compilation compilation;
  std::unique_ptr<program::Bundle> bundle;  ///< none where it does not compile
  diagnostics::Sink messages{100000};
};

Compiled Compile(const std::vector<std::string>& conditions) {
  Compiled compiled;
  const pipeline::Library& library = oracle::ShippedLibrary();
  const std::vector<pipeline::PolicyFile> files = {{"sheet.zhun", sema::Role::kBase, PolicyOf(conditions)}};
  if (pipeline::Compile(library, files, pipeline::Step::kEmit, compiled.compilation, compiled.messages)) {
    compiled.bundle = std::make_unique<program::Bundle>(program::Bundle{
        library.vocabulary, library.law, library.calendar, library.regions, compiled.compilation.program, {}});
  }
  return compiled;
}

std::string Told(const Compiled& compiled, const diagnostics::Sink& sink) {
  std::string text;
  for (const diagnostics::Diagnostic& each : sink.All())
    text += diagnostics::RenderText(each, compiled.compilation.sources, {});
  return text;
}

/// The documents of one line, bound.
struct Bound {
  values::Document entry, application, context;
};

Bound Bind(const program::Bundle& bundle, const std::string& facts) {
  json papers[3] = {json::parse(R"({"id": "E-1", "status": "published", "provider": {}, "sharing": "conditional"})"),
                    json::parse(R"({"id": "A-1", "entry": "E-1", "received_at": "2026-09-24T10:00:00+08:00"})"),
                    json::parse(R"({"as_of": "2026-10-08"})")};
  papers[1]["applicant"] = json::object();
  const json changed = json::parse("{" + facts + "}");
  for (const auto& [key, value] : changed.items()) {
    const bool entry = key.starts_with("entry.");
    const bool context = key.starts_with("context.");
    papers[entry ? 0 : context ? 2 : 1][entry ? key.substr(6) : context ? key.substr(8) : key] = value;
  }
  diagnostics::Sink sink;
  const values::Binding binding{bundle.vocabulary, bundle.law, kDay};
  auto entry = values::BindEntry(binding, papers[0].dump(), "entry", sink);
  auto context = values::BindContext(binding, papers[2].dump(), "context", sink);
  const std::vector<std::string> findings = decision::FindingCodes(bundle);
  auto application =
      entry ? values::BindApplication(binding, *entry, findings, papers[1].dump(), "application", sink) : std::nullopt;
  if (entry && context && application) return {*std::move(entry), *std::move(application), *std::move(context)};
  throw std::runtime_error("does not bind: " + facts + "\n" + diagnostics::MessageOf(sink.All().front()).zh);
}

char Letter(Truth truth) { return truth == Truth::kTrue ? 'T' : truth == Truth::kFalse ? 'F' : 'U'; }

vm::Inputs InputsOf(const program::Bundle& bundle, const Bound& bound) {
  vm::Inputs inputs;
  inputs.roots.resize(bundle.vocabulary.roots.size());
  const auto set = [&](std::string_view key, const values::Value& value) {
    inputs.roots[vocabulary::FindRoot(bundle.vocabulary, key)] = value;
  };
  set("application", bound.application.RootValue());
  set("entry", bound.entry.RootValue());
  set("context", bound.context.RootValue());
  set("today", values::Value::Of(vocabulary::Base::kDate, kDay.days));
  for (const program::Finding& finding : bundle.program.findings) {
    const values::Value* answer = bound.application.Answers().Find(finding.code);
    inputs.findings.push_back(answer == nullptr ? values::Value() : *answer);
  }
  return inputs;
}

/// What the runtime makes of rule `code`; sums that go wrong in other rules do not count.
char RuntimeSays(const program::Bundle& bundle, const Bound& bound, const std::string& code) {
  vm::Evaluation evaluation(bundle.program, bundle.vocabulary);
  evaluation.Begin(InputsOf(bundle, bound));
  evaluation.Run(bundle.program.policies.front().nodes);
  for (const program::Rule& rule : bundle.program.rules) {
    if (rule.code != code) continue;
    return evaluation.OverflowIn(rule) ? '!' : Letter(values::Not(evaluation.TruthOf(rule.bad)));
  }
  throw std::runtime_error("no rule " + code);
}

char OracleSays(const Compiled& compiled, const Bound& bound, const std::string& code) {
  const sema::Model& model = compiled.compilation.model;
  const oracle::Case each{bound.entry, bound.application, bound.context, kDay};
  oracle::Naive naive(model, compiled.bundle->vocabulary, each);
  for (const sema::Rule& rule : model.rules) {
    if (rule.code == code) return Letter(naive.Judge(rule.must, {}));
  }
  throw std::runtime_error("no rule " + code);
}

std::vector<std::string> ConditionsOf(const std::vector<Case>& cases) {
  std::vector<std::string> conditions;
  for (const Case& each : cases) conditions.push_back(each.condition);
  return conditions;
}

}  // namespace

std::string Disagreements(const std::vector<Case>& cases) {
  const Compiled compiled = Compile(ConditionsOf(cases));
  if (compiled.bundle == nullptr) return Told(compiled, compiled.messages);
  std::string text;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const Bound bound = Bind(*compiled.bundle, cases[i].facts);
    const char runtime = RuntimeSays(*compiled.bundle, bound, CodeOf(i));
    const char oracle = OracleSays(compiled, bound, CodeOf(i));
    const bool same = runtime == '!' || oracle == runtime;  // the oracle knows no faults
    if (runtime == cases[i].expected && same) continue;
    text += cases[i].condition + " | " + cases[i].facts + " | expected " + cases[i].expected + ", runtime " + runtime +
            ", oracle " + oracle + "\n";
  }
  return text;
}

std::vector<std::string> MessagesOf(const std::vector<std::string>& conditions) {
  const Compiled compiled = Compile(conditions);
  std::vector<std::string> codes(conditions.size());
  for (const diagnostics::Diagnostic& message : compiled.messages.All()) {
    if (diagnostics::SeverityOf(message.code) != diagnostics::Severity::kError) continue;
    const std::size_t line = compiled.compilation.sources.PositionOf(message.span.source, message.span.begin).line;
    std::string& own = codes.at(line - 2);
    own += (own.empty() ? "" : " ") + std::string(diagnostics::CodeText(message.code));
  }
  return codes;
}

std::string FaultOf(const Case& each) {
  const Compiled compiled = Compile({each.condition});
  if (compiled.bundle == nullptr) return Told(compiled, compiled.messages);
  Bound bound = Bind(*compiled.bundle, each.facts);
  decision::Decider decider(*compiled.bundle);
  diagnostics::Sink sink;
  decider.Decide({bound.entry, bound.application, bound.context, kDay}, sink);
  std::string text;
  for (const diagnostics::Diagnostic& message : sink.All())
    text += diagnostics::MessageOf(message).zh + message.help.zh;
  return text;
}

}  // namespace zhun::expressions
