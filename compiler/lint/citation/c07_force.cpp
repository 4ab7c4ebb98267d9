#include "compiler/lint/citation/written.h"
#include "compiler/lint/subject/application.h"

/// Instruments that are not, or soon no longer, in force. The compiler looks at the first day of the policy; a reviewer
/// also at the day of the review and the weeks after it.
namespace zhun::lint {
namespace {

constexpr std::int64_t kDaysAhead = 90;

struct Said {
  base::Words message;
  diagnostics::Severity level = diagnostics::Severity::kError;
};

base::Words Day(base::Date date) { return {base::FormatDateChinese(date), base::FormatDate(date)}; }

/// Whether the citation means something when this version has ended: none is named, and another follows.
bool GoesOn(const law::Registry& registry, const law::Citation& cited, base::Date last) {
  return cited.version.empty() && law::VersionInForce(registry, cited.instrument, base::AddDays(last, 1)) != nullptr;
}

/// What is to be said of a citation as of `day`; nothing where it is in force and stays so.
std::optional<Said> ForceOf(const law::Registry& registry, const law::Citation& cited, base::Date day) {
  const law::Standing standing = law::StandingOf(registry, cited, day);
  if (!standing.registered || standing.instrument == nullptr) return std::nullopt;
  const std::string name = InstrumentAsCited(cited);
  const auto& [from, to] = std::pair(standing.instrument->effective_from, standing.instrument->effective_to);
  if (standing.force == law::Force::kNoLonger && to) {
    const base::Words last = Day(*to);
    return Said{{name + "施行至" + last.zh + "，已经失效。", name + " was in force until " + last.en + "."}};
  }
  if (standing.force == law::Force::kNotYet && from) {
    const base::Words first = Day(*from);
    return Said{{name + "自" + first.zh + "起施行，尚未生效。", name + " is in force from " + first.en + " only."}};
  }
  if (standing.force != law::Force::kInForce || !to || *to > base::AddDays(day, kDaysAhead)) return std::nullopt;
  if (GoesOn(registry, cited, *to)) return std::nullopt;
  const base::Words last = Day(*to);
  return Said{{name + "施行至" + last.zh + "，此后没有依据。", name + " is in force until " + last.en + " only."},
              diagnostics::Severity::kWarning};
}

constexpr std::string_view kHelp = "改引现行有效的规定，或者给策略写明失效日期";
constexpr std::string_view kHelpEnglish = "Cite what is in force, or give the policy a last day";

void LookAtPolicies(const PolicySubject& subject, Findings& findings) {
  const law::Registry& registry = subject.background.law;
  ForEachWritten(subject, [&](const Written& written) {
    const auto first = FirstDayOf(written.policy);
    const auto day = DayOfReview(written.policy, subject.background.as_of);
    if (!first || !day) return;
    const law::Standing at_first = law::StandingOf(registry, written.cited, *first);
    const bool told = at_first.force == law::Force::kNotYet || at_first.force == law::Force::kNoLonger;
    if (told) return;  // by the compiler
    auto said = ForceOf(registry, written.cited, *day);
    if (!said) return;
    Finding& finding =
        findings.Report(RuleCode::kC07, written.tree.span, std::move(said->message), InstrumentAsCited(written.cited));
    finding.level = said->level;
    finding.help = {std::string(kHelp), std::string(kHelpEnglish)};
  });
}

void LookAtApplications(const ApplicationSubject& subject, Findings& findings) {
  for (const Application& application : subject.applications) {
    for (std::size_t i = 0; i < application.basis.size(); ++i) {
      const auto cited = law::ParseCitation(application.basis[i]);
      auto said = cited ? ForceOf(subject.background.law, *cited, subject.background.as_of) : std::nullopt;
      if (!said) continue;
      Finding& finding =
          findings.Report(RuleCode::kC07, application.span, std::move(said->message), InstrumentAsCited(*cited));
      finding.level = said->level;
      finding.pointer = "/basis/" + std::to_string(i);
      finding.subject = application.id;
    }
  }
}

}  // namespace

extern const Rule kC07{
    .policies = LookAtPolicies, .applications = LookAtApplications, .adopts = {diagnostics::Code::kNotInForce}};

}  // namespace zhun::lint
