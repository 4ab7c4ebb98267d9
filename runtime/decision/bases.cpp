#include "runtime/decision/bases.h"

#include <algorithm>

#include "runtime/decision/members.h"

namespace zhun::decision {
namespace {

using program::Citation;
using values::Value;

void AddOnce(Bases& bases, Basis basis) {
  for (const Basis& each : bases) {
    const bool same_condition = each.condition.has_value() == basis.condition.has_value() &&
                                (!basis.condition || each.condition->number == basis.condition->number);
    if (each.Citation() == basis.Citation() && same_condition) return;
  }
  bases.push_back(std::move(basis));
}

}  // namespace

Bases BasisPrinter::Print(const std::vector<Citation>& citations, std::uint32_t policy) const {
  Bases bases;
  for (const Citation& citation : citations) {
    switch (citation.kind) {
      case Citation::Kind::kProvision: AddOnce(bases, {provisions_.Of(citation.provision), std::nullopt}); break;
      case Citation::Kind::kCatalogue: Published(citation.number, policy, bases); break;
      case Citation::Kind::kPath: FromEntry(citation.path, policy, bases); break;
    }
  }
  return bases;
}

void BasisPrinter::Published(const std::string& number, std::uint32_t policy, Bases& bases) const {
  const program::Policy& owner = bundle_.program.policies[policy];
  PublishedCondition condition{owner.entry_id, owner.entry_version, number, ""};
  const Value& entry = evaluation_.RootAt(vocabulary::FindRoot(bundle_.vocabulary, "entry"));
  if (entry.IsKnown()) {
    const Value others = MemberAt(bundle_.vocabulary, *entry.record, {"conditions", "others"});
    if (others.IsKnown() && values::IsList(others)) {
      for (const Value& each : others.list->elements) {
        if (each.IsKnown() && TextAt(bundle_.vocabulary, *each.record, {"no"}) == number) {
          condition.text = TextAt(bundle_.vocabulary, *each.record, {"text"});
        }
      }
    }
  }
  // A published condition rests on the provision that lets conditions be published: the first that the header cites.
  for (const Citation& ground : owner.basis) {
    if (ground.kind != Citation::Kind::kProvision) continue;
    return AddOnce(bases, {provisions_.Of(ground.provision), std::move(condition)});
  }
}

/// Citations in the entry are printed as citations where they are; names (of papers) rest on what the policy rests on.
void BasisPrinter::FromEntry(program::NodeIndex path, std::uint32_t policy, Bases& bases) const {
  const Value& value = evaluation_.At(path);
  if (!value.IsKnown() || !values::IsList(value)) return;
  if (value.kind == vocabulary::Base::kText) {
    for (const Citation& ground : bundle_.program.policies[policy].basis) {
      if (ground.kind == Citation::Kind::kProvision) AddOnce(bases, {provisions_.Of(ground.provision), std::nullopt});
    }
    return;
  }
  for (const Value& each : value.list->elements) {
    if (!each.IsKnown()) continue;
    const std::string text = TextAt(bundle_.vocabulary, *each.record, {"text"});
    if (const std::optional<law::Citation> citation = law::ParseCitation(text))
      AddOnce(bases, {provisions_.LookUp(*citation), std::nullopt});
  }
}

}  // namespace zhun::decision
