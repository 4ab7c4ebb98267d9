#include "runtime/timeline/answer_text.h"

namespace zhun::timeline {
namespace {

using base::Language;
using base::Words;

class Letter {
 public:
  Letter(const vocabulary::Vocabulary& vocabulary, Language language)
      : vocabulary_(vocabulary),
        language_(language),
        chinese_(language == Language::kChinese) {}

  std::string Write(const Result& result) {
    Head(result);
    States(result);
    Breaches(result);
    Deadlines(result);
    Obligations(result);
    Powers(result);
    Doubts(result);
    return std::move(out_);
  }

 private:
  const std::string& Say(const Words& words) const { return base::In(language_, words); }
  std::string Day(base::Date date) const { return chinese_ ? base::FormatDateChinese(date) : base::FormatDate(date); }
  std::string Day(std::int64_t seconds) const { return Day(base::ShanghaiDate(seconds)); }
  void Line(const std::string& text) { out_ += text + "\n"; }
  void Pair(const Words& key, const std::string& value) {
    if (!value.empty()) Line(Say(key) + (chinese_ ? "：" : ": ") + value);
  }
  void Section(const Words& title) { Line(chinese_ ? "\n【" + title.zh + "】" : "\n" + title.en); }

  std::string Actors(const std::vector<std::string>& codes) const {
    const vocabulary::Enumeration& actors = vocabulary_.enumerations[vocabulary::FindEnumeration(vocabulary_, "actor")];
    std::string text;
    for (const std::string& code : codes) {
      const std::uint16_t member = vocabulary::FindCode(actors, code);
      text += (text.empty() ? ""
               : chinese_   ? "、"
                            : ", ") +
              (member == vocabulary::kNone ? code : Say(actors.members[member].name));
    }
    return text;
  }

  void Head(const Result& result) {
    Line(Say({"案件进展", "The case over time"}));
    Pair({"申请编号", "Application"}, result.application);
    Pair({"需求部门", "Applicant"}, result.applicant);
    Pair({"数据目录", "Catalogue entry"}, result.entry + (result.title.empty() ? "" : " " + result.title));
    Pair({"提供部门", "Provider"}, result.provider);
    Pair({"基准日", "As of"}, Day(result.receipt.as_of));
    if (result.conclusion.empty()) return;
    const Words source = result.conclusion_recorded
                             ? Words{"（已答复）", " (as replied)"}
                             : Words{"（按规则判定，尚无答复记录）", " (by the rules; no reply is on record)"};
    Pair({"结论", "Conclusion"}, Say(result.conclusion_label) + Say(source));
  }

  void States(const Result& result) {
    Section({"进展", "Where things stand"});
    for (const State& state : result.states) Pair(state.name, Say(state.label));
  }

  void Cite(const decision::Bases& bases, const Words& key) {
    for (const decision::Basis& basis : bases) {
      std::string line = "   " + Say(key) + basis.Citation();
      if (basis.condition)
        line += chinese_ ? "，目录条件第" + basis.condition->number + "项"
                         : ", published condition " + basis.condition->number;
      Line(line);
    }
  }
  void Cite(const RuleSeen& rule) {
    Cite(rule.basis, {"依据：", "Basis: "});
    Cite(rule.sanction, {"可能的责任：", "Possible liability: "});
  }

  void Facts(const std::vector<decision::FactSeen>& facts) {
    for (const decision::FactSeen& fact : facts) {
      std::string line = "   " + (fact.label.zh.empty() ? fact.path : Say(fact.label)) +
                         (chinese_ ? "：现为“" + fact.value.zh + "”" : ": is “" + fact.value.en + "”");
      if (!fact.required.zh.empty()) line += (chinese_ ? "，应" : ", must be: ") + Say(fact.required);
      Line(line);
    }
  }

  void Breaches(const Result& result) {
    if (result.breaches.empty()) return;
    Section({"有违反风险的事项", "What may have been breached"});
    std::size_t number = 0;
    for (const Breach& breach : result.breaches) {
      const std::string who = Actors(breach.actors);
      Line(std::to_string(++number) + ". " + Day(breach.on) + (chinese_ ? "，" : ", ") + who +
           (who.empty() ? ""
            : chinese_  ? "："
                        : ": ") +
           (breach.event ? Event(*breach.event) : std::string()) + Say(breach.text));
      Facts(breach.facts);
      Cite(breach);
    }
  }

  std::string Event(const EventSeen& event) const {
    const Words name = event.name;
    return chinese_ ? "〔" + name.zh + "〕" : "[" + name.en + "] ";
  }

