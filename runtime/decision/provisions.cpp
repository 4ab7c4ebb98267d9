#include "runtime/decision/provisions.h"

#include "runtime/law/rank.h"
#include "runtime/law/standing.h"
#include "runtime/law/text.h"

namespace zhun::decision {

void Provisions::Begin(base::Date as_of) {
  if (as_of == as_of_) return;
  known_.clear();
  as_of_ = as_of;
}

std::shared_ptr<const Provision> Provisions::Of(const law::Citation& citation) {
  std::shared_ptr<const Provision>& known = known_[&citation];
  if (known == nullptr) known = LookUp(citation);
  return known;
}

std::shared_ptr<const Provision> Provisions::LookUp(const law::Citation& citation) const {
  Provision provision;
  provision.citation = law::CanonicalText(law_, citation, as_of_);
  const law::Standing standing = law::StandingOf(law_, citation, as_of_);
  provision.rank = std::string(law::RankCode(standing.registered ? standing.rank : law::Rank::kUnknown));
  provision.text = law::ProvisionText(law_, citation, as_of_);
  return std::make_shared<const Provision>(std::move(provision));
}

}  // namespace zhun::decision
