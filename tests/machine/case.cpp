#include "tests/machine/case.h"

#include <algorithm>
#include <stdexcept>

#include <gtest/gtest.h>

#include "runtime/engine/engine.h"
#include "runtime/residual/verify.h"

namespace zhun::machine {

void Settle(nlohmann::json& value) {
  if (value.is_array()) {
    std::erase_if(value.get_ref<nlohmann::json::array_t&>(),
                  [](const nlohmann::json& each) { return each.is_object() && each.contains("pending"); });
    for (nlohmann::json& each : value) Settle(each);
  }
  if (!value.is_object()) return;
  for (auto each = value.begin(); each != value.end();) {
    const bool open = each->is_null() || (each->is_object() && each->contains("pending"));
    if (open) {
      each = value.erase(each);
    } else {
      Settle(*each++);
    }
  }
}

Full DecideInFull(const program::Bundle& bundle, const Texts& texts) {
  Full full;
  diagnostics::Sink sink;
  const values::Binding binding{bundle.vocabulary, bundle.law, texts.as_of};
  auto context = texts.context.empty() ? values::EmptyContext(bundle.vocabulary)
                                       : values::BindContext(binding, texts.context, "context", sink);
  auto entry = values::BindEntry(binding, texts.entry, "entry", sink);
  const std::vector<std::string> findings = decision::FindingCodes(bundle);
  auto application =
      entry ? values::BindApplication(binding, *entry, findings, texts.application, "application", sink) : std::nullopt;
  decision::Decider decider(bundle);
  std::optional<decision::Decision> decision;
  if (context && application) decision = decider.Decide({*entry, *application, *context, texts.as_of}, sink);
  if (!decision) {
    for (const diagnostics::Diagnostic& each : sink.All())
      full.faults += std::to_string(static_cast<int>(each.code)) + " " + each.file + each.pointer + "; ";
    return full;
  }
  full.outcome = decision->decision;
  for (const decision::Reason& reason : decision->reasons) {
    const auto rule = std::ranges::find(bundle.program.rules, reason.rule, &program::Rule::code);
    const bool duty = rule != bundle.program.rules.end() && rule->kind == program::RuleKind::kDuty;
    if (!duty) full.reasons.push_back(reason.rule);
  }
  return full;
}

Specialised::Specialised(const program::Bundle& bundle, const std::string& entry) : bundle_(bundle) {
  specialise::Catalogue catalogue(bundle);
  diagnostics::Sink sink;
  if (!catalogue.Add(entry, "entry", sink)) throw std::runtime_error("the entry is malformed");
  storage_ = catalogue.Finish();
  view_ = storage_.View();
  if (!residual::Verify(view_, bundle.program.rules.size(), bundle.program.findings.size()))
    throw std::runtime_error("the tables do not verify");
  reader_ = std::make_unique<facts::Reader>(view_, bundle);
  machine_ = std::make_unique<Machine>(view_, bundle.vocabulary);
  facts_.facts.resize(machine_->Room());
}

bool Specialised::IsGeneral() const { return view_.periods.back().code == residual::Period::kGeneral; }

Quick Specialised::Decide(const Texts& texts) {
  Quick quick;
  quick.read = reader_->Read(texts.application, texts.context, texts.as_of, facts_);
  if (!quick.read) return quick;
  quick.outcome = machine_->Decide(facts_);
  quick.complete = machine_->IsComplete();
  for (const Fired& fired : machine_->Reasons()) {
    const program::Rule& rule = bundle_.program.rules[fired.rule];
    const bool asks = rule.kind == program::RuleKind::kElement || rule.kind == program::RuleKind::kPaper;
    if (!asks) quick.reasons.push_back(rule.code);
  }
  return quick;
}

std::string Compare(const Full& full, const Quick& quick) {
  if (!quick.read) return "";
  if (full.outcome.empty())
    return quick.outcome == Outcome::kUnsettled ? "" : "the full evaluation faults: " + full.faults;
  if (quick.outcome == Outcome::kUnsettled) return "";
  const std::string outcome(engine::CodeOf(quick.outcome));
  if (outcome != full.outcome) return "machine " + outcome + ", full " + full.outcome;
  if (quick.complete && quick.reasons != full.reasons)
    return "reasons: machine " + ::testing::PrintToString(quick.reasons) + ", full " +
           ::testing::PrintToString(full.reasons);
  return "";
}

}  // namespace zhun::machine
