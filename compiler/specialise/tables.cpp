#include "compiler/specialise/tables.h"

#include <bit>

namespace zhun::specialise {

using residual::Place;
using residual::Slot;

std::uint16_t Tables::SlotOf(Slot slot) {
  slot.domain = 0xFFFF;
  const std::string key(reinterpret_cast<const char*>(&slot), sizeof slot);
  const auto [found, added] = slot_numbers_.emplace(key, static_cast<std::uint16_t>(slots_.size()));
  if (added) slots_.push_back(slot);
  return found->second;
}

std::uint16_t Tables::NewDomain() {
  domains_.emplace_back();
  return static_cast<std::uint16_t>(domains_.size() - 1);
}

std::uint16_t Tables::DomainOf(std::uint16_t slot) {
  if (slots_[slot].domain == 0xFFFF) slots_[slot].domain = NewDomain();
  return slots_[slot].domain;
}

std::uint32_t Tables::CodeOf(std::uint16_t domain, std::string_view text) {
  auto& codes = domains_[domain];
  const auto found = codes.find(text);
  if (found != codes.end()) return found->second;
  TextOf(text);
  return codes.emplace(text, static_cast<std::uint32_t>(codes.size())).first->second;
}

std::uint64_t Tables::TextOf(std::string_view text) {
  const auto found = texts_.find(text);
  if (found != texts_.end()) return found->second;
  const std::uint64_t word =
      residual::Pack(static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(text.size()));
  bytes_ += text;
  texts_.emplace(text, word);
  return word;
}

std::vector<Place> HashTable(const std::vector<Place>& texts, std::string_view bytes) {
  std::vector<Place> table(std::bit_ceil(std::max<std::size_t>(2 * texts.size(), 2)));
  const std::size_t mask = table.size() - 1;
  for (Place place : texts) {
    place.hash = residual::HashOf(bytes.substr(place.text, place.size));
    std::size_t at = residual::FirstPlace(place.hash, table.size());
    while (table[at].code != Place::kNobody) at = (at + 1) & mask;
    table[at] = place;
  }
  return table;
}

void Tables::Write(residual::Storage& storage) const {
  storage.slots = slots_;
  storage.bytes = bytes_;
  for (const auto& codes : domains_) {
    std::vector<Place> texts(codes.size());
    for (const auto& [text, code] : codes) {
      const std::uint64_t word = texts_.find(text)->second;
      texts[code] = {0, static_cast<std::uint32_t>(word >> 32), static_cast<std::uint32_t>(word), code, 0};
    }
    const std::vector<Place> table = HashTable(texts, bytes_);
    storage.domains.push_back({static_cast<std::uint32_t>(storage.places.size()),
                               static_cast<std::uint32_t>(table.size()), static_cast<std::uint32_t>(codes.size()), 0});
    storage.places.insert(storage.places.end(), table.begin(), table.end());
  }
}

}  // namespace zhun::specialise
