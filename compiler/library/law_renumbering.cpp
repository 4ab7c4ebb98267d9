#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "compiler/library/law_tables.h"

namespace zhun::library {
namespace {

using diagnostics::Code;

const law::Instrument* FindById(const law::Registry& registry, const std::string& id) {
  const auto found = std::ranges::find(registry.instruments, id, &law::Instrument::id);
  return found == registry.instruments.end() ? nullptr : &*found;
}

/// Reads one map between two versions; articles that either version lacks are reported.
class MapReader {
 public:
  MapReader(const JsonPlace& place, const law::Instrument& from, const law::Instrument& to)
      : place_(place),
        from_(from),
        to_(to) {}

  law::Renumbering Read() {
    law::Renumbering renumbering;
    renumbering.from_id = from_.id;
    renumbering.to_id = to_.id;
    renumbering.method = place_.RequiredText("method");
    ReadNothing();
    ReadOneToOne("merged");
    ReadOneToOne("map");
    ReadSplits();
    for (auto& [article, targets] : moves_) renumbering.moves.push_back({article, std::move(targets)});
    renumbering.added = ReadArticles("added", to_);
    renumbering.amended = ReadArticles("amended", from_);
    return renumbering;
  }

 private:
  std::optional<law::Position> Article(std::string_view text, const law::Instrument& version, const JsonPlace& place) {
    const std::optional<law::Position> article = ReadArticleNumber(text, place);
    if (!article || law::FindArticle(version, article->article, article->article_insert) != nullptr) return article;
    place.Wrong(Code::kLibraryContradiction,
                {{"what", base::Words{fmt::format("{}没有第{}条", version.id, text),
                                      fmt::format("{} has no article {}", version.id, text)}}});
    return std::nullopt;
  }

  std::vector<law::Position> ReadArticles(std::string_view key, const law::Instrument& version) {
    std::vector<law::Position> articles;
    const std::optional<JsonPlace> list = place_.Optional(key);
    if (!list) return articles;
    for (const auto& [none, element] : list->Children(JsonKind::kList)) {
      if (const auto article = Article(element.Text(), version, element)) articles.push_back(*article);
    }
    std::ranges::sort(articles);
    return articles;
  }

  void ReadNothing() {
    for (const law::Position& article : ReadArticles("unmapped", from_)) moves_[article] = {};
  }

  void ReadOneToOne(std::string_view key) {
    const std::optional<JsonPlace> object = place_.Optional(key);
    if (!object) return;
    for (const auto& [number, target] : object->Children(JsonKind::kObject)) {
      const auto from = Article(number, from_, target);
      const auto to = Article(target.Text(), to_, target);
      if (from && to) moves_[*from] = {*to};
    }
  }

  void ReadSplits() {
    const std::optional<JsonPlace> object = place_.Optional("split");
    if (!object) return;
    for (const auto& [number, targets] : object->Children(JsonKind::kObject)) {
      const auto from = Article(number, from_, targets);
      std::vector<law::Position> now;
      for (const auto& [none, element] : targets.Children(JsonKind::kList)) {
        if (const auto to = Article(element.Text(), to_, element)) now.push_back(*to);
      }
      std::ranges::sort(now);
      if (from) moves_[*from] = std::move(now);
    }
  }

  const JsonPlace& place_;
  const law::Instrument& from_;
  const law::Instrument& to_;
  std::map<law::Position, std::vector<law::Position>> moves_;  // later, more exact tables replace earlier ones
};

}  // namespace

law::Renumbering ReadRenumbering(const JsonPlace& place, const law::Registry& registry) {
  place.Allow({"instrument", "from_version", "to_version", "from_id", "to_id", "effective", "map", "unmapped", "added",
               "amended", "merged", "split", "method"});
  const law::Instrument* from = FindById(registry, place.RequiredText("from_id"));
  const law::Instrument* to = FindById(registry, place.RequiredText("to_id"));
  if (from == nullptr || to == nullptr) {
    place.Wrong(Code::kLibraryContradiction,
                {{"what", base::Words{"登记表中没有这两个版本", "the registry does not have both versions"}}});
    return {};
  }
  const std::optional<base::Date> effective = place.DateOr("effective");
  if (effective != to->effective_from || place.RequiredText("instrument") != to->name) {
    place.Wrong(
        Code::kLibraryContradiction,
        {{"what", base::Words{"名称或者施行日期与登记表不符", "name or first day in force differ from the registry"}}});
  }
  return MapReader(place, *from, *to).Read();
}

}  // namespace zhun::library
