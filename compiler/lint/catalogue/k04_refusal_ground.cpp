#include <algorithm>

#include <fmt/format.h>

#include "compiler/lint/subject/entry.h"
#include "compiler/lint/subject/finding.h"
#include "runtime/law/standing.h"

namespace zhun::lint {
namespace {

using diagnostics::Severity;
using library::NoProhibition;

/// The instruments that can put data into the class that is not shared. A set: a decision of the State Council can,
/// a local regulation cannot, whatever their order.
bool CanForbid(law::Rank rank) {
  return rank == law::Rank::kLaw || rank == law::Rank::kAdministrativeRegulation ||
         rank == law::Rank::kStateCouncilDecision;
}

/// What is wrong with one ground; nothing in `message` where it may be one.
struct Verdict {
  base::Words message;
  Severity level = Severity::kError;
  base::Words help;
  bool forbids_nothing = false;  ///< valid, but of the wrong content: counts only where no other ground is left
};

const base::Words kCite = {
    "引用明确规定不能提供给其他政府部门的法律、行政法规或者国务院决定，写到条、款、项；没有这样的规定的，改为有条件共享"
    "。",
    "Cite article, paragraph and item of a law, an administrative regulation or a State Council decision that plainly "
    "forbids provision to other departments; where there is none, the entry is conditional."};

Verdict OfForce(std::string_view text, const law::Standing& standing) {
  if (standing.force == law::Force::kNoLonger) {
    return {{fmt::format("依据“{}”已经失效或者废止。", text), fmt::format("“{}” is no longer in force.", text)},
            Severity::kError,
            kCite};
  }
  return {{fmt::format("依据“{}”尚未施行。", text), fmt::format("“{}” is not yet in force.", text)},
          Severity::kError,
          kCite};
}

/// The row of the table that speaks of what is cited, or of a part of the article that is cited whole.
const NoProhibition* FindRow(const Background& background, const law::Instrument& instrument,
                             const law::Position& cited) {
  const auto same = [](int in_row, int in_citation) {
    return in_row == 0 || in_citation == 0 || in_row == in_citation;
  };
  const auto found = std::ranges::find_if(background.no_prohibitions, [&](const NoProhibition& row) {
    return row.instrument == instrument.id && row.place.article == cited.article &&
           row.place.article_insert == cited.article_insert && same(row.place.paragraph, cited.paragraph) &&
           same(row.place.item, cited.item);
  });
  return found == background.no_prohibitions.end() ? nullptr : &*found;
}

Verdict OfContent(std::string_view text, const Background& background, const law::Citation& citation,
                  const law::Standing& standing) {
  Verdict verdict{{}, Severity::kWarning, kCite, true};
  if (standing.provision == law::Provision::kWhole) {
    // Decisions of the State Council have no articles; where the structure is unknown nothing can be asked.
    if (standing.instrument->structure.empty()) return {};
    verdict.message = {fmt::format("依据“{}”只写了名称，没有写明是哪一条。", text),
                       fmt::format("“{}” names the whole instrument and no provision of it.", text)};
    return verdict;
  }
  const NoProhibition* row = FindRow(background, *standing.instrument, citation.from);
  if (row == nullptr) return {};
  verdict.message = {
      fmt::format("依据“{}”{}，没有明确规定不能提供给其他政府部门。", text, row->says.zh),
      fmt::format("“{}” {}; it does not plainly forbid provision to other departments.", text, row->says.en)};
  return verdict;
}

Verdict Judge(std::string_view text, const Background& background) {
  const auto citation = law::ParseCitation(text);
  if (!citation) {
    return {
        {fmt::format("“{}”不是法律、行政法规或者国务院决定的条款，不能作为不予共享的依据。", text),
         fmt::format("“{}” is no provision of a law, an administrative regulation or a State Council decision.", text)},
        Severity::kError,
        kCite};
  }
  const law::Standing standing = law::StandingOf(background.law, *citation, background.as_of);
  if (!standing.registered) {
    return {{fmt::format("依据“{}”没有登记，无法核对它是不是法律、行政法规或者国务院决定，是不是现行有效。", text),
             fmt::format("“{}” is not registered: its rank and force cannot be checked.", text)},
            Severity::kWarning,
            kCite};
  }
  if (!CanForbid(standing.rank)) {
    const base::Words& rank = law::RankLabel(standing.rank);
    return {{fmt::format("依据“{}”是{}，不是法律、行政法规或者国务院决定。", text, rank.zh),
             fmt::format("“{}” is a {}, not a law, an administrative regulation or a State Council decision.", text,
                         rank.en)},
            Severity::kError,
            kCite};
  }
  if (standing.force == law::Force::kNoLonger || standing.force == law::Force::kNotYet) return OfForce(text, standing);
  if (standing.provision == law::Provision::kNoSuchProvision) {
    return {{fmt::format("依据“{}”不存在：现行版本没有这一条款。", text),
             fmt::format("“{}” does not exist in the version in force.", text)},
            Severity::kError,
            kCite};
  }
  return OfContent(text, background, *citation, standing);
}

void ReportGround(std::size_t index, std::string_view text, Verdict verdict, EntryFindings& findings) {
  Finding& finding = findings.Report(RuleCode::kK04, fmt::format("/refusal/basis/{}", index),
                                     std::move(verdict.message), std::string(text));
  finding.level = verdict.level;
  finding.help = std::move(verdict.help);
}

void LookAtGrounds(const Entry& entry, EntryFindings& findings) {
  std::vector<Verdict> verdicts;
  for (const std::string_view text : entry.refusal.basis) verdicts.push_back(Judge(text, entry.background));
  // Beside a ground that may forbid, one that binds to confidentiality does no harm.
  const bool grounded =
      std::ranges::any_of(verdicts, [](const Verdict& verdict) { return verdict.message.zh.empty(); });
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    Verdict& verdict = verdicts[i];
    if (verdict.message.zh.empty() || (verdict.forbids_nothing && grounded)) continue;
    ReportGround(i, entry.refusal.basis[i], std::move(verdict), findings);
  }
}

void LookAtRefusal(const Entry& entry, EntryFindings& findings) {
  if (entry.refusal.reason.empty()) {
    findings
        .Report(RuleCode::kK04, "/refusal/reason",
                {"不予共享，没有列明理由。", "The entry is not shared, and no reason is stated."})
        .help = {"写明为什么不能提供给其他政府部门。", "Say why the data cannot be given to other departments."};
  }
  if (!Has(entry.json, "refusal.basis")) {
    findings
        .Report(RuleCode::kK04, "/refusal/basis",
                {"不予共享，没有写明法律、行政法规或者国务院决定的依据。",
                 "The entry is not shared, and no law, administrative regulation or State Council decision is cited."})
        .help = kCite;
  }
  LookAtGrounds(entry, findings);
}

/// Items that are kept back from an entry that is shared: the reason and the ground stand in `refusal` as well.
void LookAtItems(const Entry& entry, EntryFindings& findings) {
  for (std::size_t i = 0; i < entry.items.size(); ++i) {
    const Item& item = entry.items[i];
    if (item.sharing != "not_shared" || entry.refusal.given) continue;
    Finding& finding =
        findings.Report(RuleCode::kK04, fmt::format("/items/{}/sharing", i),
                        {fmt::format("数据项“{}”不予共享，没有列明理由和依据。", item.name),
                         fmt::format("Item “{}” is not shared, and neither reason nor ground is stated.", item.name)},
                        std::string(item.name));
    finding.level = Severity::kWarning;
    finding.help = kCite;
  }
}

void Look(const Entry& entry, EntryFindings& findings) {
  if (entry.IsOffline()) return;
  if (entry.sharing == "not_shared") return LookAtRefusal(entry, findings);
  LookAtItems(entry, findings);
}

}  // namespace

extern const Rule kK04{.entry = Look};

}  // namespace zhun::lint
