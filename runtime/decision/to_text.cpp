#include "runtime/decision/to_text.h"

#include <algorithm>

#include "runtime/decision/value_words.h"

namespace zhun::decision {
namespace {

using base::Language;
using base::Words;
using values::Value;
using vocabulary::Type;
using vocabulary::Vocabulary;

/// Fixed phrases of a reply.
struct Phrase {
  const char* zh;
  const char* en;
};
constexpr Phrase kTitle{"政务数据共享申请答复", "Reply to an application for sharing government data"};
constexpr Phrase kApplication{"申请编号", "Application"};
constexpr Phrase kApplicant{"需求部门", "Applicant"};
constexpr Phrase kEntry{"数据目录", "Catalogue entry"};
constexpr Phrase kProvider{"提供部门", "Provider"};
constexpr Phrase kAsOf{"基准日", "As of"};
constexpr Phrase kConclusion{"结论", "Decision"};
constexpr Phrase kReasons{"理由和依据", "Reasons and legal bases"};
constexpr Phrase kMissing{"需要补充的材料（一次性告知）", "What is to be supplied (all of it, notified once)"};
constexpr Phrase kFindings{"尚待认定的事项", "To be determined by officials"};
constexpr Phrase kItems{"数据项", "Items"};
constexpr Phrase kTerms{"共享条件", "Terms of sharing"};
constexpr Phrase kObligations{"应当履行的义务", "Obligations"};
constexpr Phrase kDeadlines{"期限", "Deadlines"};

Phrase EffectWords(const std::string& effect) {
  if (effect == "out_of_scope") return {"不适用", "out of scope"};
  if (effect == "not_requestable") return {"不可申请", "not requestable"};
  if (effect == "refuse") return {"不同意", "refused"};
  if (effect == "supplement") return {"补正", "to be supplemented"};
  if (effect == "refer") return {"转人工", "referred"};
  if (effect == "partial_grant") return {"剔除", "items cut"};
  if (effect == "notice") return {"提示", "notice"};
  return {"同意", "granted"};
}

class Letter {
 public:
  Letter(const Decision& decision, const Vocabulary& vocabulary, Language language, bool explain)
      : decision_(decision),
        vocabulary_(vocabulary),
        language_(language),
        explain_(explain) {}

  std::string Write() {
    Head();
    Reasons();
    Missing();
    Findings();
    Items();
    WriteTerms();
    Obligations();
    Deadlines();
    return std::move(out_);
  }

 private:
  bool Chinese() const { return language_ == Language::kChinese; }
  std::string Say(const Phrase& phrase) const { return Chinese() ? phrase.zh : phrase.en; }
  const std::string& Say(const Words& words) const { return base::In(language_, words); }
  std::string Day(base::Date date) const { return Chinese() ? base::FormatDateChinese(date) : base::FormatDate(date); }
  std::string Colon() const { return Chinese() ? "：" : ": "; }
  std::string Actor(const std::string& code) const {
    const vocabulary::Enumeration& actors = vocabulary_.enumerations[vocabulary::FindEnumeration(vocabulary_, "actor")];
    const std::uint16_t member = vocabulary::FindCode(actors, code);
    return member == vocabulary::kNone ? code : Say(actors.members[member].name);
  }

  void Line(const std::string& text) { out_ += text + "\n"; }
  void Pair(const Phrase& key, const std::string& value) {
    if (!value.empty()) Line(Say(key) + Colon() + value);
  }
  void Section(const Phrase& title) { Line(Chinese() ? "\n【" + Say(title) + "】" : "\n" + Say(title)); }

  void Head() {
    Line(Say(kTitle));
    Pair(kApplication, decision_.application_id);
    Pair(kApplicant, Say(decision_.applicant_name));
    Pair(kEntry, decision_.entry_id + (decision_.entry_title.zh.empty() ? "" : " " + Say(decision_.entry_title)));
    Pair(kProvider, Say(decision_.provider_name));
    Pair(kAsOf, Day(decision_.receipt.as_of));
    Line("");
    Pair(kConclusion, Say(decision_.label));
  }

