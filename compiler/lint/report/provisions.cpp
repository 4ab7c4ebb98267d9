#include "compiler/lint/report/provisions.h"

#include "runtime/law/text.h"

namespace zhun::lint {
namespace {

std::unique_ptr<CitedProvision> LookUp(const law::Registry& law, base::Date as_of, const std::string& citation) {
  auto provision = std::make_unique<CitedProvision>();
  provision->citation = provision->article = provision->instrument = citation;
  const auto parsed = law::ParseCitation(citation);
  if (!parsed) return provision;
  law::Citation article{parsed->instrument, parsed->version, {}, {}};
  provision->instrument = law::PrintCitation(article);
  article.from.article = parsed->from.article;
  article.from.article_insert = parsed->from.article_insert;
  provision->citation = law::CanonicalText(law, *parsed, as_of);
  provision->text = law::ProvisionText(law, *parsed, as_of);
  provision->article = law::CanonicalText(law, article, as_of);
  provision->article_text = law::ProvisionText(law, article, as_of);
  provision->order = law::LegalOrderKey(law, article);
  return provision;
}

}  // namespace

const CitedProvision& Provisions::Of(const std::string& citation) {
  auto& provision = found_[citation];
  if (!provision) provision = LookUp(law_, as_of_, citation);
  return *provision;
}

std::vector<const CitedProvision*> Provisions::Of(RuleCode rule) {
  auto [found, is_new] = of_rules_.try_emplace(rule);
  if (is_new) {
    for (const std::string& citation : RowOf(rule).basis) found->second.push_back(&Of(citation));
  }
  return found->second;
}

std::vector<const CitedProvision*> Provisions::Of(const Finding& finding) {
  std::vector<const CitedProvision*> all = Of(finding.rule);
  for (const std::string& citation : finding.basis) {
    const CitedProvision* const own = &Of(citation);
    bool said = false;
    for (const CitedProvision* const one : all) said = said || one->citation == own->citation;
    if (!said) all.push_back(own);
  }
  return all;
}

}  // namespace zhun::lint
