#include "compiler/scenario/compare_later.h"

#include <algorithm>
#include <map>

#include "compiler/scenario/expected_names.h"

namespace zhun::scenario {
namespace {

using base::Words;

class Later {
 public:
  Later(const Scenario& scenario, const program::Bundle& bundle, base::Date day, diagnostics::Sink& sink)
      : scenario_(scenario),
        test_(*scenario.test),
        bundle_(bundle),
        day_(day),
        sink_(sink) {}

  std::vector<Words> OfUse(const use::Judged& judged) {
    const vocabulary::Enumerator& verdict = use::NameOf(bundle_.vocabulary, judged.verdict);
    Codes reasons, bases;
    for (const use::Reason& reason : judged.reasons) {
      reasons.insert(reason.rule);
      Cite(reason.basis, bases);
      Cite(reason.sanction, bases);
    }
    const auto expected = MemberCalled(test_.outcome, [](const std::string& key) { return key == "use_answer"; });
    if (expected && expected->code != verdict.code)
      Differ("结论：应为 " + expected->name.zh + "，实为 " + verdict.name.zh + "；理由：" + Joined(reasons),
             "answer: expected " + expected->name.en + ", got " + verdict.name.en + "; reasons: " + Joined(reasons));
    Named({"理由", "reasons"}, test_.reasons, reasons);
    Cited(bases);
    NotHere(!test_.duties.empty() || !test_.powers.empty() || test_.no_breach || test_.states.size() > 1);
    return std::move(differences_);
  }

  std::vector<Words> OfCase(const timeline::Result& result) {
    States(result);
    Codes breaches, bases, powers;
    for (const timeline::Breach& breach : result.breaches) {
      breaches.insert(breach.id);
      Cite(breach.basis, bases);
      Cite(breach.sanction, bases);
    }
    for (const timeline::Power& power : result.powers) powers.insert(power.id);
    if (test_.no_breach && !breaches.empty())
      Differ("不应有违反，实有：" + Joined(breaches), "no breach was expected, but there are " + Joined(breaches));
    Named({"理由", "breaches"}, test_.reasons, breaches);
    Named({"权力", "powers"}, test_.powers, powers);
    Cited(bases);
    Duties(result);
    NotHere(false);
    return std::move(differences_);
  }

 private:
  void Differ(std::string zh, std::string en) { differences_.push_back({std::move(zh), std::move(en)}); }

  static std::string Joined(const Codes& codes) {
    std::string text;
    for (const std::string& code : codes) text += (text.empty() ? "" : "、") + code;
    return text.empty() ? "—" : text;
  }

  static void Cite(const decision::Bases& bases, Codes& codes) {
    for (const decision::Basis& basis : bases) {
      codes.insert(WithoutState(basis.Citation()));
      if (basis.condition) codes.insert("#" + basis.condition->number);
    }
  }

  /// Words that only decisions have: a test that expected them here would never fail by them.
  void NotHere(bool more) {
    if (!more && !test_.missing_given && !test_.findings_given && !test_.items_given) return;
    Differ("这里写的期望，有的只对申请的决定有意义",
           "some of what is expected here is only there in decisions on applications");
  }

  /// The member of one of the enumerations that `wanted` takes; reports a word that none has.
  template <class Wanted>
  const vocabulary::Enumerator* MemberCalled(const ast::Token& word, Wanted wanted) {
    Words words, type;
    for (const vocabulary::Enumeration& each : bundle_.vocabulary.enumerations) {
      if (!wanted(each.key)) continue;
      type = each.name;
      for (const vocabulary::Enumerator& member : each.members) {
        if (vocabulary::Names(member.name, word.text)) return &member;
        words.zh += (words.zh.empty() ? "" : "、") + member.name.zh;
        words.en += (words.en.empty() ? "" : ", ") + member.name.en;
      }
    }
    sink_.Report(diagnostics::Code::kNotAMember, word.span, {{"word", word.text}, {"type", type}, {"words", words}});
    return nullptr;
  }

