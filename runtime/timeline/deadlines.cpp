#include "runtime/timeline/deadlines.h"

#include <algorithm>

#include "runtime/decision/applicable.h"
#include "runtime/decision/value_words.h"

namespace zhun::timeline {
namespace {

using program::Rule;


/// What an extension needs, and what of it is there.
class ExtensionSoFar {
 public:
  explicit ExtensionSoFar(const Rule& rule) : rule_(rule) {
    if (rule.extension) there_.resize(rule.extension->events.size());
  }

  bool Needs(std::uint16_t event) const { return PlaceOf(event) < there_.size(); }
  void Take(const Happening& event) {
    there_[PlaceOf(event.event)] = true;
    last_ = event.day;
  }
  bool IsComplete() const {
    return !there_.empty() && std::ranges::all_of(there_, [](bool each) { return each; });
  }
  bool HasBegun() const {
    return std::ranges::any_of(there_, [](bool each) { return each; });
  }
  base::Date Last() const { return last_; }
  std::uint16_t FirstMissing() const {
    return rule_.extension->events[static_cast<std::size_t>(std::ranges::find(there_, false) - there_.begin())];
  }

 private:
  std::size_t PlaceOf(std::uint16_t event) const {
    if (!rule_.extension) return there_.size();
    return static_cast<std::size_t>(std::ranges::find(rule_.extension->events, event) -
                                    rule_.extension->events.begin());
  }

  const Rule& rule_;
  std::vector<bool> there_;
  base::Date last_;
};

}  // namespace

void DeadlineFinder::Find(const Rule& rule, const values::Value& length, bool certain, const Meets& meets,
                          std::vector<Deadline>& deadlines) const {
  if (!length.IsKnown()) return;
  const std::string unit =
      length.unit < bundle_.vocabulary.units.size() ? bundle_.vocabulary.units[length.unit].key : "day";
  const program::Policy& policy = bundle_.program.policies[rule.policy];
  const std::size_t first = deadlines.size();
  const auto& end = chronicle_.EndOfSharing();
  if (end && end->event == rule.limit->event) {
    const auto behind = std::ranges::upper_bound(chronicle_.All(), end->at, {}, &Happening::at);
    const auto next = static_cast<std::size_t>(behind - chronicle_.All().begin());
    if (decision::InForce(policy, end->day)) FindFrom(rule, {length.number, unit}, *end, next, meets, deadlines);
  } else {
    for (std::size_t i = 0; i < chronicle_.All().size(); ++i) {
      const Happening& event = chronicle_.All()[i];
      if (event.event == rule.limit->event && decision::InForce(policy, event.day))
        FindFrom(rule, {length.number, unit}, event, i + 1, meets, deadlines);
    }
  }
  for (std::size_t i = first; i < deadlines.size(); ++i) {
    if (!certain) deadlines[i].status = Status::kProvisional;
  }
}

/// A matter with a number is settled by what names it, one without by whatever comes next.
bool DeadlineFinder::IsAnswer(const Rule& rule, const Happening& anchor, const Happening& event) const {
  if (event.event != rule.met_by) return false;
  const values::Value one = anchor.record->fields[shape_.ref], other = event.record->fields[shape_.ref];
  return !one.IsKnown() || !other.IsKnown() || one.Text() == other.Text();
}

void DeadlineFinder::FindFrom(const Rule& rule, Clock::Length length, const Happening& anchor, std::size_t next,
                              const Meets& meets, std::vector<Deadline>& deadlines) const {
  Deadline deadline;
  deadline.id = rule.code;
  deadline.anchor = chronicle_.Seen(anchor);
  deadline.amount = length.amount;
  deadline.unit = length.unit;
  deadline.keep = rule.limit->at_least;
  Clock clock(bundle_.calendar, readings_, region_, anchor.day, length);
  const std::string& counted = bundle_.vocabulary.events[anchor.event].key;
  ExtensionSoFar extension(rule);
  for (const Happening& event : chronicle_.All().subspan(std::min(next, chronicle_.All().size()))) {
    const vocabulary::Event& kind = bundle_.vocabulary.events[event.event];
    if (!deadline.keep && IsAnswer(rule, anchor, event) && meets(rule, event) != vm::Truth::kFalse) {
      deadline.met_on = event.day;
      break;
    }
    if (deadline.keep || event.broke_a_rule) continue;
    if (kind.stops == counted) clock.Stop(event.day);
    if (kind.resumes == counted) clock.Resume(event.day);
    if (!extension.Needs(event.event) || clock.ExtendedFrom()) continue;
    if (clock.StoppedOn() || !clock.Ends().Holds(event.day)) {
      deadline.note = WhyNotExtended(event, clock);
      continue;
    }
    extension.Take(event);
    if (!extension.IsComplete()) continue;
    Clock::Length by{rule.extension->amount, bundle_.vocabulary.units[rule.extension->unit].key};
    for (const Happening& each : chronicle_.All()) {
      const values::Value days = each.record->fields[shape_.extension_days];
      if (each.at <= event.at && extension.Needs(each.event) && days.IsKnown())
        by.amount = std::min(by.amount, days.number);
    }
    clock.Extend(by, extension.Last());
  }
  if (extension.HasBegun() && !extension.IsComplete() && !deadline.note) {
    const base::Words missing = decision::InProse(bundle_.vocabulary.events[extension.FirstMissing()].name);
    deadline.note =
        base::Words{"还没有“" + missing.zh + "”，期限没有延长", "not extended: " + missing.en + " is missing"};
  }
  deadline.from = clock.From();
  deadline.due = clock.Ends().due;
  deadline.not_before = clock.Ends().not_before;
  deadline.calendar = clock.Ends().calendar;
  deadline.stopped_on = clock.StoppedOn();
  deadline.extended_from = clock.ExtendedFrom();
  Settle(deadline);
  deadlines.push_back(std::move(deadline));
}

base::Words DeadlineFinder::WhyNotExtended(const Happening& event, const Clock& clock) const {
  const base::Words name = decision::InProse(bundle_.vocabulary.events[event.event].name);
  if (!clock.Ends().due)
    return {"“" + name.zh + "”不算数：期限没有在计算", name.en + " does not count: the clock is not running"};
  return {"“" + name.zh + "”在期限届满之后，不算数", name.en + " came after the time limit and does not count"};
}

void DeadlineFinder::Settle(Deadline& deadline) const {
  if (deadline.keep) {
    deadline.status = deadline.due && *deadline.due < as_of_.day ? Status::kMet : Status::kPending;
    return;
  }
  const End end{deadline.due, deadline.not_before, {}};
  if (deadline.stopped_on && !deadline.met_on) {
    deadline.status = Status::kPending;
    deadline.due.reset();
    deadline.not_before.reset();
  } else if (deadline.met_on && end.Holds(*deadline.met_on)) {
    deadline.status = Status::kMet;
  } else if (!deadline.due) {
    deadline.status = Status::kProvisional;
  } else if (deadline.met_on || *deadline.due < as_of_.day) {
    deadline.status = Status::kOverdue;
    deadline.days_late = deadline.met_on.value_or(as_of_.day).days - deadline.due->days;
  }
}

}  // namespace zhun::timeline
