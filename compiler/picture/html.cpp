#include <fmt/format.h>

#include "compiler/picture/line.h"
#include "compiler/picture/markup.h"
#include "compiler/picture/picture.h"
#include "compiler/picture/style.h"

namespace zhun::picture {
namespace {

using base::Words;
using timeline::Deadline;
using timeline::Result;

class Page {
 public:
  Page(const Result& result, const Speaker& speaker) : result_(result), speaker_(speaker) {}

  std::string Write() {
    const std::string title = Say({"案件时间线", "The case over time"});
    out_ = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{} {}</title>\n"
        "<style>{}</style>\n</head>\n<body>\n",
        speaker_.Chinese() ? "zh-CN" : "en", title, Escaped(Id()), kStyle);
    Head(title);
    States();
    out_ += "<div class=\"scroll\">\n" + TimeLine(result_, speaker_) + "</div>\n";
    Events();
    Breaches();
    Deadlines();
    Powers();
    Obligations();
    Doubts();
    Foot();
    return out_ + "</body>\n</html>\n";
  }

 private:
  const std::string& Say(const Words& words) const { return speaker_.Say(words); }
  const std::string& Id() const { return result_.application.empty() ? result_.entry : result_.application; }
  void Heading(const Words& words) { out_ += "<h2>" + Escaped(Say(words)) + "</h2>\n"; }
  void None(const Words& words) { out_ += "<p class=\"none\">" + Escaped(Say(words)) + "</p>\n"; }

  void Head(const std::string& title) {
    out_ += "<h1>" + title + "</h1>\n<p class=\"facts\">";
    const auto fact = [&](const Words& name, const std::string& value) {
      if (!value.empty()) out_ += "<span>" + Escaped(Say(name)) + " <b>" + Escaped(value) + "</b></span>";
    };
    fact({"申请编号", "Application"}, result_.application);
    fact({"需求部门", "Applicant"}, result_.applicant);
    fact({"提供部门", "Provider"}, result_.provider);
    fact({"数据目录", "Entry"}, result_.title.empty() ? result_.entry : result_.title + "（" + result_.entry + "）");
    fact({"结论", "Conclusion"},
         result_.conclusion.empty()
             ? ""
             : Say(result_.conclusion_label) +
                   (result_.conclusion_recorded ? "" : Say({"（按规则判定）", " (by the rules)"})));
    fact({"基准日", "As of"}, speaker_.Day(base::ShanghaiDate(result_.receipt.as_of)));
    out_ += "</p>\n";
  }

  void States() {
    out_ += "<ul class=\"states\">";
    for (const timeline::State& state : result_.states)
      out_ += "<li><span>" + Escaped(Say(state.name)) + "</span>" + Escaped(Say(state.label)) + "</li>";
    out_ += "</ul>\n";
  }

  void Events() {
    out_ += "<ol class=\"events\">\n";
    for (const timeline::EventSeen& event : result_.events) {
      out_ += "<li>" + speaker_.Day(base::ShanghaiDate(event.at)) + " " + Escaped(Say(event.name));
      if (!event.by.empty()) out_ += " <span class=\"by\">" + Escaped(speaker_.Actors({event.by})) + "</span>";
      if (event.derived)
        out_ += " <span class=\"by\">" + Escaped(Say({"（由其他记录得出）", "(follows from the record)"})) + "</span>";
      out_ += "</li>\n";
    }
    out_ += "</ol>\n";
  }

  std::string Law(const decision::Bases& bases, const Words& key) {
    std::string text;
    for (const decision::Basis& basis : bases)
      text += (text.empty() ? "" : speaker_.Chinese() ? "、" : "; ") + basis.Citation();
    return text.empty() ? "" : "<div class=\"law\">" + Escaped(Say(key) + text) + "</div>";
  }
  std::string Basis(const timeline::RuleSeen& rule) { return Law(rule.basis, {"依据：", "Basis: "}); }
  std::string Liability(const timeline::RuleSeen& rule) {
    return Law(rule.sanction, {"可能的责任：", "Possible liability: "});
  }

  void Breaches() {
    Heading({"有违反风险的事项", "What may have been breached"});
    if (result_.breaches.empty()) return None({"没有发现。", "Nothing was found."});
    out_ += "<ul class=\"list\">\n";
    for (const timeline::Breach& breach : result_.breaches) {
      const std::string who = speaker_.Actors(breach.actors);
      out_ += "<li><b>" + speaker_.Day(breach.on) + "</b> " + Escaped(who) +
              (who.empty()          ? ""
               : speaker_.Chinese() ? "："
                                    : ": ");
      if (breach.event) out_ += Escaped(Say({"〔" + breach.event->name.zh + "〕", "[" + breach.event->name.en + "] "}));
      out_ += Escaped(Say(breach.text)) + Basis(breach) + Liability(breach) + "</li>\n";
    }
    out_ += "</ul>\n";
  }

