#include "runtime/engine/engine.h"

#include "runtime/engine/catalogue.h"

namespace zhun::engine {
namespace {

using machine::Outcome;

constexpr const char* kBundleName = "bundle";

}  // namespace

std::string_view CodeOf(Outcome outcome) {
  switch (outcome) {
    case Outcome::kOutOfScope: return "out_of_scope";
    case Outcome::kNotRequestable: return "not_requestable";
    case Outcome::kRefuseByLaw:
    case Outcome::kRefuse: return "refuse";
    case Outcome::kRefer: return "refer";
    case Outcome::kSupplement: return "supplement";
    case Outcome::kPartialGrant: return "partial_grant";
    case Outcome::kGrant: return "grant";
    case Outcome::kUnsettled: break;
  }
  return "";
}

Engine::Engine(const program::Bundle& bundle, const residual::Mapped& catalogue)
    : bundle_(bundle),
      catalogue_(catalogue),
      reader_(catalogue, bundle),
      machine_(catalogue.View(), bundle.vocabulary),
      finding_codes_(decision::FindingCodes(bundle)) {
  facts_.facts.resize(machine_.Room());
}

bool Engine::Decide(const Request& request, diagnostics::Sink& sink, Ruling& ruling) {
  ruling.fired.clear();
  ruling.quick = reader_.Read(request.application, request.context, request.as_of, facts_);
  const Outcome outcome = ruling.quick ? machine_.Decide(facts_) : Outcome::kUnsettled;
  ruling.quick = outcome != Outcome::kUnsettled;
  if (!ruling.quick) return SettleInFull(request, sink, ruling);
  ruling.outcome = CodeOf(outcome);
  ruling.complete = machine_.IsComplete();
  for (const machine::Fired& fired : machine_.Reasons()) ruling.fired.push_back(fired.rule);
  return true;
}

bool Engine::SettleInFull(const Request& request, diagnostics::Sink& sink, Ruling& ruling) {
  ruling.quick = ruling.complete = false;
  ruling.fired.clear();
  const auto full = DecideInFull(request, sink);
  if (!full) return false;
  const vocabulary::Enumeration& outcomes =
      bundle_.vocabulary.enumerations[vocabulary::FindEnumeration(bundle_.vocabulary, "outcome")];
  ruling.outcome = outcomes.members[vocabulary::FindCode(outcomes, full->decision.decision)].code;
  return true;
}

std::optional<FullDecision> Engine::DecideInFull(const Request& request, diagnostics::Sink& sink) {
  decision::Papers papers{{{}, "entry"}, {request.application, std::string(request.application_name)}, std::nullopt};
  const auto entry = EntryOf(catalogue_, kBundleName, papers.application, sink);
  if (!entry) return std::nullopt;
  papers.entry.text = *entry;
  if (!request.context.empty()) papers.context = {request.context, std::string(request.context_name)};
  auto bound = decision::BindCase(bundle_, finding_codes_, papers, request.as_of, sink);
  if (!bound) return std::nullopt;
  if (!decider_) decider_.emplace(bundle_);
  auto decision = decider_->Decide(bound->View(), sink);
  if (!decision) return std::nullopt;
  return FullDecision{*std::move(bound), *std::move(decision)};
}

}  // namespace zhun::engine
