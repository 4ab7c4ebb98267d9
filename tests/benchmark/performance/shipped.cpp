#include <memory>
#include <stdexcept>

#include "compiler/specialise/catalogue.h"
#include "runtime/decision/decide.h"
#include "runtime/decision/to_json.h"
#include "tests/benchmark/performance/rows.h"
#include "tests/benchmark/sharing/work.h"

namespace zhun::benchmark {
namespace {

std::string Fixture(const std::string& name) {
  return ReadFile(std::string(ZHUN_SOURCE_DIR "/policies/public_security/fixtures/") + name);
}

/// A case of policies/public_security, whose entry is known before the application comes.
class Case {
 public:
  Case()
      : entry_(*values::BindEntry(Binding(), Fixture("resident_entry.json"), "entry", sink_)),
        findings_(decision::FindingCodes(ShippedRules())),
        decider_(ShippedRules()) {
    specialise::Catalogue catalogue(ShippedRules());
    if (!catalogue.Add(Fixture("resident_entry.json"), "entry", sink_)) throw std::runtime_error("a malformed entry");
    storage_ = catalogue.Finish();
    tables_ = storage_.View();
    reader_ = std::make_unique<facts::Reader>(tables_, ShippedRules());
    machine_ = std::make_unique<machine::Machine>(tables_, ShippedRules().vocabulary);
    facts_.facts.resize(machine_->Room());
  }

  /// The decision as an object, by the full evaluation; `see` is shown it.
  template <class See>
  void DecideInFull(See see) {
    diagnostics::Sink sink;
    auto context = values::BindContext(Binding(), context_, "context", sink);
    auto application = values::BindApplication(Binding(), entry_, findings_, application_, "application", sink);
    const auto decision = decider_.Decide({entry_, *application, *context, as_of_}, sink);
    see(*decision);
  }

  machine::Outcome DecideQuickly() {
    if (!reader_->Read(application_, context_, as_of_, facts_)) throw std::runtime_error("not read");
    return machine_->Decide(facts_);
  }

  std::size_t CountReasons() { return machine_->Reasons().size(); }

 private:
  values::Binding Binding() const { return {ShippedRules().vocabulary, ShippedRules().law, as_of_}; }

  std::string application_ = Fixture("resident_application.json"), context_ = Fixture("context.json");
  base::Date as_of_ = *values::ReadAsOf(context_);
  diagnostics::Sink sink_;
  values::Document entry_;
  std::vector<std::string> findings_;
  decision::Decider decider_;
  residual::Storage storage_;
  residual::Residual tables_;
  std::unique_ptr<facts::Reader> reader_;
  std::unique_ptr<machine::Machine> machine_;
  facts::Facts facts_;
};

void Check(Case& shipped) {
  std::string outcome;
  shipped.DecideInFull([&](const decision::Decision& decision) { outcome = decision.decision; });
  if (outcome != "grant" || shipped.DecideQuickly() != machine::Outcome::kGrant)
    throw std::runtime_error("the shipped case came to " + outcome);
}

}  // namespace

std::vector<Row> ShippedRows(const Effort& effort) {
  Case shipped;
  Check(shipped);
  const auto quick = [&] { Keep(static_cast<std::size_t>(shipped.DecideQuickly()) + shipped.CountReasons()); };
  const auto object = [&] { shipped.DecideInFull([](const decision::Decision& decision) { Keep(decision); }); };
  const auto text = [&] {
    shipped.DecideInFull(
        [](const decision::Decision& decision) { Keep(decision::ToJson(decision, ShippedRules().vocabulary, -1)); });
  };
  const std::string what = "base policies and one entry policy, JSON ";
  return {Shown(what + "to outcome and reasons", Measure(effort, 1, quick)),
          AtMost(what + "to decision object", Measure(effort, 1, object), 3e-6),
          AtMost(what + "to decision JSON", Measure(effort, 1, text), 8e-6)};
}

}  // namespace zhun::benchmark
