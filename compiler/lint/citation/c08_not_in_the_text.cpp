#include <algorithm>
#include <array>

#include "compiler/lint/citation/written.h"

/// Words of policy papers laid at the door of an instrument that never uses them. Only instruments whose whole text the
/// corpus has can be searched; of the words below those are reported that the text does not have.
namespace zhun::lint {
namespace {

constexpr std::array<std::string_view, 14> kBorrowed = {"脱敏",   "加密",   "一数一源",   "责任清单", "负面清单",
                                                        "最小",   "无偿",   "协议",       "考核",     "去标识化",
                                                        "匿名化", "黑名单", "首席数据官", "授权运营"};

bool HasWord(const law::Instrument& instrument, std::string_view word) {
  const auto in_paragraph = [&](const law::ParagraphText& paragraph) {
    const auto has = [&](const std::string& text) { return text.find(word) != std::string::npos; };
    return has(paragraph.text) || std::ranges::any_of(paragraph.items, has);
  };
  return std::ranges::any_of(instrument.texts, [&](const law::ArticleText& article) {
    return std::ranges::any_of(article.paragraphs, in_paragraph);
  });
}

/// The words of `text` that the instrument never uses.
std::vector<std::string_view> NotSaidBy(const law::Instrument& instrument, std::string_view text) {
  std::vector<std::string_view> words;
  for (const std::string_view word : kBorrowed) {
    if (text.find(word) != std::string_view::npos && !HasWord(instrument, word)) words.push_back(word);
  }
  return words;
}

base::Words Message(const law::Instrument& instrument, std::string_view word) {
  const std::string name = "《" + instrument.name + "》", quoted = "“" + std::string(word) + "”";
  return {"只引用" + name + "，而其全文没有" + quoted + "一词。",
          "Only " + name + " is cited, which nowhere uses the word " + quoted + "."};
}

base::Words Help(std::string_view word) {
  const std::string quoted = "“" + std::string(word) + "”";
  return {"补充规定了" + quoted + "的依据，或者改用所引条款的用语",
          "Add the provision that asks for " + quoted + ", or use the words of the one that is cited"};
}

/// The one instrument, with its text in the corpus, that all these citations are of; nullptr where there is none.
const law::Instrument* OnlyInstrument(const PolicySubject& subject, const sema::Citations& basis, base::Date day) {
  const law::Instrument* only = nullptr;
  for (const sema::Citation& citation : basis) {
    if (citation.kind != sema::Citation::Kind::kProvision) return nullptr;
    const law::Standing standing = law::StandingOf(subject.background.law, citation.provision, day);
    if (standing.instrument == nullptr || standing.instrument->texts.empty()) return nullptr;
    if (only != nullptr && only != standing.instrument) return nullptr;
    only = standing.instrument;
  }
  return only;
}

class Checking {
 public:
  Checking(const PolicySubject& subject, const sema::Policy& policy, base::Date day, Findings& findings)
      : subject_(subject),
        policy_(policy),
        day_(day),
        findings_(findings) {}

  void LookAtRules(std::uint32_t index) {
    for (const sema::Rule* rule : subject_.RulesOf(index)) {
      const ast::Rule* tree = subject_.TreeOf(*rule);
      if (tree == nullptr) continue;
      for (const ast::Clause& clause : tree->clauses) {
        if (clause.text) Check(OnlyInstrument(subject_, rule->basis, day_), clause.text->zh);
      }
    }
    for (const sema::Finding* finding : subject_.FindingsOf(index)) {
      for (const ast::Finding& tree : policy_.tree->findings) {
        if (tree.name.text == finding->name) Check(OnlyInstrument(subject_, finding->basis, day_), tree.question.zh);
      }
    }
  }

  void LookAtUnformalised() {
    for (const ast::Unformalised& norm : policy_.tree->unformalised) {
      sema::Citations cited;
      for (const ast::Citation& tree : norm.citations) {
        sema::Citation& citation = cited.emplace_back();
        const bool instrument = tree.kind == ast::Citation::Kind::kInstrument;
        if (tree.kind == ast::Citation::Kind::kContinuation && cited.size() > 1) {
          citation = cited[cited.size() - 2];
        } else if (instrument) {
          citation.provision.instrument = tree.instrument.text;
        } else {
          citation.kind = sema::Citation::Kind::kPath;
        }
      }
      Check(OnlyInstrument(subject_, cited, day_), norm.text.zh);
    }
  }

 private:
  void Check(const law::Instrument* instrument, const ast::Token& text) {
    if (instrument == nullptr) return;
    for (const std::string_view word : NotSaidBy(*instrument, text.text)) {
      findings_.Report(RuleCode::kC08, text.span, Message(*instrument, word), std::string(word) + text.text).help =
          Help(word);
    }
  }

  const PolicySubject& subject_;
  const sema::Policy& policy_;
  base::Date day_;
  Findings& findings_;
};

void LookAtPolicies(const PolicySubject& subject, Findings& findings) {
  for (const std::uint32_t index : subject.wanted) {
    const sema::Policy& policy = subject.Policy(index);
    const auto day = FirstDayOf(policy);
    if (!day) continue;
    Checking checking(subject, policy, *day, findings);
    checking.LookAtRules(index);
    checking.LookAtUnformalised();
  }
}

/// The reason for not sharing, beside its basis.
void LookAtEntry(const Entry& entry, EntryFindings& findings) {
  const law::Instrument* only = nullptr;
  for (const std::string_view text : entry.refusal.basis) {
    const auto cited = law::ParseCitation(text);
    if (!cited) return;
    const law::Standing standing = law::StandingOf(entry.background.law, *cited, entry.background.as_of);
    if (standing.instrument == nullptr || (only != nullptr && only != standing.instrument)) return;
    only = standing.instrument;
  }
  if (only == nullptr || only->texts.empty()) return;
  for (const std::string_view word : NotSaidBy(*only, entry.refusal.reason)) {
    findings.Report(RuleCode::kC08, "/refusal/reason", Message(*only, word), std::string(word)).help = Help(word);
  }
}

}  // namespace

extern const Rule kC08{.entry = LookAtEntry, .policies = LookAtPolicies};

}  // namespace zhun::lint
