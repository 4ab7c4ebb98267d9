#include <algorithm>
#include <array>

#include "compiler/lint/subject/meaning.h"

namespace zhun::lint {
namespace {

/// Words that say nothing of the case. A reason that has nothing else gives none.
constexpr auto kHollow = std::to_array<std::string_view>(
    {"不符合",   "不满足",   "不具备", "不予",     "不同意",   "不能", "不得",   "不宜", "不便", "不可", "无法",
     "未通过",   "不通过",   "没有",   "拒绝",     "无权限",   "权限", "依法",   "依规", "按照", "根据", "按",
     "法律法规", "法律",     "法规",   "政策",     "国家",     "本省", "有关",   "相关", "现行", "规定", "要求",
     "使用条件", "共享条件", "条件",   "标准",     "规范",     "共享", "提供",   "同意", "审核", "审批", "其他",
     "特殊",     "内部",     "工作",   "管理",     "原因",     "情形", "情况",   "需要", "由于", "因",   "属于",
     "政务",     "数据",     "申请",   "需求部门", "提供部门", "部门", "本次",   "该",   "本",   "暂",   "的",
     "之",       "请",       "通过",   "未达到",   "达到",     "经",   "不属于", "不在", "范围", "以内", "内",
     "无权",     "须",       "应当",   "必须",     "符合"});

/// Length in bytes of the code point at the beginning of `text`.
std::size_t CodePoint(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

bool IsPunctuation(std::string_view point) {
  static constexpr auto kMarks = std::to_array<std::string_view>({"，", "。", "、", "；", "：", "（", "）", "！", " "});
  return std::ranges::find(kMarks, point) != kMarks.end();
}

/// The longest hollow word that `text` begins with; 0: none.
std::size_t HollowAt(std::string_view text) {
  std::size_t longest = 0;
  for (const std::string_view word : kHollow) {
    if (text.starts_with(word)) longest = std::max(longest, word.size());
  }
  return longest;
}

/// What is left of a reason without hollow words and punctuation.
std::string Substance(std::string_view text) {
  std::string left;
  while (!text.empty()) {
    const std::size_t hollow = HollowAt(text);
    const std::size_t step = hollow > 0 ? hollow : std::min(CodePoint(text), text.size());
    const std::string_view part = text.substr(0, step);
    if (hollow == 0 && !IsPunctuation(part)) left += part;
    text.remove_prefix(step);
  }
  return left;
}

base::Words Fault(const std::string& reason, const std::string& name) {
  if (Substance(reason).empty()) {
    return {"理由“" + reason + "”没有说明不符合哪一项条件。",
            "The reason “" + reason + "” does not say which condition is not met."};
  }
  if (reason == name) {
    return {"理由只重复了规则的名称「" + name + "」。",
            "The reason only repeats the name of the rule, 「" + name + "」."};
  }
  return {};
}

void Look(const PolicySubject& subject, Findings& findings) {
  for (const std::uint32_t index : subject.wanted) {
    for (const ast::Rule& rule : subject.Policy(index).tree->rules) {
      const ast::Clause* clause = ClauseOf(rule.clauses, ast::ClauseKind::kReason);
      if (clause == nullptr || !clause->text) continue;
      const std::string name = rule.name ? rule.name->text : std::string();
      const base::Words fault = Fault(clause->text->zh.text, name);
      if (fault.zh.empty()) continue;
      findings.Report(RuleCode::kP09, clause->text->zh.span, fault, name).help = {
          "写明不符合哪一项条件、条件是什么，如“仅用于医疗救助、临时救助的审核”",
          "say which condition is not met and what it is, as in “for reviewing medical and temporary relief "
          "only”"};
    }
  }
}

}  // namespace

extern const Rule kP09{.policies = Look};

}  // namespace zhun::lint
