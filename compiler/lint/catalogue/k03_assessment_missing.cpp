#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "compiler/lint/subject/entry.h"
#include "compiler/lint/subject/finding.h"

namespace zhun::lint {
namespace {

/// How far the entry has come: what must be done by then.
bool IsAssessed(const Entry& entry) { return !entry.status.empty() && entry.status != "draft" && !entry.IsOffline(); }
bool IsApproved(const Entry& entry) { return IsAssessed(entry) && entry.status != "assessed"; }

bool HoldsPersonal(const Entry& entry) {
  return std::ranges::any_of(entry.items, [](const Item& item) {
    return item.personal == "ordinary" || item.personal == "sensitive" || item.minor;
  });
}

// Offices and posts inside a department, none of which is its head.
constexpr std::array<std::string_view, 7> kOffices = {"共享工作机构", "信息中心", "数据中心", "信息化处",
                                                      "信息处",       "科技处",   "数据科"};
constexpr std::array<std::string_view, 3> kHeadsOfUnits = {"处长", "科长", "股长"};
constexpr std::array<std::string_view, 4> kStaff = {"科员", "经办人", "联络员", "管理员"};

/// What follows the provider's own name, where the text begins with it.
std::string_view PostIn(const Entry& entry) {
  std::string_view post = entry.assessments.approved_by;
  const std::string_view body = entry.provider.name;
  if (!body.empty() && post.starts_with(body)) post.remove_prefix(body.size());
  return post;
}

bool IsBelowTheHead(const Entry& entry) {
  const std::string_view post = PostIn(entry);
  // A provider that is itself called so (某省信息中心, 某公路管理处) is headed by such a post.
  const auto in_office = [&](std::string_view office) {
    return post.find(office) != std::string_view::npos && entry.provider.name.find(office) == std::string_view::npos;
  };
  const auto heads_unit = [&](std::string_view last) { return post.ends_with(last) && post.size() > last.size(); };
  const auto is_staff = [&](std::string_view last) { return post.ends_with(last); };
  return std::ranges::any_of(kOffices, in_office) || std::ranges::any_of(kHeadsOfUnits, heads_unit) ||
         std::ranges::any_of(kStaff, is_staff);
}

void Report(EntryFindings& findings, std::string pointer, base::Words message, base::Words help) {
  findings.Report(RuleCode::kK03, std::move(pointer), std::move(message)).help = std::move(help);
}

void LookAtAssessments(const Entry& entry, EntryFindings& findings) {
  if (!entry.assessments.secrecy_done_on) {
    Report(findings, "/assessments/secrecy",
           {"没有保密风险评估的完成日期。", "No day on which the secrecy assessment was completed."},
           {"完成保密风险评估，写明 done_on。", "Complete the assessment and state done_on."});
  }
  if (!entry.assessments.privacy_done_on && HoldsPersonal(entry)) {
    Report(findings, "/assessments/privacy",
           {"数据项含有个人信息，没有个人信息保护影响评估的完成日期。",
            "Items are personal, and there is no day on which the privacy assessment was completed."},
           {"完成个人信息保护影响评估，写明 done_on。", "Complete the assessment and state done_on."});
  }
}

void LookAtOrder(const Entry& entry, EntryFindings& findings) {
  const Assessments& done = entry.assessments;
  const auto later = [&](const std::optional<base::Date>& day, std::string_view pointer, base::Words name) {
    if (!day || *day <= *done.approved_on) return;
    Report(
        findings, std::string(pointer),
        {fmt::format("部门负责人{}同意，而{}{}才完成。", base::FormatDateChinese(*done.approved_on), name.zh,
                     base::FormatDateChinese(*day)),
         fmt::format("The head of the department consented on {}, before the {} was completed on {}.",
                     base::FormatDate(*done.approved_on), name.en, base::FormatDate(*day))},
        {"评估以后重新报部门负责人审核同意。", "Have the head of the department consent again, after the assessment."});
  };
  later(done.secrecy_done_on, "/assessments/secrecy/done_on", {"保密风险评估", "secrecy assessment"});
  later(done.privacy_done_on, "/assessments/privacy/done_on", {"个人信息保护影响评估", "privacy assessment"});
}

void LookAtConsent(const Entry& entry, EntryFindings& findings) {
  const Assessments& done = entry.assessments;
  if (done.approved_by.empty()) {
    Report(
        findings, "/assessments/approved_by",
        {"没有写明由哪位部门负责人审核同意。", "It is not stated who, as head of the department, consented."},
        {"报部门负责人审核同意，写明 approved_by。", "Have the head of the department consent and state approved_by."});
  } else if (IsBelowTheHead(entry)) {
    Report(findings, "/assessments/approved_by",
           {fmt::format("审核同意的是“{}”，不是部门负责人。", done.approved_by),
            fmt::format("Consent was given by “{}”, who is not the head of the department.", done.approved_by)},
           {"目录须经部门负责人审核同意；共享工作机构负责人同意的是申请和答复。",
            "The head of the department consents to the catalogue; the head of the sharing office to applications."});
  }
  if (!done.approved_on) {
    Report(findings, "/assessments/approved_on",
           {"没有部门负责人审核同意的日期。", "No day on which the head of the department consented."},
           {"写明 approved_on。", "State approved_on."});
  } else {
    LookAtOrder(entry, findings);
  }
}

void Look(const Entry& entry, EntryFindings& findings) {
  if (!IsAssessed(entry)) return;
  LookAtAssessments(entry, findings);
  if (IsApproved(entry)) LookAtConsent(entry, findings);
}

}  // namespace

extern const Rule kK03{.entry = Look};

}  // namespace zhun::lint
