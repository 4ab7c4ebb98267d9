#include "compiler/reason/sound_documents.h"

#include <nlohmann/json.hpp>

namespace zhun::reason {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kDaysOfUse = 30;

const program::Policy& PolicyOf(const Occasion& occasion) { return occasion.module.policies[occasion.policy]; }

/// A law in force: what an application of personal data may rest on.
std::string SomeLaw(const law::Registry& law, base::Date day) {
  for (const law::Instrument& instrument : law.instruments) {
    const bool begun = instrument.effective_from && *instrument.effective_from <= day;
    const bool over = instrument.effective_to && *instrument.effective_to < day;
    if (instrument.rank == law::Rank::kLaw && begun && !over) return "《" + instrument.name + "》";
  }
  return {};
}

Json Conditions(const Occasion& occasion) {
  Json others = Json::array();
  for (const std::string& number : occasion.conditions) {
    others.push_back({{"no", number}, {"text", "第" + number + "项使用条件"}, {"policy", PolicyOf(occasion).code}});
  }
  return {{"purposes", {"资格核验"}}, {"others", others}};
}

bool IsList(const Json& object, const char* key) {
  return object.is_object() && object.contains(key) && object[key].is_array() && !object[key].empty();
}

/// The first of a published list, or what is taken where nothing is published.
std::string First(const Json& object, const char* key, const char* otherwise) {
  return IsList(object, key) ? object[key][0].get<std::string>() : otherwise;
}

Json Applicant(const Json& recipients, const Json& provider) {
  Json body = {{"name", "某市需求部门"}, {"kind", "government_department"}};
  body["level"] = First(recipients, "levels", "city");
  body["region"] = First(recipients, "regions", provider.value("region", std::string("100000")).c_str());
  body["system"] = First(recipients, "systems", "其他");
  return body;
}

Json Period(base::Date day, const Json& conditions) {
  const bool bounded = conditions.is_object() && conditions.contains("max_days") && conditions["max_days"].is_number();
  const std::int64_t most = bounded ? conditions["max_days"].get<std::int64_t>() : kDaysOfUse;
  const base::Date from = base::AddDays(day, kDaysOfUse);
  const std::int64_t days = std::min<std::int64_t>(most, kDaysOfUse);
  return {{"from", base::FormatDate(from)}, {"to", base::FormatDate(base::AddDays(from, days - 1))}};
}

Json Papers(const Json& conditions, const Occasion& occasion) {
  Json papers = Json::array();
  if (IsList(conditions, "materials")) {
    for (const Json& name : conditions["materials"]) papers.push_back({{"name", name}});
  }
  for (const program::Rule& rule : occasion.module.rules) {
    const bool own = rule.kind == program::RuleKind::kPaper && rule.policy == occasion.policy;
    if (own && !PolicyOf(occasion).base) papers.push_back({{"name", rule.name}});
  }
  return papers;
}

Json Answers(const Occasion& occasion, const Json& conditions) {
  Json answers = Json::object();
  for (const program::Finding& finding : occasion.module.findings) {
    const program::Policy& policy = occasion.module.policies[finding.policy];
    if (policy.base || finding.policy == occasion.policy) answers[finding.code] = true;
  }
  if (!IsList(conditions, "others")) return answers;
  for (const Json& other : conditions["others"]) {
    if (other.contains("no") && other["no"].is_string()) answers["condition_" + other["no"].get<std::string>()] = true;
  }
  return answers;
}

}  // namespace

std::string SoundEntry(const Occasion& occasion) {
  if (!occasion.published.empty()) {
    Json published = Json::parse(occasion.published, nullptr, false);
    if (published.is_object()) return published.dump();
  }
  const program::Policy& policy = PolicyOf(occasion);
  const bool base = policy.base;
  Json entry = {
      {"id", base ? "ML-0001" : policy.entry_id},
      {"version", base ? "1" : policy.entry_version},
      {"title", policy.name},
      {"status", "published"},
      {"provider",
       {{"name", "某省提供单位"}, {"kind", "government_department"}, {"level", "province"}, {"region", "440000"}}},
      {"sharing", "conditional"},
      {"modes", {"api", "batch", "file"}},
      {"secrecy", "none"},
      {"items", {{{"name", "办理结果"}, {"personal", "none"}, {"minor", false}}}}};
  entry["conditions"] = Conditions(occasion);
  return entry.dump();
}

std::string SoundApplication(const Occasion& occasion, const std::string& entry_text) {
  const Json entry = Json::parse(entry_text);
  const base::Date day = occasion.day;
  const Json nothing = Json::object();
  const bool stated = entry.contains("conditions") && entry["conditions"].is_object();
  const Json& conditions = stated ? entry["conditions"] : nothing;
  const Json& recipients = conditions.contains("recipients") ? conditions["recipients"] : nothing;
  Json items = Json::array();
  for (const Json& item : entry.value("items", Json::array())) items.push_back(item.value("name", ""));
  Json application = {{"id", "SQ-0001"}, {"entry", entry.value("id", "")}};
  if (entry.contains("version")) application["entry_version"] = entry["version"];
  application["received_at"] = base::FormatDate(day) + "T09:00:00+08:00";
  application["applicant"] = Applicant(recipients, entry.value("provider", nothing));
  application["duty"] = "依法履行职责";
  application["matter"] = "办理事项";
  application["basis"] = {SomeLaw(occasion.library.law, day)};
  application["scenario"] = "窗口受理时逐笔核验";
  application["items"] = items;
  application["mode"] = First(entry, "modes", "api");
  application["period"] = Period(day, conditions);
  application["approval"] = {{"role", "sharing_office_head"}, {"on", base::FormatDate(day)}};
  application["purpose"] = First(conditions, "purposes", "资格核验");
  application["returns"] = First(conditions, "returns", "verify");
  application["materials"] = Papers(conditions, occasion);
  application["privacy_assessment"] = {{"done_on", base::FormatDate(day)}};
  application["consent"] = {{"kind", "separate"}, {"obtained_on", base::FormatDate(day)}};
  application["findings"] = Answers(occasion, conditions);
  return application.dump();
}

}  // namespace zhun::reason
