#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/lint/subject/entry.h"
#include "runtime/values/arena.h"

/// The entries of --catalog.
namespace zhun::lint {

/// What is kept of every entry, so that entries can be compared without holding all documents in memory.
struct EntryRow {
  base::Span span;  ///< the text of the entry
  std::string id, version, title, status, sharing;
  std::string provider, provider_code, level, system;
  std::optional<std::int64_t> region;
  std::vector<std::string> items;  ///< names
};

/// An entry that was read again, with the memory it stands in.
struct OpenedEntry {
  std::unique_ptr<values::Arena> arena;
  std::unique_ptr<values::Json> json;
  std::unique_ptr<Entry> entry;
};

class Catalogue {
 public:
  Catalogue(const Background& background, const base::SourceStore& sources)
      : background_(background),
        sources_(sources) {}

  void Add(EntryRow row);
  std::span<const EntryRow> Rows() const { return rows_; }
  /// Rows with this id, in the order of the file.
  std::vector<const EntryRow*> Find(std::string_view id) const;
  /// The row of this id and version; without one, the published or else the first row of the id. nullptr: none.
  const EntryRow* Find(std::string_view id, std::string_view version) const;
  /// Reads the entry of a row again. Nothing where its text is no JSON object.
  std::optional<OpenedEntry> Open(const EntryRow& row) const;
  /// The text of the entry, as it stands in the catalogue.
  std::string_view TextOf(const EntryRow& row) const { return sources_.TextOf(row.span); }

 private:
  const Background& background_;
  const base::SourceStore& sources_;
  std::vector<EntryRow> rows_;
  std::multimap<std::string, std::size_t, std::less<>> by_id_;
};

/// What rules that compare entries look at.
struct CatalogueSubject {
  const Background& background;
  const Catalogue& catalogue;
};

}  // namespace zhun::lint
