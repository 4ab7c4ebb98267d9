#include "runtime/law/renumbering.h"

#include <algorithm>

namespace zhun::law {
namespace {

Position ArticleOf(const Position& position) { return {position.article, position.article_insert, 0, 0, 0}; }

bool Holds(const std::vector<Position>& articles, const Position& article) {
  return std::find(articles.begin(), articles.end(), article) != articles.end();
}

const Renumbering* Between(const Registry& registry, const Instrument& from, const Instrument& to) {
  for (const Renumbering& each : registry.renumberings) {
    if (each.from_id == from.id && each.to_id == to.id) return &each;
  }
  return nullptr;
}

const Move* MoveOf(const Renumbering& renumbering, const Position& article) {
  const auto found = std::lower_bound(renumbering.moves.begin(), renumbering.moves.end(), article,
                                      [](const Move& move, const Position& wanted) { return move.from < wanted; });
  return found != renumbering.moves.end() && found->from == article ? &*found : nullptr;
}

/// Where `position` went; what lies below the article is kept only where the article moved whole and unamended.
std::vector<Position> TargetsOf(const Renumbering& renumbering, const Position& position, bool& amended) {
  const Position article = ArticleOf(position);
  const Move* move = MoveOf(renumbering, article);
  if (move == nullptr) return {};
  const bool changed = Holds(renumbering.amended, article);
  amended = amended || changed;
  std::vector<Position> targets = move->to;
  if (targets.size() == 1 && !changed) {
    targets.front().paragraph = position.paragraph;
    targets.front().item = position.item;
    targets.front().point = position.point;
  }
  return targets;
}

void Step(const Renumbering& renumbering, Relocation& relocation) {
  std::vector<Position> next;
  for (const Position& position : relocation.now) {
    const std::vector<Position> targets = TargetsOf(renumbering, position, relocation.amended);
    next.insert(next.end(), targets.begin(), targets.end());
  }
  std::sort(next.begin(), next.end());
  next.erase(std::unique(next.begin(), next.end()), next.end());
  relocation.now = std::move(next);
  if (!relocation.method.empty()) relocation.method += "; ";
  relocation.method += renumbering.method;
}

std::size_t PlaceOf(const Registry& registry, std::span<const std::uint32_t> versions, const Instrument* wanted) {
  const auto found = std::find_if(versions.begin(), versions.end(),
                                  [&](std::uint32_t index) { return &registry.instruments[index] == wanted; });
  return static_cast<std::size_t>(found - versions.begin());
}

}  // namespace

std::optional<Relocation> Renumbered(const Registry& registry, const Citation& citation, base::Date as_of) {
  const std::span<const std::uint32_t> versions = VersionsOf(registry, citation.instrument);
  const Instrument* current = VersionInForce(registry, citation.instrument, as_of);
  if (current == nullptr || citation.from.article == 0) return std::nullopt;
  const std::size_t last = PlaceOf(registry, versions, current);
  std::size_t first = last == 0 ? 0 : last - 1;
  if (!citation.version.empty()) {
    first = PlaceOf(registry, versions, VersionNamed(registry, citation.instrument, citation.version));
  }
  if (first >= last) return std::nullopt;

  Relocation relocation;
  relocation.from = &registry.instruments[versions[first]];
  relocation.to = current;
  relocation.now = {citation.from};
  if (FindArticle(*relocation.from, citation.from.article, citation.from.article_insert) == nullptr)
    return std::nullopt;
  for (std::size_t place = first; place < last; ++place) {
    const Renumbering* renumbering =
        Between(registry, registry.instruments[versions[place]], registry.instruments[versions[place + 1]]);
    if (renumbering == nullptr) return std::nullopt;
    Step(*renumbering, relocation);
  }
  const bool stayed = relocation.now.size() == 1 && relocation.now.front() == citation.from;
  if (stayed && !relocation.amended) return std::nullopt;
  return relocation;
}

}  // namespace zhun::law
