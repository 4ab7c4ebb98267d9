#include "runtime/decision/to_json.h"

#include <string_view>

#include "runtime/decision/json_parts.h"

namespace zhun::decision {
namespace {

using values::Value;
using vocabulary::Vocabulary;

class Writer : JsonParts {
 public:
  Writer(const Vocabulary& vocabulary, int indent) : JsonParts(vocabulary, indent) {}

  std::string Write(const Decision& decision) {
    out_.BeginObject();
    Member("decision", decision.decision);
    Member("label", decision.label);
    Member("reasons", decision.reasons);
    Member("missing", decision.missing);
    Member("findings", decision.findings);
    Member("items", decision.items);
    if (decision.terms) {
      out_.Key("terms");
      Put(*decision.terms, decision);
    }
    Member("obligations", decision.obligations);
    Member("deadlines", decision.deadlines);
    Member("receipt", decision.receipt);
    out_.EndObject();
    return out_.Take();
  }

 private:
  using JsonParts::Put;

  template <class T>
  void Put(const std::optional<T>& value) {
    value ? Put(*value) : out_.Null();
  }

  template <class T>
  void Member(std::string_view key, const T& value) {
    out_.Key(key);
    Put(value);
  }

  template <class T>
  void Put(const std::vector<T>& values) {
    out_.BeginArray();
    for (const T& each : values) Put(each);
    out_.EndArray();
  }

  void Put(const Reason& reason) {
    out_.BeginObject();
    Member("rule", reason.rule);
    Member("effect", reason.effect);
    Member("text", reason.text);
    Member("basis", reason.basis);
    Member("facts", reason.facts);
    out_.EndObject();
  }

  void Put(const Missing& missing) {
    out_.BeginObject();
    Member("path", missing.path);
    Member("state", missing.state);
    Member("supplier", missing.supplier);
    Member("when", missing.when);
    Member("label", missing.label);
    Member("reason", missing.reason);
    Member("basis", missing.basis);
    out_.EndObject();
  }

  void Put(const Finding& finding) {
    out_.BeginObject();
    Member("id", finding.id);
    Member("by", finding.by);
    Member("question", finding.question);
    Member("basis", finding.basis);
    out_.EndObject();
  }

  void Put(const Item& item) {
    out_.BeginObject();
    Member("name", item.name);
    Member("decision", item.granted ? "grant" : "refuse");
    Member("basis", item.basis);
    out_.EndObject();
  }

  void Put(const Obligation& obligation) {
    out_.BeginObject();
    Member("id", obligation.id);
    Member("bearer", obligation.bearers.empty() ? std::string_view() : obligation.bearers.front());
    if (obligation.bearers.size() > 1) Member("bearers", obligation.bearers);
    Member("text", obligation.text);
    Member("until", obligation.until);
    if (obligation.limit) Member("limit", *obligation.limit);
    if (obligation.when) Member("when", *obligation.when);
    Member("basis", obligation.basis);
    Member("sanction", obligation.sanction);
    out_.EndObject();
  }

  void Put(const Deadline& deadline) {
    const bool working = deadline.unit == "working_day";
    out_.BeginObject();
    Member("id", deadline.id);
    Member("actor", deadline.actor);
    Member("from", deadline.from);
    out_.Key("working_days");
    working ? out_.Number(deadline.amount) : out_.Null();
    if (!working) {
      out_.Key("length");
      out_.BeginObject();
      out_.Key("amount");
      out_.Number(deadline.amount);
      Member("unit", deadline.unit);
      out_.EndObject();
    }
    Member("due", deadline.due);
    Member("status", deadline.provisional ? "provisional" : "fixed");
    Member("not_before", deadline.not_before);
    Member("calendar", deadline.calendar);
    Member("basis", deadline.basis);
    out_.EndObject();
  }

  void Put(const Receipt& receipt) {
    out_.BeginObject();
    Member("as_of", receipt.as_of);
    Member("received_on", receipt.received_on);
    Member("policies", receipt.policies);
    Member("entry", receipt.entry);
    Member("application", receipt.application);
    Member("law", receipt.law);
    Member("calendar", receipt.calendar);
    out_.Key("readings");
    out_.BeginObject();
    for (const auto& [reading, value] : receipt.readings) Member(reading, value);
    out_.EndObject();
    out_.EndObject();
  }

  void Put(const Terms& terms, const Decision& decision) {
    const vocabulary::Record& application = vocabulary_.records[vocabulary::FindRecord(vocabulary_, "application")];
    const auto member = [&](std::string_view key, const Value& value, bool list) {
      out_.Key(key);
      if (list && !value.IsKnown()) {
        out_.BeginArray();
        out_.EndArray();
      } else {
        Put(value, application.attributes[vocabulary::FindKey(application, key)].type);
      }
    };
    out_.BeginObject();
    member("applicant", terms.applicant, false);
    Member("entry", decision.entry_id);
    if (!decision.entry_version.empty()) Member("entry_version", decision.entry_version);
    member("purpose", terms.purpose, false);
    Member("items", terms.items);
    member("regions", terms.regions, true);
    member("mode", terms.mode, false);
    member("returns", terms.returns, false);
    member("period", terms.period, false);
    member("third_parties", terms.third_parties, true);
    member("processors", terms.processors, true);
    Member("others", terms.conditions);
    out_.EndObject();
  }
};

}  // namespace

std::string ToJson(const Decision& decision, const Vocabulary& vocabulary, int indent) {
  return Writer(vocabulary, indent).Write(decision);
}

}  // namespace zhun::decision
