#include <algorithm>
#include <array>

#include "compiler/lint/catalogue/wording.h"
#include "compiler/lint/subject/application.h"
#include "compiler/lint/subject/finding.h"

namespace zhun::lint {
namespace {

// Ways around the system that mean nothing else.
constexpr auto kPlain = std::to_array<std::string_view>(
    {"线下拷贝",    "离线拷贝",   "介质拷贝",         "线下交换",     "离线交换",     "介质交换",     "拷盘",
     "刻盘",        "U盘拷贝",    "数据专线",         "专线直连",     "专线推送",     "专线传输",     "专线交换",
     "专线共享",    "前置机直连", "直连前置机",       "数据库直连",   "直连数据库",   "微信群",       "微信传输",
     "微信发送",    "QQ群",       "QQ传输",           "点对点传输",   "点对点交换",   "点对点对接",   "点对点共享",
     "点对点推送",  "点对点直连", "新建数据共享交换", "新建共享交换", "新建数据交换", "新建交换系统", "自建共享交换",
     "自建数据交换"});

constexpr auto kMedia =
    std::to_array<std::string_view>({"U盘", "优盘", "光盘", "移动硬盘", "移动存储介质", "存储介质"});

// These mean a channel only together with a verb: 公交专线, 邮件寄递 and 微信小程序 are things data speak of.
constexpr auto kChannels = std::to_array<std::string_view>(
    {"专线", "电子邮件", "电子邮箱", "邮件", "邮箱", "网盘", "点对点", "自建平台", "自建数据平台", "自建大数据平台",
     "自建系统", "自建接口", "自建专网", "另建平台", "新建平台", "微信"});
constexpr auto kNoChannels = std::to_array<std::string_view>(
    {"邮件快件", "邮件寄递", "微信小程序", "微信公众号", "公交专线", "旅游专线", "运输专线"});

constexpr auto kVerbs =
    std::to_array<std::string_view>({"拷贝", "刻录", "交换", "传输", "传送", "推送", "发送", "报送", "提供", "交付",
                                     "传递", "领取", "导出", "共享", "对接", "直连", "调取", "获取"});

// Inside the system a line or a mailbox is no way around it.
constexpr auto kSystem = std::to_array<std::string_view>(
    {"一体化政务大数据", "一体化数据", "政务大数据平台", "政务数据平台", "共享交换平台", "数据共享平台", "共享平台"});

// The law itself may provide for another way.
constexpr auto kByLaw = std::to_array<std::string_view>({"法律另有规定", "法规另有规定", "规定除外"});

/// What a clause says of a way around the system; empty: nothing.
std::string_view WayAround(std::string_view clause, bool is_title, bool is_material) {
  if (SpeaksAgainst(clause) || !AnyIn(clause, kByLaw).empty()) return {};
  if (const auto plain = AnyIn(clause, kPlain); !plain.empty()) return plain;
  if (is_title) return {};
  const std::string_view media = AnyIn(clause, kMedia);
  const bool acts = !AnyIn(clause, kVerbs).empty();
  if (!media.empty() && (acts || is_material)) return media;
  if (!acts || !AnyIn(clause, kNoChannels).empty() || !AnyIn(clause, kSystem).empty()) return {};
  return AnyIn(clause, kChannels);
}

/// The first way around the system in a text. A clause that goes on with 或者, 也 stands under what went before.
std::string_view WayIn(std::string_view text, bool is_title, bool is_material) {
  bool against = false;
  for (const std::string_view clause : ClausesOf(text)) {
    const bool goes_on = clause.starts_with("或") || clause.starts_with("也") || clause.starts_with("以及");
    against = SpeaksAgainst(clause) || (goes_on && against);
    const std::string_view way = against ? std::string_view() : WayAround(clause, is_title, is_material);
    if (!way.empty()) return way;
  }
  return {};
}

base::Words MessageFor(std::string_view way, std::string_view text) {
  const std::string quoted = "“" + Shortened(text) + "”";
  const std::string word = "“" + std::string(way) + "”";
  return {quoted + "里的" + word + "不是全国一体化政务大数据体系内的通道。",
          "In " + quoted + ", " + word + " is a channel outside the national integrated system."};
}

base::Words Help() {
  return {
      "改为通过全国一体化政务大数据体系，以服务接口、批量交换或者文件下载共享；法律、行政法规另有规定的，写明该规定。",
      "Share through the national integrated system, by interface, batch exchange or download; where a law or "
      "administrative regulation provides otherwise, name it."};
}

void Look(const Entry& entry, EntryFindings& findings) {
  const auto check = [&](std::string_view text, const std::string& pointer, const std::string& key, bool is_title,
                         bool is_material) {
    const std::string_view way = WayIn(text, is_title, is_material);
    if (!way.empty()) findings.Report(RuleCode::kK12, pointer, MessageFor(way, text), key).help = Help();
  };
  check(entry.title, "/title", "title", true, false);
  for (const Wording& wording : ConditionTexts(entry)) {
    check(wording.text, wording.pointer, wording.name, false, wording.where == Where::kMaterial);
  }
}

void LookAtApplication(const Application& application, Findings& findings) {
  const std::array<std::pair<const char*, std::string_view>, 3> texts = {
      {{"scenario", application.scenario}, {"purpose", application.purpose}, {"matter", application.matter}}};
  for (const auto& [member, text] : texts) {
    const std::string_view way = WayIn(text, false, false);
    if (way.empty()) continue;
    Finding& finding = findings.Report(RuleCode::kK12, application.span, MessageFor(way, text), member);
    finding.pointer = std::string("/") + member;
    finding.subject = application.id;
    finding.title = application.matter;
    finding.owner = application.applicant.name;
    finding.help = Help();
  }
}

void LookAtApplications(const ApplicationSubject& subject, Findings& findings) {
  for (const Application& application : subject.applications) LookAtApplication(application, findings);
}

}  // namespace

extern const Rule kK12{.entry = Look, .applications = LookAtApplications};

}  // namespace zhun::lint
