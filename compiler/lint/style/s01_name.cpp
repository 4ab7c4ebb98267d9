#include <algorithm>
#include <array>
#include <set>

#include "compiler/lint/subject/policies.h"

/// Names. In an expression the name of a rule stands for its breach, so a name is best a noun.
namespace zhun::lint {
namespace {

constexpr std::array<std::string_view, 4> kWhether = {"是否", "能否", "可否", "有无"};
constexpr std::array<std::string_view, 3> kMarks = {"？", "?", "吗"};
// Behind these 是否 is a value, yes or no, and not a question: 仅是否或者区间.
constexpr std::array<std::string_view, 4> kOfValues = {"或", "、", "和", "值"};
constexpr std::array<std::string_view, 4> kNegations = {"不", "非", "未", "无"};

/// Whether this word asks, where it stands in the name.
bool Asks(std::string_view name, std::string_view whether) {
  const std::size_t at = name.find(whether);
  if (at == std::string_view::npos) return false;
  const std::string_view rest = name.substr(at + whether.size());
  return !rest.empty() &&
         std::ranges::none_of(kOfValues, [&](std::string_view word) { return rest.starts_with(word); });
}

bool IsQuestion(std::string_view name) {
  return std::ranges::any_of(kWhether, [&](std::string_view word) { return Asks(name, word); }) ||
         std::ranges::any_of(kMarks, [&](std::string_view mark) { return name.ends_with(mark); });
}

bool IsNumberOnly(std::string_view name) {
  return !name.empty() && name.find_first_not_of("0123456789.-_ ") == std::string_view::npos;
}

bool IsNegation(std::string_view name) {
  return std::ranges::any_of(kNegations, [&](std::string_view word) { return name.starts_with(word); });
}

/// Names of the rules whose breach some expression reads.
std::set<std::string> BreachesRead(const sema::Model& model) {
  std::set<std::string> names;
  for (const sema::Expr& expr : model.exprs) {
    if (expr.kind == sema::ExprKind::kBreach) names.insert(model.rules[expr.ref].name);
  }
  return names;
}

void CheckName(const ast::Token& name, const std::set<std::string>& breaches, Findings& findings) {
  const auto report = [&](const std::string& zh, const std::string& en, base::Words help) {
    findings
        .Report(RuleCode::kS01, name.span,
                {"名称「" + name.text + "」" + zh + "。", "The name 「" + name.text + "」 " + en + "."})
        .help = std::move(help);
  };
  if (IsNumberOnly(name.text)) {
    report("只有编号", "is a mere number", {"用几个字概括这一条管什么", "Say in a few words what is governed"});
  } else if (IsQuestion(name.text)) {
    report("是一个问句", "is a question",
           {"名称用名词；问题用“认定”提出", "Name it by a noun; a question is asked by a finding"});
  } else if (IsNegation(name.text) && breaches.contains(name.text)) {
    report("以否定词开头，在条件里又表示违反它，读来成了双重否定",
           "is a negation, and in a condition stands for its breach, which reads as a double negative",
           {"改用肯定的名词，例如「外传」「超期使用」", "Use a noun, such as 「外传」 or 「超期使用」"});
  }
}

void Look(const PolicySubject& subject, Findings& findings) {
  const std::set<std::string> breaches = BreachesRead(subject.Model());
  for (const std::uint32_t index : subject.wanted) {
    const ast::Policy& tree = *subject.Policy(index).tree;
    for (const ast::Rule& rule : tree.rules) {
      if (rule.name) CheckName(*rule.name, breaches, findings);
    }
  }
}

}  // namespace

// The compiler looks at the form of codes.
extern const Rule kS01{.policies = Look, .adopts = {diagnostics::Code::kCodeForm}};

}  // namespace zhun::lint
