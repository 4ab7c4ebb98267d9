// Goes on from a catalogue that was built before.
#include <utility>

#include "compiler/specialise/catalogue.h"
#include "runtime/values/json.h"

namespace zhun::specialise {
namespace {

using residual::Residual;

/// Numbers of slots as they are before it is known how many there are.
class Renumbering {
 public:
  explicit Renumbering(std::size_t slots) : slots_(static_cast<std::uint16_t>(slots)) {}

  void operator()(std::uint16_t& slot) const {
    if (slot != 0xFFFF && slot >= slots_) slot = static_cast<std::uint16_t>(slot - slots_ + kFirstDerived);
  }

 private:
  std::uint16_t slots_;
};

/// The id of an entry; empty where the document has none.
std::string IdOf(std::string_view json) {
  diagnostics::Sink unheard;
  values::Arena arena;
  const auto document = values::ReadJson(json, "", arena, unheard);
  const values::Json* id = document ? values::Member(*document, "id") : nullptr;
  return id != nullptr && id->kind == values::JsonKind::kText ? std::string(id->text) : "";
}

}  // namespace

void Tables::TakeOver(const Residual& old) {
  bytes_.assign(old.bytes.begin(), old.bytes.end());
  slots_.assign(old.slots.begin(), old.slots.end());
  for (std::uint16_t number = 0; number < slots_.size(); ++number) {
    residual::Slot slot = slots_[number];
    slot.domain = 0xFFFF;
    slot_numbers_.emplace(std::string(reinterpret_cast<const char*>(&slot), sizeof slot), number);
  }
  domains_.clear();
  for (const residual::Domain& domain : old.domains) {
    auto& codes = domains_.emplace_back();
    for (const residual::Place& place : old.places.subspan(domain.first_place, domain.place_count)) {
      if (place.code == residual::Place::kNobody) continue;
      const std::string text(old.TextAt(place.text, place.size));
      codes.emplace(text, place.code);
      texts_.emplace(text, residual::Pack(place.text, place.size));
    }
  }
}

void Catalogue::Reuse(const residual::Mapped& old) {
  const Residual& tables = old.View();
  const Renumbering renumber(tables.slots.size());
  old_ = &old;
  tables_.TakeOver(tables);
  item_domain_ = static_cast<std::uint16_t>(tables.item_domain);
  items_slot_ = static_cast<std::uint16_t>(tables.items_slot);
  storage_.instructions.assign(tables.instructions.begin(), tables.instructions.end());
  for (residual::Instruction& instruction : storage_.instructions) residual::EachSlot(instruction, renumber);
  storage_.rules.assign(tables.rules.begin(), tables.rules.end());
  storage_.constants.assign(tables.constants.begin(), tables.constants.end());
  for (residual::Code code : tables.codes) {
    renumber(code.items_slot);
    code.fact_count = static_cast<std::uint16_t>(code.fact_count - tables.slots.size());
    codes_.emplace(KeyOf(code), static_cast<std::uint32_t>(storage_.codes.size()));
    storage_.codes.push_back(code);
  }
}

/// The old entry of the same document; kNoEntry where there is none.
std::uint32_t Catalogue::Reusable(std::string_view json) {
  if (old_ == nullptr) return kNoEntry;
  const auto same = [&](std::uint32_t entry) { return old_->IsSound(entry) && old_->DocumentOf(entry) == json; };
  std::uint32_t found = next_old_;
  if (found >= old_->View().entries.size() || !same(found)) {
    found = residual::FindEntry(old_->View(), IdOf(json));
    if (found == kNoEntry) return kNoEntry;
    next_old_ = found + 1;
    return same(found) ? found : kNoEntry;
  }
  next_old_ = found + 1;
  return found;
}

bool Catalogue::TakeOver(std::uint32_t old_entry, std::string_view json, std::string_view name,
                         diagnostics::Sink& sink) {
  const Residual& tables = old_->View();
  residual::Entry record = tables.entries[old_entry];
  if (!IsNew(std::string(tables.TextAt(record.id, record.id_size)), name, sink)) return false;
  const auto periods = tables.periods.subspan(record.first_period, record.period_count);
  record.first_period = static_cast<std::uint32_t>(storage_.periods.size());
  storage_.periods.insert(storage_.periods.end(), periods.begin(), periods.end());
  Keep(record, json);
  ++reused_;
  return true;
}

}  // namespace zhun::specialise
