#include "compiler/lint/run.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "compiler/lint/adopt.h"
#include "compiler/lint/cache.h"
#include "compiler/lint/entries.h"
#include "compiler/lint/locate.h"
#include "compiler/lint/rules.h"
#include "compiler/lint/selection.h"
#include "compiler/lint/subject/application.h"
#include "compiler/lint/subject/policies.h"
#include "compiler/lint/waivers.h"

namespace zhun::lint {
namespace {

/// The steps of a run, in order; each adds to the outcome.
class Running {
 public:
  Running(const Request& request, Outcome& outcome)
      : request_(request),
        outcome_(outcome),
        background_{request.library.vocabulary,     request.library.law, request.library.regions,
                    request.library.calendar,       request.settings,    request.as_of,
                    request.library.no_prohibitions} {
    for (const pipeline::PolicyFile& file : request.wanted) under_review_.insert(file.path.string());
  }

  void Compile() {
    if (request_.files.empty()) return;
    compiled_ =
        pipeline::Compile(request_.library, request_.files, pipeline::Step::kEmit, outcome_.compilation, messages_);
    messages_.Sort();
    const auto& policies = outcome_.compilation.model.policies;
    for (std::uint32_t i = 0; i < policies.size(); ++i) {
      const std::string& file = outcome_.compilation.sources[policies[i].source].name;
      if (under_review_.contains(file)) wanted_.push_back(i);
    }
    outcome_.policies = wanted_.size();
    for (const std::uint32_t policy : wanted_) outcome_.subjects.push_back(policies[policy].code);
  }

  void LookAtCatalogue() {
    if (!request_.catalogue) return;
    const base::SourceId source = Add(*request_.catalogue);
    entries_.emplace(LookAtEntries(request_, background_, source, outcome_.compilation.sources));
    outcome_.entries = entries_->catalogue.Rows().size();
    for (const EntryRow& row : entries_->catalogue.Rows()) outcome_.subjects.push_back(row.id);
    std::ranges::move(entries_->findings, std::back_inserter(outcome_.findings));
    RunEach(&Rule::catalogue, CatalogueSubject{background_, entries_->catalogue});
    Adopt(request_, std::move(entries_->faults), outcome_);
  }