  void States(const timeline::Result& result) {
    for (const ast::Token& word : test_.states) {
      const vocabulary::Enumerator* member =
          MemberCalled(word, [](const std::string& key) { return key.ends_with("_state"); });
      if (member == nullptr) continue;
      for (const timeline::State& state : result.states) {
        const vocabulary::Enumeration& states =
            bundle_.vocabulary.enumerations[vocabulary::FindEnumeration(bundle_.vocabulary, state.matter + "_state")];
        const bool own = member >= states.members.data() && member < states.members.data() + states.members.size();
        if (!own || state.code == member->code) continue;
        Differ(state.name.zh + "：应为 " + member->name.zh + "，实为 " + state.label.zh,
               state.name.en + ": expected " + member->name.en + ", got " + state.label.en);
      }
    }
  }

  void Named(const Words& what, const std::vector<ast::Token>& names, const Codes& there) {
    for (const ast::Token& name : names) {
      const Codes codes = RuleCodes(scenario_, bundle_.program, name, there, {"规则", "rule"}, sink_);
      const auto is_there = [&](const std::string& code) { return there.contains(code); };
      if (codes.empty() || std::ranges::any_of(codes, is_there)) continue;
      Differ(what.zh + "：没有「" + name.text + "」；有：" + Joined(there),
             what.en + ": 「" + name.text + "」 is not among " + Joined(there));
    }
  }

  void Cited(const Codes& there) {
    for (const ExpectedBasis& basis : BasesOf(test_.basis, bundle_.law, day_, sink_)) {
      if (there.contains(basis.condition.empty() ? basis.citation : "#" + basis.condition)) continue;
      Differ("依据：没有 " + basis.shown + "；有：" + Joined(there),
             "basis: " + basis.shown + " is not among " + Joined(there));
    }
  }

  void Duties(const timeline::Result& result) {
    std::multimap<std::string, std::string> there;
    Codes known;
    for (const timeline::Deadline& each : result.deadlines) {
      const auto day = each.due ? each.due : each.not_before;
      there.emplace(each.id, day ? base::FormatDate(*day) : "");
      known.insert(each.id);
    }
    for (const timeline::Obligation& each : result.obligations) {
      there.emplace(each.id, "");
      known.insert(each.id);
    }
    for (const ast::ExpectedDuty& duty : test_.duties) {
      const Codes codes = RuleCodes(scenario_, bundle_.program, duty.name, known, {"义务", "duty"}, sink_);
      if (codes.empty()) continue;
      std::string days;
      bool found = false;
      for (const auto& [code, day] : there) {
        if (!codes.contains(code)) continue;
        found = found || !duty.due || duty.due->text == day;
        days += (days.empty() ? "" : "、") + (day.empty() ? "—" : day);
      }
      if (found) continue;
      const std::string due = duty.due ? duty.due->text : "";
      Differ("义务：「" + duty.name.text + "」应至 " + due + "；有：" + (days.empty() ? Joined(known) : days),
             "duties: 「" + duty.name.text + "」 should be due on " + due +
                 "; there are: " + (days.empty() ? Joined(known) : days));
    }
  }

  const Scenario& scenario_;
  const ast::Test& test_;
  const program::Bundle& bundle_;
  base::Date day_;
  diagnostics::Sink& sink_;
  std::vector<Words> differences_;
};

}  // namespace

std::vector<Words> CompareUse(const Scenario& scenario, const program::Bundle& bundle, const use::Judged& judged,
                              diagnostics::Sink& sink) {
  return Later(scenario, bundle, judged.receipt.day, sink).OfUse(judged);
}

std::vector<Words> CompareCase(const Scenario& scenario, const program::Bundle& bundle, const timeline::Result& result,
                               diagnostics::Sink& sink) {
  return Later(scenario, bundle, base::ShanghaiDate(result.receipt.as_of), sink).OfCase(result);
}

}  // namespace zhun::scenario
