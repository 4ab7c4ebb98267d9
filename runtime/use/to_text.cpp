#include "runtime/use/answer_text.h"

namespace zhun::use {
namespace {

using base::Language;
using base::Words;

class Letter {
 public:
  Letter(const vocabulary::Vocabulary& vocabulary, Language language, bool explain)
      : vocabulary_(vocabulary),
        chinese_(language == Language::kChinese),
        language_(language),
        explain_(explain) {}

  std::string Write(const Judged& judged) {
    const vocabulary::Enumerator& verdict = NameOf(vocabulary_, judged.verdict);
    Line({"使用审查：", "Use of shared data: "}, verdict.label.zh.empty() ? verdict.name : verdict.label);
    const base::Date day = judged.receipt.day;
    Line({"使用日期：", "Day of use: "}, {base::FormatDateChinese(day), base::FormatDate(day)});
    std::size_t number = 0;
    for (const Reason& reason : judged.reasons) Write(reason, ++number);
    return std::move(out_);
  }

 private:
  const std::string& Say(const Words& words) const { return base::In(language_, words); }
  void Line(const Words& key, const Words& value) { out_ += Say(key) + Say(value) + "\n"; }

  void Write(const Reason& reason, std::size_t number) {
    const Words effect =
        reason.effect == "refuse" ? Words{"〔不得使用〕", "[denied] "} : Words{"〔转人工〕", "[referred] "};
    out_ += "\n" + std::to_string(number) + ". " + Say(effect) + Say(reason.text) + "\n";
    if (explain_) Line({"   规则：", "   Rule: "}, {reason.rule, reason.rule});
    for (const decision::FactSeen& fact : reason.facts) Fact(fact);
    for (const decision::Basis& basis : reason.basis) Cite({"   依据：", "   Basis: "}, basis);
    for (const decision::Basis& basis : reason.sanction) Cite({"   违反的责任：", "   Liability: "}, basis);
  }

  void Fact(const decision::FactSeen& fact) {
    const std::string& what = fact.label.zh.empty() ? fact.path : Say(fact.label);
    out_ += "   " + what + (chinese_ ? "：现为“" : ": is “") + Say(fact.value) + "”";
    if (!fact.required.zh.empty()) out_ += (chinese_ ? "，应" : ", must be: ") + Say(fact.required);
    out_ += "\n";
  }

  void Cite(const Words& key, const decision::Basis& basis) {
    out_ += Say(key) + basis.Citation();
    if (basis.condition) {
      out_ += chinese_ ? "，目录条件第" + basis.condition->number + "项"
                       : ", published condition " + basis.condition->number;
    }
    if (explain_ && basis.Text()) out_ += (chinese_ ? "：“" : ": “") + *basis.Text() + "”";
    out_ += "\n";
  }

  const vocabulary::Vocabulary& vocabulary_;
  bool chinese_;
  Language language_;
  bool explain_;
  std::string out_;
};

}  // namespace

std::string ToText(const Judged& judged, const vocabulary::Vocabulary& vocabulary, Language language, bool explain) {
  return Letter(vocabulary, language, explain).Write(judged);
}

}  // namespace zhun::use
