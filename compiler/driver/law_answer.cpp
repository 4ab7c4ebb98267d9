#include "compiler/driver/law_answer.h"

#include <nlohmann/json.hpp>

#include "runtime/law/renumbering.h"
#include "runtime/law/text.h"

namespace zhun::driver {
namespace {

using Json = nlohmann::ordered_json;

Json DateOrNull(const std::optional<base::Date>& date) { return date ? Json(base::FormatDate(*date)) : Json(); }
std::string Line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"; }

struct ForceWords {
  law::Force force;
  const char* code;
  base::Words words;
};

const ForceWords& WordsOf(law::Force force) {
  static const std::vector<ForceWords> rows = {
      {law::Force::kInForce, "in_force", {"现行有效", "in force"}},
      {law::Force::kNotYet, "not_yet", {"尚未施行", "not yet in force"}},
      {law::Force::kNoLonger, "no_longer", {"已经失效", "no longer in force"}},
      {law::Force::kBeforeRegistry,
       "before_registry",
       {"早于登记的第一个版本，不明", "before the first registered version: not known"}},
      {law::Force::kUndated,
       "undated",
       {"施行日期未登记，不明", "its first day in force is not registered: not known"}}};
  return rows[static_cast<std::size_t>(force)];
}

struct ProvisionWords {
  law::Provision provision;
  const char* code;
  base::Words words;
};

const ProvisionWords& WordsOf(law::Provision provision) {
  static const std::vector<ProvisionWords> rows = {
      {law::Provision::kWhole, "whole", {"整部文件", "the whole instrument"}},
      {law::Provision::kExists, "exists", {"存在", "exists"}},
      {law::Provision::kNoSuchProvision, "no_such_provision", {"不存在", "does not exist"}},
      {law::Provision::kStructureUnknown,
       "structure_unknown",
       {"条文结构未登记，未核对", "structure not registered, not checked"}}};
  return rows[static_cast<std::size_t>(provision)];
}

base::Words Row(const base::Words& name, const base::Words& value) {
  return {name.zh + "：" + value.zh + "\n", name.en + ": " + value.en + "\n"};
}

void Append(base::Words& text, const base::Words& more) {
  text.zh += more.zh;
  text.en += more.en;
}

base::Words Same(const std::string& text) { return {text, text}; }

/// 中华人民共和国主席令… is the number; a version without one is told by its first day.
std::string VersionOf(const law::Instrument& instrument) {
  if (!instrument.number.empty()) return instrument.number;
  return instrument.effective_from ? base::FormatDate(*instrument.effective_from) : instrument.id;
}

Json VersionJson(const law::Instrument& instrument) {
  return {{"id", instrument.id},
          {"name", instrument.name},
          {"number", instrument.number},
          {"rank", law::RankCode(instrument.rank)},
          {"effective_from", DateOrNull(instrument.effective_from)},
          {"effective_to", DateOrNull(instrument.effective_to)}};
}

std::string WholeText(const law::Instrument& instrument) {
  std::string text;
  int chapter = 0;
  for (const law::ArticleText& article : instrument.texts) {
    if (article.chapter != chapter) text += (text.empty() ? "" : "\n") + article.chapter_title + "\n";
    chapter = article.chapter;
    const law::Position position{article.number, article.insert, 0, 0, 0};
    text += law::PrintPosition(position) + "  " + law::TextAt(instrument, position).value_or("") + "\n";
  }
  return text;
}

/// `as_cited`: the citation names the version it means; otherwise only whoever means the earlier one has to look on.
base::Words Now(const law::Relocation& moved, bool as_cited) {
  if (moved.now.empty()) return {"已无对应条文", "nothing corresponds to it any more"};
  std::string places;
  for (const law::Position& place : moved.now) places += (places.empty() ? "" : "、") + law::PrintPosition(place);
  const std::string to = VersionOf(*moved.to);
  const std::string from = VersionOf(*moved.from);
  base::Words words{(as_cited ? "" : "若指" + from + "的条文，") + ("在" + to + "中为" + places),
                    places + " in " + to + (as_cited ? "" : ", if " + from + " is meant")};
  if (moved.amended) Append(words, {"，文字有修改", ", amended"});
  return words;
}

Json RenumberingJson(const law::Relocation& moved) {
  Json now = Json::array();
  for (const law::Position& place : moved.now) now.push_back(law::PrintPosition(place));
  return {{"from", moved.from->id},
          {"to", moved.to->id},
          {"now", now},
          {"amended", moved.amended},
          {"method", moved.method}};
}

}  // namespace

LawAnswer ShowText(const law::Registry& law, const law::Citation& citation, base::Date as_of) {
  const law::Standing standing = law::StandingOf(law, citation, as_of);
  const std::string canonical = law::CanonicalText(law, citation, as_of);
  std::optional<std::string> text = law::ProvisionText(law, citation, as_of);
  if (!text && standing.provision == law::Provision::kWhole && !standing.instrument->texts.empty())
    text = WholeText(*standing.instrument);
  if (!text) return {};
  const std::string heading = canonical + "（" + VersionOf(*standing.instrument) + "）";
  const ForceWords& force = WordsOf(standing.force);
  LawAnswer answer{true, Same(heading + "  "), ""};
  Append(answer.text, {base::FormatDate(as_of) + " " + force.words.zh + "\n\n",
                       base::FormatDate(as_of) + " " + force.words.en + "\n\n"});
  Append(answer.text, Same(*text + (text->ends_with('\n') ? "" : "\n")));
  answer.json = Line({{"citation", canonical},
                      {"as_of", base::FormatDate(as_of)},
                      {"instrument", VersionJson(*standing.instrument)},
                      {"force", force.code},
                      {"text", *text}});
  return answer;
}

LawAnswer ResolveCitation(const law::Registry& law, const law::Citation& citation, base::Date as_of) {
  const law::Standing standing = law::StandingOf(law, citation, as_of);
  const std::string canonical = law::CanonicalText(law, citation, as_of);
  Json json = {{"citation", canonical}, {"as_of", base::FormatDate(as_of)}, {"registered", standing.registered}};
  LawAnswer answer{standing.registered && standing.Exists(), Row({"规范写法", "canonical"}, Same(canonical)), ""};
  if (!standing.registered) {
    const base::Words unknown{"未登记，位阶和效力不明", "not registered, so its rank and force are not known"};
    Append(answer.text, Row({"登记", "registry"}, unknown));
    answer.json = Line(json);
    return answer;
  }
  const ProvisionWords& provision = WordsOf(standing.provision);
  const ForceWords& force = WordsOf(standing.force);
  Append(answer.text,
         Row({"文件", "instrument"}, Same(standing.instrument->name + "（" + VersionOf(*standing.instrument) + "）")));
  Append(answer.text, Row({"位阶", "rank"}, law::RankLabel(standing.rank)));
  Append(answer.text, Row({"条款", "provision"}, provision.words));
  Append(answer.text,
         Row({"效力（" + base::FormatDate(as_of) + "）", "force on " + base::FormatDate(as_of)}, force.words));
  json["instrument"] = VersionJson(*standing.instrument);
  json["provision"] = provision.code;
  json["force"] = force.code;
  json["renumbering"] = Json();
  if (const auto moved = law::Renumbered(law, citation, as_of)) {
    Append(answer.text, Row({"条号变动", "renumbering"}, Now(*moved, !citation.version.empty())));
    json["renumbering"] = RenumberingJson(*moved);
  }
  answer.json = Line(json);
  return answer;
}

LawAnswer SearchText(const law::Registry& law, const std::vector<std::string>& words) {
  const std::vector<law::SearchHit> hits = law::Search(law, words);
  Json list = Json::array();
  LawAnswer answer{!hits.empty(), {}, ""};
  for (const law::SearchHit& hit : hits) {
    const std::string citation = "《" + hit.instrument->name + "》" + law::PrintPosition(hit.position);
    Append(answer.text, Same(citation + "\n  " + hit.text + "\n"));
    list.push_back({{"citation", citation}, {"instrument", hit.instrument->id}, {"text", hit.text}});
  }
  const std::string count = std::to_string(hits.size());
  Append(answer.text, {count + " 处\n", count + (hits.size() == 1 ? " provision\n" : " provisions\n")});
  answer.json = Line({{"words", words}, {"hits", list}});
  return answer;
}

}  // namespace zhun::driver