  void LookAtApplications() {
    if (!request_.applications) return;
    const base::SourceId source = Add(*request_.applications);
    values::Arena arena;
    std::vector<Application> applications;
    std::vector<values::Json> documents;  // the applications point into it
    const std::vector<TextRange> ranges = DocumentsIn(outcome_.compilation.sources[source].text);
    documents.reserve(ranges.size());
    for (const auto& [begin, end] : ranges) {
      const base::Span span{source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
      const auto& sources = outcome_.compilation.sources;
      const auto json = values::ReadJson(sources.TextOf(span), sources[source].name, arena, outcome_.faults);
      if (json) applications.push_back(ReadApplication(documents.emplace_back(*json), span));
    }
    outcome_.applications = applications.size();
    for (const Application& application : applications) outcome_.subjects.emplace_back(application.id);
    RunEach(&Rule::applications, ApplicationSubject{background_, applications, CatalogueOrNone()});
  }

  void LookAtPolicies() {
    if (request_.files.empty()) return;
    if (!wanted_.empty()) {
      PolicySubject subject{background_,       request_.library, outcome_.compilation, messages_, wanted_,
                            CatalogueOrNone(), compiled_};
      subject.IndexRules();
      RunEach(&Rule::policies, subject);
    }
    Adopt(request_, messages_.All(), outcome_);  // a file of which nothing could be read has no policy, but messages
  }

  void Finish() {
    std::erase_if(outcome_.findings, [&](Finding& finding) { return !Attribute(finding); });
    SetLevels();
    ApplyWaivers(request_, wanted_, outcome_);
    LookAtWaivers();
    Sort();
    std::ranges::sort(outcome_.subjects);
  }

 private:
  base::SourceId Add(const DocumentText& document) {
    return outcome_.compilation.sources.Add(document.name, document.text);
  }
  const Catalogue* CatalogueOrNone() const { return entries_ ? &entries_->catalogue : nullptr; }

  template <class Subject>
  void RunEach(void (*Rule::*look)(const Subject&, Findings&), const Subject& subject) {
    for (const RuleRow& row : RuleRows()) {
      const auto function = BehaviourOf(row.code).*look;
      if (function == nullptr || !Runs(request_, row.code)) continue;
      Findings findings;
      function(subject, findings);
      std::ranges::move(findings.All(), std::back_inserter(outcome_.findings));
      for (const Findings::Open& open : findings.AllUndecided()) outcome_.undecided.push_back(open);
    }
  }

  /// Says whose finding it is, where it stands in a policy. False for one about a policy that is not under review.
  bool Attribute(Finding& finding) const {
    const base::SourceStore& sources = outcome_.compilation.sources;
    if (!finding.subject.empty() || !finding.span.source.IsValid()) return true;
    if (finding.key.empty()) finding.key = sources.TextOf(finding.span);
    if (entries_) AttributeToEntry(finding);
    const auto& policies = outcome_.compilation.model.policies;
    for (const sema::Policy& policy : policies) {
      const base::Span whole = policy.tree->span;
      if (policy.source != finding.span.source || finding.span.begin < whole.begin || finding.span.end > whole.end) {
        continue;
      }
      finding.subject = policy.code;
      finding.title = policy.name;
      finding.owner = policy.issuer;
      break;
    }
    const std::string& file = sources[finding.span.source].name;
    return !finding.pointer.empty() || under_review_.contains(file);
  }

  /// Messages that a rule took over from the reading of an entry name their place alone.
  void AttributeToEntry(Finding& finding) const {
    const auto rows = entries_->catalogue.Rows();  // in the order of the file
    const auto row =
        std::ranges::lower_bound(rows, finding.span.begin, {}, [](const EntryRow& each) { return each.span.begin; });
    if (row == rows.end() || row->span != finding.span) return;
    finding.subject = row->id;
    finding.title = row->title;
    finding.owner = row->provider;
  }

  /// What the settings say of the rule, at the place if a pattern speaks of it, the last one that does.
  RuleLevel LevelOf(const Finding& finding) const {
    RuleLevel level = finding.level;
    const auto apply = [&](const std::map<RuleCode, RuleLevel>& levels) {
      const auto found = levels.find(finding.rule);
      if (found != levels.end()) level = found->second;
    };
    apply(request_.settings.levels);
    if (request_.settings.paths.empty()) return level;
    const std::string& name = outcome_.compilation.sources[finding.span.source].name;
    const std::string file = NameUnder(request_.settings, name);
    for (const PathLevels& path : request_.settings.paths) {
      if (Matches(path.pattern, file) || Matches(path.pattern, finding.subject)) apply(path.levels);
    }
    return level;
  }

  void SetLevels() {
    std::erase_if(outcome_.findings, [&](Finding& finding) {
      if (!finding.span.source.IsValid()) return false;
      const RuleLevel level = LevelOf(finding);
      if (level) finding.level = *level;
      return !level.has_value();
    });
  }

  void LookAtWaivers() {
    WaiverSubject subject{outcome_.waivers, request_.settings.file, request_.as_of, {}};
    for (const RuleRow& row : RuleRows()) {
      const Rule& rule = BehaviourOf(row.code);
      const bool about_entries = row.text.starts_with('K') || (rule.policies == nullptr && rule.adopts.empty());
      if (!Runs(request_, row.code) || (about_entries && !request_.catalogue)) subject.not_run.push_back(row.code);
    }
    const std::size_t before = outcome_.findings.size();
    RunEach(&Rule::waivers, subject);
    for (std::size_t i = before; i < outcome_.findings.size(); ++i) Attribute(outcome_.findings[i]);
  }

  void Sort() {
    std::ranges::stable_sort(outcome_.findings, {}, [](const Finding& finding) {
      return std::tuple(finding.span.source, finding.span.begin, finding.rule);
    });
  }

  const Request& request_;
  Outcome& outcome_;
  Background background_;
  diagnostics::Sink messages_{10'000};
  bool compiled_ = false;
  std::set<std::string> under_review_;  ///< names of files
  std::vector<std::uint32_t> wanted_;    ///< policies in them
  std::optional<EntryPass> entries_;
};

Outcome RunRules(const Request& request) {
  Outcome outcome;
  Running running(request, outcome);
  running.Compile();
  running.LookAtCatalogue();
  running.LookAtApplications();
  running.LookAtPolicies();
  running.Finish();
  return outcome;
}

}  // namespace

Outcome Run(const Request& request) {
  if (request.cache == nullptr) return RunRules(request);
  if (std::optional<Outcome> kept = Recall(request)) return std::move(*kept);
  Outcome outcome = RunRules(request);
  Keep(request, outcome);
  return outcome;
}

}  // namespace zhun::lint
