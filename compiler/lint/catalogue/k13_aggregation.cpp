#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "compiler/lint/catalogue/names.h"
#include "compiler/lint/catalogue/wording.h"
#include "compiler/lint/subject/application.h"
#include "compiler/lint/subject/finding.h"

namespace zhun::lint {
namespace {

constexpr std::size_t kFewest = 3;  // kinds of sensitive items that together draw a picture of a person

/// An application that asks for sensitive items in detail, with a number by which persons are joined.
struct Asking {
  const Application* application = nullptr;
  base::Date from, to;
  std::set<std::string> sensitive;  ///< plain names
};

std::optional<base::Date> DateAt(const Application& application, std::string_view member) {
  const values::Json* period = values::Member(*application.json, "period");
  return period == nullptr ? std::nullopt : base::ParseDate(ReadText(values::Member(*period, member)));
}

/// Only details can be joined: a check or a total says nothing of a person that was not known before.
bool AsksForDetails(const Application& application) {
  return application.returns.empty() || application.returns == "detail";
}

/// Whether the applicant has thought of it.
bool SpeaksOfJoining(const Application& application) {
  constexpr auto kWords = std::to_array<std::string_view>({"汇聚", "关联", "融合"});
  return !AnyIn(application.scenario, kWords).empty();
}

std::optional<Asking> ReadAsking(const Application& application, const Catalogue& catalogue) {
  const auto from = DateAt(application, "from");
  const auto to = DateAt(application, "to");
  const bool joins = std::ranges::any_of(application.items, [](auto item) { return JoinsPersons(PlainName(item)); });
  const EntryRow* row = catalogue.Find(application.entry, application.entry_version);
  if (!from || !to || !joins || row == nullptr || !AsksForDetails(application)) return std::nullopt;
  const auto opened = catalogue.Open(*row);
  if (!opened) return std::nullopt;
  Asking asking{&application, *from, *to, {}};
  for (const Item& item : opened->entry->items) {
    const bool asked = std::ranges::find(application.items, item.name) != application.items.end();
    const std::string plain = PlainName(item.name);
    if (asked && item.personal == "sensitive" && !JoinsPersons(plain)) asking.sensitive.insert(plain);
  }
  if (asking.sensitive.empty()) return std::nullopt;
  return asking;
}

bool Overlap(const Asking& one, const Asking& other) { return !(one.to < other.from) && !(other.to < one.from); }

/// The names, in quotation marks.
std::string Quoted(const std::set<std::string>& names, const char* between) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "“" : between + std::string("“")) + name + "”";
  return text;
}

void Report(const Application& last, const std::vector<const Asking*>& others, const std::set<std::string>& together,
            Findings& findings) {
  Finding& finding =
      findings.Report(RuleCode::kK13, last.span,
                      {"与同一需求部门的其他申请合起来，可以按证件号码把" + Quoted(together, "、") + "关联到同一个人。",
                       "Together with other applications of this applicant, " + Quoted(together, ", ") +
                           " can be joined for one person by identity number."},
                      std::string(last.entry));
  finding.pointer = "/items";
  finding.subject = last.id;
  finding.title = last.matter;
  finding.owner = last.applicant.name;
  for (const Asking* other : others) {
    finding.labels.push_back(
        {other->application->span, {"同时使用的另一申请", "another application for the same time"}});
  }
  finding.help = {"只需要核验结果的，改为核验；确需明细的，在使用场景里写明防范汇聚、关联风险的措施。",
                  "Ask for a check where its result is enough; where details are needed, say in the scenario what is "
                  "done against the risk of aggregation."};
}

/// The first application of an applicant that, with earlier ones running at the same time, joins too much.
void LookAtApplicant(const std::vector<Asking>& all, Findings& findings) {
  for (std::size_t i = 1; i < all.size(); ++i) {
    std::set<std::string> together = all[i].sensitive;
    std::vector<const Asking*> others;
    for (std::size_t j = 0; j < i; ++j) {
      if (!Overlap(all[i], all[j]) || all[i].application->entry == all[j].application->entry) continue;
      others.push_back(&all[j]);
      together.insert(all[j].sensitive.begin(), all[j].sensitive.end());
    }
    if (others.empty() || together.size() < kFewest) continue;
    Report(*all[i].application, others, together, findings);
    return;
  }
}

void Look(const ApplicationSubject& subject, Findings& findings) {
  if (subject.catalogue == nullptr) return;
  std::map<std::string_view, std::size_t> index;
  std::vector<std::vector<Asking>> applicants;  // in the order of the file
  for (const Application& application : subject.applications) {
    const Organisation& body = application.applicant;
    const std::string_view who = body.code.empty() ? body.name : body.code;
    if (who.empty() || SpeaksOfJoining(application)) continue;
    auto asking = ReadAsking(application, *subject.catalogue);
    if (!asking) continue;
    const auto [at, added] = index.emplace(who, applicants.size());
    if (added) applicants.emplace_back();
    applicants[at->second].push_back(std::move(*asking));
  }
  for (const std::vector<Asking>& all : applicants) LookAtApplicant(all, findings);
}

}  // namespace

extern const Rule kK13{.applications = Look};

}  // namespace zhun::lint
