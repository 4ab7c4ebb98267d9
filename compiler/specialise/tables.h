#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/specialise/draft.h"
#include "runtime/residual/residual.h"

namespace zhun::specialise {

/// What all entries of a bundle share: the slots that any of them reads, and the texts that slots are compared with.
/// Numbers are given out as they are asked for, so the same entries in the same order give the same tables.
class Tables {
 public:
  /// The slot of a fact in a shape.
  std::uint16_t SlotOf(residual::Slot slot);
  /// The domain of a slot of texts; made when first asked for.
  std::uint16_t DomainOf(std::uint16_t slot);
  /// The code of a text in a domain.
  std::uint32_t CodeOf(std::uint16_t domain, std::string_view text);
  /// Place and size of a text among the bytes, packed; each text once.
  std::uint64_t TextOf(std::string_view text);

  std::uint16_t NewDomain();
  std::size_t SizeOf(std::uint16_t domain) const { return domains_[domain].size(); }
  std::size_t SlotCount() const { return slots_.size(); }
  bool IsFull() const { return slots_.size() >= kFirstDerived; }

  /// Goes on from the tables of another catalogue: every number keeps its meaning. Before anything else is asked.
  void TakeOver(const residual::Residual& old);

  /// Writes slots, domains, places and bytes.
  void Write(residual::Storage& storage) const;

 private:
  std::vector<residual::Slot> slots_;
  std::map<std::string, std::uint16_t> slot_numbers_;  ///< by the slot's bytes
  std::vector<std::map<std::string, std::uint32_t, std::less<>>> domains_;
  std::map<std::string, std::uint64_t, std::less<>> texts_;
  std::string bytes_;
};

/// An open hash table of texts: (place, size, code) each. Its size is a power of two, at most half of it in use.
std::vector<residual::Place> HashTable(const std::vector<residual::Place>& texts, std::string_view bytes);

}  // namespace zhun::specialise
