#include <algorithm>

#include <fmt/format.h>

#include "compiler/library/law_tables.h"

namespace zhun::library {
namespace {

using diagnostics::Code;

void Contradiction(const JsonPlace& place, std::string zh, std::string en) {
  place.Wrong(Code::kLibraryContradiction, {{"what", base::Words{std::move(zh), std::move(en)}}});
}

law::ParagraphText ReadParagraph(const JsonPlace& place) {
  place.Allow({"text", "items"});
  law::ParagraphText paragraph;
  paragraph.text = place.RequiredText("text");
  const std::optional<JsonPlace> items = place.Optional("items");
  if (!items) return paragraph;
  for (const auto& [key, item] : items->Children(JsonKind::kList)) {
    item.Allow({"item", "text"});
    paragraph.items.push_back(item.RequiredText("text"));
    const std::optional<JsonPlace> number = item.Required("item");
    const std::int64_t wanted = static_cast<std::int64_t>(paragraph.items.size());
    if (number) number->Number(wanted, wanted);
  }
  return paragraph;
}

law::ArticleText ReadArticle(const JsonPlace& place) {
  place.Allow({"article", "insert", "paragraphs"});
  law::ArticleText article;
  if (const std::optional<JsonPlace> number = place.Required("article")) {
    article.number = static_cast<int>(number->Number(1, 9999));
  }
  if (const std::optional<JsonPlace> insert = place.Optional("insert")) {
    article.insert = static_cast<int>(insert->Number(1, 99));
  }
  const std::optional<JsonPlace> paragraphs = place.Required("paragraphs");
  if (!paragraphs) return article;
  for (const auto& [key, paragraph] : paragraphs->Children(JsonKind::kList)) {
    article.paragraphs.push_back(ReadParagraph(paragraph));
  }
  return article;
}

/// The text must have the paragraphs and items that the registry says it has.
void CheckAgainst(const law::Instrument& instrument, const law::ArticleText& article, const JsonPlace& place) {
  const law::Article* known = law::FindArticle(instrument, article.number, article.insert);
  std::vector<std::uint16_t> items;
  for (const law::ParagraphText& paragraph : article.paragraphs) {
    items.push_back(static_cast<std::uint16_t>(paragraph.items.size()));
  }
  if (known != nullptr && std::ranges::equal(law::ParagraphsOf(instrument, *known), items)) return;
  Contradiction(place, fmt::format("第{}条的款、项与登记的结构不符", article.number),
                fmt::format("article {} has not the paragraphs and items that are registered", article.number));
}

void ReadChapter(const JsonPlace& place, law::Instrument& instrument) {
  place.Allow({"chapter", "title", "articles"});
  const std::optional<JsonPlace> number = place.Required("chapter");
  const std::string title = place.RequiredText("title");
  const std::optional<JsonPlace> articles = place.Required("articles");
  if (!number || !articles) return;
  for (const auto& [key, element] : articles->Children(JsonKind::kList)) {
    law::ArticleText article = ReadArticle(element);
    article.chapter = static_cast<int>(number->Number(1, 99));
    article.chapter_title = title;
    CheckAgainst(instrument, article, element);
    const bool follows =
        instrument.texts.empty() || std::pair(instrument.texts.back().number, instrument.texts.back().insert) <
                                        std::pair(article.number, article.insert);
    if (!follows) element.Wrong(Code::kLibraryOrder, {{"what", std::to_string(article.number)}});
    instrument.texts.push_back(std::move(article));
  }
}

law::Instrument* FindRegistered(law::Registry& registry, const std::string& name, const std::string& number) {
  const auto found = std::ranges::find_if(registry.instruments, [&](const law::Instrument& instrument) {
    return instrument.name == name && instrument.number == number;
  });
  return found == registry.instruments.end() ? nullptr : &*found;
}

}  // namespace

void ReadText(const JsonPlace& place, law::Registry& registry) {
  place.Allow({"name", "full_name", "short_names", "number", "rank", "issuer", "published", "effective_from", "source",
               "note", "chapters"});
  const std::string name = place.RequiredText("full_name");
  law::Instrument* instrument = FindRegistered(registry, name, place.RequiredText("number"));
  if (instrument == nullptr) {
    return Contradiction(place, fmt::format("登记表中没有这个名称和文号的“{}”", name),
                         fmt::format("the registry has no {} of this number", name));
  }
  if (place.RequiredText("rank") != law::RankCode(instrument->rank) ||
      place.DateOr("effective_from") != instrument->effective_from) {
    Contradiction(place, "位阶或者施行日期与登记表不符", "rank or first day in force differ from the registry");
  }
  const std::optional<JsonPlace> chapters = place.Required("chapters");
  if (!chapters) return;
  for (const auto& [key, chapter] : chapters->Children(JsonKind::kList)) ReadChapter(chapter, *instrument);
  if (instrument->texts.size() != instrument->structure.size()) {
    Contradiction(*chapters, "条数与登记的结构不符", "the number of articles differs from the registered structure");
  }
}

}  // namespace zhun::library
