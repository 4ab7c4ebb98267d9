#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "compiler/library/law_tables.h"

namespace zhun::library {
namespace {

using diagnostics::Code;

constexpr int kMostArticles = 9999;
constexpr int kMostParts = 999;

std::optional<int> WholeNumber(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 1 || value > kMostArticles)
    return std::nullopt;
  return value;
}

void Contradiction(const JsonPlace& place, std::string zh, std::string en) {
  place.Wrong(Code::kLibraryContradiction, {{"what", base::Words{std::move(zh), std::move(en)}}});
}

/// One article of `structure` while it is read.
struct Shape {
  law::Position article;
  std::vector<std::uint16_t> items;
};

std::vector<Shape> ReadShapes(const JsonPlace& place) {
  std::vector<Shape> shapes;
  for (const auto& [key, paragraphs] : place.Children(JsonKind::kObject)) {
    const std::optional<law::Position> article = ReadArticleNumber(key, paragraphs);
    if (!article) continue;
    Shape shape{*article, {}};
    for (const auto& [none, items] : paragraphs.Children(JsonKind::kList)) {
      shape.items.push_back(static_cast<std::uint16_t>(items.Number(0, kMostParts)));
    }
    shapes.push_back(std::move(shape));
  }
  std::sort(shapes.begin(), shapes.end(), [](const Shape& a, const Shape& b) { return a.article < b.article; });
  return shapes;
}

void Flatten(const std::vector<Shape>& shapes, law::Instrument& instrument) {
  for (const Shape& shape : shapes) {
    law::Article article;
    article.number = static_cast<std::uint16_t>(shape.article.article);
    article.insert = static_cast<std::uint16_t>(shape.article.article_insert);
    article.first_paragraph = static_cast<std::uint32_t>(instrument.paragraph_items.size());
    article.paragraphs = static_cast<std::uint16_t>(shape.items.size());
    instrument.structure.push_back(article);
    instrument.paragraph_items.insert(instrument.paragraph_items.end(), shape.items.begin(), shape.items.end());
  }
}

/// Articles 1 to `articles` without gaps, `inserted` more between them, and no paragraphs exactly in the deleted ones.
void CheckStructure(const JsonPlace& place, const law::Instrument& instrument) {
  const std::optional<JsonPlace> inserted_place = place.Optional("inserted");
  const std::int64_t wanted = inserted_place ? inserted_place->Number(0, kMostArticles) : 0;
  std::int64_t inserted = 0;
  int next = 1;
  for (const law::Article& article : instrument.structure) {
    if (article.insert > 0) {
      ++inserted;
    } else if (article.number != next++) {
      return Contradiction(place, "条的序号不连续", "the numbers of the articles have a gap");
    }
  }
  if (next != instrument.articles + 1 || inserted != wanted) {
    Contradiction(place, "条数与结构不符", "the number of articles differs from the structure");
  }
}

void CheckDeleted(const JsonPlace& place, const law::Instrument& instrument) {
  std::vector<law::Position> deleted;
  if (const std::optional<JsonPlace> list = place.Optional("deleted")) {
    for (const auto& [key, element] : list->Children(JsonKind::kList)) {
      if (const auto article = ReadArticleNumber(element.Text(), element)) deleted.push_back(*article);
    }
  }
  for (const law::Article& article : instrument.structure) {
    const law::Position position{article.number, article.insert, 0, 0, 0};
    const bool listed = std::find(deleted.begin(), deleted.end(), position) != deleted.end();
    if (listed != (article.paragraphs == 0)) {
      Contradiction(place, fmt::format("第{}条没有款，应列入已删去的条，反之亦然", article.number),
                    fmt::format("article {} has no paragraphs, so it belongs among the deleted ones, or the reverse",
                                article.number));
    }
  }
}

void ReadStructure(const JsonPlace& place, law::Instrument& instrument) {
  const std::optional<JsonPlace> articles = place.Optional("articles");
  const std::optional<JsonPlace> structure = place.Optional("structure");
  if (articles) instrument.articles = static_cast<int>(articles->Number(1, kMostArticles));
  if (!structure) return;
  Flatten(ReadShapes(*structure), instrument);
  CheckStructure(place, instrument);
  CheckDeleted(place, instrument);
}

/// Keys such as 28.1.3: article, paragraph, item.
void ReadPoints(const JsonPlace& place, law::Instrument& instrument) {
  const std::optional<JsonPlace> subitems = place.Optional("subitems");
  if (!subitems) return;
  for (const auto& [key, count] : subitems->Children(JsonKind::kObject)) {
    const std::string_view text = key;
    const std::size_t first = std::min(text.find('.'), text.size());
    const std::size_t second = std::min(text.find('.', first + 1), text.size());
    std::optional<law::Position> position = ReadArticleNumber(text.substr(0, first), count);
    const auto paragraph =
        WholeNumber(text.substr(std::min(first + 1, text.size()), second - std::min(first + 1, second)));
    const auto item = WholeNumber(text.substr(std::min(second + 1, text.size())));
    if (!position || !paragraph || !item) {
      count.Wrong(Code::kLibraryExpected,
                  {{"what", base::Words{"条.款.项，如28.1.3", "article.paragraph.item such as 28.1.3"}}});
      continue;
    }
    position->paragraph = *paragraph;
    position->item = *item;
    instrument.points.push_back({*position, static_cast<int>(count.Number(1, kMostParts))});
  }
}

bool IsYear(std::string_view text) {
  return text.size() == 4 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// What may stand for the version in brackets: the year of its id, the revision its note begins with, the year in which
/// it was adopted.
std::vector<std::string> LabelsOf(const law::Instrument& instrument, const std::optional<base::Date>& adopted) {
  std::vector<std::string> labels;
  const std::string tail = instrument.id.substr(instrument.id.rfind('/') + 1);
  if (IsYear(tail)) labels.push_back(tail);
  for (const std::string_view revision : {"修正", "修订"}) {
    const std::string_view note = instrument.note;
    if (!IsYear(note.substr(0, 4)) || note.substr(4, revision.size()) != revision) continue;
    labels.push_back(fmt::format("{}{}", note.substr(0, 4), revision));
    labels.push_back(fmt::format("{}年{}", note.substr(0, 4), revision));
  }
  if (adopted && std::to_string(base::YearOf(*adopted)) != tail)
    labels.push_back(std::to_string(base::YearOf(*adopted)));
  return labels;
}

law::Rank ReadRank(const JsonPlace& place) {
  const std::optional<JsonPlace> member = place.Required("rank");
  if (!member) return law::Rank::kUnknown;
  const std::optional<law::Rank> rank = law::RankOf(member->node().text);
  if (!rank) {
    member->Wrong(Code::kLibraryExpected, {{"what", base::Words{"位阶代码，如administrative_regulation",
                                                                "a rank code such as administrative_regulation"}}});
  }
  return rank.value_or(law::Rank::kUnknown);
}

void ReadDates(const JsonPlace& place, law::Instrument& instrument) {
  instrument.promulgated = place.DateOr("promulgated");
  instrument.effective_from = place.DateOr("effective_from");
  instrument.effective_to = place.DateOr("effective_to");
  if (!instrument.effective_to) return;
  if (!instrument.effective_from || *instrument.effective_to < *instrument.effective_from) {
    Contradiction(place, "失效日期早于施行日期，或者没有施行日期", "it ends before it begins, or begins nowhere");
  }
}

}  // namespace

std::optional<law::Position> ReadArticleNumber(std::string_view text, const JsonPlace& place) {
  const std::size_t dash = text.find('-');
  const std::optional<int> number = WholeNumber(text.substr(0, dash));
  const std::optional<int> insert = dash == std::string_view::npos ? 0 : WholeNumber(text.substr(dash + 1));
  if (number && insert) return law::Position{*number, *insert, 0, 0, 0};
  place.Wrong(Code::kLibraryExpected,
              {{"what", base::Words{"条号，如21或者17-1", "an article number such as 21 or 17-1"}}});
  return std::nullopt;
}

law::Instrument ReadInstrument(const JsonPlace& place) {
  place.Allow({"id",          "name",           "short_names",  "number",   "rank",      "issuer",   "adopted",
               "promulgated", "effective_from", "effective_to", "articles", "structure", "inserted", "deleted",
               "subitems",    "source",         "number_basis", "checked",  "note",      "bonus"});
  law::Instrument instrument;
  instrument.id = place.RequiredText("id");
  instrument.name = place.RequiredText("name");
  if (const std::optional<JsonPlace> names = place.Required("short_names")) instrument.short_names = names->Texts();
  instrument.number = place.TextOr("number");
  instrument.rank = ReadRank(place);
  instrument.issuer = place.RequiredText("issuer");
  instrument.note = place.TextOr("note");
  instrument.source = place.RequiredText("source");
  ReadDates(place, instrument);
  ReadStructure(place, instrument);
  ReadPoints(place, instrument);
  instrument.labels = LabelsOf(instrument, place.DateOr("adopted"));
  return instrument;
}

}  // namespace zhun::library
