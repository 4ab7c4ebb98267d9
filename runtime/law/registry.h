#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/date.h"
#include "runtime/law/article_texts.h"
#include "runtime/law/citation.h"
#include "runtime/law/rank.h"

namespace zhun::law {

/// An article's place in `Instrument::paragraph_items`. No paragraphs means the article was deleted.
struct Article {
  std::uint16_t number = 0;
  std::uint16_t insert = 0;  ///< 之N
  std::uint32_t first_paragraph = 0;
  std::uint16_t paragraphs = 0;

  bool operator==(const Article&) const = default;
};

/// How many points (目) an item has, where that was recorded.
struct PointCount {
  Position item;
  int points = 0;

  bool operator==(const PointCount&) const = default;
};

/// One version of one instrument.
struct Instrument {
  std::string id;                           ///< cn/law/csl/2026
  std::string name;                         ///< official name
  std::vector<std::string> short_names;
  std::string number;                       ///< document number; empty where unknown
  std::vector<std::string> labels;  ///< what may stand for this version in brackets, best first: 2026, 2025修正 …
  Rank rank = Rank::kUnknown;
  std::string issuer;
  std::optional<base::Date> promulgated;
  std::optional<base::Date> effective_from;  ///< first day in force; nothing: not known (undated)
  std::optional<base::Date> effective_to;  ///< last day in force; nothing: no end known
  int articles = 0;  ///< highest article number; 0 where the structure is unknown
  std::vector<Article> structure;  ///< ascending; empty where unknown
  std::vector<std::uint16_t> paragraph_items;  ///< items of each paragraph of each article, in order
  std::vector<PointCount> points;
  ArticleTexts texts;  ///< ascending; empty where the corpus has no text
  std::string note, source;

  bool operator==(const Instrument&) const = default;
};

/// Where an article of one version went in the next. One target: moved; several: split; two sources with the same
/// target: merged. An empty target: nothing corresponds to it.
struct Move {
  Position from;
  std::vector<Position> to;

  bool operator==(const Move&) const = default;
};

struct Renumbering {
  std::string from_id, to_id;  ///< ids of versions
  std::vector<Move> moves;  ///< ascending by `from`
  std::vector<Position> added, amended;  ///< articles of the later and of the earlier version
  std::string method;  ///< how it was made; only some are confirmed by the amending decision

  bool operator==(const Renumbering&) const = default;
};

/// Folded name and the versions that bear it. Derived.
struct NameEntry {
  std::string key;
  std::vector<std::uint32_t> versions;  ///< indices of `Registry::instruments`, ascending by effective date

  bool operator==(const NameEntry&) const = default;
};

struct Registry {
  std::vector<Instrument> instruments;
  std::vector<Renumbering> renumberings;
  std::vector<NameEntry> names;  ///< ascending by key; made by `IndexNames`, or read with the rest

  bool operator==(const Registry&) const = default;
};

/// Fills `registry.names`. To be called whenever a loader filled `instruments`.
void IndexNames(Registry& registry);

/// Every version of the instrument that bears `name` (full or short, with or without the leading name of the state,
/// width and brackets folded), ascending by effective date; empty where the name is not registered.
std::span<const std::uint32_t> VersionsOf(const Registry& registry, std::string_view name);

/// The version of `name` that is in force on `date`; nullptr where none is.
const Instrument* VersionInForce(const Registry& registry, std::string_view name, base::Date date);

/// The version of `name` that `version` stands for: document number, label (year, 2025修正), first day in force.
const Instrument* VersionNamed(const Registry& registry, std::string_view name, std::string_view version);

/// Article `number`[之`insert`]; nullptr where the version has none (deleted articles are found, without paragraphs).
const Article* FindArticle(const Instrument& instrument, int number, int insert);
/// Items of each paragraph of `article`.
std::span<const std::uint16_t> ParagraphsOf(const Instrument& instrument, const Article& article);

}  // namespace zhun::law
