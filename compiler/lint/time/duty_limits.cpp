#include "compiler/lint/time/duty_limits.h"

#include <algorithm>
#include <set>

#include "compiler/lint/subject/paths.h"
#include "runtime/law/standing.h"

namespace zhun::lint {
namespace {

constexpr std::string_view kUnconditional = "unconditional";
constexpr std::string_view kConditional = "conditional";

/// The class of the policy's entry where the catalogue has it; empty otherwise.
std::string SharingOf(const PolicySubject& subject, const sema::Policy& policy) {
  if (subject.catalogue == nullptr) return {};
  const EntryRow* row = subject.catalogue->Find(policy.entry_id, policy.entry_version);
  return row == nullptr ? std::string() : row->sharing;
}

/// Whether the duty's own words or its entry say that it concerns one class of entries only.
bool DependsOnClass(const PolicySubject& subject, const sema::Rule& duty) {
  bool reads = false;
  for (const sema::ExprId condition : {duty.when, duty.limit->length}) {
    ForEachModelExpression(subject, condition, true, [&](sema::ExprId id, const sema::Expr&) {
      reads = reads || KeysOf(subject, id) == "entry.sharing";
    });
  }
  return reads;
}

bool RestsOnCatalogue(const sema::Rule& duty) {
  return std::ranges::any_of(duty.basis,
                             [](const sema::Citation& each) { return each.kind == sema::Citation::Kind::kCatalogue; });
}

/// The classes that a duty is judged for. Where nothing says that it concerns unconditional entries, they are left out:
/// the policy of an entry is nearly always one of a conditional entry.
std::vector<std::string_view> ClassesOf(const PolicySubject& subject, const sema::Rule& duty, For which) {
  std::vector<std::string_view> classes;
  const std::string published = SharingOf(subject, subject.Policy(duty.policy));
  const bool depends = DependsOnClass(subject, duty);  // the entry may yet change its class
  const auto concerns = [&](std::string_view sharing) {
    if (!depends && !published.empty() && published != sharing) return false;
    return HoldsFor(subject, duty.when, sharing) != false;
  };
  const bool said = published == kUnconditional || depends;
  const bool unconditional = said && !RestsOnCatalogue(duty) && concerns(kUnconditional);
  if (which != For::kConditional && unconditional) classes.push_back(kUnconditional);
  if (which != For::kUnconditional && concerns(kConditional)) classes.push_back(kConditional);
  return classes;
}

/// A limit that goes beyond the one it is measured by.
struct Excess {
  const sema::Rule* measure = nullptr;
  Length own, allowed;
  Overrun overrun;
};

/// Whether one of the measure's limits for the class can be ended before one of the duty's.
std::optional<Excess> ExcessOver(const PolicySubject& subject, const sema::Rule& duty, const sema::Rule& measure,
                                 std::string_view sharing) {
  const std::vector<Length> allowed = LengthsFor(subject, measure.limit->length, sharing);
  if (allowed.size() != 1) return std::nullopt;
  for (const Length& own : LengthsFor(subject, duty.limit->length, sharing)) {
    const auto overrun = OutlastsSomewhere(subject.background, own, allowed.front());
    if (overrun) return Excess{&measure, own, allowed.front(), *overrun};
  }
  return std::nullopt;
}

base::Words InMarks(const base::Words& words) { return {"“" + words.zh + "”", "“" + words.en + "”"}; }

/// The measure, as messages name it: by the provision it rests on.
std::string Named(const PolicySubject& subject, const sema::Rule& measure) {
  const std::vector<std::string> basis = BasisOf(subject, measure);
  return basis.empty() ? "「" + measure.name + "」" : basis.front();
}

/// The provisions of the measure beside those of the rule.
void AddBasis(const PolicySubject& subject, const sema::Rule& measure, Finding& finding) {
  const std::vector<std::string>& already = RowOf(finding.rule).basis;
  for (std::string& each : BasisOf(subject, measure)) {
    if (std::ranges::find(already, each) == already.end()) finding.basis.push_back(std::move(each));
  }
}

base::Words Example(const PolicySubject& subject, const Excess& excess) {
  if (!excess.overrun.from) return {};
  const auto& vocabulary = subject.library.vocabulary;
  const base::Words own = WordsOf(vocabulary, excess.own), allowed = WordsOf(vocabulary, excess.allowed);
  const base::Date from = *excess.overrun.from;
  const base::Date ends = excess.overrun.one_ends, other = excess.overrun.other_ends;
  return {"例如自" + base::FormatDateChinese(from) + "起，" + own.zh + "到" + base::FormatDateChinese(ends) + "，而" +
              allowed.zh + "到" + base::FormatDateChinese(other) + "。",
          " From " + base::FormatDate(from) + ", for example, a limit of " + own.en + " ends on " +
              base::FormatDate(ends) + ", one of " + allowed.en + " on " + base::FormatDate(other) + "."};
}

void Report(const PolicySubject& subject, Findings& findings, RuleCode rule, const sema::Rule& duty,
            const Excess& excess) {
  const auto& vocabulary = subject.library.vocabulary;
  const base::Words from = InMarks(vocabulary.events[duty.limit->event].name);
  const base::Words to = InMarks(vocabulary.events[duty.met_by].name);
  const base::Words own = WordsOf(vocabulary, excess.own), allowed = WordsOf(vocabulary, excess.allowed);
  const std::string law = Named(subject, *excess.measure);
  const base::Words example = Example(subject, excess);
  Finding& finding = findings.Report(rule, PlaceOf(subject, duty, ast::ClauseKind::kFrom),
                                     {"义务「" + duty.name + "」规定从" + from.zh + "到" + to.zh + "不超过" + own.zh +
                                          "，长于" + law + "规定的" + allowed.zh + "。" + example.zh,
                                      "Duty 「" + duty.name + "」 allows " + own.en + " from " + from.en + " to " +
                                          to.en + ", longer than the " + allowed.en + " of " + law + "." + example.en},
                                     duty.name);
  AddBasis(subject, *excess.measure, finding);
  finding.help = {"改为不超过" + allowed.zh + "；期限可以缩短，不能延长",
                  "write at most " + allowed.en + "; a limit may be shorter than the law's, never longer"};
}

/// Two duties of one policy with one condition and the same events, and limits that differ.
void ReportContradiction(const PolicySubject& subject, Findings& findings, RuleCode rule,
                         const std::vector<const sema::Rule*>& duties, For which) {
  const auto& sources = subject.Sources();
  const auto condition = [&](const sema::Rule& duty) {
    return duty.when.IsValid() ? sources.TextOf(subject.Model().exprs[duty.when].span) : std::string_view();
  };
  for (std::size_t i = 1; i < duties.size(); ++i) {
    const sema::Rule &first = *duties[i - 1], &second = *duties[i];
    if (condition(first) != condition(second) || ClassesOf(subject, second, which).empty()) continue;
    const auto one = LengthsFor(subject, first.limit->length, kConditional);
    const auto other = LengthsFor(subject, second.limit->length, kConditional);
    if (one == other || one.size() != 1 || other.size() != 1) continue;
    const auto& vocabulary = subject.library.vocabulary;
    const base::Words before = WordsOf(vocabulary, one.front()), after = WordsOf(vocabulary, other.front());
    Finding& finding = findings.Report(rule, PlaceOf(subject, second, ast::ClauseKind::kFrom),
                                       {"同一件事有两个期限：义务「" + first.name + "」不超过" + before.zh +
                                            "，义务「" + second.name + "」不超过" + after.zh + "。",
                                        "The same act has two limits: " + before.en + " in duty 「" + first.name +
                                            "」, " + after.en + " in duty 「" + second.name + "」."},
                                       second.name + "/" + first.name);
    finding.labels.push_back({PlaceOf(subject, first, ast::ClauseKind::kFrom), {"另一个期限", "the other limit"}});
    finding.help = {"只保留一项义务；情形不同的，用“当”分开", "keep one duty, or tell the two cases apart with when"};
  }
}

void ReportNoExtension(const PolicySubject& subject, Findings& findings, RuleCode rule, const sema::Rule& duty,
                       const sema::Rule& measure) {
  const std::string law = Named(subject, measure);
  Finding& finding =
      findings.Report(rule, PlaceOf(subject, duty, ast::ClauseKind::kExtend),
                      {"义务「" + duty.name + "」可以延长，而" + law + "没有规定这一期限可以延长。",
                       "Duty 「" + duty.name + "」 can be extended, but " + law + " allows no extension."},
                      duty.name);
  AddBasis(subject, measure, finding);
  finding.help = {"删去“延长”", "delete extend"};
}

void ReportLongerExtension(const PolicySubject& subject, Findings& findings, RuleCode rule, const sema::Rule& duty,
                           const sema::Rule& measure) {
  const auto& vocabulary = subject.library.vocabulary;
  const Length own{duty.extension->amount, duty.extension->unit};
  const Length allowed{measure.extension->amount, measure.extension->unit};
  if (own.unit == vocabulary::kNone || !OutlastsSomewhere(subject.background, own, allowed)) return;
  const base::Words one = WordsOf(vocabulary, own), other = WordsOf(vocabulary, allowed);
  const std::string law = Named(subject, measure);
  Finding& finding = findings.Report(
      rule, PlaceOf(subject, duty, ast::ClauseKind::kExtend),
      {"义务「" + duty.name + "」可以延长" + one.zh + "，而" + law + "规定最长" + other.zh + "。",
       "Duty 「" + duty.name + "」 can be extended by " + one.en + "; " + law + " allows at most " + other.en + "."},
      duty.name + "/length");
  AddBasis(subject, measure, finding);
  finding.help = {"改为延长不超过" + other.zh, "extend by at most " + other.en};
}

}  // namespace

std::vector<const sema::Rule*> DutiesBetween(const PolicySubject& subject, std::uint32_t policy, Between between) {
  const auto& vocabulary = subject.library.vocabulary;
  const std::uint16_t from = vocabulary::FindEvent(vocabulary, between.from);
  const std::uint16_t met_by = vocabulary::FindEvent(vocabulary, between.met_by);
  std::vector<const sema::Rule*> duties;
  for (const sema::Rule* rule : subject.RulesOf(policy)) {
    if (rule->limit && !rule->limit->at_least && rule->limit->event == from && rule->met_by == met_by) {
      duties.push_back(rule);
    }
  }
  return duties;
}

std::vector<const sema::Rule*> MeasuresOf(const PolicySubject& subject, const sema::Rule& duty) {
  if (!duty.limit) return {};
  std::vector<const sema::Rule*> measures = subject.BaseDuties(duty.limit->event, duty.met_by);
  const std::string& issuer = subject.Policy(duty.policy).issuer;
  const bool base = subject.Policy(duty.policy).role == sema::Role::kBase;
  std::erase_if(measures, [&](const sema::Rule* each) {
    const bool own = each->policy == duty.policy || (base && subject.Policy(each->policy).issuer == issuer);
    return own || each->limit->at_least != duty.limit->at_least;
  });
  return measures;
}

base::Span PlaceOf(const PolicySubject& subject, const sema::Rule& rule, ast::ClauseKind kind) {
  const ast::Rule* tree = subject.TreeOf(rule);
  const ast::Clause* clause = tree == nullptr ? nullptr : ClauseOf(tree->clauses, kind);
  return clause == nullptr ? rule.span : clause->span;
}

std::vector<std::string> BasisOf(const PolicySubject& subject, const sema::Rule& rule) {
  std::vector<std::string> basis;
  for (const sema::Citation& each : rule.basis) {
    if (each.kind != sema::Citation::Kind::kProvision) continue;
    basis.push_back(law::CanonicalText(subject.library.law, each.provision, subject.background.as_of));
  }
  return basis;
}

void ReportLongLimit(const PolicySubject& subject, Findings& findings, RuleCode rule, const sema::Rule& duty,
                     For which) {
  for (const std::string_view sharing : ClassesOf(subject, duty, which)) {
    for (const sema::Rule* measure : MeasuresOf(subject, duty)) {
      const auto excess = ExcessOver(subject, duty, *measure, sharing);
      if (excess) return Report(subject, findings, rule, duty, *excess);
    }
  }
}

void ReportLongLimits(const PolicySubject& subject, Findings& findings, RuleCode rule, Between between, For which) {
  for (const std::uint32_t policy : subject.wanted) {
    if (subject.Policy(policy).role != sema::Role::kEntry) continue;
    const auto duties = DutiesBetween(subject, policy, between);
    for (const sema::Rule* duty : duties) ReportLongLimit(subject, findings, rule, *duty, which);
    ReportContradiction(subject, findings, rule, duties, which);
  }
}

void ReportExtension(const PolicySubject& subject, Findings& findings, RuleCode rule, const sema::Rule& duty) {
  if (!duty.extension) return;
  for (const sema::Rule* measure : MeasuresOf(subject, duty)) {
    if (!measure->extension) {
      ReportNoExtension(subject, findings, rule, duty, *measure);
      continue;
    }
    ReportLongerExtension(subject, findings, rule, duty, *measure);
  }
}

}  // namespace zhun::lint