  /// Each citation once with its text; text that was quoted before is not repeated.
  void Bases(const decision::Bases& bases, const std::string& indent) {
    for (const Basis& basis : bases) {
      std::string line = indent + (Chinese() ? "依据：" : "Basis: ") + basis.Citation();
      if (basis.condition) {
        line += Chinese() ? "，目录条件第" + basis.condition->number + "项"
                          : ", published condition " + basis.condition->number;
        if (!basis.condition->text.empty()) line += (Chinese() ? "“" : ": “") + basis.condition->text + "”";
      } else if (basis.Text() && quoted_.find("\n" + basis.Citation() + "\n") == std::string::npos) {
        line += (Chinese() ? "：“" : ": “") + *basis.Text() + "”";
        quoted_ += "\n" + basis.Citation() + "\n";
      }
      Line(line);
    }
  }

  void Reasons() {
    if (decision_.reasons.empty()) return;
    Section(kReasons);
    std::size_t number = 0;
    for (const Reason& reason : decision_.reasons) {
      if (IsDutyOfRefusal(reason)) continue;
      Line(std::to_string(++number) + ". " +
           (Chinese() ? "〔" + Say(EffectWords(reason.effect)) + "〕" : "[" + Say(EffectWords(reason.effect)) + "] ") +
           Say(reason.text) + Named(reason.items));
      if (explain_) Line((Chinese() ? "   规则：" : "   Rule: ") + reason.rule);
      if (explain_ || reason.effect == "refuse" || reason.effect == "notice") Facts(reason);
      Bases(reason.basis, "   ");
    }
  }

  /// That reasons must be given is said by giving them; the duty itself stands among the obligations.
  bool IsDutyOfRefusal(const Reason& reason) const {
    const auto same = [&](const Obligation& duty) { return duty.id == reason.rule; };
    return decision_.decision == "refuse" &&
           std::any_of(decision_.obligations.begin(), decision_.obligations.end(), same);
  }

  /// （姓名、住址）: which items a reason is about.
  std::string Named(const std::vector<std::string>& items) const {
    if (items.empty()) return "";
    std::string names;
    for (const std::string& item : items) names += (names.empty() ? "" : Chinese() ? "、" : ", ") + item;
    return Chinese() ? "（" + names + "）" : " (" + names + ")";
  }

  void Facts(const Reason& reason) {
    for (const FactSeen& fact : reason.facts) {
      const std::string& what = fact.label.zh.empty() ? fact.path : Say(fact.label);
      std::string line = "   " + what + (Chinese() ? "：现为“" : ": is “") + Say(fact.value) + "”";
      if (!fact.required.zh.empty()) line += (Chinese() ? "，应" : ", must be: ") + Say(fact.required);
      Line(line);
    }
  }

  Phrase StateWords(const std::string& state) const {
    if (state == "defective") return {"有瑕疵", "defective"};
    return state == "pending" ? Phrase{"待核实", "pending"} : Phrase{"未提供", "absent"};
  }

  void Missing() {
    if (decision_.missing.empty()) return;
    Section(kMissing);
    std::size_t number = 0;
    for (const decision::Missing& each : decision_.missing) {
      std::string line = std::to_string(++number) + ". " + Say(each.label) + (Chinese() ? "（" : " (") +
                         Say(StateWords(each.state)) + (Chinese() ? "）" : ")");
      if (each.when) line += (Chinese() ? "——" : " - ") + Say(*each.when);
      Line(line);
      if (explain_) Line("   " + each.path);
      if (!each.reason.zh.empty()) Line("   " + Say(each.reason));
      Bases(each.basis, "   ");
    }
  }

  void Findings() {
    if (decision_.findings.empty()) return;
    Section(kFindings);
    std::size_t number = 0;
    for (const Finding& finding : decision_.findings) {
      Line(std::to_string(++number) + ". " + Actor(finding.by) + Colon() + Say(finding.question));
      Bases(finding.basis, "   ");
    }
  }

