#include "runtime/decision/json_parts.h"
#include "runtime/timeline/answer_text.h"

namespace zhun::timeline {
namespace {

class Writer : decision::JsonParts {
 public:
  Writer(const vocabulary::Vocabulary& vocabulary, int indent) : JsonParts(vocabulary, indent) {}

  std::string Write(const Result& result) {
    out_.BeginObject();
    Member("as_of", base::FormatInstant(result.receipt.as_of));
    Member("application", result.application);
    Member("entry", result.entry);
    Conclusion(result);
    List("deadlines", result.deadlines);
    List("obligations", result.obligations);
    States(result);
    List("powers", result.powers);
    List("breaches", result.breaches);
    List("doubts", result.doubts);
    List("events", result.events);
    Readings(result.receipt);
    Finish(result.receipt);
    out_.EndObject();
    return out_.Take();
  }

 private:
  template <class T>
  void List(std::string_view key, const std::vector<T>& values) {
    out_.Key(key);
    out_.BeginArray();
    for (const T& value : values) Write(value);
    out_.EndArray();
  }

  void Conclusion(const Result& result) {
    out_.Key("conclusion");
    if (result.conclusion.empty()) return out_.Null();
    out_.BeginObject();
    Member("decision", result.conclusion);
    Member("label", result.conclusion_label);
    Member("source", result.conclusion_recorded ? "event" : "rules");
    out_.EndObject();
  }

  void Instant(std::string_view key, const EventSeen& event) {
    Member(key, event.dated ? base::FormatDate(base::ShanghaiDate(event.at)) : base::FormatInstant(event.at));
  }

  void Write(const EventSeen& event) {
    out_.BeginObject();
    Member("type", event.type);
    Member("label", event.name);
    Instant("at", event);
    if (!event.by.empty()) Member("by", event.by);
    if (event.derived) {
      out_.Key("derived");
      out_.Truth(true);
    }
    out_.EndObject();
  }

  void Event(std::string_view key, const std::optional<EventSeen>& event) {
    out_.Key(key);
    event ? Write(*event) : out_.Null();
  }

  void Actors(const RuleSeen& rule, std::string_view one, std::string_view many) {
    out_.Key(one);
    rule.actors.empty() ? out_.Null() : Put(rule.actors.front());
    if (rule.actors.size() > 1) Member(many, rule.actors);
  }

  void Bases(const RuleSeen& rule) {
    Member("basis", rule.basis);
    Member("sanction", rule.sanction);
  }

  void Write(const Deadline& deadline) {
    const bool working = deadline.unit == "working_day";
    out_.BeginObject();
    Member("id", deadline.id);
    Actors(deadline, "actor", "actors");
    Member("name", deadline.name);
    Member("text", deadline.text);
    Event("event", deadline.anchor);
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
    Member("kind", deadline.keep ? "keep_until" : "do_by");
    Member("due", deadline.due);
    Member("status", std::string_view(CodeOf(deadline.status)));
    Member("not_before", deadline.not_before);
    Member("met_on", deadline.met_on);
    if (deadline.status == Status::kOverdue) {
      out_.Key("days_late");
      out_.Number(deadline.days_late);
    }
    if (deadline.stopped_on) Member("stopped_on", deadline.stopped_on);
    if (deadline.extended_from) Member("extended_from", deadline.extended_from);
    if (deadline.when) Member("when", *deadline.when);
    if (deadline.note) Member("note", *deadline.note);
    Member("calendar", deadline.calendar);
    Bases(deadline);
    out_.EndObject();
  }

  void Write(const Obligation& obligation) {
    out_.BeginObject();
    Member("id", obligation.id);
    Actors(obligation, "bearer", "bearers");
    Member("text", obligation.text);
    if (obligation.since) Event("since", obligation.since);
    Member("status", obligation.met ? "met" : "open");
    Member("met_on", obligation.met_on);
    Bases(obligation);
    out_.EndObject();
  }

  void States(const Result& result) {
    out_.Key("states");
    out_.BeginObject();
    for (const State& state : result.states) {
      out_.Key(state.matter);
      out_.BeginObject();
      out_.Key("state");
      state.code.empty() ? out_.Null() : Put(state.code);
      Member("label", state.label);
      if (state.matter == "dispute" && result.common_region != 0)
        Member("common_region", std::to_string(result.common_region));
      List("history", state.history);
      out_.EndObject();
    }
    out_.EndObject();
  }

