#include "compiler/driver/rule_page.h"

#include <nlohmann/json.hpp>

#include "runtime/law/standing.h"
#include "runtime/law/text.h"

namespace zhun::driver {
namespace {

using Json = nlohmann::ordered_json;
using program::Citation;

/// As grammar/keywords.tsv spells them.
base::Words KindOf(const program::Rule& rule) {
  using program::RuleKind;
  const base::Words prefix = rule.per_item ? base::Words{"逐项", "per_item "} : base::Words();
  base::Words kind;
  switch (rule.kind) {
    case RuleKind::kRequire: kind = {"要求", "require"}; break;
    case RuleKind::kProhibit: kind = {"禁止", "prohibit"}; break;
    case RuleKind::kPaper: kind = {"材料", "paper"}; break;
    case RuleKind::kElement: kind = {"要素", "element"}; break;
    case RuleKind::kDuty: kind = {"义务", "duty"}; break;
    case RuleKind::kPower: kind = {"权力", "power"}; break;
  }
  return {prefix.zh + kind.zh, prefix.en + kind.en};
}

struct Basis {
  base::Words citation;
  std::optional<std::string> text;
};

Basis BasisOf(const program::Bundle& bundle, const Citation& citation, base::Date as_of) {
  switch (citation.kind) {
    case Citation::Kind::kCatalogue: {
      const std::string item = "第" + citation.number + "项";
      return {{"目录条件" + item, "published condition " + citation.number + " of the entry"}, std::nullopt};
    }
    case Citation::Kind::kPath: return {{"目录条目写明的依据", "what the entry cites"}, std::nullopt};
    case Citation::Kind::kProvision: break;
  }
  const std::string canonical = law::CanonicalText(bundle.law, citation.provision, as_of);
  return {{canonical, canonical}, law::ProvisionText(bundle.law, citation.provision, as_of)};
}

std::string Indented(const std::string& text) {
  std::string lines = "    ";
  for (const char c : text) lines += c == '\n' ? std::string("\n    ") : std::string(1, c);
  return lines + "\n";
}

std::string BasesAsText(const program::Bundle& bundle, const std::vector<Citation>& citations, base::Date as_of,
                        const base::Words& heading, base::Language language) {
  std::string text;
  for (const Citation& citation : citations) {
    const Basis basis = BasisOf(bundle, citation, as_of);
    text += base::In(language, heading) + base::In(language, basis.citation) + "\n";
    if (basis.text) text += Indented(*basis.text);
  }
  return text;
}

Json BasesAsJson(const program::Bundle& bundle, const std::vector<Citation>& citations, base::Date as_of) {
  Json list = Json::array();
  for (const Citation& citation : citations) {
    const Basis basis = BasisOf(bundle, citation, as_of);
    list.push_back({{"citation", basis.citation.zh}, {"text", basis.text ? Json(*basis.text) : Json()}});
  }
  return list;
}

base::Words OutcomeOf(const program::Bundle& bundle, const program::Rule& rule) {
  if (rule.outcome == vocabulary::kNone) return {};
  const std::uint16_t outcomes = vocabulary::FindEnumeration(bundle.vocabulary, "outcome");
  return bundle.vocabulary.enumerations[outcomes].members[rule.outcome].name;
}

const base::Words& StageOf(const program::Bundle& bundle, const program::Rule& rule) {
  const std::uint16_t stages = vocabulary::FindEnumeration(bundle.vocabulary, "stage");
  return bundle.vocabulary.enumerations[stages].members[rule.stage].name;
}

/// A rule on a published condition speaks only where that condition was published; the author does not write this.
base::Words SilentGuardOf(const program::Rule& rule) {
  for (const Citation& basis : rule.basis) {
    if (basis.kind != Citation::Kind::kCatalogue) continue;
    return {"目录条件适用，并且条目的编号、版本与策略一致，列明了所引的条件；否则不起作用，案件转人工",
            "published conditions apply, and the entry has the policy's id and version and publishes the condition; "
            "otherwise the rule is inert and the case goes to an official"};
  }
  return {};
}

Json Both(const base::Words& words) {
  if (words.zh.empty() && words.en.empty()) return {};
  return {{"zh", words.zh}, {"en", words.en}};
}

}  // namespace

std::string RuleAsText(const program::Bundle& bundle, const program::Rule& rule, base::Date as_of,
                       base::Language language) {
  const program::Policy& policy = bundle.program.policies[rule.policy];
  const auto row = [&](const base::Words& name, const base::Words& value) {
    if (value.zh.empty() && value.en.empty()) return std::string();
    return base::In(language, name) + base::In(language, value) + "\n";
  };
  std::string text = "「" + rule.name + "」 " + rule.code + "\n";
  const std::string version = "「" + policy.name + "」 " + policy.version;
  text += row({"策略：", "policy: "}, {version + "，" + policy.issuer, version + ", " + policy.issuer});
  text += row({"种类：", "kind: "}, KindOf(rule)) + row({"环节：", "stage: "}, StageOf(bundle, rule));
  text += row({"后果：", "outcome: "}, OutcomeOf(bundle, rule)) + row({"当：", "when: "}, rule.guard_words);
  text += row({"前提：", "provided: "}, SilentGuardOf(rule));
  text += row({"理由：", "because: "}, rule.reason) + row({"内容：", "text: "}, rule.text);
  text += BasesAsText(bundle, rule.basis, as_of, {"依据：", "basis: "}, language);
  return text + BasesAsText(bundle, rule.sanction, as_of, {"责任：", "sanction: "}, language);
}

std::string RuleAsJson(const program::Bundle& bundle, const program::Rule& rule, base::Date as_of) {
  const program::Policy& policy = bundle.program.policies[rule.policy];
  const Json json = {{"code", rule.code},
                     {"name", rule.name},
                     {"policy", policy.code},
                     {"version", policy.version},
                     {"kind", KindOf(rule).en},
                     {"stage", StageOf(bundle, rule).en},
                     {"outcome", Both(OutcomeOf(bundle, rule))},
                     {"when", Both(rule.guard_words)},
                     {"provided", Both(SilentGuardOf(rule))},
                     {"because", Both(rule.reason)},
                     {"text", Both(rule.text)},
                     {"basis", BasesAsJson(bundle, rule.basis, as_of)},
                     {"sanction", BasesAsJson(bundle, rule.sanction, as_of)}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace zhun::driver
