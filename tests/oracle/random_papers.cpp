#include "tests/oracle/random_papers.h"

#include <algorithm>

namespace zhun::oracle {
namespace {

using nlohmann::json;
using vocabulary::Absence;
using vocabulary::Attribute;
using vocabulary::Base;
using vocabulary::Form;
using vocabulary::Record;

class Writer {
 public:
  Writer(const vocabulary::Vocabulary& words, RandomSource& random) : words_(words), random_(random) {}

  json Object(const Record& record) {
    json object = json::object();
    for (const Attribute& attribute : record.attributes) {
      if (attribute.form == Form::kComputed || attribute.form == Form::kFindings) continue;
      const bool required = attribute.absence == Absence::kRequired;
      const std::size_t dice = random_.Below(100);
      if (required || dice < 72) {
        object[attribute.key] = Value(record, attribute);
      } else if (dice < 78) {
        object[attribute.key] = nullptr;
      } else if (dice < 84) {
        object[attribute.key] = {{"pending", "核实中"}};
      }
    }
    return object;
  }

  json Value(const Record& record, const Attribute& attribute) {
    if (!attribute.type.list) return Single(record, attribute);
    json list = json::array();
    const std::size_t count = std::min<std::size_t>(random_.Below(4), attribute.bound);
    for (std::size_t i = 0; i < count; ++i) Add(list, Single(record, attribute));
    return list;
  }

 private:
  /// Names and numbers stand once in a list, and so do plain values.
  void Add(json& list, json value) {
    const char* key = value.is_object() && value.contains("no") ? "no" : "name";
    for (const json& known : list) {
      if (known == value || (value.is_object() && value.contains(key) && known.value(key, json()) == value[key]))
        return;
    }
    list.push_back(std::move(value));
  }

  json Single(const Record& record, const Attribute& attribute) {
    if (attribute.form == Form::kCitation) return random_.Of(SomeCitations());
    if (attribute.form == Form::kItemName) return random_.Chance(6) ? "目录没有的项" : random_.Of(SomeItems());
    switch (attribute.type.base) {
      case Base::kBool: return random_.Chance(50);
      case Base::kEnum: return random_.Of(words_.enumerations[attribute.type.of].members).code;
      case Base::kNumber:
      case Base::kQuantity: return random_.Below(5);
      case Base::kLength: return random_.Of(std::vector<int>{1, 30, 90, 365, 400});
      case Base::kDate: return random_.Of(SomeDays());
      case Base::kInstant:
        return random_.Of(SomeDays()) + "T" + random_.Of(std::vector<std::string>{"00:00:00", "09:30:00", "23:59:59"}) +
               "+08:00";
      case Base::kRegion: return random_.Of(SomeRegions());
      case Base::kRecord: return Object(words_.records[attribute.type.of]);
      default: return Text(record, attribute);
    }
  }

  json Text(const Record& record, const Attribute& attribute) {
    if (attribute.form == Form::kSocialCode)
      return random_.Of(std::vector<std::string>{"11440000006939799R", "114400000069397990"});
    if (record.key == "item" && attribute.key == "name") return random_.Of(SomeItems());
    if (record.key == "condition" && attribute.key == "no") return random_.Below(3) + 1;
    if (record.key == "condition" && attribute.key == "policy")
      return random_.Of(std::vector<std::string>{"entry_rules", "another"});
    return random_.Of(SomeTexts());
  }

  const vocabulary::Vocabulary& words_;
  RandomSource& random_;
};

json Answers(const std::vector<std::string>& findings, const json& entry, RandomSource& random) {
  std::vector<std::string> codes = findings;
  const json conditions = entry.value("conditions", json());
  const json others = conditions.is_object() ? conditions.value("others", json()) : json();
  for (const json& other : others.is_array() ? others : json::array())
    codes.push_back("condition_" + std::to_string(other["no"].get<int>()));
  json answers = json::object();
  for (const std::string& code : codes) {
    const std::size_t dice = random.Below(10);
    if (dice < 6) answers[code] = dice < 4;
    if (dice == 6) answers[code] = nullptr;
    if (dice == 7) answers[code] = {{"pending", "正在认定"}};
  }
  return answers;
}

/// Cases that only chance makes nearly all end at the first outcomes; these keys, nearly always, bring some to
/// the last ones.
void MakeAcceptable(Papers& papers, RandomSource& random) {
  static const json kEntry =
      json::parse(R"({"status": "published", "secrecy": "none", "modes": ["api"], "conditions": null,
    "provider": {"name": "甲", "code": "11440000006939799R", "kind": "government_department", "level": "province", "region": "440000"},
    "items": [{"name": "姓名", "personal": "none", "minor": false}, {"name": "住址", "personal": "none", "minor": true, "secrecy": "work_secret"}]})");
  static const json kApplication =
      json::parse(R"({"basis": ["《政务数据共享条例》第三条第二款"], "scenario": "甲", "items": ["姓名", "住址"],
    "mode": "api", "period": {"from": "2026-10-01", "to": "2027-02-28"}, "approval": {"role": "sharing_office_head", "on": "2026-09-20"},
    "purpose": "甲", "returns": "verify", "matter": "甲", "materials": [{"name": "甲"}], "processors": null, "third_parties": null,
    "entry_version": "1", "received_at": "2026-09-24T10:00:00+08:00", "privacy_assessment": {"done_on": "2026-09-01"},
    "applicant": {"name": "乙", "code": "11440000006940343C", "kind": "government_department", "level": "city", "region": "440100"}})");
  for (const auto& [key, value] : kEntry.items()) {
    if (random.Chance(97)) papers.entry[key] = value;
  }
  if (papers.entry["sharing"] == "not_shared") papers.entry["sharing"] = "unconditional";
  for (const auto& [key, value] : kApplication.items()) {
    if (random.Chance(97)) papers.application[key] = value;
  }
  if (random.Chance(50)) papers.application["items"] = {"姓名"};
  papers.context.erase("suspensions");
}

}  // namespace

nlohmann::json MakeValue(const vocabulary::Vocabulary& vocabulary, const Attribute& attribute, RandomSource& random) {
  static const Record nobody;
  return Writer(vocabulary, random).Value(nobody, attribute);
}

Papers MakePapers(const vocabulary::Vocabulary& vocabulary, const std::vector<std::string>& findings,
                  RandomSource& random) {
  Writer writer(vocabulary, random);
  const auto record = [&](const char* key) -> const Record& {
    return vocabulary.records[vocabulary::FindRecord(vocabulary, key)];
  };
  Papers papers{writer.Object(record("entry")), writer.Object(record("application")), writer.Object(record("context"))};
  papers.entry["id"] = "E-1";
  papers.entry["version"] = random.Chance(90) ? "1" : "2";
  if (random.Chance(60)) papers.entry["status"] = "published";
  if (random.Chance(60)) papers.entry["sharing"] = "conditional";
  papers.application["entry"] = "E-1";
  if (random.Chance(80)) papers.application["received_at"] = "2026-09-24T10:00:00+08:00";
  if (random.Chance(40)) MakeAcceptable(papers, random);
  papers.application["findings"] = Answers(findings, papers.entry, random);
  papers.context["as_of"] = "2026-10-08";
  return papers;
}

}  // namespace zhun::oracle
