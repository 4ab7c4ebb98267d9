#include "compiler/lint/citation/written.h"
#include "runtime/law/renumbering.h"

/// Articles that a revision moved or rewrote. Where an article is now, the registry's renumberings know; whether the
/// author meant the old number, three situations tell, the last of which only asks.
namespace zhun::lint {
namespace {

/// After a revision has been in force for so long, a bare number is taken to be the new one.
constexpr std::int64_t kMonthsOfDoubt = 12;

std::string PlacesOf(const std::vector<law::Position>& places) {
  std::string text;
  for (const law::Position& place : places) text += (text.empty() ? "" : "、") + law::PrintPosition(place);
  return text;
}

/// Name and the number of a version.
std::string NameOf(const law::Instrument& version) {
  return version.labels.empty() ? base::FormatDate(version.effective_from.value_or(base::Date{}))
                                : version.labels.front();
}

base::Words WhereNow(const law::Relocation& moved) {
  if (moved.now.empty()) return {"现行文本中没有相应条文", "nothing corresponds to it in the text in force"};
  const std::string places = PlacesOf(moved.now);
  if (moved.amended) return {"现为" + places + "，文字也有修改", "it is now " + places + ", in other words"};
  return {"现为" + places, "it is now " + places};
}

/// What to write instead; the words are for the author to compare.
base::Words WriteInstead(const law::Citation& cited, const law::Relocation& moved) {
  if (moved.now.empty())
    return {"对照现行文本，改引仍然有效的条款", "Compare the text in force and cite what still holds"};
  const std::string instead =
      law::PrintCitation({cited.instrument, NameOf(*moved.to), moved.now.front(), std::nullopt});
  return {"对照现行文本后，写作 " + instead, "Compare the text in force, then write " + instead};
}

class Checking {
 public:
  Checking(const PolicySubject& subject, Findings& findings)
      : law_(subject.background.law),
        as_of_(subject.background.as_of),
        findings_(findings) {}

  void Look(const Written& written) {
    const auto first = FirstDayOf(written.policy);
    if (!first || written.cited.from.article == 0) return;
    if (!written.bare) {
      LookAtNamedVersion(written, *first);
    } else if (!LookAtRevisedSince(written, *first)) {
      AskWhichIsMeant(written, *first);
    }
  }

 private:
  /// The version that is named was replaced before the policy begins.
  void LookAtNamedVersion(const Written& written, base::Date first) {
    const auto moved = law::Renumbered(law_, written.cited, first);
    if (moved) Tell(written, *moved, "已由后来的修订取代", "was replaced by a later revision");
  }

  /// Right on the first day of the policy; the law was revised since.
  bool LookAtRevisedSince(const Written& written, base::Date first) {
    const auto day = DayOfReview(written.policy, as_of_);
    const law::Instrument* then = law::VersionInForce(law_, written.cited.instrument, first);
    if (!day || then == nullptr || then == law::VersionInForce(law_, written.cited.instrument, *day)) return false;
    law::Citation cited = written.cited;
    cited.version = NameOf(*then);
    const auto moved = law::Renumbered(law_, cited, *day);
    if (moved)
      Tell(written, *moved, "所在的文件在策略施行以后修订", "stands in an instrument revised after the policy began");
    return true;
  }

  /// The number is that of two different articles, the old and the new, and the revision is fresh.
  void AskWhichIsMeant(const Written& written, base::Date first) {
    const auto moved = law::Renumbered(law_, written.cited, first);
    if (!moved || !moved->to->effective_from) return;
    const law::Position here{written.cited.from.article, written.cited.from.article_insert, 0, 0, 0};
    const bool stayed = moved->now.size() == 1 && moved->now.front().article == here.article;
    if (stayed || base::AddMonths(*moved->to->effective_from, kMonthsOfDoubt) < first) return;
    const std::string place = law::PrintPosition(here), name = "《" + written.cited.instrument + "》";
    const base::Words now = WhereNow(*moved);
    Finding& finding = Report(
        written, {name + "修订后条号变动：原" + place + now.zh + "，看不出引的是修订前还是修订后的" + place + "。",
                  "A revision moved the articles of " + name + ": of the old " + place + ", " + now.en +
                      "; which of the two is meant cannot be seen."});
    finding.level = diagnostics::Severity::kWarning;
    const std::string version = name + "（" + NameOf(*moved->to) + "）";
    finding.help = {"核对条文；引的是现行文本的，写明版本：" + version + place,
                    "Compare the texts; where the one in force is meant, name its version: " + version + place};
  }

  void Tell(const Written& written, const law::Relocation& moved, const std::string& zh, const std::string& en) {
    const std::string cited = law::PrintCitation(written.cited);
    const base::Words now = WhereNow(moved);
    Finding& finding = Report(written, {cited + zh + "，" + now.zh + "。", cited + " " + en + "; " + now.en + "."});
    const bool elsewhere = moved.now.size() != 1 || moved.now.front() != written.cited.from;
    finding.level = elsewhere ? diagnostics::Severity::kError : diagnostics::Severity::kWarning;
    finding.help = WriteInstead(written.cited, moved);
  }

  Finding& Report(const Written& written, base::Words message) {
    return findings_.Report(RuleCode::kC03, written.tree.span, std::move(message), law::PrintCitation(written.cited));
  }

  const law::Registry& law_;
  base::Date as_of_;
  Findings& findings_;
};

void Look(const PolicySubject& subject, Findings& findings) {
  Checking checking(subject, findings);
  ForEachWritten(subject, [&](const Written& written) { checking.Look(written); });
}

}  // namespace

extern const Rule kC03{.policies = Look};

}  // namespace zhun::lint
