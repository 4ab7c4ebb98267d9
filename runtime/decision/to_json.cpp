#include "runtime/decision/to_json.h"

#include <nlohmann/json.hpp>

#include "runtime/decision/members.h"

namespace zhun::decision {
namespace {

using Json = nlohmann::ordered_json;
using values::Value;
using vocabulary::Base;
using vocabulary::Type;
using vocabulary::Vocabulary;

Json Of(const base::Words& words) {
  Json json = {{"zh", words.zh}};
  json["en"] = words.en.empty() ? words.zh : words.en;
  return json;
}

Json Of(const std::optional<base::Words>& words) { return words ? Of(*words) : Json(nullptr); }

Json Of(const std::optional<base::Date>& date) { return date ? Json(base::FormatDate(*date)) : Json(nullptr); }

Json Of(const Bases& bases) {
  Json list = Json::array();
  for (const Basis& basis : bases) {
    Json json = {{"citation", basis.citation}, {"rank", basis.rank}};
    json["text"] = basis.text ? Json(*basis.text) : Json(nullptr);
    if (basis.condition) {
      json["catalogue_condition"] = {{"entry", basis.condition->entry},
                                     {"version", basis.condition->version},
                                     {"no", basis.condition->number},
                                     {"text", basis.condition->text}};
    }
    list.push_back(std::move(json));
  }
  return list;
}

Json Of(const std::vector<Reason>& reasons) {
  Json list = Json::array();
  for (const Reason& reason : reasons) {
    Json facts = Json::array();
    for (const FactSeen& fact : reason.facts) {
      facts.push_back({{"path", fact.path}, {"value", fact.value.zh}, {"required", fact.required.zh}});
    }
    list.push_back({{"rule", reason.rule},
                    {"effect", reason.effect},
                    {"text", Of(reason.text)},
                    {"basis", Of(reason.basis)},
                    {"facts", std::move(facts)}});
  }
  return list;
}

Json Of(const std::vector<Missing>& missing) {
  Json list = Json::array();
  for (const Missing& each : missing) {
    list.push_back({{"path", each.path},
                    {"state", each.state},
                    {"supplier", each.supplier},
                    {"when", Of(each.when)},
                    {"label", Of(each.label)},
                    {"reason", Of(each.reason)},
                    {"basis", Of(each.basis)}});
  }
  return list;
}

Json Of(const std::vector<Finding>& findings) {
  Json list = Json::array();
  for (const Finding& finding : findings) {
    list.push_back(
        {{"id", finding.id}, {"by", finding.by}, {"question", Of(finding.question)}, {"basis", Of(finding.basis)}});
  }
  return list;
}

Json Of(const std::vector<Item>& items) {
  Json list = Json::array();
  for (const Item& item : items) {
    list.push_back({{"name", item.name}, {"decision", item.granted ? "grant" : "refuse"}, {"basis", Of(item.basis)}});
  }
  return list;
}

Json Of(const std::vector<Obligation>& obligations) {
  Json list = Json::array();
  for (const Obligation& each : obligations) {
    Json json = {{"id", each.id}, {"bearer", each.bearers.empty() ? "" : each.bearers.front()}};
    if (each.bearers.size() > 1) json["bearers"] = each.bearers;
    json["text"] = Of(each.text);
    json["until"] = Of(each.until);
    if (each.limit) json["limit"] = Of(*each.limit);
    if (each.when) json["when"] = Of(each.when);
    json["basis"] = Of(each.basis);
    json["sanction"] = Of(each.sanction);
    list.push_back(std::move(json));
  }
  return list;
}

Json Of(const std::vector<Deadline>& deadlines) {
  Json list = Json::array();
  for (const Deadline& each : deadlines) {
    const bool working = each.unit == "working_day";
    Json json = {{"id", each.id}, {"actor", each.actor}, {"from", base::FormatDate(each.from)}};
    json["working_days"] = working ? Json(each.amount) : Json(nullptr);
    if (!working) json["length"] = {{"amount", each.amount}, {"unit", each.unit}};
    json["due"] = Of(each.due);
    json["status"] = each.provisional ? "provisional" : "fixed";
    json["not_before"] = Of(each.not_before);
    json["calendar"] = each.calendar;
    json["basis"] = Of(each.basis);
    list.push_back(std::move(json));
  }
  return list;
}

Json Of(const Vocabulary& vocabulary, const Value& value, Type type);

Json OfRecord(const Vocabulary& vocabulary, const Value& value) {
  const vocabulary::Record& shape = vocabulary.records[value.record->type];
  if (shape.key == "citation") return TextAt(vocabulary, *value.record, {"text"});
  Json json = Json::object();
  for (std::size_t i = 0; i < shape.attributes.size(); ++i) {
    const vocabulary::Attribute& attribute = shape.attributes[i];
    const Value& member = value.record->fields[i];
    if (attribute.form == vocabulary::Form::kComputed || !member.IsKnown()) continue;
    json[attribute.key] = Of(vocabulary, member, attribute.type);
  }
  return json;
}

/// A value in the form in which documents have it.
Json Of(const Vocabulary& vocabulary, const Value& value, Type type) {
  if (!value.IsKnown()) return nullptr;
  if (values::IsList(value)) {
    type.list = false;
    Json list = Json::array();
    for (const Value& element : value.list->elements) list.push_back(Of(vocabulary, element, type));
    return list;
  }
  switch (value.kind) {
    case Base::kBool: return value.number != 0;
    case Base::kEnum: return vocabulary.enumerations[type.of].members[static_cast<std::size_t>(value.number)].code;
    case Base::kText: return std::string(value.Text());
    case Base::kDate: return base::FormatDate({static_cast<std::int32_t>(value.number)});
    case Base::kRegion: return std::to_string(value.number);
    case Base::kRecord: return OfRecord(vocabulary, value);
    default: return value.number;
  }
}

Json Of(const Terms& terms, const Decision& decision, const Vocabulary& vocabulary) {
  const vocabulary::Record& application = vocabulary.records[vocabulary::FindRecord(vocabulary, "application")];
  const auto member = [&](const char* key, const Value& value) {
    return Of(vocabulary, value, application.attributes[vocabulary::FindKey(application, key)].type);
  };
  Json json = {{"applicant", member("applicant", terms.applicant)}, {"entry", decision.entry_id}};
  json["purpose"] = member("purpose", terms.purpose);
  json["items"] = terms.items;
  json["regions"] = member("regions", terms.regions);
  json["mode"] = member("mode", terms.mode);
  json["returns"] = member("returns", terms.returns);
  json["period"] = member("period", terms.period);
  json["third_parties"] = member("third_parties", terms.third_parties);
  json["processors"] = member("processors", terms.processors);
  for (const char* list : {"regions", "third_parties", "processors"}) {
    if (json[list].is_null()) json[list] = Json::array();
  }
  if (!terms.conditions.empty()) json["others"] = Of(terms.conditions);
  return json;
}

Json Of(const Receipt& receipt) {
  Json readings = Json::object();
  for (const auto& [reading, value] : receipt.readings) readings[reading] = value;
  return {{"as_of", base::FormatDate(receipt.as_of)}, {"policies", receipt.policies}, {"entry", receipt.entry},
          {"application", receipt.application},       {"law", receipt.law},           {"calendar", receipt.calendar},
          {"readings", std::move(readings)}};
}

}  // namespace

std::string ToJson(const Decision& decision, const Vocabulary& vocabulary, int indent) {
  Json json = {{"decision", decision.decision},     {"label", Of(decision.label)},
               {"reasons", Of(decision.reasons)},   {"missing", Of(decision.missing)},
               {"findings", Of(decision.findings)}, {"items", Of(decision.items)}};
  if (decision.terms) json["terms"] = Of(*decision.terms, decision, vocabulary);
  json["obligations"] = Of(decision.obligations);
  json["deadlines"] = Of(decision.deadlines);
  json["receipt"] = Of(decision.receipt);
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace zhun::decision
