#include <algorithm>
#include <array>

#include "compiler/lint/subject/policies.h"
#include "compiler/lint/subject/waiver.h"

namespace zhun::lint {
namespace {

constexpr std::size_t kShortestReason = 12;  ///< bytes: four Han characters
constexpr std::array<std::string_view, 8> kHollow = {"无",         "同意",     "暂不修改", "暂不处理",
                                                     "按领导要求", "历史原因", "特殊情况", "工作需要"};

bool IsHollow(std::string_view reason) {
  const auto first = reason.find_first_not_of(" \t。");
  if (first == std::string_view::npos) return true;
  std::string_view text = reason.substr(first);
  if (text.ends_with("。")) text.remove_suffix(std::string_view("。").size());
  return text.size() < kShortestReason || std::ranges::find(kHollow, text) != kHollow.end();
}

/// Reports one waiver; that of the settings by its line.
class Speaker {
 public:
  Speaker(const WaiverSubject& subject, const Waiver& waiver, Findings& findings)
      : subject_(subject),
        waiver_(waiver),
        findings_(findings) {}

  Finding& Say(const std::string& zh, const std::string& en, const char* key) {
    const bool settings = !waiver_.span.source.IsValid();
    const std::string line = std::to_string(waiver_.line);
    const std::string before_zh = settings ? subject_.settings_file + "第" + line + "行：" : "";
    const std::string before_en = settings ? subject_.settings_file + ", line " + line + ": " : "";
    Finding& finding =
        findings_.Report(RuleCode::kP21, waiver_.span, {before_zh + zh, before_en + en}, waiver_.code + "/" + key);
    if (settings) finding.subject = waiver_.subject;
    return finding;
  }

 private:
  const WaiverSubject& subject_;
  const Waiver& waiver_;
  Findings& findings_;
};

void OfferDeletion(Finding& finding, const Waiver& waiver) {
  if (!waiver.span.source.IsValid()) return;
  finding.fixes.push_back({waiver.span, "", {"删去这项豁免", "delete the waiver"}});
}

void LookAtReason(const Waiver& waiver, Speaker& speaker) {
  if (!IsHollow(waiver.reason)) return;
  speaker
      .Say("豁免 " + waiver.code + " 的理由“" + waiver.reason + "”没有说明为什么可以不改。",
           "The reason of the waiver of " + waiver.code + ", “" + waiver.reason + "”, does not say why it may stand.",
           "reason")
      .help = {"写明问题为什么暂时存在、由谁在什么时候解决",
               "say why the fault has to stand for now, and who mends it when"};
}

void LookAtEnd(const Waiver& waiver, base::Date as_of, Speaker& speaker) {
  if (waiver.expired) {
    Finding& finding = speaker.Say(
        "豁免 " + waiver.code + " 已于" + base::FormatDateChinese(*waiver.until) + "到期，不再起作用。",
        "The waiver of " + waiver.code + " expired on " + base::FormatDate(*waiver.until) + " and has no effect.",
        "expired");
    finding.help = {"改正所豁免的问题，删去豁免；确需延续的，重新写明理由和期限",
                    "mend what it waived and delete it; if it has to go on, give a new reason and date"};
    return;
  }
  if (waiver.until && *waiver.until <= base::AddMonths(as_of, 12)) return;
  const std::string zh = waiver.until ? "到" + base::FormatDateChinese(*waiver.until) : "没有期限";
  const std::string en = waiver.until ? "lasts until " + base::FormatDate(*waiver.until) : "has no end";
  speaker
      .Say("豁免 " + waiver.code + " " + zh + "，豁免不得超过1年。",
           "The waiver of " + waiver.code + " " + en + "; a waiver is for one year at most.", "long")
      .help = {"写1年以内的日期，到期再审", "give a date within a year, and look at it again then"};
}

void LookAtUse(const WaiverSubject& subject, const Waiver& waiver, Speaker& speaker) {
  if (waiver.expired || waiver.used > 0 || !subject.Ran(*waiver.rule)) return;
  OfferDeletion(speaker.Say("豁免 " + waiver.code + " 用不上：没有这样的问题。",
                            "The waiver of " + waiver.code + " is unused: there is no such finding.", "unused"),
                waiver);
}

void Look(const WaiverSubject& subject, Findings& findings) {
  for (const Waiver& waiver : subject.waivers) {
    Speaker speaker(subject, waiver, findings);
    if (!waiver.rule) {
      speaker.Say("没有检查规则“" + waiver.code + "”，这项豁免不起作用。",
                  "There is no lint rule “" + waiver.code + "”; the waiver has no effect.", "unknown");
      continue;
    }
    LookAtReason(waiver, speaker);
    LookAtEnd(waiver, subject.as_of, speaker);
    LookAtUse(subject, waiver, speaker);
  }
}

}  // namespace

extern const Rule kP21{.waivers = Look};

}  // namespace zhun::lint
