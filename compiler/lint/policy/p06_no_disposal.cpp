#include <algorithm>
#include <array>

#include "compiler/lint/subject/meaning.h"

namespace zhun::lint {
namespace {

/// How conditions speak of what becomes of the data themselves, not of records about them.
constexpr auto kDisposal = std::to_array<std::string_view>(
    {"不得留存", "不留存",   "不得保存", "不得存储", "不得缓存", "不落地",  "即删",   "后删除",
     "内删除",   "即删除",   "立即删除", "及时删除", "予以删除", "后销毁",  "内销毁", "即销毁",
     "立即销毁", "及时销毁", "予以销毁", "退回提供", "归还提供", "清除数据"});

bool HasDisposal(const PolicySubject& subject, std::uint32_t policy) {
  const auto rules = subject.RulesOf(policy);
  return std::ranges::any_of(rules,
                             [&](const sema::Rule* rule) { return EventKey(subject, rule->met_by) == "disposed"; });
}

/// The part of `text` between marks that holds the word.
std::string ClauseWith(const std::string& text, std::string_view word) {
  static constexpr auto kMarks = std::to_array<std::string_view>({"，", "。", "；"});
  const std::size_t at = text.find(word);
  std::size_t begin = 0, end = text.size();
  for (const std::string_view mark : kMarks) {
    const std::size_t before = text.rfind(mark, at);
    if (before != std::string::npos) begin = std::max(begin, before + mark.size());
    end = std::min(end, text.find(mark, at));
  }
  return text.substr(begin, end - begin);
}

void Report(const base::Span& span, const std::string& says, const base::Words& where, const std::string& key,
            Findings& findings) {
  findings
      .Report(RuleCode::kP06, span,
              {where.zh + "写有“" + says + "”，策略却没有以“已处置”履行的义务，到期无从核对。",
               where.en + " says “" + says + "”, yet no duty of the policy is met by disposed, so nothing falls due."},
              key)
      .help = {"写一条义务：主体 需求部门，自 共享终止 起 不超过 N个工作日，履行 已处置，依据该项目录条件",
               "add a duty: bearer applicant, from sharing_end on at_most N working_days, met_by disposed, resting on "
               "that condition"};
}

/// Conditions that name no policy or this one.
void LookAtEntry(const PolicySubject& subject, const sema::Policy& policy, Findings& findings) {
  const std::optional<OpenedEntry> entry = subject.EntryOf(policy);
  if (!entry || !policy.tree->entry_id) return;
  for (const Condition& condition : entry->entry->conditions.others) {
    if (!condition.policy.empty() && condition.policy != policy.code) continue;
    const std::string_view word = WordIn(condition.text, kDisposal);
    if (word.empty()) continue;
    Report(policy.tree->entry_id->span, ClauseWith(std::string(condition.text), word),
           {"目录条件第" + condition.no + "项", "Published condition " + condition.no}, condition.no, findings);
    return;
  }
}

/// Without the entry, what the rules themselves say of it. True where one does.
bool LookAtTexts(const std::vector<const sema::Rule*>& rules, Findings& findings) {
  for (const sema::Rule* rule : rules) {
    const std::string text = rule->reason.zh + "。" + rule->text.zh;
    const std::string_view word = WordIn(text, kDisposal);
    if (word.empty()) continue;
    Report(rule->span, ClauseWith(text, word), {NameOf(*rule), NameOf(*rule)}, rule->name, findings);
    return true;
  }
  return false;
}

void Look(const PolicySubject& subject, Findings& findings) {
  for (const std::uint32_t index : subject.wanted) {
    const sema::Policy& policy = subject.Policy(index);
    if (policy.role != sema::Role::kEntry || HasDisposal(subject, index)) continue;
    if (!LookAtTexts(subject.RulesOf(index), findings)) LookAtEntry(subject, policy, findings);
  }
}

}  // namespace

extern const Rule kP06{.policies = Look};

}  // namespace zhun::lint
