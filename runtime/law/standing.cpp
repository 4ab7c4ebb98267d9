#include "runtime/law/standing.h"

#include <algorithm>
#include <limits>

#include "runtime/law/text.h"

namespace zhun::law {
namespace {

constexpr std::string_view kState = "中华人民共和国";

bool StructureKnown(const Instrument& instrument) { return !instrument.structure.empty(); }

Provision Found(bool exists) { return exists ? Provision::kExists : Provision::kNoSuchProvision; }

Provision PointProvision(const Instrument& instrument, const Position& position) {
  Position item = position;
  item.point = 0;
  for (const PointCount& count : instrument.points) {
    if (count.item == item) return Found(position.point <= count.points);
  }
  return Provision::kStructureUnknown;
}

/// The only paragraph that has items, counted from 1; 0 where none or several have.
int ParagraphWithItems(std::span<const std::uint16_t> paragraphs) {
  int found = 0;
  for (std::size_t index = 0; index < paragraphs.size(); ++index) {
    if (paragraphs[index] == 0) continue;
    if (found != 0) return 0;
    found = static_cast<int>(index) + 1;
  }
  return found;
}

Provision BelowArticle(const Instrument& instrument, const Article& article, Position position) {
  const std::span<const std::uint16_t> paragraphs = ParagraphsOf(instrument, article);
  if (paragraphs.empty() || position.paragraph > static_cast<int>(paragraphs.size()))
    return Provision::kNoSuchProvision;
  if (position.item == 0) return Provision::kExists;
  if (position.paragraph == 0) {
    const bool any =
        std::any_of(paragraphs.begin(), paragraphs.end(), [&](int items) { return position.item <= items; });
    position.paragraph = ParagraphWithItems(paragraphs);
    if (!any || position.point == 0) return Found(any);
    return position.paragraph == 0 ? Provision::kStructureUnknown : PointProvision(instrument, position);
  }
  const int items = paragraphs[static_cast<std::size_t>(position.paragraph - 1)];
  if (position.item > items) return Provision::kNoSuchProvision;
  return position.point == 0 ? Provision::kExists : PointProvision(instrument, position);
}

Provision ProvisionAt(const Instrument& instrument, const Position& position) {
  if (position.article == 0) return Provision::kWhole;
  if (!StructureKnown(instrument)) {
    const bool beyond = instrument.articles > 0 && position.article > instrument.articles;
    return beyond ? Provision::kNoSuchProvision : Provision::kStructureUnknown;
  }
  const Article* article = FindArticle(instrument, position.article, position.article_insert);
  if (article == nullptr) return Provision::kNoSuchProvision;
  return BelowArticle(instrument, *article, position);
}

struct Judged {
  const Instrument* instrument = nullptr;
  Force force = Force::kUndated;
};

Force ForceOfNamed(const Instrument& instrument, base::Date as_of) {
  if (!instrument.effective_from) return Force::kUndated;
  if (as_of < *instrument.effective_from) return Force::kNotYet;
  return instrument.effective_to && *instrument.effective_to < as_of ? Force::kNoLonger : Force::kInForce;
}

/// The version meant where none is named.
Judged Choose(const Registry& registry, std::span<const std::uint32_t> versions, base::Date as_of) {
  Judged judged;
  for (const std::uint32_t index : versions) {
    const Instrument& version = registry.instruments[index];
    const Force force = ForceOfNamed(version, as_of);
    if (force == Force::kInForce || force == Force::kNoLonger) judged = {&version, force};
  }
  if (judged.instrument != nullptr) return judged;
  const Instrument& first = registry.instruments[versions.front()];
  return {&first, first.effective_from ? Force::kBeforeRegistry : Force::kUndated};
}

Judged Judge(const Registry& registry, const Citation& citation, base::Date as_of) {
  const std::span<const std::uint32_t> versions = VersionsOf(registry, citation.instrument);
  if (versions.empty()) return {};
  if (citation.version.empty()) return Choose(registry, versions, as_of);
  const Instrument* named = VersionNamed(registry, citation.instrument, citation.version);
  if (named == nullptr) return {};
  return {named, ForceOfNamed(*named, as_of)};
}

/// The one way to write `position`: no paragraph where the article has one, the paragraph where items have only one.
Position Normalized(const Instrument& instrument, Position position) {
  const Article* article = FindArticle(instrument, position.article, position.article_insert);
  if (article == nullptr) return position;
  const std::span<const std::uint16_t> paragraphs = ParagraphsOf(instrument, *article);
  if (paragraphs.size() == 1 && position.paragraph == 1) position.paragraph = 0;
  if (paragraphs.size() > 1 && position.paragraph == 0 && position.item > 0) {
    position.paragraph = ParagraphWithItems(paragraphs);
  }
  return position;
}

/// A range over several articles is left as written: its ends must stay at the same depth.
bool WithinOneArticle(const Citation& citation) {
  return !citation.to ||
         (citation.to->article == citation.from.article && citation.to->article_insert == citation.from.article_insert);
}

/// The full name, or the name without that of the state, as cited; for any other name the official one without it.
std::string NameToPrint(const Instrument& instrument, std::string_view cited) {
  if (Fold(cited) == Fold(instrument.name)) return instrument.name;
  const std::string_view full = instrument.name;
  return std::string(full.substr(0, kState.size()) == kState ? full.substr(kState.size()) : full);
}

}  // namespace

Provision ProvisionOf(const Instrument& instrument, const Position& from, const std::optional<Position>& to) {
  const Provision first = ProvisionAt(instrument, from);
  if (!to || first == Provision::kNoSuchProvision) return first;
  const Provision last = ProvisionAt(instrument, *to);
  return last == Provision::kExists ? first : last;
}

Standing StandingOf(const Registry& registry, const Citation& citation, base::Date as_of) {
  Standing standing;
  standing.name_known = !VersionsOf(registry, citation.instrument).empty();
  const Judged judged = Judge(registry, citation, as_of);
  if (judged.instrument == nullptr) return standing;
  standing.registered = true;
  standing.instrument = judged.instrument;
  standing.force = judged.force;
  standing.rank = judged.instrument->rank;
  standing.provision = ProvisionOf(*judged.instrument, citation.from, citation.to);
  return standing;
}

std::string CanonicalText(const Registry& registry, const Citation& citation, base::Date as_of) {
  const Instrument* instrument = Judge(registry, citation, as_of).instrument;
  if (instrument == nullptr) return PrintCitation(citation);
  Citation printed = citation;
  printed.instrument = NameToPrint(*instrument, citation.instrument);
  if (!WithinOneArticle(citation)) return PrintCitation(printed);
  printed.from = Normalized(*instrument, citation.from);
  if (citation.to) printed.to = Normalized(*instrument, *citation.to);
  return PrintCitation(printed);
}

LegalOrder LegalOrderKey(const Registry& registry, const Citation& citation) {
  const std::span<const std::uint32_t> versions = VersionsOf(registry, citation.instrument);
  if (versions.empty()) {
    return {Rank::kUnknown, std::numeric_limits<std::uint32_t>::max(), Fold(citation.instrument), citation.from};
  }
  const Instrument& latest = registry.instruments[versions.back()];
  const Instrument* named = VersionNamed(registry, citation.instrument, citation.version);
  const Position position = Normalized(named != nullptr ? *named : latest, citation.from);
  return {latest.rank, *std::min_element(versions.begin(), versions.end()), {}, position};
}

}  // namespace zhun::law
