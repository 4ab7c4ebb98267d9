#include "compiler/lint/subject/policies.h"
#include "compiler/syntax/unicode.h"

namespace zhun::lint {
namespace {

constexpr std::size_t kMostRules = 40;
// In half-width characters: a Chinese character counts two, so that both languages have the same room on paper.
constexpr std::size_t kWidestText = 240;
constexpr std::size_t kWidestName = 60;

std::size_t WidthOf(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const syntax::Character character = syntax::DecodeAt(text, at);
    width += character.size > 2 ? 2 : 1;
    at += character.size;
  }
  return width;
}

void CheckNumber(const ast::Policy& tree, Findings& findings) {
  if (tree.rules.size() <= kMostRules) return;
  const std::string count = std::to_string(tree.rules.size()), most = std::to_string(kMostRules);
  findings
      .Report(RuleCode::kS02, tree.name.span,
              {"策略有" + count + "条规则，超过" + most + "条。",
               "The policy has " + count + " rules, more than " + most + "."},
              "length")
      .help = {"按主题分成几个策略，删去基础策略已有的内容",
               "Split it by theme, and delete what the base policies say"};
}

void CheckName(const ast::Token& name, Findings& findings) {
  if (WidthOf(name.text) <= kWidestName) return;
  const std::string most = std::to_string(kWidestName / 2);
  findings
      .Report(RuleCode::kS02, name.span,
              {"名称超过" + most + "个字。", "The name is longer than " + most + " Chinese characters."})
      .help = {"名称概括这一条管什么，细节写进条件和理由",
               "A name says what is governed; details belong in the conditions"};
}

void CheckText(const ast::Token& text, Findings& findings) {
  if (WidthOf(text.text) <= kWidestText) return;
  const std::string most = std::to_string(kWidestText / 2);
  findings
      .Report(RuleCode::kS02, text.span,
              {"文字超过" + most + "个字。", "The text is longer than " + most + " Chinese characters would be."})
      .help = {"一条规则说一件事，其余分成几条", "One rule says one thing; make several of it"};
}

void Look(const PolicySubject& subject, Findings& findings) {
  for (const std::uint32_t index : subject.wanted) {
    const ast::Policy& tree = *subject.Policy(index).tree;
    CheckNumber(tree, findings);
    CheckName(tree.name, findings);
    for (const ast::Rule& rule : tree.rules) {
      if (rule.name) CheckName(*rule.name, findings);
    }
    ForEachText(tree, [&](const ast::Text& text, TextOf) {
      CheckText(text.zh, findings);
      if (text.en) CheckText(*text.en, findings);
    });
  }
}

}  // namespace

extern const Rule kS02{.policies = Look};

}  // namespace zhun::lint
