#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "compiler/lint/subject/paths.h"
#include "runtime/law/standing.h"
#include "runtime/law/text.h"

namespace zhun::lint {
namespace {

/// What a fact is about, by the last key of its path, and words of which a provision about it has one.
struct Concept {
  std::string_view key;
  base::Words name;
  std::array<std::string_view, 6> words;
};

const std::array<Concept, 18>& Concepts() {
  static const std::array<Concept, 18> concepts = {{
      {"period", {"使用时限", "the period of use"}, {"期限", "时限", "期间"}},
      {"max_days", {"最长期限", "the longest period"}, {"期限", "时限", "期间"}},
      {"purpose", {"用途", "the purpose"}, {"用途", "目的", "场景", "使用"}},
      {"purposes", {"用途", "the purpose"}, {"用途", "目的", "场景", "使用"}},
      {"third_parties", {"第三方", "third parties"}, {"第三方", "他人"}},
      {"recipient", {"接收方", "the recipient"}, {"第三方", "他人"}},
      {"level", {"层级", "the level"}, {"级"}},
      {"region", {"行政区划", "the region"}, {"区域", "地域", "区划", "地方"}},
      {"regions", {"行政区划", "the region"}, {"区域", "地域", "区划", "地方"}},
      {"personal", {"个人信息", "personal information"}, {"个人信息", "隐私", "合法权益"}},
      {"minor", {"未成年人", "minors"}, {"未成年人", "个人信息", "隐私", "合法权益"}},
      {"consent", {"个人同意", "consent"}, {"个人信息", "个人", "监护", "隐私"}},
      {"privacy_assessment", {"影响评估", "the impact assessment"}, {"评估", "个人信息"}},
      {"mode", {"共享方式", "the mode"}, {"方式", "接口", "渠道", "体系"}},
      {"network", {"网络", "the network"}, {"安全", "网络", "平台", "体系"}},
      {"identity", {"身份核验", "the identity"}, {"安全", "身份", "管理"}},
      {"volume", {"使用数量", "the volume"}, {"数量", "范围", "使用"}},
      {"processors", {"受托方", "processors"}, {"受托", "委托"}},
  }};
  return concepts;
}

/// Words with which a provision speaks of conditions of every kind.
constexpr std::array<std::string_view, 6> kGeneral = {"条件", "本条例规定", "法律法规", "依法", "安全", "技术措施"};

bool HasAny(std::string_view text, std::span<const std::string_view> words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return !word.empty() && text.find(word) != std::string_view::npos; });
}

const Concept* ConceptOf(std::string_view keys) {
  for (std::size_t dot = keys.rfind('.'); dot != std::string_view::npos; dot = keys.rfind('.')) {
    const std::string_view last = keys.substr(dot + 1);
    const auto found = std::ranges::find(Concepts(), last, &Concept::key);
    if (found != Concepts().end()) return &*found;
    keys = keys.substr(0, dot);  // application.period.to is about the period
  }
  return nullptr;
}

/// What the rule's conditions are about; nothing where a fact is about something else, or a finding decides.
std::vector<const Concept*> SubjectsOf(const PolicySubject& subject, const sema::Rule& rule) {
  std::vector<const Concept*> subjects;
  std::set<sema::ExprId> below;
  bool known = true;
  for (const sema::ExprId condition : {rule.when, rule.must}) {
    ForEachModelExpression(subject, condition, true, [&](sema::ExprId id, const sema::Expr& node) {
      if (node.kind == sema::ExprKind::kFinding || node.kind == sema::ExprKind::kBreach) known = false;
      if (node.kind != sema::ExprKind::kField || below.contains(id)) return;
      for (sema::ExprId each = node.operands[0]; each.IsValid();) {
        below.insert(each);
        const auto& operands = subject.Model().exprs[each].operands;
        each = operands.empty() ? sema::ExprId{} : operands[0];
      }
      const Concept* found = ConceptOf(KeysOf(subject, id));
      known = known && found != nullptr;
      if (found != nullptr) subjects.push_back(found);
    });
  }
  return known ? subjects : std::vector<const Concept*>{};
}

bool SpeaksOf(std::string_view text, const std::vector<const Concept*>& subjects) {
  return HasAny(text, kGeneral) ||
         std::ranges::any_of(subjects, [&](const Concept* each) { return HasAny(text, each->words); });
}

void LookAt(const PolicySubject& subject, Findings& findings, const sema::Rule& rule) {
  const std::vector<const Concept*> subjects = SubjectsOf(subject, rule);
  if (subjects.empty()) return;
  const law::Registry& law = subject.library.law;
  for (const sema::Citation& each : rule.basis) {
    if (each.kind != sema::Citation::Kind::kProvision) continue;
    const auto text = law::ProvisionText(law, each.provision, subject.background.as_of);
    if (!text || SpeaksOf(*text, subjects)) continue;
    const std::string cited = law::CanonicalText(law, each.provision, subject.background.as_of);
    const base::Words& about = subjects.front()->name;
    Finding& finding = findings.Report(
        RuleCode::kP24, each.span,
        {"「" + rule.name + "」管的是" + about.zh + "，而" + cited + "没有说到它，请核对是否引错了条款。",
         "「" + rule.name + "」 is about " + about.en + ", of which " + cited +
             " does not speak; look whether another provision was meant."},
        rule.name);
    finding.basis.push_back(cited);
    finding.help = {"改引说到这一点的条款，或者删去这项依据",
                    "cite the provision that speaks of it, or delete this basis"};
  }
}

void Look(const PolicySubject& subject, Findings& findings) {
  for (const std::uint32_t index : subject.wanted) {
    for (const sema::Rule* rule : subject.RulesOf(index)) {
      if (rule->kind == ast::RuleKind::kRequire || rule->kind == ast::RuleKind::kProhibit) {
        LookAt(subject, findings, *rule);
      }
    }
  }
}

}  // namespace

extern const Rule kP24{.policies = Look};

}  // namespace zhun::lint
