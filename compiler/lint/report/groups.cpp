#include "compiler/lint/report/groups.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace zhun::lint {
namespace {

/// What findings of a group have in common. No order is taken from it.
std::string SayingOf(const Finding& finding) {
  std::string saying = finding.message.zh + "\n" + finding.help.zh;
  for (const std::string& citation : finding.basis) saying += "\n" + citation;
  return saying + "\n" + std::to_string(static_cast<int>(finding.level));
}

using Order = std::tuple<law::LegalOrder, std::string>;

Order OrderOf(const CitedProvision& provision) { return {provision.order, provision.article}; }

}  // namespace

std::vector<RuleFindings> GroupByRule(const Outcome& outcome) {
  std::vector<RuleFindings> rules(RuleRows().size());
  std::vector<std::unordered_map<std::string, std::size_t>> known(rules.size());
  for (const Finding& finding : outcome.findings) {
    if (!Counts(finding)) continue;
    const auto index = static_cast<std::size_t>(finding.rule);
    RuleFindings& rule = rules[index];
    rule.rule = finding.rule;
    rule.tally.Count(finding);
    const auto [found, is_new] = known[index].try_emplace(SayingOf(finding), rule.groups.size());
    if (is_new) rule.groups.emplace_back();
    rule.groups[found->second].findings.push_back(&finding);
  }
  std::erase_if(rules, [](const RuleFindings& rule) { return rule.groups.empty(); });
  return rules;
}

std::vector<ArticleFindings> GroupByArticle(const std::vector<RuleFindings>& rules, Provisions& provisions) {
  std::map<Order, ArticleFindings> articles;
  ArticleFindings without;
  for (const RuleFindings& rule : rules) {
    const auto cited = provisions.Of(rule.rule);
    if (cited.empty()) without.rules.push_back(&rule);
    for (const CitedProvision* const provision : cited) {
      ArticleFindings& article = articles[OrderOf(*provision)];
      article.provision = provision;
      const bool said = std::ranges::find(article.rules, &rule) != article.rules.end() ||
                        std::ranges::find(article.also, &rule) != article.also.end();
      if (!said) (provision == cited.front() ? article.rules : article.also).push_back(&rule);
    }
  }
  std::vector<ArticleFindings> ordered;
  for (auto& [order, article] : articles) ordered.push_back(std::move(article));
  if (!without.rules.empty()) ordered.push_back(std::move(without));
  return ordered;
}

std::vector<OwnerFindings> GroupByOwner(const Outcome& outcome) {
  std::map<std::string, OwnerFindings> owners;
  for (const Finding& finding : outcome.findings) {
    if (!Counts(finding)) continue;
    OwnerFindings& owner = owners[finding.owner];
    owner.owner = finding.owner;
    owner.tally.Count(finding);
    owner.by_rule[finding.rule].push_back(&finding);
  }
  std::vector<OwnerFindings> ordered;
  for (auto& [name, owner] : owners) ordered.push_back(std::move(owner));
  std::ranges::stable_sort(ordered, [](const OwnerFindings& a, const OwnerFindings& b) {
    return std::tuple(a.tally.errors, a.tally.warnings) > std::tuple(b.tally.errors, b.tally.warnings);
  });
  return ordered;
}

}  // namespace zhun::lint
