#include "tests/explain/situation_files.h"

#include <algorithm>
#include <sstream>
#include <string_view>

#include <nlohmann/json.hpp>

namespace zhun::explain::testing {
namespace {

/// Whether some line begins with `zh` or `en`.
bool HasClause(const std::string& clauses, std::string_view zh, std::string_view en) {
  std::istringstream lines(clauses);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t first = line.find_first_not_of(' ');
    const std::string_view written = std::string_view(line).substr(std::min(first, line.size()));
    if (written.starts_with(zh) || written.starts_with(en)) return true;
  }
  return false;
}

}  // namespace

std::string EntryPolicy(const std::string& members) {
  return "策略 「示例」 sample {\n"
         "  版本 “1”  制定机关 “某省民政厅”  施行 2026年3月1日\n"
         "  目录 “GD-MZ-0101” “2026.1”\n"
         "  依据 《政务数据共享条例》第十五条第二款\n" +
         members + "\n}\n";
}

std::string BasePolicy(const std::string& members) {
  return "策略 「基础示例」 base_sample {\n"
         "  版本 “1”  制定机关 “国务院”  施行 2026年3月1日\n"
         "  依据 《政务数据共享条例》第二条\n" +
         members + "\n}\n";
}

std::string Requirement(const std::string& clauses) {
  std::string text = "要求 「示例」 example {\n" + clauses + "\n";
  if (!HasClause(clauses, "依据", "basis")) text += "依据 目录条件 第1项\n";
  if (!HasClause(clauses, "理由", "because")) text += "理由 “不符合使用条件”\n";
  return text + "}";
}

const std::string& SoundApplication() {
  static const std::string text = R"({
  "id": "SQ-2026-0001",
  "entry": "GD-MZ-0101",
  "entry_version": "2026.1",
  "received_at": "2026-09-24T09:10:00+08:00",
  "applicant": {
    "name": "某市医疗保障局",
    "kind": "government_department",
    "level": "city",
    "region": "441300"
  },
  "items": ["姓名", "保障类别"],
  "mode": "api",
  "period": { "from": "2026-11-01", "to": "2027-10-31" },
  "purpose": "医疗救助资格核验"
})";
  return text;
}

const std::string& SoundEntry() {
  static const std::string text = R"({
  "id": "GD-MZ-0101",
  "version": "2026.1",
  "title": "最低生活保障对象信息",
  "status": "published",
  "provider": {
    "name": "某省民政厅",
    "kind": "government_department",
    "level": "province",
    "region": "440000"
  },
  "sharing": "conditional",
  "modes": ["api", "batch"],
  "items": [
    { "name": "姓名", "personal": "ordinary" },
    { "name": "保障类别", "personal": "none" }
  ],
  "conditions": {
    "purposes": ["医疗救助资格核验"],
    "others": [{ "no": "1", "text": "仅用于社会救助", "policy": "sample" }]
  }
})";
  return text;
}

std::string OnOneLine(const std::string& json) { return nlohmann::ordered_json::parse(json).dump(); }

std::string ProgramOf(const std::string& statements) {
  // A JSON string is a C string as well.
  const auto literal = [](const std::string& json) { return nlohmann::ordered_json(OnOneLine(json)).dump(); };
  return R"(#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zhun.h>
#include <zhun_arrow.h>
int main(void) {
  const char* entry = )" +
         literal(SoundEntry()) + ";\n  const char* application = " + literal(SoundApplication()) + R"(;
  size_t entry_size = strlen(entry), application_size = strlen(application);
  zhun_diagnostics* faults = NULL;
  zhun_decision* decision = NULL;
  struct ArrowSchema answers_schema;
  struct ArrowArray answers;
  zhun_bundle* bundle = zhun_bundle_open("rules.zb", NULL);
  zhun_decider* decider = zhun_decider_new(bundle, NULL);
)" + statements +
         R"(
  if (faults != NULL) puts(zhun_diagnostics_json(faults));
  zhun_diagnostics_free(faults);
  zhun_decision_free(decision);
  zhun_decider_free(decider);
  zhun_bundle_free(bundle);
  return 0;
}
)";
}

std::string WithMembers(const std::string& whole, const std::string& part) {
  using Json = nlohmann::ordered_json;
  Json all = Json::parse(whole);
  const Json members = Json::parse(part);
  for (const auto& [key, value] : members.items()) all[key] = value;
  return all.dump(2);
}

}  // namespace zhun::explain::testing
