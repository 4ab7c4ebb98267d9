#include "compiler/lint/subject/catalogue.h"

namespace zhun::lint {

void Catalogue::Add(EntryRow row) {
  by_id_.emplace(row.id, rows_.size());
  rows_.push_back(std::move(row));
}

std::vector<const EntryRow*> Catalogue::Find(std::string_view id) const {
  std::vector<const EntryRow*> found;
  const auto [first, last] = by_id_.equal_range(id);
  for (auto at = first; at != last; ++at) found.push_back(&rows_[at->second]);
  return found;
}

const EntryRow* Catalogue::Find(std::string_view id, std::string_view version) const {
  const EntryRow* best = nullptr;
  for (const EntryRow* row : Find(id)) {
    if (row->version == version) return row;
    if (best == nullptr || (best->status != "published" && row->status == "published")) best = row;
  }
  return best;
}

std::optional<OpenedEntry> Catalogue::Open(const EntryRow& row) const {
  diagnostics::Sink unheard;
  OpenedEntry opened{std::make_unique<values::Arena>(), nullptr, nullptr};
  const auto json = values::ReadJson(TextOf(row), "", *opened.arena, unheard);
  if (!json || json->kind != values::JsonKind::kObject) return std::nullopt;
  opened.json = std::make_unique<values::Json>(*json);
  opened.entry = std::make_unique<Entry>(ReadEntry(background_, *opened.json, row.span));
  return opened;
}

}  // namespace zhun::lint
