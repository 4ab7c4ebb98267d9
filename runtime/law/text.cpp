#include "runtime/law/text.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "runtime/law/numeral.h"
#include "runtime/law/standing.h"

namespace zhun::law {
namespace {

std::pair<int, int> PlaceOf(const Position& position) { return {position.article, position.article_insert}; }
std::pair<int, int> PlaceOf(const ArticleText& article) { return {article.number, article.insert}; }

const ArticleText* FindText(const Instrument& instrument, const Position& position) {
  const auto found =
      std::lower_bound(instrument.texts.begin(), instrument.texts.end(), position,
                       [](const ArticleText& each, const Position& wanted) { return PlaceOf(each) < PlaceOf(wanted); });
  return found != instrument.texts.end() && PlaceOf(*found) == PlaceOf(position) ? &*found : nullptr;
}

void AppendLine(std::string& text, std::string_view line) {
  if (!text.empty()) text += '\n';
  text += line;
}

std::string NumberedItem(const ParagraphText& paragraph, std::size_t index) {
  return fmt::format("（{}）{}", PrintNumeral(static_cast<int>(index) + 1), paragraph.items[index]);
}

std::string WholeParagraph(const ParagraphText& paragraph) {
  std::string text = paragraph.text;
  for (std::size_t index = 0; index < paragraph.items.size(); ++index) AppendLine(text, NumberedItem(paragraph, index));
  return text;
}

std::string WholeArticle(const ArticleText& article) {
  std::string text;
  for (const ParagraphText& paragraph : article.paragraphs) AppendLine(text, WholeParagraph(paragraph));
  return text;
}

/// The paragraph an item without one can belong to; nullptr where none or several have items.
const ParagraphText* OnlyWithItems(const ArticleText& article) {
  const ParagraphText* found = nullptr;
  for (const ParagraphText& paragraph : article.paragraphs) {
    if (paragraph.items.empty()) continue;
    if (found != nullptr) return nullptr;
    found = &paragraph;
  }
  return found;
}

const ParagraphText* ParagraphOf(const ArticleText& article, const Position& position) {
  if (position.paragraph == 0) return OnlyWithItems(article);
  const std::size_t index = static_cast<std::size_t>(position.paragraph) - 1;
  return index < article.paragraphs.size() ? &article.paragraphs[index] : nullptr;
}

/// The end of a range stands below its beginning, one step at the deepest level given.
bool Between(const Position& position, const Position& from, const Position& to) {
  return from <= position && position <= to;
}

/// Every position of `article` at the level that `from` is given at.
std::vector<Position> PositionsLike(const ArticleText& article, const Position& from) {
  std::vector<Position> positions;
  const Position whole{article.number, article.insert, 0, 0, 0};
  if (from.paragraph == 0 && from.item == 0) return {whole};
  for (std::size_t index = 0; index < article.paragraphs.size(); ++index) {
    Position paragraph = whole;
    paragraph.paragraph = from.paragraph == 0 ? 0 : static_cast<int>(index) + 1;
    if (from.item == 0) {
      positions.push_back(paragraph);
      continue;
    }
    for (std::size_t item = 0; item < article.paragraphs[index].items.size(); ++item) {
      paragraph.item = static_cast<int>(item) + 1;
      positions.push_back(paragraph);
    }
  }
  return positions;
}

std::optional<std::string> TextBetween(const Instrument& instrument, const Position& from, const Position& to) {
  std::string text;
  for (const ArticleText& article : instrument.texts) {
    for (const Position& position : PositionsLike(article, from)) {
      if (!Between(position, from, to)) continue;
      const std::optional<std::string> part = TextAt(instrument, position);
      if (!part) return std::nullopt;
      const bool item = position.item > 0;
      AppendLine(text, item ? fmt::format("（{}）{}", PrintNumeral(position.item), *part) : *part);
    }
  }
  if (text.empty()) return std::nullopt;
  return text;
}

bool HasAll(std::string_view text, const std::vector<std::string>& keys) {
  const std::string folded = Fold(text);
  return std::all_of(keys.begin(), keys.end(),
                     [&](const std::string& key) { return folded.find(key) != std::string::npos; });
}

class Searcher {
 public:
  Searcher(const Instrument& instrument, const std::vector<std::string>& keys, std::vector<SearchHit>& hits)
      : instrument_(instrument),
        keys_(keys),
        hits_(hits) {}

  void Article(const ArticleText& article) {
    const std::string whole = WholeArticle(article);
    if (!HasAll(whole, keys_)) return;
    const std::size_t before = hits_.size();
    Position position{article.number, article.insert, 0, 0, 0};
    for (const ParagraphText& paragraph : article.paragraphs) {
      ++position.paragraph;
      Paragraph(paragraph, article.paragraphs.size() == 1, position);
    }
    if (hits_.size() == before) hits_.push_back({&instrument_, {article.number, article.insert, 0, 0, 0}, whole});
  }

 private:
  void Paragraph(const ParagraphText& paragraph, bool only, Position position) {
    if (!HasAll(WholeParagraph(paragraph), keys_)) return;
    if (only) position.paragraph = 0;
    const std::size_t before = hits_.size();
    for (std::size_t index = 0; index < paragraph.items.size(); ++index) {
      if (!HasAll(paragraph.items[index], keys_)) continue;
      Position item = position;
      item.item = static_cast<int>(index) + 1;
      hits_.push_back({&instrument_, item, paragraph.items[index]});
    }
    if (hits_.size() == before) hits_.push_back({&instrument_, position, WholeParagraph(paragraph)});
  }

  const Instrument& instrument_;
  const std::vector<std::string>& keys_;
  std::vector<SearchHit>& hits_;
};

}  // namespace

std::optional<std::string> TextAt(const Instrument& instrument, const Position& position) {
  const ArticleText* article = FindText(instrument, position);
  if (article == nullptr || article->paragraphs.empty() || position.point > 0) return std::nullopt;
  if (position.paragraph == 0 && position.item == 0) return WholeArticle(*article);
  const ParagraphText* paragraph = ParagraphOf(*article, position);
  if (paragraph == nullptr) return std::nullopt;
  if (position.item == 0) return WholeParagraph(*paragraph);
  const std::size_t index = static_cast<std::size_t>(position.item) - 1;
  if (index >= paragraph->items.size()) return std::nullopt;
  return paragraph->items[index];
}

std::optional<std::string> ProvisionText(const Registry& registry, const Citation& citation, base::Date as_of) {
  const Standing standing = StandingOf(registry, citation, as_of);
  if (!standing.Exists() || citation.from.article == 0) return std::nullopt;
  if (!citation.to) return TextAt(*standing.instrument, citation.from);
  return TextBetween(*standing.instrument, citation.from, *citation.to);
}

std::vector<SearchHit> Search(const Registry& registry, const std::vector<std::string>& words) {
  std::vector<std::string> keys;
  for (const std::string& word : words) {
    if (std::string key = Fold(word); !key.empty()) keys.push_back(std::move(key));
  }
  std::vector<SearchHit> hits;
  if (keys.empty()) return hits;
  for (const Instrument& instrument : registry.instruments) {
    Searcher searcher(instrument, keys, hits);
    for (const ArticleText& article : instrument.texts) searcher.Article(article);
  }
  return hits;
}

}  // namespace zhun::law
