// From the events of a case to its conclusion, and on to the deadlines, powers and breaches.
#include "runtime/timeline/pursuit.h"

#include <algorithm>

#include "runtime/decision/members.h"
#include "runtime/decision/papers.h"
#include "runtime/use/papers.h"

namespace zhun::timeline {

using decision::MemberAt;
using decision::TextAt;
using program::Rule;
using program::RuleKind;
using values::Value;
using vocabulary::Base;

namespace {

std::uint16_t OutcomeOf(const vocabulary::Vocabulary& vocabulary, std::string_view code) {
  return vocabulary::FindCode(vocabulary.enumerations[vocabulary::FindEnumeration(vocabulary, "outcome")], code);
}

bool IsGrant(const vocabulary::Vocabulary& vocabulary, std::optional<std::uint16_t> outcome) {
  return outcome && (*outcome == OutcomeOf(vocabulary, "grant") || *outcome == OutcomeOf(vocabulary, "partial_grant"));
}

}  // namespace

Timeline::Tools::Tools(const program::Bundle& all, const Readings& asked)
    : bundle(all),
      readings(all, asked),
      shape(all.vocabulary),
      decider(all),
      index(all.program),
      provisions(all.law),
      evaluation(all.program, all.vocabulary),
      findings(decision::FindingCodes(all)),
      no_application(values::NoneDocument(all.vocabulary, "application")),
      conditional(all.vocabulary.events.size()),
      moves_clocks(all.vocabulary.events.size()) {
  const vocabulary::Enumeration& stages =
      all.vocabulary.enumerations[vocabulary::FindEnumeration(all.vocabulary, "stage")];
  for (const vocabulary::Enumerator& stage : stages.members)
    event_stages.push_back(stage.code == "cataloguing" || stage.code == "provision" || stage.code == "disposal");
  use_stage = vocabulary::FindCode(stages, "use");
  application_stage = vocabulary::FindCode(stages, "application");
  for (std::size_t i = 0; i < all.vocabulary.events.size(); ++i) {
    const vocabulary::Event& event = all.vocabulary.events[i];
    moves_clocks[i] = !event.stops.empty() || !event.resumes.empty();
  }
  for (std::uint32_t i = 0; i < all.program.rules.size(); ++i) {
    const Rule& rule = all.program.rules[i];
    if (rule.met_if != program::kNoNode && rule.met_by != vocabulary::kNone) conditional[rule.met_by].push_back(i);
    if (!rule.extension) continue;
    for (const std::uint16_t event : rule.extension->events) moves_clocks[event] = true;
  }
}

Timeline::Pursuit::Pursuit(Tools& tools, values::CasePaper& paper, const Question& question)
    : tools_(tools),
      paper_(paper),
      question_(question),
      chronicle_(tools.bundle, tools.shape, paper, question.as_of, arena_) {}

std::optional<Result> Timeline::Pursuit::Run(diagnostics::Sink& sink) {
  if (paper_.application)
    decision::WarnBeforeReceived(Bundle(), *paper_.application, question_.as_of.day, question_.name, sink);
  if (!Conclude(sink)) return std::nullopt;
  AddWhatFollows();
  ChooseRules();
  WalkEvents();
  FindDuties();
  if (!question_.brief) {
    AddOverdueBreaches();
    FindPowers();
  }
  Title();
  if (!tools_.evaluation.Overflowed()) return std::move(result_);
  sink.ReportIn(diagnostics::Code::kOverflow, question_.name, "");
  return std::nullopt;
}

decision::Case Timeline::Pursuit::DecisionCase() {
  const Happening* reply = chronicle_.Last(tools_.shape.replied);
  return {paper_.entry, *paper_.application, paper_.context, reply == nullptr ? question_.as_of.day : reply->day};
}

/// What the rules come to, for the case as it was documented.
bool Timeline::Pursuit::Decide(diagnostics::Sink& sink) {
  decision_ = tools_.decider.Decide(DecisionCase(), sink);
  if (!decision_) return false;
  computed_ = OutcomeOf(Words(), decision_->decision);
  return true;
}

/// The outcome that an event states.
std::optional<std::uint16_t> Timeline::Pursuit::Recorded() const {
  if (const Happening* reply = chronicle_.Last(tools_.shape.replied)) {
    const Value stated = reply->record->fields[tools_.shape.decision];
    if (stated.IsKnown()) {
      const auto outcome = static_cast<std::uint16_t>(stated.number);
      return outcome == OutcomeOf(Words(), "refuse_by_law") ? OutcomeOf(Words(), "refuse") : outcome;
    }
  }
  if (chronicle_.Last(tools_.shape.granted) != nullptr) return OutcomeOf(Words(), "grant");
  return std::nullopt;
}

/// The outcome that duties are judged by. Once what was asked for has come in, an application that still lacks something is
/// for an official: the provider has to reply either way.
bool Timeline::Pursuit::Conclude(diagnostics::Sink& sink) {
  const std::optional<std::uint16_t> recorded = Recorded();
  if (paper_.application && (!recorded || !question_.brief) && !Decide(sink)) return false;
  conclusion_ = recorded ? recorded : computed_;
  result_.conclusion_recorded = recorded.has_value();
  if (recorded || !computed_ || *computed_ != OutcomeOf(Words(), "supplement")) return true;
  const Happening* asked = chronicle_.Last(vocabulary::FindEvent(Words(), "supplement_notified"));
  const Happening* supplied = chronicle_.Last(vocabulary::FindEvent(Words(), "supplement_received"));
  const bool replied = chronicle_.Last(tools_.shape.replied) != nullptr;
  if (replied || (supplied != nullptr && (asked == nullptr || asked->at <= supplied->at)))
    conclusion_ = OutcomeOf(Words(), "refer");
  return true;
}

/// The grant lies in the reply, and sharing ends with its period at the latest.
void Timeline::Pursuit::AddWhatFollows() {
  if (chronicle_.Last(tools_.shape.granted) == nullptr) {
    for (const Happening& each : chronicle_.All()) {
      if (each.event != tools_.shape.replied) continue;
      const Value stated = each.record->fields[tools_.shape.decision];
      const auto outcome = stated.IsKnown() ? static_cast<std::uint16_t>(stated.number) : conclusion_;
      if (!IsGrant(Words(), outcome)) continue;
      chronicle_.AddGrant(Happening(each));
      break;
    }
  }
  std::optional<base::Date> period_end;
  if (paper_.application) {
    const Value end = MemberAt(Words(), paper_.application->Root(), {"period", "to"});
    if (end.IsKnown()) period_end = base::Date{static_cast<std::int32_t>(end.number)};
  }
  chronicle_.AddEndOfSharing(period_end);
}

void Timeline::Pursuit::ChooseRules() {
  base::Date received = question_.as_of.day;
  if (paper_.application) {
    received = decision::ReceivedOn(Words(), *paper_.application);
  } else if (!chronicle_.All().empty()) {
    received = chronicle_.All().front().day;
  }
  applicable_ = decision::SelectPolicies(Bundle().program, tools_.index, Words(), paper_.entry, received);
}

/// The roots of the case as it was before happening `end`.
void Timeline::Pursuit::BeginAt(std::size_t end, base::Date today, const Value& event,
                                std::optional<std::uint16_t> outcome) {
  vm::Inputs inputs;
  inputs.roots.resize(Words().roots.size());
  const auto set = [&](std::string_view root, const Value& value) {
    inputs.roots[vocabulary::FindRoot(Words(), root)] = value;
  };
  set("application", paper_.application ? paper_.application->RootValue() : tools_.no_application.RootValue());
  set("entry", paper_.entry.RootValue());
  set("context", paper_.context.RootValue());
  set("case_file", Value::OfRecord(chronicle_.FileBefore(end)));
  set("event", event);
  set("today", Value::Of(Base::kDate, today.days));
  if (outcome) set("outcome", Value::Of(Base::kEnum, *outcome));
  for (const program::Finding& finding : Bundle().program.findings) {
    const Value* answer = paper_.application ? paper_.application->Answers().Find(finding.code) : nullptr;
    inputs.findings.push_back(answer == nullptr ? Value() : *answer);
  }
  tools_.evaluation.Begin(inputs);
}

std::int64_t Timeline::Pursuit::CalendarRegion() const {
  const Value asked = MemberAt(Words(), paper_.context.Root(), {"calendar_region"});
  if (asked.IsKnown()) return asked.number;
  if (tools_.readings.Is("calendar", "national")) return 0;
  const Value region = MemberAt(Words(), paper_.entry.Root(), {"provider", "region"});
  return region.IsKnown() ? region.number : 0;
}

void Timeline::Pursuit::Title() {
  const auto text = [&](const values::Document& document, std::initializer_list<std::string_view> keys) {
    return TextAt(Words(), document.Root(), keys);
  };
  if (paper_.application) {
    result_.application = text(*paper_.application, {"id"});
    result_.applicant = text(*paper_.application, {"applicant", "name"});
  }
  result_.entry = text(paper_.entry, {"id"});
  result_.title = text(paper_.entry, {"title"});
  result_.provider = text(paper_.entry, {"provider", "name"});
  result_.common_region = chronicle_.CommonRegion();
  if (conclusion_) {
    const vocabulary::Enumerator& outcome =
        Words().enumerations[vocabulary::FindEnumeration(Words(), "outcome")].members[*conclusion_];
    result_.conclusion = outcome.code;
    result_.conclusion_label = outcome.label.zh.empty() ? outcome.name : outcome.label;
  }
  result_.receipt = {question_.as_of.seconds,   Bundle().digests.policies, Bundle().digests.law,
                     Bundle().digests.calendar, paper_.events.Digest(),    tools_.readings.All()};
  if (question_.brief) return;
  for (const Happening& each : chronicle_.All()) result_.events.push_back(chronicle_.Seen(each));
}

}  // namespace zhun::timeline
