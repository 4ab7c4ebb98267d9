#include <memory>
#include <stdexcept>

#include "compiler/specialise/catalogue.h"
#include "runtime/decision/decide.h"
#include "runtime/decision/to_json.h"
#include "runtime/engine/engine.h"
#include "tests/benchmark/performance/rows.h"
#include "tests/benchmark/sharing/work.h"

namespace zhun::benchmark {
namespace {

/// A case whose entry is known before the application comes.
class Case {
 public:
  /// Paths of the documents.
  Case(const program::Bundle& rules, const std::string& entry, const std::string& application,
       const std::string& context)
      : rules_(rules),
        application_(ReadFile(application)),
        context_(ReadFile(context)),
        as_of_(*values::ReadAsOf(context_)),
        entry_(*values::BindEntry(Binding(), ReadFile(entry), "entry", sink_)),
        findings_(decision::FindingCodes(rules)),
        decider_(rules) {
    specialise::Catalogue catalogue(rules);
    if (!catalogue.Add(ReadFile(entry), "entry", sink_)) throw std::runtime_error("a malformed entry");
    storage_ = catalogue.Finish();
    tables_ = storage_.View();
    reader_ = std::make_unique<facts::Reader>(tables_, rules);
    machine_ = std::make_unique<machine::Machine>(tables_, rules.vocabulary);
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
  machine::Outcome DecideBound() { return machine_->Decide(facts_); }
  std::size_t CountReasons() { return machine_->Reasons().size(); }

  /// Throws where the two do not come to the same.
  void Check(const std::string& name) {
    std::string outcome;
    DecideInFull([&](const decision::Decision& decision) { outcome = decision.decision; });
    const std::string_view quickly = engine::CodeOf(DecideQuickly());
    if (outcome != quickly)
      throw std::runtime_error(name + " came to " + outcome + ", quickly to " + std::string(quickly));
  }

 private:
  values::Binding Binding() const { return {rules_.vocabulary, rules_.law, as_of_}; }

  const program::Bundle& rules_;
  std::string application_, context_;
  base::Date as_of_;
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

std::vector<Row> RowsOf(const Effort& effort, const std::string& name, Case& each, double object_limit,
                        double text_limit) {
  each.Check(name);
  const auto bound = [&] { Keep(static_cast<std::size_t>(each.DecideBound())); };
  const auto quick = [&] { Keep(static_cast<std::size_t>(each.DecideQuickly()) + each.CountReasons()); };
  const auto object = [&] { each.DecideInFull([](const decision::Decision& decision) { Keep(decision); }); };
  const vocabulary::Vocabulary& vocabulary = ShippedRules().vocabulary;
  const auto text = [&] {
    each.DecideInFull([&](const decision::Decision& decision) { Keep(decision::ToJson(decision, vocabulary, -1)); });
  };
  const auto at_most = [&](const std::string& what, auto work, double limit) {
    const double seconds = Measure(effort, 1, work);
    return limit == 0 ? Shown(name + what, seconds) : AtMost(name + what, seconds, limit);
  };
  return {at_most(": decide, facts bound", bound, 0), at_most(": JSON to outcome and reasons as ids", quick, 0),
          at_most(": JSON to decision object", object, object_limit),
          at_most(": JSON to decision JSON", text, text_limit)};
}

}  // namespace

std::vector<Row> ShippedRows(const Effort& effort) {
  const std::string fixtures = ZHUN_SOURCE_DIR "/policies/public_security/fixtures/";
  Case shipped(ShippedRules(), fixtures + "resident_entry.json", fixtures + "resident_application.json",
               fixtures + "context.json");
  return RowsOf(effort, "base policies and one entry policy", shipped, 3e-6, 8e-6);
}

std::vector<Row> RandomRows(const Effort& effort) {
  const std::string here = ZHUN_SOURCE_DIR "/tests/benchmark/random/";
  Case random(RandomRules(), here + "entry.json", here + "application.json", here + "context.json");
  return RowsOf(effort, "a random policy of equal size", random, 0, 0);
}

}  // namespace zhun::benchmark
