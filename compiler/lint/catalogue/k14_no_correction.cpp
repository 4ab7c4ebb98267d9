#include <algorithm>
#include <array>

#include "compiler/lint/catalogue/wording.h"
#include "compiler/lint/subject/finding.h"

namespace zhun::lint {
namespace {

constexpr auto kCorrection =
    std::to_array<std::string_view>({"校核", "纠错", "更正", "核实", "异议", "核查", "修正", "勘误", "复核", "改正"});
constexpr auto kRefusing =
    std::to_array<std::string_view>({"不予", "不接受", "不受理", "不支持", "不办理", "不负责", "不再", "概不", "拒绝",
                                     "不承担", "不作", "不做", "恕不", "不提供"});
constexpr auto kRefused = std::to_array<std::string_view>(
    {"不予受理", "不受理", "不予处理", "不作处理", "不予答复", "不予回应", "不予更正", "不予接受", "不接受", "不负责"});
// A refusal that is tied to something the applicant can cure, or to a matter of another body, leaves the way open.
constexpr auto kQualified =
    std::to_array<std::string_view>({"口头", "电话", "匿名", "逾期", "超过", "重复", "材料不全", "未加盖", "未附",
                                     "无证据", "不属于", "非本", "线下", "个人", "公众", "社会", "由"});
constexpr auto kBehindNoun = std::to_array<std::string_view>({"前", "之前", "以前", "的原", "中", "以外"});
constexpr std::size_t kNear =
    24;  // bytes: eight characters with the refusal itself, between the refusal and what is refused

/// 不予更正, 不接受校核: the refusal stands closely before the noun, and the noun is not the beginning of a time.
bool RefusesBefore(std::string_view clause) {
  for (const std::string_view noun : kCorrection) {
    const std::size_t at = clause.find(noun);
    if (at == std::string_view::npos) continue;
    const std::string_view front = clause.substr(at > kNear ? at - kNear : 0, std::min(at, kNear));
    const std::string_view rest = clause.substr(at + noun.size());
    const bool is_time =
        std::ranges::any_of(kBehindNoun, [&](std::string_view word) { return rest.starts_with(word); });
    if (!AnyIn(front, kRefusing).empty() && !is_time) return true;
  }
  return false;
}

/// 校核申请一律不予受理.
bool RefusesBehind(std::string_view clause) {
  for (const std::string_view noun : kCorrection) {
    const std::size_t at = clause.find(noun);
    if (at != std::string_view::npos && !AnyIn(clause.substr(at), kRefused).empty()) return true;
  }
  return false;
}

/// 不对数据准确性负责.
bool DisclaimsQuality(std::string_view clause) {
  constexpr auto kQuality = std::to_array<std::string_view>({"准确性", "完整性", "真实性"});
  constexpr auto kDisclaim =
      std::to_array<std::string_view>({"不承担", "不负责", "不作保证", "不保证", "不做保证", "概不"});
  const bool bears_not = clause.find("不对") != std::string_view::npos && clause.find("负责") != std::string_view::npos;
  return !AnyIn(clause, kQuality).empty() && (bears_not || !AnyIn(clause, kDisclaim).empty());
}

enum class Said { kNothing, kNoCorrection, kNoQuality };

Said SaidIn(std::string_view text) {
  Said said = Said::kNothing;
  for (const std::string_view clause : ClausesOf(text)) {
    if (!AnyIn(clause, kQualified).empty()) continue;
    if (RefusesBefore(clause) || RefusesBehind(clause)) return Said::kNoCorrection;
    if (DisclaimsQuality(clause)) said = Said::kNoQuality;
  }
  return said;
}

/// Whether the conditions open a way to correct anywhere: a word of correction in a text that refuses none.
bool OpensAWay(const std::vector<Wording>& texts) {
  return std::ranges::any_of(texts, [](const Wording& each) {
    return !AnyIn(each.text, kCorrection).empty() && SaidIn(each.text) != Said::kNoCorrection;
  });
}

void Look(const Entry& entry, EntryFindings& findings) {
  if (entry.sharing == "not_shared" || entry.status == "offline") return;
  const std::vector<Wording> texts = ConditionTexts(entry);
  for (const Wording& each : texts) {
    const Said said = each.where == Where::kOther ? SaidIn(each.text) : Said::kNothing;
    if (said == Said::kNothing || (said == Said::kNoQuality && OpensAWay(texts))) continue;
    const std::string quoted = "“" + Shortened(each.text) + "”";
    const bool refuses = said == Said::kNoCorrection;
    Finding& finding = findings.Report(
        RuleCode::kK14, each.pointer,
        {quoted + (refuses ? "排除了校核纠错。" : "免除了提供单位对数据质量的责任，又没有提供纠错渠道。"),
         quoted + (refuses ? " excludes correction."
                           : " disclaims the quality of the data and opens no way to correct them.")},
        each.name);
    finding.help = {
        "删去这句，写明提出校核申请的渠道；收到申请以后要核实、更正并反馈。",
        "Delete this and say where a request for correction goes; it is to be verified, corrected and answered."};
  }
}

}  // namespace

extern const Rule kK14{.entry = Look};

}  // namespace zhun::lint
