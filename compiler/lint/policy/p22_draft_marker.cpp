#include <array>

#include "compiler/lint/subject/policies.h"

namespace zhun::lint {
namespace {

// The first two are written in halves because the house refuses them in its own files.
constexpr std::array<std::string_view, 7> kMarks = {
    "TO"
    "DO",
    "FIX"
    "ME",
    "待定",
    "待补充",
    "待确认",
    "草稿",
    "征求意见稿"};

std::string_view MarkIn(std::string_view text) {
  for (const std::string_view mark : kMarks) {
    if (text.find(mark) != std::string_view::npos) return mark;
  }
  return {};
}

void Look(const PolicySubject& subject, Findings& findings) {
  for (const std::uint32_t index : subject.wanted) {
    const sema::Policy& policy = subject.Policy(index);
    const auto check = [&](const std::string& text, base::Span span) {
      const std::string mark(MarkIn(text));
      if (mark.empty()) return;
      findings.Report(RuleCode::kP22, span,
                      {"文字里有草稿的标记“" + mark + "”。", "The text carries the mark of a draft, “" + mark + "”."});
    };
    check(policy.tree->name.text, policy.tree->name.span);
    ForEachText(*policy.tree, [&](const ast::Text& text, TextOf) {
      check(text.zh.text, text.zh.span);
      if (text.en) check(text.en->text, text.en->span);
    });
  }
}

}  // namespace

extern const Rule kP22{.policies = Look};

}  // namespace zhun::lint
