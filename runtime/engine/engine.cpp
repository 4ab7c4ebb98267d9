#include "runtime/engine/engine.h"

#include "runtime/values/json.h"
#include "runtime/values/utf8.h"

namespace zhun::engine {
namespace {

using diagnostics::Code;
using machine::Outcome;

constexpr const char* kApplication = "application";

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

bool Engine::Decide(std::string_view application, std::string_view context, base::Date as_of, diagnostics::Sink& sink,
                    Ruling& ruling) {
  ruling = {{}, false, false, std::move(ruling.fired)};
  ruling.fired.clear();
  if (reader_.Read(application, context, as_of, facts_)) {
    const Outcome outcome = machine_.Decide(facts_);
    if (outcome != Outcome::kUnsettled) {
      ruling.outcome = CodeOf(outcome);
      ruling.quick = true;
      ruling.complete = machine_.IsComplete();
      for (const machine::Fired& fired : machine_.Reasons()) ruling.fired.push_back(fired.rule);
      return true;
    }
  }
  const auto full = DecideInFull(application, context, as_of, sink);
  if (!full) return false;
  const vocabulary::Enumeration& outcomes =
      bundle_.vocabulary.enumerations[vocabulary::FindEnumeration(bundle_.vocabulary, "outcome")];
  ruling.outcome = outcomes.members[vocabulary::FindCode(outcomes, full->decision.decision)].code;
  return true;
}

std::optional<std::string_view> Engine::EntryOf(std::string_view application, diagnostics::Sink& sink) const {
  values::Arena arena;
  const auto json = values::ReadJson(application, kApplication, arena, sink);
  const values::Json* id = json ? values::Member(*json, "entry") : nullptr;
  if (id == nullptr || id->kind != values::JsonKind::kText) {
    if (json)
      sink.ReportIn(Code::kDocumentKeyMissing, kApplication, "/entry", {{"key", "entry"}, {"name", "目录条目"}});
    return std::nullopt;
  }
  const std::uint32_t entry = residual::FindEntry(catalogue_.View(), id->text);
  if (entry == residual::Place::kNobody) {
    sink.ReportIn(Code::kEntryNotThere, kApplication, "/entry",
                  {{"entry", values::Shortened(id->text)}, {"file", "bundle"}});
    return std::nullopt;
  }
  const std::string_view document = catalogue_.IsSound(entry) ? catalogue_.DocumentOf(entry) : std::string_view();
  if (document.empty()) sink.ReportIn(Code::kBundleAltered, "bundle", "", {{"file", "bundle"}});
  return document.empty() ? std::nullopt : std::optional(document);
}

std::optional<FullDecision> Engine::DecideInFull(std::string_view application, std::string_view context,
                                                 base::Date as_of, diagnostics::Sink& sink) {
  const auto entry = EntryOf(application, sink);
  if (!entry) return std::nullopt;
  decision::Papers papers{{*entry, "entry"}, {application, kApplication}, std::nullopt};
  if (!context.empty()) papers.context = {context, "context"};
  auto bound = decision::BindCase(bundle_, finding_codes_, papers, as_of, sink);
  if (!bound) return std::nullopt;
  if (!decider_) decider_.emplace(bundle_);
  auto decision = decider_->Decide(bound->View(), sink);
  if (!decision) return std::nullopt;
  return FullDecision{*std::move(bound), *std::move(decision)};
}

}  // namespace zhun::engine
