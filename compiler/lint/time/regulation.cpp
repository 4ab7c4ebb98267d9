#include "compiler/lint/time/regulation.h"

#include "runtime/law/citation.h"

namespace zhun::lint {

const law::Instrument* InstrumentOf(const Background& background, RuleCode rule) {
  const std::vector<std::string>& basis = RowOf(rule).basis;
  const auto cited = basis.empty() ? std::nullopt : law::ParseCitation(basis.front());
  if (!cited) return nullptr;
  for (const std::uint32_t version : law::VersionsOf(background.law, cited->instrument)) {
    const law::Instrument& instrument = background.law.instruments[version];
    if (instrument.effective_from) return &instrument;
  }
  return nullptr;
}

}  // namespace zhun::lint
