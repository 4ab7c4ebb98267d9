#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/date.h"
#include "runtime/law/citation.h"
#include "runtime/law/registry.h"

namespace zhun::law {

/// `text` as comparisons see it: full-width forms folded, quotation marks and brackets of one kind made equal, spaces
/// and line ends dropped. The result is a key, not for printing.
std::string Fold(std::string_view text);

/// Verbatim text of what is cited, in the version that `StandingOf` judges: paragraphs and items on lines of their own,
/// items with their numbers unless a single one is cited. Nothing where the corpus has no text or no such provision;
/// never invented. A whole instrument has no text here.
std::optional<std::string> ProvisionText(const Registry& registry, const Citation& citation, base::Date as_of);

/// The text of a position of one version; see `ProvisionText`.
std::optional<std::string> TextAt(const Instrument& instrument, const Position& position);

/// Whether `quotation` (not empty) occurs in `provision_text`, both folded.
bool QuotationMatches(std::string_view provision_text, std::string_view quotation);

struct SearchHit {
  const Instrument* instrument = nullptr;  ///< owned by the registry
  Position position;
  std::string text;
};

/// Smallest provisions (item, else paragraph, else article) whose text has all of `words`, in the order of the
/// registry. Only instruments whose text the corpus has. No words: no hits.
std::vector<SearchHit> Search(const Registry& registry, const std::vector<std::string>& words);

}  // namespace zhun::law
