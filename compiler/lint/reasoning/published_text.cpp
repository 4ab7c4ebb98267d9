#include "compiler/lint/reasoning/published_text.h"

#include <algorithm>
#include <array>

#include "runtime/law/numeral.h"
#include "runtime/law/text.h"

namespace zhun::lint {
namespace {

struct UnitWord {
  std::string_view word;
  std::string_view unit;
};

// The longest word first.
constexpr std::array<UnitWord, 10> kUnits = {{{"个工作日", "working_day"},
                                              {"工作日", "working_day"},
                                              {"个月", "month"},
                                              {"周年", "year"},
                                              {"年", "year"},
                                              {"日", "day"},
                                              {"天", "day"},
                                              {"条", "records"},
                                              {"次", "times"},
                                              {"笔", "records"}}};

/// Words of which one must occur where a text speaks of an attribute. Wide on purpose: only a text without any of them is
/// said not to speak of it.
struct SubjectWords {
  std::string_view attribute;
  std::vector<std::string_view> words;
};

const std::vector<SubjectWords>& Subjects() {
  static const std::vector<SubjectWords> subjects = {
      {"level", {"级", "国家", "省", "市", "县", "乡"}},
      {"region", {"省", "市", "县", "区", "辖", "境", "坐落", "当地", "本地"}},
      {"system", {"部门", "机关", "系统", "单位"}},
      {"purpose", {"用", "目的", "办理", "事项", "审核", "核验", "检查", "查处", "案", "为"}},
      {"matter", {"用", "目的", "办理", "事项", "审核", "核验", "检查", "查处", "案", "项目"}},
      {"period", {"年", "月", "日", "期", "时限", "天"}},
      {"returns", {"核验", "脱敏", "区间", "明细", "汇总", "结果", "返回", "内容", "形态", "是否"}},
      {"mode", {"接口", "批量", "文件", "下载", "查询", "交换", "在线", "逐笔"}},
      {"third_parties", {"第三", "他人", "以外", "企业", "提供", "个人", "单位", "公布", "出示"}},
      {"processors", {"受托", "委托", "加工", "外包"}},
      {"consent", {"同意", "授权", "监护", "本人"}},
      {"privacy_assessment", {"评估"}},
      {"volume", {"条", "次", "笔", "件", "批量"}},
      {"used_today", {"次", "条", "笔", "每日", "单日", "当日"}},
      {"network", {"网"}},
      {"identity", {"身份", "实名", "核验", "认证"}}};
  return subjects;
}

/// The numeral that ends just before `end`: ASCII digits, or a Chinese numeral in its one form.
std::optional<std::int64_t> NumberBefore(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9') --begin;
  if (begin < end && end - begin <= 12) return std::stoll(std::string(text.substr(begin, end - begin)));
  std::optional<std::int64_t> best;
  constexpr std::size_t kHan = 3;  // bytes of a numeral's character
  for (std::size_t size = kHan; size <= 5 * kHan && size <= end; size += kHan) {
    if (const auto number = law::ParseNumeral(text.substr(end - size, size))) best = *number;
  }
  return best;
}

}  // namespace

Amount Plain(std::int64_t number, std::string_view unit) {
  constexpr std::int64_t kMonths = 12;
  if (unit == "year") return {number * kMonths, "month"};
  return {number, std::string(unit)};
}

std::vector<Amount> AmountsIn(std::string_view text) {
  std::vector<Amount> amounts;
  const std::string folded = law::Fold(text);
  for (std::size_t at = 0; at < folded.size(); ++at) {
    const auto unit = std::ranges::find_if(
        kUnits, [&](const UnitWord& each) { return std::string_view(folded).substr(at).starts_with(each.word); });
    if (unit == kUnits.end()) continue;
    if (const auto number = NumberBefore(folded, at)) amounts.push_back(Plain(*number, unit->unit));
    at += unit->word.size() - 1;
  }
  return amounts;
}

std::optional<bool> SpeaksOf(std::string_view text, std::string_view attribute) {
  const auto subject = std::ranges::find(Subjects(), attribute, &SubjectWords::attribute);
  if (subject == Subjects().end()) return std::nullopt;
  return std::ranges::any_of(subject->words,
                             [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace zhun::lint
