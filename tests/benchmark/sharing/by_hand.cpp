#include "tests/benchmark/sharing/by_hand.h"

#include <cstring>
#include <stdexcept>

#include <simdjson.h>

namespace zhun::benchmark::by_hand {
namespace {

namespace json = simdjson::ondemand;
using View = std::string_view;

/// Ids of words: an open hash table.
class Words {
 public:
  Words() : places_(64) {}

  int Find(View word) const {
    const std::uint64_t hash = Hash(word);
    for (std::size_t at = hash >> 20 & Mask();; at = (at + 1) & Mask()) {
      const Place& place = places_[at];
      if (place.id < 0) return -1;
      if (place.hash == hash && place.size == word.size() &&
          std::memcmp(text_.data() + place.text, word.data(), word.size()) == 0)
        return place.id;
    }
  }

  int Add(View word) {
    const int found = Find(word);
    if (found >= 0) return found;
    if ((count_ + 1) * 2 > places_.size()) Grow();
    Put({Hash(word), static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(word.size()),
         static_cast<int>(count_)});
    text_ += word;
    return static_cast<int>(count_++);
  }

 private:
  struct Place {
    std::uint64_t hash = 0;
    std::uint32_t text = 0, size = 0;
    int id = -1;
  };

  std::size_t Mask() const { return places_.size() - 1; }

  static std::uint64_t Hash(View word) {
    std::uint64_t hash = 0x9E3779B97F4A7C15ull ^ word.size();
    const auto mix = [&](std::uint64_t part) {
      hash = (hash ^ part) * 0xFF51AFD7ED558CCDull;
      hash ^= hash >> 32;
    };
    const char* at = word.data();
    std::size_t left = word.size();
    for (; left >= 8; at += 8, left -= 8) {
      std::uint64_t part;
      std::memcpy(&part, at, 8);
      mix(part);
    }
    std::uint64_t part = 0;
    std::memcpy(&part, at, left);
    if (left != 0) mix(part);
    return hash;
  }

  void Put(Place place) {
    std::size_t at = place.hash >> 20 & Mask();
    while (places_[at].id >= 0) at = (at + 1) & Mask();
    places_[at] = place;
  }

  void Grow() {
    const std::vector<Place> old = std::move(places_);
    places_.assign(old.size() * 2, {});
    for (const Place& place : old) {
      if (place.id >= 0) Put(place);
    }
  }

  std::vector<Place> places_;
  std::string text_;
  std::size_t count_ = 0;
};

std::uint32_t Number(View digits) {
  std::uint32_t number = 0;
  for (const char digit : digits) number = number * 10 + static_cast<std::uint32_t>(digit - '0');
  return number;
}

View Text(json::value value) { return value.get_string().value(); }

template <class Take>
void Each(json::value list, Take take) {
  for (auto each : list.get_array()) take(View(each.get_string().value()));
}

}  // namespace

class Catalogue::Implementation {
 public:
  explicit Implementation(const std::vector<std::string>& entries) {
    for (const std::string& entry : entries) AddEntry(entry);
  }

  const std::vector<Entry>& Entries() const { return entries_; }

  bool Read(View text, bool checked, Request& read) {
    // Our own reader copies the text behind which simdjson wants room; so does this.
    if (buffer_.size() < text.size() + simdjson::SIMDJSON_PADDING)
      buffer_.resize(text.size() + simdjson::SIMDJSON_PADDING);
    std::memcpy(buffer_.data(), text.data(), text.size());
    read.items = 0;
    read.unknown_item = false;
    json::document document;
    if (parser_.iterate(buffer_.data(), text.size(), buffer_.size()).get(document) != simdjson::SUCCESS) return false;
    std::uint32_t seen = 0;
    for (auto field : document.get_object()) {
      const View key = field.unescaped_key();
      const int bit = Take(key, field.value(), checked, read);
      if (!checked) continue;
      if (bit < 0 || (seen >> bit & 1) != 0) return false;
      seen |= 1u << bit;
    }
    const char* rest = nullptr;
    return !checked || document.current_location().get(rest) == simdjson::OUT_OF_BOUNDS;
  }