  void Write(const Step& step) {
    out_.BeginObject();
    Member("at", base::FormatInstant(step.at));
    Member("event", step.type);
    out_.Key("state");
    step.code.empty() ? out_.Null() : Put(step.code);
    out_.EndObject();
  }

  void Write(const Power& power) {
    out_.BeginObject();
    Member("id", power.id);
    Actors(power, "actor", "actors");
    Member("text", power.text);
    Member("status", power.open ? "open" : "conditional");
    out_.Key("preconditions");
    out_.BeginArray();
    for (std::size_t i = 0; i < power.preconditions.size(); ++i) {
      out_.BeginObject();
      Member("path", power.paths[i]);
      Member("text", power.preconditions[i]);
      out_.EndObject();
    }
    out_.EndArray();
    Member("basis", power.basis);
    out_.EndObject();
  }

  void Write(const Breach& breach) {
    out_.BeginObject();
    Member("id", breach.id);
    Member("kind", breach.event ? "act" : "overdue");
    Actors(breach, "actor", "actors");
    Member("on", breach.on);
    Event("event", breach.event);
    Member("text", breach.text);
    Member("facts", breach.facts);
    Bases(breach);
    out_.EndObject();
  }

  void Write(const Doubt& doubt) {
    out_.BeginObject();
    Member("id", doubt.id);
    Event("event", doubt.event);
    Member("text", doubt.text);
    Member("facts", doubt.facts);
    Member("basis", doubt.basis);
    out_.EndObject();
  }

  void Readings(const Receipt& receipt) {
    out_.Key("readings");
    out_.BeginObject();
    for (const auto& [reading, value] : receipt.readings) Member(reading, value);
    out_.EndObject();
  }

  void Finish(const Receipt& receipt) {
    out_.Key("receipt");
    out_.BeginObject();
    Member("case", receipt.paper);
    Member("policies", receipt.policies);
    Member("law", receipt.law);
    Member("calendar", receipt.calendar);
    out_.EndObject();
  }
};

void AppendMember(std::string_view key, const std::string& value, std::string& out) {
  out.append("\"").append(key).append("\":");
  base::AppendQuoted(value, out);
}

void AppendDeadline(const Deadline& deadline, std::string& out) {
  out += "{";
  AppendMember("id", deadline.id, out);
  out += ",";
  AppendMember("actor", deadline.actors.empty() ? "" : deadline.actors.front(), out);
  out += ",";
  AppendMember("from", base::FormatDate(deadline.from), out);
  if (deadline.due) {
    out += ",";
    AppendMember("due", base::FormatDate(*deadline.due), out);
  } else if (deadline.not_before) {
    out += ",";
    AppendMember("not_before", base::FormatDate(*deadline.not_before), out);
  }
  if (deadline.met_on) {
    out += ",";
    AppendMember("met_on", base::FormatDate(*deadline.met_on), out);
  }
  out += "}";
}

/// Which of two pending deadlines ends first; those without a day come last.
bool EndsSooner(const Deadline& one, const Deadline& other) {
  const auto day = [](const Deadline& each) { return each.due ? each.due : each.not_before; };
  if (!day(one)) return false;
  return !day(other) || *day(one) < *day(other);
}

}  // namespace

std::string ToJson(const Result& result, const vocabulary::Vocabulary& vocabulary, int indent) {
  return Writer(vocabulary, indent).Write(result);
}

std::string ToBriefJson(const Result& result) {
  std::string out = "{";
  AppendMember("case", result.application.empty() ? result.entry : result.application, out);
  out += ",\"overdue\":[";
  const Deadline* next = nullptr;
  bool first = true;
  for (const Deadline& deadline : result.deadlines) {
    const bool open = deadline.status == Status::kPending || deadline.status == Status::kProvisional;
    if (open && !deadline.keep && !deadline.met_on && (next == nullptr || EndsSooner(deadline, *next)))
      next = &deadline;
    if (deadline.status != Status::kOverdue) continue;
    if (!first) out += ",";
    first = false;
    AppendDeadline(deadline, out);
  }
  out += "],\"next\":";
  if (next == nullptr) {
    out += "null";
  } else {
    AppendDeadline(*next, out);
  }
  return out + "}";
}

}  // namespace zhun::timeline
