#include "runtime/law/registry.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "runtime/law/text.h"

namespace zhun::law {
namespace {

constexpr std::string_view kState = "中华人民共和国";

std::string_view WithoutState(std::string_view name) {
  if (name.size() > kState.size() && name.substr(0, kState.size()) == kState) name.remove_prefix(kState.size());
  return name;
}

std::string KeyOf(std::string_view name) {
  const std::string folded = Fold(name);
  return std::string(WithoutState(folded));
}

bool InForceOn(const Instrument& instrument, base::Date date) {
  return instrument.effective_from && *instrument.effective_from <= date &&
         (!instrument.effective_to || date <= *instrument.effective_to);
}

/// How well `version` fits, 0 best; -1 not at all.
int FitOf(const Instrument& instrument, const std::string& version) {
  if (KeyOf(instrument.number) == version) return 0;
  int fit = 1;
  for (const std::string& label : instrument.labels) {
    if (KeyOf(label) == version) return fit;
    ++fit;
  }
  if (instrument.effective_from && base::FormatDate(*instrument.effective_from) == version) return fit;
  return -1;
}

}  // namespace

void IndexNames(Registry& registry) {
  std::map<std::string, std::set<std::uint32_t>> names;
  for (std::uint32_t index = 0; index < registry.instruments.size(); ++index) {
    const Instrument& instrument = registry.instruments[index];
    names[KeyOf(instrument.name)].insert(index);
    for (const std::string& name : instrument.short_names) names[KeyOf(name)].insert(index);
  }
  registry.names.clear();
  for (const auto& [key, versions] : names) registry.names.push_back({key, {versions.begin(), versions.end()}});
  const auto earlier = [&](std::uint32_t left, std::uint32_t right) {
    const std::optional<base::Date>& left_from = registry.instruments[left].effective_from;
    const std::optional<base::Date>& right_from = registry.instruments[right].effective_from;
    return std::tuple(!left_from, left_from, left) < std::tuple(!right_from, right_from, right);
  };
  for (NameEntry& entry : registry.names) std::sort(entry.versions.begin(), entry.versions.end(), earlier);
}

std::span<const std::uint32_t> VersionsOf(const Registry& registry, std::string_view name) {
  const std::string key = KeyOf(name);
  const auto entry =
      std::lower_bound(registry.names.begin(), registry.names.end(), key,
                       [](const NameEntry& each, const std::string& wanted) { return each.key < wanted; });
  if (entry == registry.names.end() || entry->key != key) return {};
  return entry->versions;
}

const Instrument* VersionInForce(const Registry& registry, std::string_view name, base::Date date) {
  const Instrument* found = nullptr;
  for (const std::uint32_t index : VersionsOf(registry, name)) {
    if (InForceOn(registry.instruments[index], date)) found = &registry.instruments[index];
  }
  return found;
}

const Instrument* VersionNamed(const Registry& registry, std::string_view name, std::string_view version) {
  const std::string wanted = KeyOf(version);
  if (wanted.empty()) return nullptr;
  const Instrument* found = nullptr;
  int best = -1;
  for (const std::uint32_t index : VersionsOf(registry, name)) {
    const int fit = FitOf(registry.instruments[index], wanted);
    if (fit < 0 || (found != nullptr && fit >= best)) continue;
    found = &registry.instruments[index];
    best = fit;
  }
  return found;
}

const Article* FindArticle(const Instrument& instrument, int number, int insert) {
  const auto wanted = std::pair(number, insert);
  const auto place = [](const Article& article) { return std::pair<int, int>(article.number, article.insert); };
  const auto found = std::lower_bound(instrument.structure.begin(), instrument.structure.end(), wanted,
                                      [&](const Article& each, const auto& key) { return place(each) < key; });
  if (found == instrument.structure.end() || place(*found) != wanted) return nullptr;
  return &*found;
}

std::span<const std::uint16_t> ParagraphsOf(const Instrument& instrument, const Article& article) {
  return std::span(instrument.paragraph_items).subspan(article.first_paragraph, article.paragraphs);
}

}  // namespace zhun::law