  static std::string TagOf(const Deadline& deadline) {
    return deadline.keep ? "keep" : std::string(timeline::CodeOf(deadline.status));
  }

  void Deadlines() {
    Heading({"期限", "Deadlines"});
    if (result_.deadlines.empty()) return None({"没有正在计算的期限。", "No time limit is running."});
    out_ += "<table>\n<thead><tr>";
    for (const Words& head : {Words{"事项", "Duty"}, Words{"由谁", "Bearer"}, Words{"期限", "Time limit"},
                              Words{"届满日", "Last day"}, Words{"状况", "Status"}})
      out_ += "<th>" + Escaped(Say(head)) + "</th>";
    out_ += "</tr></thead>\n<tbody>\n";
    for (const Deadline& deadline : result_.deadlines) Row(deadline);
    out_ += "</tbody>\n</table>\n";
  }

  void Row(const Deadline& deadline) {
    const std::string end = deadline.due          ? speaker_.Day(*deadline.due)
                            : deadline.not_before ? Say({"不早于", "not before "}) + speaker_.Day(*deadline.not_before)
                                                  : "—";
    out_ += "<tr><td>" + Escaped(Say(deadline.name)) + Basis(deadline) + "</td><td>" +
            Escaped(speaker_.Actors(deadline.actors)) + "</td><td>" + Escaped(speaker_.LengthOf(deadline));
    const auto note = [&](const std::string& text) { out_ += "<div class=\"note\">" + Escaped(text) + "</div>"; };
    if (deadline.extended_from)
      note(Say({"已延长，原至", "extended; first due "}) + speaker_.Day(*deadline.extended_from));
    if (deadline.note) note(Say(*deadline.note));
    if (deadline.when) note(Say({"条件：", "when: "}) + Say(*deadline.when));
    out_ += "</td><td class=\"day\">" + Escaped(end) + "</td><td><span class=\"tag " + TagOf(deadline) + "\">" +
            Escaped(speaker_.StatusOf(deadline)) + "</span>";
    if (deadline.met_on) note(speaker_.Day(*deadline.met_on) + Say({"履行", " done"}));
    out_ += "</td></tr>\n";
  }

  void Powers() {
    if (result_.powers.empty()) return;
    Heading({"可以采取的措施", "Powers"});
    out_ += "<ul class=\"list\">\n";
    for (const timeline::Power& power : result_.powers) {
      out_ += "<li>" + Escaped(speaker_.Actors(power.actors) + (speaker_.Chinese() ? "：" : ": ") + Say(power.text));
      for (const Words& words : power.preconditions)
        out_ += "<div class=\"note\">" + Escaped(Say({"先决条件：", "needs: "}) + Say(words)) + "</div>";
      out_ += Basis(power) + "</li>\n";
    }
    out_ += "</ul>\n";
  }

  void Obligations() {
    if (result_.obligations.empty()) return;
    Heading({"没有期限的义务", "Obligations without a time limit"});
    out_ += "<ul class=\"list\">\n";
    for (const timeline::Obligation& each : result_.obligations) {
      out_ += "<li>" + Escaped(speaker_.Actors(each.actors) + (speaker_.Chinese() ? "：" : ": ") + Say(each.text));
      if (each.met)
        out_ +=
            " <span class=\"tag met\">" + Escaped(Say({"已履行 ", "met "}) + speaker_.Day(*each.met_on)) + "</span>";
      out_ += Basis(each) + "</li>\n";
    }
    out_ += "</ul>\n";
  }

  void Doubts() {
    if (result_.doubts.empty()) return;
    Heading({"记录不全，不能判断的事项", "What the record does not settle"});
    out_ += "<ul class=\"list\">\n";
    for (const timeline::Doubt& doubt : result_.doubts) {
      out_ += "<li>" + speaker_.Day(base::ShanghaiDate(doubt.event.at)) + " " + Escaped(Say(doubt.event.name)) +
              (speaker_.Chinese() ? "：" : ": ") + Escaped(Say(doubt.text)) + Basis(doubt) + "</li>\n";
    }
    out_ += "</ul>\n";
  }

  void Foot() {
    std::string readings;
    for (const auto& [key, value] : result_.receipt.readings)
      readings += (readings.empty() ? "" : ", ") + key + "=" + value;
    out_ += "<footer>" +
            Escaped(Say({"期限到最后一日24:00（北京时间）为止。口径：",
                         "A time limit ends at 24:00 of its last day in Shanghai. Readings: "}) +
                    readings) +
            "<br>" + Escaped(Say({"案卷 ", "case "}) + result_.receipt.paper) + "<br>" +
            Escaped(Say({"策略 ", "policies "}) + result_.receipt.policies) + "</footer>\n";
  }

  const Result& result_;
  const Speaker& speaker_;
  std::string out_;
};

}  // namespace

std::string ToHtml(const Result& result, const vocabulary::Vocabulary& vocabulary, base::Language language) {
  const Speaker speaker(vocabulary, language);
  return Page(result, speaker).Write();
}

}  // namespace zhun::picture