 private:
  int Take(View key, json::value value, bool checked, Request& read) {
    if (key == "entry") return read.entry = ids_.Find(Text(value)), 0;
    if (key == "applicant") return TakeApplicant(value, checked, read) ? 1 : -1;
    if (key == "purpose") return read.purpose = static_cast<std::int16_t>(purposes_.Find(Text(value))), 2;
    if (key == "legal_basis") return read.ground = static_cast<std::int16_t>(grounds_.Find(Text(value))), 3;
    if (key == "channel") return read.channel = static_cast<std::int16_t>(channels_.Find(Text(value))), 4;
    if (key == "items") {
      Each(value, [&](View name) {
        const int id = items_.Find(name);
        read.unknown_item |= id < 0;
        read.items |= id < 0 ? 0 : std::uint64_t{1} << id;
      });
      return 5;
    }
    if (key == "days") return read.days = static_cast<std::int16_t>(std::int64_t(value.get_int64().value())), 6;
    if (key == "onward") return read.onward = value.get_bool().value(), 7;
    if (key == "agreed") return read.agreed = value.get_bool().value(), 8;
    if (!checked) return -1;
    if (key == "id") return 9;
    if (key == "received_at") return 10;
    return key == "scenario" ? 11 : -1;
  }

  bool TakeApplicant(json::value value, bool checked, Request& read) {
    std::uint32_t seen = 0;
    for (auto field : value.get_object()) {
      const View key = field.unescaped_key();
      int bit = -1;
      if (key == "dept") {
        read.department = static_cast<std::int16_t>(departments_.Find(Text(field.value())));
        bit = 0;
      } else if (key == "region") {
        read.region = Number(Text(field.value()));
        bit = 1;
      } else if (checked) {
        bit = key == "level" ? 2 : key == "roles" ? 3 : -1;
      }
      if (!checked) continue;
      if (bit < 0 || (seen >> bit & 1) != 0) return false;
      seen |= 1u << bit;
    }
    return true;
  }

  void AddEntry(const std::string& text) {
    const simdjson::padded_string padded(text);
    json::parser parser;
    json::document document = parser.iterate(padded);
    Entry entry;
    const auto set = [](Words& words, std::uint32_t& bits) {
      return [&](View word) { bits |= 1u << words.Add(word); };
    };
    for (auto field : document.get_object()) {
      const View key = field.unescaped_key();
      json::value value = field.value();
      if (key == "id") ids_.Add(Text(value));
      if (key == "area") SetArea(Number(Text(value)), entry);
      if (key == "depts") {
        Each(value, [&](View word) {
          const int id = departments_.Add(word);
          entry.departments[id >> 6] |= std::uint64_t{1} << (id & 63);
        });
      }
      if (key == "items") {
        for (auto item : value.get_array())
          entry.items |= std::uint64_t{1} << items_.Add(View(item.find_field("name").get_string().value()));
      }
      if (key == "uses") Each(value, set(purposes_, entry.purposes));
      if (key == "channels") Each(value, set(channels_, entry.channels));
      if (key == "grounds") Each(value, set(grounds_, entry.grounds));
      if (key == "max_days") entry.max_days = static_cast<std::int32_t>(std::int64_t(value.get_int64().value()));
      if (key == "secrecy_grade") entry.grade = static_cast<std::uint8_t>(std::int64_t(value.get_int64().value()));
      if (key == "about_people") entry.about_people = value.get_bool().value() ? 1 : 0;
    }
    entries_.push_back(entry);
  }

  static void SetArea(std::uint32_t area, Entry& entry) {
    const std::uint32_t step = area % 10000 == 0 ? 10000 : area % 100 == 0 ? 100 : 1;
    entry.lowest = area;
    entry.highest = area + step - 1;
  }

  Words ids_, departments_, purposes_, items_, channels_, grounds_;
  std::vector<Entry> entries_;
  json::parser parser_;
  std::string buffer_;
};

Catalogue::Catalogue(const std::vector<std::string>& entries)
    : implementation_(std::make_unique<Implementation>(entries)) {}
Catalogue::~Catalogue() = default;
const std::vector<Entry>& Catalogue::Entries() const { return implementation_->Entries(); }
bool Catalogue::Read(View request, bool checked, Request& read) {
  return implementation_->Read(request, checked, read);
}

}  // namespace zhun::benchmark::by_hand
