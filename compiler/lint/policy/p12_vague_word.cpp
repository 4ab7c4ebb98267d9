#include <algorithm>
#include <array>

#include "compiler/lint/subject/meaning.h"
#include "runtime/law/text.h"

namespace zhun::lint {
namespace {

/// Words whose reach two readers may draw differently.
constexpr auto kVague =
    std::to_array<std::string_view>({"有关部门", "有关单位", "有关规定", "有关材料", "有关要求", "相关部门", "相关单位",
                                     "相关规定", "相关材料", "相关业务", "相关人员", "相关要求", "适当",     "必要时",
                                     "确有必要", "必要的",   "及时",     "尽快",     "原则上",   "一般不",   "酌情"});
constexpr auto kSoon = std::to_array<std::string_view>({"及时", "尽快", "适当"});
/// Not vague: 不再必要时, as the statute says it.
constexpr auto kNotNecessary = std::to_array<std::string_view>({"不再必要", "不必要"});
constexpr std::string_view kAndSoOn = "等";
/// After a list these make another word of it (等级), or count the list out (等三项).
constexpr auto kClosed = std::to_array<std::string_view>(
    {"级", "额", "值", "于", "次", "同", "价", "一", "两", "二", "三", "四", "五", "六", "七", "八", "九", "十", "效"});
/// Before it these do: 同等, 对等.
constexpr auto kJoined = std::to_array<std::string_view>({"同", "对", "平", "均", "相", "高", "中", "初"});
/// Before these the list is open even where it has one member: 医疗救助等事项.
constexpr auto kOpen = std::to_array<std::string_view>(
    {"事项", "情形", "用途", "部门", "业务", "工作", "场景", "目的", "材料", "信息", "数据"});
constexpr auto kBreaks = std::to_array<std::string_view>({"，", "。", "；", "：", "（"});

/// Whether a list is left open: 姓名、住址等.
bool LeavesListOpen(std::string_view text) {
  for (std::size_t at = text.find(kAndSoOn); at != std::string_view::npos; at = text.find(kAndSoOn, at + 1)) {
    std::string_view clause = text.substr(0, at);
    if (std::ranges::any_of(kJoined, [&](std::string_view each) { return clause.ends_with(each); })) continue;
    for (const std::string_view mark : kBreaks) {
      if (const std::size_t last = clause.rfind(mark); last != std::string_view::npos) {
        clause.remove_prefix(last + mark.size());
      }
    }
    const std::string_view rest = text.substr(at + kAndSoOn.size());
    const auto begins = [&](std::string_view each) { return rest.starts_with(each); };
    if (std::ranges::any_of(kOpen, begins)) return true;
    if (Says(clause, "、") && std::ranges::none_of(kClosed, begins)) return true;
  }
  return false;
}

std::string VagueIn(std::string_view text) {
  const std::string_view word = WordIn(text, kVague);
  const bool necessary = Says(word, "必要") && !WordIn(text, kNotNecessary).empty();
  const bool hollow = Says(text, "不符合" + std::string(word));  // says nothing at all, which is another rule's
  if (!word.empty() && !necessary && !hollow) return std::string(word);
  return LeavesListOpen(text) ? std::string(kAndSoOn) : std::string();
}

bool ReadsFinding(const PolicySubject& subject, const sema::Rule& rule) {
  return Reads(subject.Model(), rule, [](const sema::Expr& expr) { return expr.kind == sema::ExprKind::kFinding; });
}

/// Whether a statute that the rule cites says the word itself, or its text is not at hand to tell.
bool IsWordOfStatute(const PolicySubject& subject, const sema::Rule& rule, const std::string& word) {
  const base::Date day = subject.Policy(rule.policy).effective_from;
  const auto says = [&](const sema::Citation& citation) {
    if (citation.kind != sema::Citation::Kind::kProvision) return false;
    const auto text = law::ProvisionText(subject.library.law, citation.provision, day);
    return !text || Says(*text, word);
  };
  return std::ranges::any_of(rule.basis, says) || std::ranges::any_of(rule.sanction, says);
}

bool Cites(const sema::Rule& rule, std::string_view number) {
  return std::ranges::any_of(rule.basis, [&](const sema::Citation& citation) {
    return citation.kind == sema::Citation::Kind::kCatalogue && citation.number == number;
  });
}

/// The place of the text that holds the word, in the tree of the rule.
std::optional<base::Span> PlaceOfText(const PolicySubject& subject, const sema::Rule& rule, const std::string& word) {
  const ast::Rule* tree = subject.TreeOf(rule);
  if (tree == nullptr) return std::nullopt;
  for (const ast::Clause& clause : tree->clauses) {
    if (clause.text && Says(clause.text->zh.text, word)) return clause.text->zh.span;
  }
  return std::nullopt;
}

const base::Words& Help() {
  static const base::Words help{
      "把范围写全；一律要由人判断的，写一条认定，由规则读取它",
      "write the reach out in full; where a person has to judge, put it to a finding and let the rule read it"};
  return help;
}

/// The published conditions that the rule makes exact although they leave something open. True where one was reported.
bool LookAtConditions(const PolicySubject& subject, const sema::Rule& rule, const Entry* entry, Findings& findings) {
  bool reported = false;
  for (const Condition& condition : entry == nullptr ? std::vector<Condition>() : entry->conditions.others) {
    const std::string word = Cites(rule, condition.no) ? VagueIn(condition.text) : std::string();
    if (word.empty() || IsWordOfStatute(subject, rule, word)) continue;
    reported = true;
    findings
        .Report(RuleCode::kP12, rule.span,
                {"目录条件第" + condition.no + "项写有“" + word + "”，范围不定，" + NameOf(rule) + "没有交由认定。",
                 "Published condition " + condition.no + " says “" + word + "”, which leaves its reach open, and " +
                     NameOf(rule) + " puts it to no finding."},
                rule.name + "." + condition.no)
        .help = Help();
  }
  return reported;
}

void LookAtText(const PolicySubject& subject, const sema::Rule& rule, Findings& findings) {
  const std::string word = VagueIn(rule.text.zh.empty() ? rule.reason.zh : rule.text.zh);
  if (word.empty() || IsWordOfStatute(subject, rule, word)) return;
  const bool dated = rule.limit && std::ranges::find(kSoon, word) != kSoon.end();
  const std::optional<base::Span> place = PlaceOfText(subject, rule, word);
  if (dated || !place) return;
  findings
      .Report(RuleCode::kP12, *place,
              {NameOf(rule) + "用了“" + word + "”，范围不定，又没有交由认定。",
               NameOf(rule) + " says “" + word + "”, which leaves its reach open, and puts it to no finding."},
              rule.name + "." + word)
      .help = Help();
}

void Look(const PolicySubject& subject, Findings& findings) {
  for (const std::uint32_t index : subject.wanted) {
    const std::optional<OpenedEntry> entry = subject.EntryOf(subject.Policy(index));
    for (const sema::Rule* rule : subject.RulesOf(index)) {
      // What lies outside the Regulation is no condition of sharing.
      const bool out_of_scope = IsMember(subject, "outcome", rule->outcome, "out_of_scope");
      if (out_of_scope || ReadsFinding(subject, *rule)) continue;
      if (!LookAtConditions(subject, *rule, entry ? entry->entry.get() : nullptr, findings)) {
        LookAtText(subject, *rule, findings);
      }
    }
  }
}

}  // namespace

extern const Rule kP12{.policies = Look};

}  // namespace zhun::lint
