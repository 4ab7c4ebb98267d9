#include "runtime/use/papers.h"

#include <algorithm>
#include <utility>

#include "runtime/decision/members.h"
#include "runtime/use/purposes.h"
#include "runtime/values/arena.h"

namespace zhun::use {
namespace {

using decision::MemberAt;
using decision::TextAt;
using values::Document;
using values::Value;
using vocabulary::Base;
using vocabulary::Vocabulary;

/// Where nobody hands in the entry, it is one with conditions: only such entries come with rules for the use.
constexpr std::string_view kConditionalEntry =
    R"({"id":"-","status":"published","provider":{},"sharing":"conditional"})";

/// Codes of the rules that the grant lists; nothing where it does not say.
std::optional<std::vector<std::string>> ListedRules(const Vocabulary& vocabulary, const values::Record& grant) {
  const Value others = MemberAt(vocabulary, grant, {"others"});
  if (!others.IsKnown() || !values::IsList(others)) return std::nullopt;
  std::vector<std::string> codes;
  for (const Value& term : others.list->elements) {
    if (term.IsKnown()) codes.push_back(TextAt(vocabulary, *term.record, {"rule"}));
  }
  return codes;
}

/// The bound papers of one use.
struct Bound {
  Document paper, event, entry, context;
};

std::optional<Bound> Bind(const program::Bundle& bundle, const Papers& papers, base::Date day,
                          diagnostics::Sink& sink) {
  const values::Binding binding{bundle.vocabulary, bundle.law, day};
  auto paper = values::BindRecord(binding, "decision_paper", papers.grant.text, papers.grant.name, sink);
  auto event = values::BindRecord(binding, "use_event", papers.event.text, papers.event.name, sink);
  auto context = decision::BindCircumstances(bundle, papers.context, day, sink);
  const decision::Paper entry_paper = papers.entry.value_or(decision::Paper{kConditionalEntry, "-"});
  auto entry = values::BindEntry(binding, entry_paper.text, entry_paper.name, sink);
  if (!paper || !event || !context || !entry) return std::nullopt;
  return Bound{std::move(*paper), std::move(*event), std::move(*entry), std::move(*context)};
}

/// The grant as rules read it: the terms, with the decision they come from.
const values::Record& GrantOf(const Vocabulary& vocabulary, Document& paper) {
  const values::Record& grant = *MemberAt(vocabulary, paper.Root(), {"terms"}).record;
  const vocabulary::EnumIndex outcomes = vocabulary::FindEnumeration(vocabulary, "outcome");
  const std::uint16_t outcome =
      vocabulary::FindCode(vocabulary.enumerations[outcomes], TextAt(vocabulary, paper.Root(), {"decision"}));
  if (outcome != vocabulary::kNone) {
    const std::uint16_t field = vocabulary::FindKey(vocabulary.records[grant.type], "decision");
    paper.SetComputed(grant, field, Value::Of(Base::kEnum, outcome));
  }
  return grant;
}

/// The grant must be for the entry that was handed in.
bool IsForEntry(const Vocabulary& vocabulary, const values::Record& grant, const Papers& papers, const Document& entry,
                diagnostics::Sink& sink) {
  const std::string granted = TextAt(vocabulary, grant, {"entry"}), id = TextAt(vocabulary, entry.Root(), {"id"});
  if (!papers.entry || granted.empty() || granted == id) return true;
  sink.ReportIn(diagnostics::Code::kDocumentOtherEntry, papers.grant.name, "/terms/entry",
                {{"found", granted}, {"entry", id}});
  return false;
}

/// Rules that came with the grant and are not loaded: nobody here can say whether they are kept.
void ReferUnknownRules(const std::vector<std::string>& listed, const Rules& rules, const program::Program& program,
                       Answer& answer) {
  for (const std::string& code : listed) {
    const auto same = [&](std::uint32_t rule) { return program.rules[rule].code == code; };
    if (std::ranges::any_of(rules.rules, same)) continue;
    Reason reason;
    reason.rule = code;
    reason.effect = "refer";
    reason.text = {"授权附有使用条件“" + code + "”，没有载入这条规则，须由人工判断",
                   "The grant comes with the rule " + code + ", which is not loaded; an official has to judge it"};
    answer.reasons.push_back(std::move(reason));
    if (answer.verdict == Verdict::kPermit) answer.verdict = Verdict::kRefer;
  }
}

}  // namespace

void SupplyPurposes(const Vocabulary& vocabulary, Document& owner, const values::Record& record, values::Arena& arena) {
  const std::uint16_t field = vocabulary::FindKey(vocabulary.records[record.type], "purposes");
  owner.SetComputed(record, field, PurposesIn(MemberAt(vocabulary, record, {"purpose"}), arena));
}

UseJudge::UseJudge(const program::Bundle& bundle)
    : bundle_(bundle),
      index_(bundle.program),
      provisions_(bundle.law),
      evaluation_(bundle.program, bundle.vocabulary),
      no_case_(values::NoneDocument(bundle.vocabulary, "case_file")),
      no_application_(values::NoneDocument(bundle.vocabulary, "application")) {}

std::optional<Judged> UseJudge::Judge(const Papers& papers, diagnostics::Sink& sink) {
  const Vocabulary& vocabulary = bundle_.vocabulary;
  const base::Date day = values::ReadDay(papers.event.text, "at").value_or(base::Date{});
  auto bound = Bind(bundle_, papers, day, sink);
  if (!bound) return std::nullopt;
  const values::Record& grant = GrantOf(vocabulary, bound->paper);
  if (!IsForEntry(vocabulary, grant, papers, bound->entry, sink)) return std::nullopt;
  values::Arena arena;
  SupplyPurposes(vocabulary, bound->paper, grant, arena);
  SupplyPurposes(vocabulary, bound->event, bound->event.Root(), arena);

  vm::Inputs inputs;
  inputs.roots.resize(vocabulary.roots.size());
  inputs.findings.resize(bundle_.program.findings.size());
  const auto set = [&](std::string_view root, const Value& value) {
    inputs.roots[vocabulary::FindRoot(vocabulary, root)] = value;
  };
  set("grant", Value::OfRecord(&grant));
  set("use", bound->event.RootValue());
  set("entry", bound->entry.RootValue());
  set("application", no_application_.RootValue());
  set("context", bound->context.RootValue());
  set("case_file", no_case_.RootValue());
  set("today", Value::Of(Base::kDate, day.days));
  evaluation_.Begin(inputs);
  provisions_.Begin(day);

  const Value received = MemberAt(vocabulary, bound->paper.Root(), {"receipt", "received_on"});
  const Value decided = MemberAt(vocabulary, bound->paper.Root(), {"receipt", "as_of"});
  const auto date = [](const Value& value) { return base::Date{static_cast<std::int32_t>(value.number)}; };
  const base::Date chosen = received.IsKnown() ? date(received) : decided.IsKnown() ? date(decided) : day;
  const auto listed = ListedRules(vocabulary, grant);
  const Rules rules = SelectRules(bundle_, index_, TextAt(vocabulary, grant, {"entry"}), chosen, day, listed);
  RunLater(evaluation_, rules.policies);
  Judged judged{use::Judge(evaluation_, bundle_, provisions_, rules), {}};
  if (listed) ReferUnknownRules(*listed, rules, bundle_.program, judged);
  judged.receipt = {day, bound->paper.Digest(), bound->event.Digest(), bundle_.digests.policies, bundle_.digests.law};
  if (!evaluation_.Overflowed()) return judged;
  sink.ReportIn(diagnostics::Code::kOverflow, papers.event.name, "");
  return std::nullopt;
}

}  // namespace zhun::use
