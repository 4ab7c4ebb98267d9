#include "runtime/decision/speech.h"

namespace zhun::decision {

using vocabulary::Supplier;

std::string ActorCode(const vocabulary::Vocabulary& vocabulary, Supplier supplier) {
  return vocabulary.enumerations[vocabulary::FindEnumeration(vocabulary, "actor")]
      .members[static_cast<std::size_t>(supplier)]
      .code;
}

base::Words ActorName(const vocabulary::Vocabulary& vocabulary, Supplier supplier) {
  return vocabulary.enumerations[vocabulary::FindEnumeration(vocabulary, "actor")]
      .members[static_cast<std::size_t>(supplier)]
      .name;
}

base::Words ReasonText(const vm::Evaluation& evaluation, const program::Rule& rule) {
  if (rule.reason_path == program::kNoNode) return rule.reason;
  const values::Value& value = evaluation.At(rule.reason_path);
  if (!value.IsKnown() || value.kind != vocabulary::Base::kText || value.Text().empty()) return rule.reason;
  const std::string text(value.Text());
  return {rule.reason.zh.empty() ? text : rule.reason.zh + "：" + text,
          rule.reason.en.empty() ? text : rule.reason.en + ": " + text};
}

base::Words QuestionAbout(const vocabulary::Vocabulary& vocabulary, const vm::Fact& fact) {
  const base::Words who = ActorName(vocabulary, fact.supplier);
  if (!fact.finding.empty()) {
    const std::string& question = base::In(base::Language::kEnglish, fact.question);
    return {"尚待" + who.zh + "认定：" + fact.question.zh, "The " + who.en + " has to determine: " + question};
  }
  const std::string& label = base::In(base::Language::kEnglish, fact.label);
  return {"“" + fact.label.zh + "”不明，须由" + who.zh + "查明",
          "Unknown, to be settled by the " + who.en + ": " + label};
}

}  // namespace zhun::decision
