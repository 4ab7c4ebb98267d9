#include "compiler/lint/subject/policies.h"
#include "compiler/syntax/unicode.h"

namespace zhun::lint {
namespace {

bool HasChinese(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const syntax::Character character = syntax::DecodeAt(text, at);
    if (syntax::IsHan(character.code)) return true;
    at += character.size;
  }
  return false;
}

/// A policy whose author wrote no text in both languages meant none to be.
bool IsBilingual(const ast::Policy& tree) {
  bool bilingual = false;
  ForEachText(tree, [&](const ast::Text& text, TextOf) { bilingual |= text.en.has_value(); });
  return bilingual;
}

void Check(const ast::Text& text, Findings& findings) {
  if (!HasChinese(text.zh.text)) {
    findings.Report(RuleCode::kS06, text.zh.span, {"这段文字没有中文。", "The text has no Chinese."}).help = {
        "写作 “中文” / “English”", "Write \"中文\" / \"English\""};
  } else if (!text.en) {
    findings
        .Report(RuleCode::kS06, text.zh.span,
                {"这段文字没有英文，而策略里别的文字有。", "The text has no English, though others of the policy do."})
        .help = {"写作 “中文” / “English”", "Write \"中文\" / \"English\""};
  }
}

void Look(const PolicySubject& subject, Findings& findings) {
  for (const std::uint32_t index : subject.wanted) {
    const ast::Policy& tree = *subject.Policy(index).tree;
    if (!IsBilingual(tree)) continue;
    ForEachText(tree, [&](const ast::Text& text, TextOf) { Check(text, findings); });
  }
}

}  // namespace

extern const Rule kS06{.policies = Look};

}  // namespace zhun::lint
