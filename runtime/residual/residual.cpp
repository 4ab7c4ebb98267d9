#include "runtime/residual/residual.h"

#include "runtime/base/bytes.h"

namespace zhun::residual {
namespace {

constexpr std::uint64_t kMultiplier = 0xFF51AFD7ED558CCDull;

std::uint64_t Mix(std::uint64_t hash, std::uint64_t word) {
  hash = (hash ^ word) * kMultiplier;
  return hash ^ hash >> 32;
}

}  // namespace

/// Multiply and fold, eight bytes at a time; the last are filled up with zeros. Tables are bounded and verified, so a bad
/// distribution costs time only.
std::uint64_t HashOf(std::string_view text) {
  std::uint64_t hash = 0x9E3779B97F4A7C15ull ^ text.size();
  const char* at = text.data();
  std::size_t left = text.size();
  for (; left >= 8; left -= 8, at += 8) hash = Mix(hash, base::EightBytes(at));
  return left == 0 ? hash : Mix(hash, base::FewBytes(at, left));
}

std::uint32_t Find(std::span<const Place> places, std::span<const char> bytes, std::string_view text) {
  if (places.size() < 2) return Place::kNobody;
  const std::uint64_t hash = HashOf(text);
  const std::size_t mask = places.size() - 1;
  std::size_t at = FirstPlace(hash, places.size());
  for (std::size_t tried = 0; tried < places.size(); ++tried, at = (at + 1) & mask) {
    const Place& place = places[at];
    if (place.code == Place::kNobody) return Place::kNobody;
    if (place.hash == hash && place.size == text.size() &&
        base::SameBytes(bytes.data() + place.text, text.data(), text.size()))
      return place.code;
  }
  return Place::kNobody;
}

Residual Storage::View() const {
  Residual view;
  view.slots = slots;
  view.domains = domains;
  view.places = places;
  view.instructions = instructions;
  view.rules = rules;
  view.codes = codes;
  view.periods = periods;
  view.entries = entries;
  view.index = index;
  view.constants = constants;
  view.bytes = {bytes.data(), bytes.size()};
  view.documents = {documents.data(), documents.size()};
  view.item_domain = item_domain;
  view.items_slot = items_slot;
  return view;
}

}  // namespace zhun::residual
