#include "tests/oracle/random_conditions.h"

namespace zhun::oracle {
namespace {

using vocabulary::Attribute;
using vocabulary::Base;
using vocabulary::Type;

bool IsReadable(const Attribute& attribute) {
  return attribute.form != vocabulary::Form::kFindings && attribute.form != vocabulary::Form::kIgnored;
}

/// A record all of whose members may be none can be read through when it is none itself.
bool NeedsGuard(const vocabulary::Vocabulary& words, const Attribute& attribute) {
  if (!attribute.nullable || attribute.type.base != Base::kRecord || attribute.type.list) return false;
  for (const Attribute& member : words.records[attribute.type.of].attributes) {
    if (member.absence != vocabulary::Absence::kAsNone) return true;
  }
  return false;
}

void AddBelow(const vocabulary::Vocabulary& words, const Place& place, std::vector<Place>& places) {
  if (place.type.base != Base::kRecord || place.type.list) return;
  for (const Attribute& attribute : words.records[place.type.of].attributes) {
    if (!IsReadable(attribute)) continue;
    Place below{place.path + "." + attribute.name.zh, attribute.type, place.guards};
    places.push_back(below);
    if (NeedsGuard(words, attribute)) below.guards.push_back(below.path);
    AddBelow(words, below, places);
  }
}

/// 2026-03-31 as policies write it: 2026年3月31日.
std::string DayInWords(const std::string& day) {
  return day.substr(0, 4) + "年" + std::to_string(std::stoi(day.substr(5, 2))) + "月" +
         std::to_string(std::stoi(day.substr(8, 2))) + "日";
}

}  // namespace

std::vector<Place> PlacesBelow(const vocabulary::Vocabulary& vocabulary, const std::string& path, Type type,
                               bool itself) {
  std::vector<Place> places;
  const Place root{path, type, {}};
  if (itself) places.push_back(root);
  AddBelow(vocabulary, root, places);
  return places;
}

std::string Conditions::Condition(const std::vector<Place>& places, const std::vector<std::string>& names, int depth) {
  if (depth > 0 && random_.Chance(60)) return Junction(places, names, depth - 1);
  if (!names.empty() && random_.Chance(25)) return random_.Of(names);
  return Relation(places);
}

std::string Conditions::Junction(const std::vector<Place>& places, const std::vector<std::string>& names, int depth) {
  const auto part = [&] { return Condition(places, names, depth); };
  switch (random_.Below(8)) {
    case 0: return "非 （" + part() + "）";
    case 1: return "（若 " + part() + " 则 " + part() + " 否则 " + part() + "）";
    case 2:
    case 3:
    case 4: return "（" + part() + " 且 " + part() + (random_.Chance(30) ? " 且 " + part() : "") + "）";
    default: return "（" + part() + " 或 " + part() + (random_.Chance(30) ? " 或 " + part() : "") + "）";
  }
}

std::string Conditions::Relation(const std::vector<Place>& places) {
  const Place& place = random_.Of(places);
  std::string relation = place.type.list ? OfList(place) : OfScalar(place, places);
  if (place.guards.empty()) return relation;
  std::string guarded = "（";
  for (const std::string& guard : place.guards) guarded += guard + " 不为空 且 ";
  return guarded + relation + "）";
}

std::string Conditions::OfList(const Place& place) {
  if (!in_quantifier_ && place.path != "其" && random_.Chance(60)) return Quantifier(place);  // 任一 其 is not said
  if (place.type.base == Base::kRecord || random_.Chance(30)) return place.path + Pick({" 为空", " 不为空"});
  if (place.type.base == Base::kRegion && random_.Chance(50))
    return place.path + Pick({" 位于 ", " 不位于 "}) + Constant(place.type);
  return place.path + Pick({" 含有 ", " 不含有 ", " 涉及 ", " 不涉及 ", " 属于 ", " 不属于 "}) + Constants(place.type);
}

std::string Conditions::Quantifier(const Place& place) {
  Type member = place.type;
  member.list = false;
  const std::vector<Place> places = PlacesBelow(words_, "其", member, member.base != Base::kRecord);
  in_quantifier_ = true;
  std::string text = Pick({"任一 ", "每一 "}) + place.path + " （" + Condition(places, {}, 1) + "）";
  in_quantifier_ = false;
  return text;
}

std::string Conditions::OfScalar(const Place& place, const std::vector<Place>& places) {
  const std::string& path = place.path;
  if (random_.Chance(10)) return path + Pick({" 为空", " 不为空"});
  const Place& other = random_.Of(places);
  if (other.path != path && other.type == place.type && other.guards.empty() && place.type.base != Base::kRecord &&
      place.type.base != Base::kBool)
    return path + Pick({" 为 ", " 不为 "}) + other.path;
  switch (place.type.base) {
    case Base::kBool: return path;
    case Base::kEnum:
      if (words_.enumerations[place.type.of].ordered && random_.Chance(60)) {
        return path + Pick({" 高于 ", " 不高于 ", " 低于 ", " 不低于 "}) + Constant(place.type);
      }
      break;
    case Base::kLength: return path + Pick({" 超过 ", " 不超过 ", " 少于 ", " 不少于 "}) + Constant(place.type);
    case Base::kDate:
    case Base::kInstant: {
      const Type day{Base::kDate, vocabulary::kNone, false};
      return path + Pick({" 早于 ", " 不早于 ", " 晚于 ", " 不晚于 "}) + Constant(day) +
             Pick({"", "", " 加 30日", " 减 1年"});
    }
    case Base::kRegion: return path + Pick({" 位于 ", " 不位于 "}) + Constant(place.type);
    case Base::kRecord:
      if (words_.records[place.type.of].key != "period") return path + Pick({" 为空", " 不为空"});
      return path + Pick({" 超过 ", " 不超过 ", " 少于 ", " 不少于 "}) +
             Constant({Base::kLength, vocabulary::kNone, false});
    default: break;
  }
  return path + (random_.Chance(50) ? Pick({" 为 ", " 不为 "}) + Constant(place.type)
                                    : Pick({" 属于 ", " 不属于 "}) + Constants(place.type));
}

std::string Conditions::Constant(Type type) {
  switch (type.base) {
    case Base::kEnum: return random_.Of(words_.enumerations[type.of].members).name.zh;
    case Base::kLength: return Pick({"30日", "90日", "1年", "6个月"});
    case Base::kDate:
    case Base::kInstant: return DayInWords(random_.Of(SomeDays()));
    case Base::kRegion: return "“" + random_.Of(SomeRegions()) + "”";
    default: return "“" + random_.Of(random_.Chance(70) ? SomeTexts() : SomeItems()) + "”";
  }
}

std::string Conditions::Constants(Type type) {
  const std::string first = Constant(type);
  const std::string second = Constant(type);
  return first == second ? first : first + "、" + second;
}

}  // namespace zhun::oracle