  void Items() {
    if (decision_.items.empty()) return;
    Section(kItems);
    for (const Item& item : decision_.items) {
      Line("- " + item.name + Colon() +
           (item.granted ? (Chinese() ? "提供" : "provided") : (Chinese() ? "不提供" : "not provided")));
      if (!item.granted && decision_.terms) Bases(item.basis, "  ");
    }
  }

  void Term(const char* key, const Value& value) {
    if (!value.IsKnown() || (values::IsList(value) && value.list->elements.empty())) return;
    const vocabulary::Record& application = vocabulary_.records[vocabulary::FindRecord(vocabulary_, "application")];
    const vocabulary::Attribute& attribute = application.attributes[vocabulary::FindKey(application, key)];
    const Words& label = attribute.label.zh.empty() ? attribute.name : attribute.label;
    Line("- " + Say(label) + Colon() + Say(ValueWords(vocabulary_, value, attribute.type)));
  }

  void WriteTerms() {
    if (!decision_.terms) return;
    const Terms& terms = *decision_.terms;
    Section(kTerms);
    Term("applicant", terms.applicant);
    Term("purpose", terms.purpose);
    Term("regions", terms.regions);
    Term("mode", terms.mode);
    Term("returns", terms.returns);
    Term("period", terms.period);
    Term("third_parties", terms.third_parties);
    Term("processors", terms.processors);
    for (const Reason& condition : terms.conditions) {
      Line("- " + Say(condition.text));
      Bases(condition.basis, "  ");
    }
  }

  void Obligations() {
    if (decision_.obligations.empty()) return;
    Section(kObligations);
    std::size_t number = 0;
    for (const Obligation& each : decision_.obligations) {
      std::string who;
      for (const std::string& bearer : each.bearers)
        who += (who.empty() ? "" : Chinese() ? "、" : ", ") + Actor(bearer);
      std::string line = std::to_string(++number) + ". " + who + Colon() + Say(each.text);
      if (each.until)
        line += Chinese() ? "（至少至" + Day(*each.until) + "）" : " (at least until " + Day(*each.until) + ")";
      if (each.when) line += Chinese() ? "（条件：" + Say(*each.when) + "）" : " (when " + Say(*each.when) + ")";
      Line(line);
      if (each.limit) Line((Chinese() ? "   期限：" : "   Time limit: ") + Say(*each.limit));
      Bases(each.basis, "   ");
      for (const Basis& basis : each.sanction)
        Line((Chinese() ? "   违反的责任：" : "   Liability: ") + basis.Citation());
    }
  }

  void Deadlines() {
    if (decision_.deadlines.empty()) return;
    Section(kDeadlines);
    for (const Deadline& each : decision_.deadlines) {
      const std::string length = std::to_string(each.amount) + (Chinese() ? "" : " ") + Say(each.unit_name);
      std::string line = "- " + Say(each.name) + (Chinese() ? "（" : " (") + Actor(each.actor) +
                         (Chinese() ? "）：自" : "): from ") + Day(each.from) + (Chinese() ? "起" : ", ") + length +
                         (Chinese() ? "内，" : ", ");
      if (each.due) {
        line += (Chinese() ? "至" : "due ") + Day(*each.due);
      } else {
        line += (Chinese() ? "届满日待节假日安排公布后确定" : "due once the calendar is announced");
        if (each.not_before)
          line += Chinese() ? "，不早于" + Day(*each.not_before) : ", not before " + Day(*each.not_before);
      }
      Line(line);
    }
  }

  const Decision& decision_;
  const Vocabulary& vocabulary_;
  Language language_;
  bool explain_;
  std::string quoted_;
  std::string out_;
};

}  // namespace

std::string ToText(const Decision& decision, const Vocabulary& vocabulary, Language language, bool explain) {
  return Letter(decision, vocabulary, language, explain).Write();
}

}  // namespace zhun::decision
