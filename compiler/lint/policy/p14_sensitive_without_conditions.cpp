#include <algorithm>
#include <array>

#include "compiler/lint/subject/meaning.h"

namespace zhun::lint {
namespace {

constexpr auto kProtective =
    std::to_array<std::string_view>({"安全", "保密", "加密", "脱敏", "删除", "销毁", "核验", "日志"});

std::vector<std::string> SensitiveItems(const Entry& entry) {
  std::vector<std::string> names;
  for (const Item& item : entry.items) {
    const bool kept_back = item.sharing == "not_shared" || (!item.secrecy.empty() && item.secrecy != "none");
    if (item.personal == "sensitive" && !kept_back) names.emplace_back(item.name);
  }
  return names;
}

bool ReadsAny(const PolicySubject& subject, const sema::Rule& rule,
              const std::vector<std::pair<std::string_view, std::string_view>>& fields) {
  return Reads(subject.Model(), rule, [&](const sema::Expr& expr) {
    return std::ranges::any_of(fields,
                               [&](const auto& field) { return IsField(subject, expr, field.first, field.second); });
  });
}

/// 特定的目的: published, or demanded by a rule.
bool HasPurpose(const PolicySubject& subject, const Entry& entry, const std::vector<const sema::Rule*>& rules) {
  const auto limits = [&](const sema::Rule* rule) {
    return ReadsAny(subject, *rule,
                    {{"application", "purpose"},
                     {"application", "matter"},
                     {"application", "basis"},
                     {"grant", "purpose"},
                     {"use_event", "purpose"}});
  };
  return !entry.conditions.purposes.empty() || std::ranges::any_of(rules, limits);
}

/// 充分的必要性: the base policies ask for it of conditional entries only.
bool HasNecessity(const PolicySubject& subject, const Entry& entry, const std::vector<const sema::Rule*>& rules) {
  const auto asks = [&](const sema::Rule* rule) {
    return Reads(subject.Model(), *rule, [](const sema::Expr& e) { return e.kind == sema::ExprKind::kFinding; });
  };
  return entry.sharing == "conditional" || std::ranges::any_of(rules, asks);
}

/// 严格保护措施 of the entry or the policy, beyond the security that everybody owes: less than detail is returned, items
/// are cut, the manner of use is limited, or a duty or paper is about security.
bool HasProtection(const PolicySubject& subject, const Entry& entry, const std::vector<const sema::Rule*>& rules) {
  const auto& returns = entry.conditions.returns;
  if (!returns.empty() && std::ranges::find(returns, "detail") == returns.end()) return true;
  const auto speaks = [](std::string_view text) { return !WordIn(text, kProtective).empty(); };
  if (std::ranges::any_of(entry.conditions.materials, speaks)) return true;
  return std::ranges::any_of(rules, [&](const sema::Rule* rule) {
    const bool use = IsMember(subject, "stage", rule->stage, "use");
    return rule->per_item || use || speaks(rule->text.zh) || speaks(rule->reason.zh) || speaks(rule->name) ||
           ReadsAny(subject, *rule, {{"application", "returns"}, {"item", "personal"}, {"application", "processors"}});
  });
}

base::Words Lacking(const PolicySubject& subject, const Entry& entry, const std::vector<const sema::Rule*>& rules) {
  base::Words lacking;
  const auto add = [&](bool there, const char* zh, const char* en) {
    if (there) return;
    lacking.zh += (lacking.zh.empty() ? "" : "、") + std::string(zh);
    lacking.en += (lacking.en.empty() ? "" : ", ") + std::string(en);
  };
  add(HasPurpose(subject, entry, rules), "特定的目的", "a specific purpose");
  add(HasNecessity(subject, entry, rules), "充分的必要性", "sufficient necessity");
  add(HasProtection(subject, entry, rules), "严格保护措施", "strict protection");
  return lacking;
}

void Look(const PolicySubject& subject, Findings& findings) {
  for (const std::uint32_t index : subject.wanted) {
    const sema::Policy& policy = subject.Policy(index);
    const std::optional<OpenedEntry> opened = subject.EntryOf(policy);
    if (policy.role != sema::Role::kEntry || !opened || !policy.tree->entry_id) continue;
    const Entry& entry = *opened->entry;
    const std::vector<std::string> items = SensitiveItems(entry);
    if (items.empty() || entry.sharing == "not_shared") continue;
    const base::Words lacking = Lacking(subject, entry, subject.RulesOf(index));
    if (lacking.zh.empty()) continue;
    findings
        .Report(RuleCode::kP14, policy.tree->entry_id->span,
                {"条目有敏感个人信息“" + items.front() + "”，目录和策略都没有写明" + lacking.zh + "。",
                 "The entry holds sensitive personal information, “" + items.front() +
                     "”, and neither entry nor policy provides for " + lacking.en + "."},
                policy.entry_id)
        .help = {"在目录中列明使用用途和返回形态；为敏感数据项写一条逐项的规则，或者写明网络、身份核验、删除方面的要求",
                 "list purposes and forms of return in the entry; write a per_item rule for the sensitive items, or "
                 "requirements on network, identification and erasure"};
  }
}

}  // namespace

extern const Rule kP14{.policies = Look};

}  // namespace zhun::lint
