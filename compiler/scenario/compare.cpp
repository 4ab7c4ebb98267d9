#include "compiler/scenario/compare.h"

#include <map>

#include "compiler/scenario/expected_names.h"
#include "compiler/scenario/target.h"

namespace zhun::scenario {
namespace {

using base::Words;
using decision::Decision;

std::string Joined(const Codes& codes) {
  std::string text;
  for (const std::string& code : codes) text += (text.empty() ? "" : "、") + code;
  return text.empty() ? "—" : text;
}

Words Or(const std::string& text) { return text.empty() ? Words{"没有", "none"} : Words{text, text}; }

class Comparison {
 public:
  Comparison(const Scenario& scenario, const program::Bundle& bundle, const Decision& decision, diagnostics::Sink& sink)
      : scenario_(scenario),
        test_(*scenario.test),
        bundle_(bundle),
        decision_(decision),
        sink_(sink) {}

  std::vector<Words> Run() {
    CompareOutcome();
    CompareBases();
    CompareReasons();
    if (test_.missing_given) CompareMissing();
    CompareDuties();
    if (test_.findings_given) CompareFindings();
    if (test_.items_given) CompareItems();
    return std::move(differences_);
  }

 private:
  void Differ(std::string zh, std::string en) { differences_.push_back({std::move(zh), std::move(en)}); }

  Codes ReasonCodes() const {
    Codes codes;
    for (const decision::Reason& reason : decision_.reasons) codes.insert(reason.rule);
    for (const decision::Missing& missing : decision_.missing) codes.insert(missing.rules.begin(), missing.rules.end());
    return codes;
  }

  void CompareOutcome() {
    const auto expected = OutcomeCalled(bundle_.vocabulary, test_.outcome, sink_);
    if (!expected) return;
    const std::uint16_t outcomes = vocabulary::FindEnumeration(bundle_.vocabulary, "outcome");
    const vocabulary::Enumerator& member = bundle_.vocabulary.enumerations[outcomes].members[*expected];
    const bool by_law = member.code == "refuse_by_law";
    const std::string code = by_law ? "refuse" : member.code;
    if (decision_.decision != code) {
      const std::string reasons = Joined(ReasonCodes());
      Differ("结论：应为 " + member.name.zh + "，实为 " + decision_.label.zh + "（" + decision_.decision +
                 "）；理由：" + reasons,
             "outcome: expected " + member.name.en + ", got " + decision_.decision + "; reasons: " + reasons);
    } else if (by_law && !RefusedByLaw(*expected)) {
      Differ("结论：应为依法不同意，实为按目录条件不同意", "outcome: expected a refusal by law, got one on conditions");
    }
  }

  bool RefusedByLaw(std::uint16_t outcome) const {
    for (const decision::Reason& reason : decision_.reasons) {
      if (reason.effect != "refuse") continue;
      for (const program::Rule& rule : bundle_.program.rules) {
        if (rule.code == reason.rule && rule.outcome == outcome) return true;
      }
    }
    return false;
  }

  void CompareBases() {
    Codes there, conditions;
    for (const decision::Reason& reason : decision_.reasons) {
      for (const decision::Basis& basis : reason.basis) {
        there.insert(WithoutState(basis.Citation()));
        if (basis.condition) conditions.insert(basis.condition->number);
      }
    }
    for (const ExpectedBasis& basis : BasesOf(test_.basis, bundle_.law, decision_.receipt.as_of, sink_)) {
      if (basis.condition.empty() ? there.contains(basis.citation) : conditions.contains(basis.condition)) continue;
      Codes zh = there, en = there;
      for (const std::string& number : conditions) {
        zh.insert("目录条件第" + number + "项");
        en.insert("catalogue condition " + number);
      }
      Differ("依据：没有 " + basis.shown + "；有：" + Joined(zh),
             "basis: " + basis.shown + " is not among " + Joined(en));
    }
  }

  void CompareReasons() {
    const Codes there = ReasonCodes();
    for (const ast::Token& name : test_.reasons) {
      const Codes codes = RuleCodes(scenario_, bundle_.program, name, there, {"规则", "rule"}, sink_);
      if (codes.empty() || Share(codes, there)) continue;
      Differ("理由：没有「" + name.text + "」；有：" + Joined(there),
             "reasons: 「" + name.text + "」 is not among " + Joined(there));
    }
  }

  static bool Share(const Codes& left, const Codes& right) {
    for (const std::string& code : left) {
      if (right.contains(code)) return true;
    }
    return false;
  }

