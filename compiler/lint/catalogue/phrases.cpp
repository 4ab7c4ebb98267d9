#include "compiler/lint/catalogue/phrases.h"

#include <algorithm>
#include <array>
#include <span>

namespace zhun::lint {
namespace {

// The phrases that fill the field of conditions in catalogues, and what they are varied with. Longer ones before those
// that they begin with: the first that fits is taken.
constexpr auto kVacuous = std::to_array<std::string_view>(
    {"根据工作需要", "因工作需要", "履行职责需要", "履行职责",   "履行职能", "履职需要", "工作需要", "工作参考",
     "工作使用",     "行政依据",   "数据校核",     "数据核对",   "业务协同", "业务需要", "部门业务", "内部使用",
     "内部办公",     "依申请",     "申请",         "有条件共享", "有条件",   "按需",     "授权范围", "授权",
     "经审核",       "经审批",     "审核",         "审批",       "批准",     "同意",     "提供部门", "提供单位",
     "数源部门",     "需求部门",   "使用部门",     "有关部门",   "相关部门", "有关单位", "相关单位", "各部门",
     "有关规定",     "相关规定",   "国家规定",     "规定",       "法律法规", "法律",     "法规",     "共享条件",
     "使用条件",     "使用范围",   "共享范围",     "共享",       "使用",     "提供",     "查询",     "获取",
     "依法",         "依规",       "依据",         "根据",       "按照",     "按",       "作为",     "用于",
     "需要",         "经",         "可以",         "可",         "后",       "等",       "其他",     "仅限",
     "和",           "与"});

constexpr auto kPunctuation =
    std::to_array<std::string_view>({"，", "。", "、", "；", "：", "（", "）", "“",  "”", "！", ",",  ".",
                                     ";",  ":",  "(",  ")",  "\"", "-",  "/",  "　", " ", "\t", "\n", "—"});

constexpr auto kNone = std::to_array<std::string_view>(
    {"无条件共享", "无条件", "无共享条件", "无使用条件", "无限制", "无", "暂无", "没有", "不限", "否"});

// Words without which a scope or a use can hardly be stated. Both lists are generous: to call a condition silent that
// does speak would be noise.
constexpr auto kScope = std::to_array<std::string_view>(
    {"部门", "单位", "机关", "机构", "系统", "人员", "法院", "公安", "银行", "省", "市",
     "县",   "区",   "乡",   "街道", "国家", "级",   "局",   "厅",   "委",   "向", "提供给"});
constexpr auto kUse = std::to_array<std::string_view>({"用于", "用途", "事项", "办理", "目的", "仅供", "核验", "核对",
                                                       "审核", "审批", "审查", "查询", "统计", "监管", "执法", "服务",
                                                       "评价", "救助", "登记", "分析", "调查", "监测"});

using Words = std::span<const std::string_view>;

bool NamesOneOf(std::string_view text, Words words) {
  return std::ranges::any_of(words, [&](auto word) { return text.find(word) != std::string_view::npos; });
}

/// Takes the first of `words` that `text` begins with off it.
bool Take(std::string_view& text, Words words) {
  const auto found = std::ranges::find_if(words, [&](auto word) { return text.starts_with(word); });
  if (found == words.end()) return false;
  text.remove_prefix(found->size());
  return true;
}

}  // namespace

bool IsVacuous(std::string_view text) {
  while (!text.empty()) {
    if (!Take(text, kPunctuation) && !Take(text, kVacuous)) return false;
  }
  return true;
}

bool SaysNone(std::string_view text) {
  while (!text.empty()) {
    if (!Take(text, kPunctuation) && !Take(text, kNone)) return false;
  }
  return true;
}

bool SpeaksOfScope(std::string_view text) { return !IsVacuous(text) && NamesOneOf(text, kScope); }

bool SpeaksOfUse(std::string_view text) { return !IsVacuous(text) && NamesOneOf(text, kUse); }

bool SaySomething(const std::vector<std::string_view>& texts) {
  return std::ranges::any_of(texts, [](auto text) { return !IsVacuous(text) && !SaysNone(text); });
}

}  // namespace zhun::lint
