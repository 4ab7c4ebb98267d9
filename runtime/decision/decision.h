#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "runtime/base/date.h"
#include "runtime/base/words.h"
#include "runtime/calendar/calendar.h"
#include "runtime/values/value.h"

/// A decision as the contract describes it, in words and numbers; `to_json.h` and `to_text.h` write it out.
namespace zhun::decision {

/// A published condition of the entry (contract, «Bases in JSON»).
struct PublishedCondition {
  std::string entry, version, number, text;
};

/// A provision as of the day of the decision. Decisions share it; it never changes.
struct Provision {
  std::string citation;             ///< canonical form
  std::string rank;                 ///< code
  std::optional<std::string> text;  ///< verbatim, where the corpus has it
};

struct Basis {
  std::shared_ptr<const Provision> provision;  ///< never null
  std::optional<PublishedCondition> condition;

  const std::string& Citation() const { return provision->citation; }
  const std::string& Rank() const { return provision->rank; }
  const std::optional<std::string>& Text() const { return provision->text; }
};
using Bases = std::vector<Basis>;

/// What a rule saw and what it wanted instead.
struct FactSeen {
  std::string path;
  base::Words label;                ///< of the path, for replies: 使用时限的止; empty where it has none
  base::Words value;
  base::Words required;
};

struct Reason {
  std::string rule;    ///< code
  std::string effect;  ///< contract, closed list
  base::Words text;
  std::vector<std::string> items;   ///< names of the requested items that a per-item rule cuts
  Bases basis;
  std::vector<FactSeen> facts;
};

struct Missing {
  std::string path;
  std::string state;                ///< absent, defective, pending
  std::string supplier;
  std::optional<base::Words> when;  ///< the guard in words, where something else unknown decides whether it is needed
  base::Words label;
  base::Words reason;
  std::vector<std::string> rules;  ///< codes of the rules that ask for it
  Bases basis;
};

struct Finding {
  std::string id;
  std::string by;
  base::Words question;
  Bases basis;
};

struct Item {
  std::string name;
  bool granted = false;
  Bases basis;
};

struct Obligation {
  std::string id;
  base::Words name;
  std::vector<std::string> bearers;
  base::Words text;
  std::optional<base::Date> until;
  std::optional<base::Words> limit;  ///< the time limit in words, while the event it runs from has no date yet
  std::optional<base::Words> when;
  Bases basis;
  Bases sanction;
};

struct Deadline {
  std::string id;
  base::Words name;
  std::string actor;
  std::int64_t amount = 0;
  std::string unit;  ///< key of the unit: working_day, day, month, year
  base::Words unit_name;
  base::Date from;
  std::optional<base::Date> due;
  std::optional<base::Date> not_before;
  bool provisional = false;
  std::string calendar;
  Bases basis;
};

/// What a grant allows: the members of the contract's `terms`, as values of the documents.
struct Terms {
  values::Value applicant, purpose, regions, mode, returns, period, third_parties, processors;
  std::vector<std::string> items;
  std::vector<Reason> conditions;  ///< rules for the use that come with the grant
};

struct Receipt {
  base::Date as_of;
  base::Date received_on;  ///< day of receipt, which chooses the versions of policies
  std::string policies, entry, application, law, calendar;
  std::vector<std::pair<std::string, std::string>> readings;  ///< 口径 in force, by key
};

/// Values inside point into the documents that were decided and into the bundle; both must outlive the decision.
struct Decision {
  std::string decision;  ///< code
  base::Words label;
  std::vector<Reason> reasons;
  std::vector<Missing> missing;
  std::vector<Finding> findings;
  std::vector<Item> items;
  std::optional<Terms> terms;
  std::vector<Obligation> obligations;
  std::vector<Deadline> deadlines;
  Receipt receipt;
  std::string entry_id, entry_version, application_id;
  base::Words entry_title, applicant_name, provider_name;
};

}  // namespace zhun::decision
