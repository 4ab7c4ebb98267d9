#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "runtime/decision/decide.h"
#include "runtime/use/use.h"

/// A case over time: what is due, what is met, what was breached, where each matter stands and who may do what (contract,
/// «A case over time»). The rules stand in policies: duties with time limits, powers, requirements on events, and the
/// definitions of states; here stands how they are applied to the events of a case.
namespace zhun::timeline {

enum class Status : std::uint8_t { kPending, kMet, kOverdue, kProvisional };
std::string_view CodeOf(Status status);

/// Up to when events count, in Asia/Shanghai.
struct Moment {
  std::int64_t seconds = 0;  ///< the last second that counts
  base::Date day;

  static Moment At(std::int64_t seconds) { return {seconds, base::ShanghaiDate(seconds)}; }
  static Moment EndOf(base::Date day) { return {base::EndOfDay(day), day}; }
};

/// An event as answers speak of it.
struct EventSeen {
  std::string type;
  base::Words name;
  std::int64_t at = 0;
  std::string by;
  bool derived = false;  ///< it follows from others: sharing ends with the period, the grant lies in the reply
  bool dated = false;  ///< known by its day only
};

/// A rule with what it rests on.
struct RuleSeen {
  std::string id;
  base::Words name;
  std::vector<std::string> actors;  ///< codes
  base::Words text;
  decision::Bases basis;
  decision::Bases sanction;
};

struct Deadline : RuleSeen {
  EventSeen anchor;
  base::Date from;  ///< the day that the running period is counted from
  std::int64_t amount = 0;
  std::string unit;  ///< key: working_day, day, month, year
  base::Words unit_name;
  bool keep = false;  ///< something is to be kept at least until `due`
  std::optional<base::Date> due;
  std::optional<base::Date> not_before;  ///< where the calendar is not announced that far
  std::string calendar;
  Status status = Status::kPending;
  std::optional<base::Date> met_on;
  std::int64_t days_late = 0;  ///< civil days after `due` at which it was met, or that have passed
  std::optional<base::Date> stopped_on;  ///< the clock stands since this day
  std::optional<base::Date> extended_from;  ///< the end before it was extended
  std::optional<base::Words> note;  ///< why an extension does not count, and the like
  std::optional<base::Words> when;  ///< the condition, where it is not known whether the duty arises
};

/// A duty without a time limit.
struct Obligation : RuleSeen {
  std::optional<EventSeen> since;
  bool met = false;
  std::optional<base::Date> met_on;
};

struct Step {
  std::int64_t at = 0;
  std::string type;  ///< of the event after which the state is this
  std::string code;
  base::Words label;
};

/// Where a matter stands: application, authorisation, catalogue, correction, dispute.
struct State {
  std::string matter;
  base::Words name;
  std::string code;  ///< empty: cannot be told, something is not recorded
  base::Words label;
  std::vector<Step> history;
};

struct Power : RuleSeen {
  bool open = false;  ///< otherwise it hangs on `preconditions`
  std::vector<base::Words> preconditions;
  std::vector<std::string> paths;  ///< of the preconditions
};

struct Breach : RuleSeen {
  std::optional<EventSeen> event;  ///< nothing: something was not done in time
  base::Date on;  ///< of the event, or the first day after the time limit
  std::vector<decision::FactSeen> facts;
};

/// A rule on an event that may be broken; what has to be settled.
struct Doubt : RuleSeen {
  EventSeen event;
  std::vector<decision::FactSeen> facts;
};

struct Receipt {
  std::int64_t as_of = 0;
  std::string policies, law, calendar, paper;
  std::vector<std::pair<std::string, std::string>> readings;
};

struct Result {
  std::string application, applicant, entry, title, provider;
  std::string conclusion;  ///< code of the outcome that duties are judged by
  base::Words conclusion_label;
  bool conclusion_recorded = false;  ///< stated by an event; otherwise what the rules come to
  std::vector<EventSeen> events;  ///< in order of time, those up to as_of
  std::vector<Deadline> deadlines;
  std::vector<Obligation> obligations;
  std::vector<State> states;
  std::vector<Power> powers;
  std::vector<Breach> breaches;
  std::vector<Doubt> doubts;
  std::int64_t common_region = 0;  ///< smallest region that holds both departments; 0: not known
  Receipt receipt;
};

/// A reading to take in place of the policies': by key or name of both.
using Readings = std::vector<program::Reading>;

/// What is asked of a case.
struct Question {
  std::string_view paper;  ///< JSON
  std::string name;  ///< what messages call it
  Moment as_of;
  bool brief = false;  ///< deadlines only, without citations, events and states: for many cases
};

/// Follows one case after another over one bundle, reusing its memory. One object a thread; the bundle may be shared.
class Timeline {
 public:
  explicit Timeline(const program::Bundle& bundle, Readings readings = {});
  ~Timeline();

  /// Every fault of the paper is reported; with any there is no result.
  std::optional<Result> Follow(const Question& question, diagnostics::Sink& sink);

 private:
  struct Tools;
  class Pursuit;

  std::unique_ptr<Tools> tools_;
};

}  // namespace zhun::timeline
