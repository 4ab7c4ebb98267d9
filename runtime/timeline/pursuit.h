#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "runtime/decision/decide.h"
#include "runtime/timeline/chronicle.h"
#include "runtime/timeline/deadlines.h"
#include "runtime/timeline/readings.h"
#include "runtime/timeline/timeline.h"

namespace zhun::timeline {

/// What one case after another is followed with.
struct Timeline::Tools {
  Tools(const program::Bundle& all, const Readings& asked);

  const program::Bundle& bundle;
  ReadingsTaken readings;
  Shape shape;
  decision::Decider decider;
  decision::PolicyIndex index;
  decision::Provisions provisions;
  vm::Evaluation evaluation;
  std::vector<std::string> findings;
  values::Document no_application;
  std::vector<bool> event_stages;            ///< by stage: rules of it are judged on events
  std::uint16_t use_stage = 0, application_stage = 0;
  std::vector<std::vector<std::uint32_t>> conditional;  ///< by event: duties that only some such events meet
  std::vector<bool> moves_clocks;            ///< by event: it stops, starts or extends a time limit
};

/// Follows one case.
class Timeline::Pursuit {
 public:
  Pursuit(Tools& tools, values::CasePaper& paper, const Question& question);

  std::optional<Result> Run(diagnostics::Sink& sink);

 private:
  const program::Bundle& Bundle() const { return tools_.bundle; }
  const vocabulary::Vocabulary& Words() const { return tools_.bundle.vocabulary; }
  const program::Rule& RuleAt(std::uint32_t index) const { return tools_.bundle.program.rules[index]; }
  decision::Case DecisionCase();

  bool Conclude(diagnostics::Sink& sink);
  std::optional<std::uint16_t> Recorded() const;
  bool Decide(diagnostics::Sink& sink);
  void AddWhatFollows();
  const values::Record* Grant();
  void ChooseRules();

  void BeginAt(std::size_t end, base::Date today, const values::Value& event, std::optional<std::uint16_t> outcome);
  void WalkEvents();
  void JudgeEvent(std::size_t index);
  void JudgeUse(const Happening& happening);
  void Judge(std::uint32_t rule, const Happening& happening);
  void NoteMet(const Happening& happening);
  void NoteStates(std::size_t events);

  void FindDuties();
  void FindDeadlines();
  bool HasBegun(const program::Rule& rule) const;
  void AddDuty(std::uint32_t rule, bool certain);
  void AddObligation(std::uint32_t rule, const Happening* since);
  void AddOverdueBreaches();
  void FindPowers();
  void AddPreconditions(const program::Rule& rule, Power& power);
  std::int64_t CalendarRegion() const;

  void Describe(std::uint32_t rule, RuleSeen& seen);
  void Name(std::uint32_t rule, RuleSeen& seen) const;
  void Title();

  Tools& tools_;
  values::CasePaper& paper_;
  const Question& question_;
  values::Arena arena_;
  Chronicle chronicle_;
  decision::Applicable applicable_;
  std::optional<decision::Decision> decision_;
  std::optional<std::uint16_t> computed_;  ///< the outcome that the rules come to; refuse for refuse_by_law
  std::optional<std::uint16_t> conclusion_;
  const values::Record* grant_ = nullptr;
  std::map<std::pair<std::string, const values::Record*>, vm::Truth> met_;  ///< looked up, never gone through
  std::vector<std::uint32_t> deadline_rules_;  ///< of the deadlines found, one each
  Result result_;
};

}  // namespace zhun::timeline