  std::string StatusWords(const Deadline& deadline) const {
    if (deadline.stopped_on)
      return chinese_ ? "等待补正，自" + Day(*deadline.stopped_on) + "起停止计算"
                      : "clock stopped on " + Day(*deadline.stopped_on);
    if (deadline.keep)
      return Say(deadline.status == Status::kMet ? Words{"已保存满期", "kept long enough"}
                                                 : Words{"保存中", "to be kept"});
    switch (deadline.status) {
      case Status::kPending: return Say({"未到期", "pending"});
      case Status::kMet:
        return Say({"按时履行", "met"}) +
               (chinese_ ? "（" + Day(*deadline.met_on) + "）" : " on " + Day(*deadline.met_on));
      case Status::kOverdue: {
        const std::string late = std::to_string(deadline.days_late);
        if (deadline.met_on)
          return chinese_ ? "逾期" + late + "日履行（" + Day(*deadline.met_on) + "）"
                          : "done " + late + " days late, on " + Day(*deadline.met_on);
        return chinese_ ? "已逾期" + late + "日" : late + " days overdue";
      }
      case Status::kProvisional: return Say({"暂定", "provisional"});
    }
    return "";
  }

  void Deadlines(const Result& result) {
    if (result.deadlines.empty()) return;
    Section({"期限", "Deadlines"});
    for (const Deadline& each : result.deadlines) {
      const std::string length = std::to_string(each.amount) + (chinese_ ? "" : " ") + Say(each.unit_name);
      const Words event = each.anchor.name;
      std::string line =
          "- " + Say(each.name) + (chinese_ ? "（" : " (") + Actors(each.actors) + (chinese_ ? "）：" : "): ");
      line += chinese_
                  ? "自" + event.zh + "（" + Day(each.from) + "）起" + (each.keep ? "不少于" : "不超过") + length
                  : (each.keep ? "at least " : "within ") + length + " from " + event.en + " (" + Day(each.from) + ")";
      if (each.due) line += (chinese_ ? "，至" : ", until ") + Day(*each.due);
      if (!each.due && each.not_before)
        line += chinese_ ? "，届满日待节假日安排公布后确定，不早于" + Day(*each.not_before)
                         : ", due once the calendar is announced, not before " + Day(*each.not_before);
      Line(line + (chinese_ ? "。" : ". ") + StatusWords(each));
      if (each.extended_from)
        Line(chinese_ ? "   原期限至" + Day(*each.extended_from) + "，已经延长"
                      : "   extended; first due " + Day(*each.extended_from));
      if (each.note) Line("   " + Say(*each.note));
      if (each.when) Line((chinese_ ? "   条件：" : "   When: ") + Say(*each.when));
    }
  }

  void Obligations(const Result& result) {
    if (result.obligations.empty()) return;
    Section({"没有期限的义务", "Obligations without a time limit"});
    for (const Obligation& each : result.obligations) {
      std::string line = "- " + Actors(each.actors) + (chinese_ ? "：" : ": ") + Say(each.text);
      if (each.since)
        line += chinese_ ? "（因" + Day(each.since->at) + "的事件“" + each.since->name.zh + "”）"
                         : " (since " + Day(each.since->at) + ")";
      if (each.met) line += chinese_ ? "——已履行（" + Day(*each.met_on) + "）" : " - met on " + Day(*each.met_on);
      Line(line);
    }
  }

  void Powers(const Result& result) {
    if (result.powers.empty()) return;
    Section({"可以采取的措施", "Powers"});
    for (const Power& each : result.powers) {
      Line("- " + Actors(each.actors) + (chinese_ ? "：" : ": ") + Say(each.text));
      for (const Words& words : each.preconditions) Line((chinese_ ? "   先决条件：" : "   Needs: ") + Say(words));
      Cite(each.basis, {"依据：", "Basis: "});
    }
  }

  void Doubts(const Result& result) {
    if (result.doubts.empty()) return;
    Section({"记录不全，不能判断的事项", "What the record does not settle"});
    for (const Doubt& each : result.doubts) {
      Line("- " + Day(each.event.at) + (chinese_ ? "" : " ") + Event(each.event) + Say(each.name) +
           (chinese_ ? "：" : ": ") + Say(each.text));
    }
  }

  const vocabulary::Vocabulary& vocabulary_;
  Language language_;
  bool chinese_;
  std::string out_;
};

}  // namespace

std::string ToText(const Result& result, const vocabulary::Vocabulary& vocabulary, Language language) {
  return Letter(vocabulary, language).Write(result);
}

}  // namespace zhun::timeline
