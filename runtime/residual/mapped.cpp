#include "runtime/residual/mapped.h"

#include <bit>
#include <cstring>

#include "runtime/residual/verify.h"

namespace zhun::residual {
namespace {

using store::Fault;
using store::Kind;

static_assert(std::endian::native == std::endian::little, "the tables stand in the file as they do in memory");

/// What concerns the catalogue as a whole.
struct Head {
  std::uint32_t item_domain = 0;
  std::uint32_t items_slot = 0;
};

template <class T>
std::string BytesOf(const T* values, std::size_t count) {
  return {reinterpret_cast<const char*>(values), count * sizeof(T)};
}

/// A whole section as a table; `verified`: its bytes are checked now.
template <class T>
Fault View(const store::File& file, Kind kind, bool verified, std::span<const T>& table) {
  const std::uint64_t size = file.SizeOf(kind);
  const store::Result<std::string_view> bytes = file.Bytes(kind, 0, verified ? size : 0);
  if (!bytes) return bytes.fault;
  if (size % sizeof(T) != 0) return Fault::kMalformed;
  table = {reinterpret_cast<const T*>(bytes.value.data()), size / sizeof(T)};
  return Fault::kNone;
}

Fault ReadHead(const store::File& file, Residual& view) {
  std::span<const char> bytes;
  Head head;
  if (const Fault fault = View(file, Kind::kCatalogueHead, true, bytes); fault != Fault::kNone) return fault;
  if (bytes.size() != sizeof head) return Fault::kMalformed;
  std::memcpy(&head, bytes.data(), sizeof head);
  view.item_domain = head.item_domain;
  view.items_slot = head.items_slot;
  return Fault::kNone;
}

Fault ReadTables(const store::File& file, Residual& view) {
  Fault fault = ReadHead(file, view);
  const auto read = [&](Kind kind, bool verified, auto& table) {
    fault = View(file, kind, verified, table);
    return fault == Fault::kNone;
  };
  static_cast<void>(fault == Fault::kNone && read(Kind::kSlots, true, view.slots) &&
                    read(Kind::kDomains, true, view.domains) && read(Kind::kPlaces, true, view.places) &&
                    read(Kind::kInstructions, true, view.instructions) && read(Kind::kCodeRules, true, view.rules) &&
                    read(Kind::kCodes, true, view.codes) && read(Kind::kEntryIndex, true, view.index) &&
                    read(Kind::kTexts, true, view.bytes) && read(Kind::kPeriods, false, view.periods) &&
                    read(Kind::kEntries, false, view.entries) && read(Kind::kConstants, false, view.constants) &&
                    read(Kind::kDocuments, false, view.documents));
  return fault;
}

}  // namespace

void AddSections(const Storage& storage, store::Writer& writer) {
  const Head head{storage.item_domain, storage.items_slot};
  const auto add = [&](Kind kind, const auto& table) { writer.Add(kind, BytesOf(table.data(), table.size())); };
  writer.Add(Kind::kCatalogueHead, BytesOf(&head, 1));
  add(Kind::kSlots, storage.slots);
  add(Kind::kDomains, storage.domains);
  add(Kind::kPlaces, storage.places);
  add(Kind::kInstructions, storage.instructions);
  add(Kind::kCodeRules, storage.rules);
  add(Kind::kCodes, storage.codes);
  add(Kind::kPeriods, storage.periods);
  add(Kind::kEntries, storage.entries);
  add(Kind::kEntryIndex, storage.index);
  add(Kind::kConstants, storage.constants);
  writer.Add(Kind::kTexts, storage.bytes);
  writer.Add(Kind::kDocuments, storage.documents);
}

std::unique_ptr<const Mapped> Mapped::Open(std::shared_ptr<const store::File> file, std::size_t rules,
                                           std::size_t findings, store::Fault& fault) {
  std::unique_ptr<Mapped> mapped(new Mapped(std::move(file), rules));
  fault = ReadTables(*mapped->file_, mapped->view_);
  if (fault == Fault::kNone && !VerifyShared(mapped->view_, rules, findings)) fault = Fault::kMalformed;
  if (fault != Fault::kNone) return nullptr;
  mapped->sound_ = std::make_unique<Word[]>(mapped->view_.entries.size() / 64 + 1);
  return mapped;
}

bool Mapped::Verify(std::uint32_t entry) const {
  const Touch touch = [&](Part part, std::uint64_t first, std::uint64_t count) {
    switch (part) {
      case Part::kEntries: return bool(file_->Bytes(Kind::kEntries, first * sizeof(Entry), count * sizeof(Entry)));
      case Part::kPeriods: return bool(file_->Bytes(Kind::kPeriods, first * sizeof(Period), count * sizeof(Period)));
      case Part::kConstants: return bool(file_->Bytes(Kind::kConstants, first * 8, count * 8));
    }
    return false;
  };
  if (!VerifyEntry(view_, rules_, entry, touch)) return false;
  sound_[entry / 64].fetch_or(std::uint64_t{1} << entry % 64, std::memory_order_relaxed);
  return true;
}

std::string_view Mapped::DocumentOf(std::uint32_t entry) const {
  const Entry& found = view_.entries[entry];
  const auto document = file_->Bytes(Kind::kDocuments, found.document, found.document_size);
  return document ? document.value : std::string_view();
}

}  // namespace zhun::residual
