#include "compiler/lint/subject/entry.h"

#include <algorithm>

namespace zhun::lint {
namespace {

using values::Json;
using values::JsonKind;
using values::Member;

const Json* Down(const Json* json, std::string_view key) { return json == nullptr ? nullptr : Member(*json, key); }

bool IsObject(const Json* json) { return json != nullptr && json->kind == JsonKind::kObject; }

std::span<const Json> ElementsOf(const Json* json) {
  if (json == nullptr || json->kind != JsonKind::kList) return {};
  return json->Elements();
}

std::optional<base::Date> ReadDate(const Json* json) { return base::ParseDate(ReadText(json)); }

/// A text, or a whole number as its digits.
std::string ReadLabel(const Json* json) {
  if (json != nullptr && json->kind == JsonKind::kNumber) return std::to_string(json->number);
  return std::string(ReadText(json));
}

Item ReadItem(const Json& json) {
  Item item{ReadText(Member(json, "name")), ReadText(Member(json, "personal")), ReadText(Member(json, "sharing")),
            ReadText(Member(json, "secrecy"))};
  const Json* minor = Member(json, "minor");
  item.minor = minor != nullptr && minor->kind == JsonKind::kBool && minor->number == 1;
  return item;
}

Conditions ReadConditions(const Json* json) {
  Conditions conditions;
  conditions.given = IsObject(json);
  const Json* recipients = Down(json, "recipients");
  conditions.levels = ReadTexts(Down(recipients, "levels"));
  conditions.systems = ReadTexts(Down(recipients, "systems"));
  for (const std::string_view region : ReadTexts(Down(recipients, "regions"))) {
    if (const auto code = values::ParseRegion(region)) conditions.regions.push_back(*code);
  }
  conditions.purposes = ReadTexts(Down(json, "purposes"));
  conditions.returns = ReadTexts(Down(json, "returns"));
  conditions.materials = ReadTexts(Down(json, "materials"));
  const Json* days = Down(json, "max_days");
  if (days != nullptr && days->kind == JsonKind::kNumber) conditions.max_days = days->number;
  for (const Json& other : ElementsOf(Down(json, "others"))) {
    conditions.others.push_back(
        {ReadLabel(Member(other, "no")), ReadText(Member(other, "text")), ReadText(Member(other, "policy"))});
  }
  return conditions;
}

Assessments ReadAssessments(const Json* json) {
  return {IsObject(json), ReadDate(Down(Down(json, "secrecy"), "done_on")),
          ReadDate(Down(Down(json, "privacy"), "done_on")), ReadDate(Down(json, "approved_on")),
          ReadText(Down(json, "approved_by"))};
}

/// The class of sharing in the contract's code; what a platform writes as 1, 2, 3 goes through the project's table.
std::string_view ReadSharing(const Background& background, const Json* json) {
  const auto table = background.settings.code_tables.find("sharing");
  if (table != background.settings.code_tables.end()) {
    const auto code = table->second.find(ReadLabel(json));
    if (code != table->second.end()) return code->second;
  }
  return ReadText(json);
}

}  // namespace

bool IsTranslated(const Background& background, const Json& json) {
  const auto table = background.settings.code_tables.find("sharing");
  return table != background.settings.code_tables.end() && table->second.contains(ReadLabel(Member(json, "sharing")));
}

std::string_view ReadText(const Json* json) {
  return json != nullptr && json->kind == JsonKind::kText ? json->text : std::string_view();
}

std::vector<std::string_view> ReadTexts(const Json* json) {
  std::vector<std::string_view> texts;
  for (const Json& element : ElementsOf(json)) {
    if (element.kind == JsonKind::kText) texts.push_back(element.text);
  }
  return texts;
}

Organisation ReadOrganisation(const Json* json) {
  Organisation body;
  body.given = IsObject(json);
  body.name = ReadText(Down(json, "name"));
  body.code = ReadText(Down(json, "code"));
  body.kind = ReadText(Down(json, "kind"));
  body.level = ReadText(Down(json, "level"));
  body.system = ReadText(Down(json, "system"));
  body.region = values::ParseRegion(ReadText(Down(json, "region")));
  body.mandate = ReadTexts(Down(json, "mandate"));
  return body;
}

Entry ReadEntry(const Background& background, const Json& json, base::Span span) {
  Entry entry(background, json, span);
  entry.id = ReadText(Member(json, "id"));
  entry.version = ReadText(Member(json, "version"));
  entry.title = ReadText(Member(json, "title"));
  entry.status = ReadText(Member(json, "status"));
  entry.format = ReadText(Member(json, "format"));
  entry.update_frequency = ReadText(Member(json, "update_frequency"));
  entry.sharing = ReadSharing(background, Member(json, "sharing"));
  entry.secrecy = ReadText(Member(json, "secrecy"));
  entry.theme = ReadText(Down(Member(json, "classification"), "theme"));
  entry.data_level = ReadText(Down(Member(json, "classification"), "level"));
  entry.provider = ReadOrganisation(Member(json, "provider"));
  entry.modes = ReadTexts(Member(json, "modes"));
  for (const Json& item : ElementsOf(Member(json, "items"))) entry.items.push_back(ReadItem(item));
  entry.conditions = ReadConditions(Member(json, "conditions"));
  const Json* refusal = Member(json, "refusal");
  entry.refusal = {IsObject(refusal), ReadText(Down(refusal, "reason")), ReadTexts(Down(refusal, "basis"))};
  entry.assessments = ReadAssessments(Member(json, "assessments"));
  return entry;
}

bool Has(const Json& json, std::string_view path) {
  const Json* at = &json;
  while (at != nullptr && !path.empty()) {
    const std::size_t dot = std::min(path.find('.'), path.size());
    at = Member(*at, path.substr(0, dot));
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
  if (at == nullptr || at->kind == JsonKind::kNull) return false;
  if (at->kind == JsonKind::kText) return !at->text.empty();
  return at->kind != JsonKind::kList || at->count > 0;
}

}  // namespace zhun::lint