  void CompareMissing() {
    std::map<std::string, bool> expected;  // by path: whether it hangs on something
    for (const ast::ExpectedMissing& missing : test_.missing) {
      std::string path = "application.materials[" + missing.path.text + "]";
      if (!missing.paper) {
        const auto target = Resolve(bundle_, missing.path, sink_);
        if (!target) continue;
        path = target->Path();
      }
      expected[path] = missing.conditional;
    }
    for (const decision::Missing& missing : decision_.missing) {
      const auto found = expected.find(missing.path);
      if (found == expected.end()) {
        Differ("缺件：多出 " + missing.path + "（" + missing.label.zh + "）",
               "missing: " + missing.path + " was not expected");
        continue;
      }
      CompareGuard(missing, found->second);
      expected.erase(found);
    }
    for (const auto& [path, conditional] : expected)
      Differ("缺件：没有 " + path, "missing: " + path + " is not listed");
  }

  void CompareGuard(const decision::Missing& missing, bool conditional) {
    if (missing.when.has_value() == conditional) return;
    if (conditional) {
      Differ("缺件：" + missing.path + " 应附条件，实为一定要补",
             "missing: " + missing.path + " should be conditional");
    } else {
      Differ("缺件：" + missing.path + " 不应附条件，实为：" + missing.when->zh,
             "missing: " + missing.path + " should be unconditional, but is needed when " + missing.when->en);
    }
  }

  void CompareDuties() {
    std::map<std::string, std::string> there;  // by code: the day, or nothing
    for (const decision::Obligation& duty : decision_.obligations)
      there[duty.id] = duty.until ? base::FormatDate(*duty.until) : "";
    for (const decision::Deadline& duty : decision_.deadlines)
      there[duty.id] = duty.due ? base::FormatDate(*duty.due) : "";
    Codes known;
    for (const auto& [code, day] : there) known.insert(code);
    for (const ast::ExpectedDuty& duty : test_.duties) {
      const Codes codes = RuleCodes(scenario_, bundle_.program, duty.name, known, {"义务", "duty"}, sink_);
      if (!codes.empty()) CompareDuty(duty, codes, there, known);
    }
  }

  void CompareDuty(const ast::ExpectedDuty& duty, const Codes& codes, const std::map<std::string, std::string>& there,
                   const Codes& known) {
    for (const std::string& code : codes) {
      const auto found = there.find(code);
      if (found == there.end()) continue;
      if (!duty.due || duty.due->text == found->second) return;
      const Words got = Or(found->second);
      Differ("义务：「" + duty.name.text + "」应至 " + duty.due->text + "，实为 " + got.zh,
             "duties: 「" + duty.name.text + "」 should be due on " + duty.due->text + ", got " + got.en);
      return;
    }
    Differ("义务：没有「" + duty.name.text + "」；有：" + Joined(known),
           "duties: 「" + duty.name.text + "」 is not among " + Joined(known));
  }

  void CompareFindings() {
    Codes expected, there;
    for (const ast::Token& name : test_.findings) expected.merge(FindingCodes(bundle_.program, name, sink_));
    for (const decision::Finding& finding : decision_.findings) there.insert(finding.id);
    CompareSets({"认定", "findings"}, expected, there);
  }

  void CompareItems() {
    Codes expected, there;
    for (const ast::Token& item : test_.items) expected.insert(item.text);
    for (const decision::Item& item : decision_.items) {
      if (item.granted) there.insert(item.name);
    }
    CompareSets({"数据项", "items"}, expected, there);
  }

  void CompareSets(const Words& what, const Codes& expected, const Codes& there) {
    for (const std::string& each : expected) {
      if (!there.contains(each)) Differ(what.zh + "：没有 " + each, what.en + ": " + each + " is not there");
    }
    for (const std::string& each : there) {
      if (!expected.contains(each)) Differ(what.zh + "：多出 " + each, what.en + ": " + each + " was not expected");
    }
  }

  const Scenario& scenario_;
  const ast::Test& test_;
  const program::Bundle& bundle_;
  const Decision& decision_;
  diagnostics::Sink& sink_;
  std::vector<Words> differences_;
};

}  // namespace

std::vector<Words> Compare(const Scenario& scenario, const program::Bundle& bundle, const Decision& decision,
                           diagnostics::Sink& sink) {
  return Comparison(scenario, bundle, decision, sink).Run();
}

}  // namespace zhun::scenario
