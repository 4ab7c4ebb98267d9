#pragma once

#include <map>
#include <string>
#include <vector>

#include "compiler/lint/cache.h"
#include "compiler/lint/locate.h"
#include "compiler/lint/subject/catalogue.h"

/// A catalogue in blocks, so that after a change only the blocks around it are looked at again.
namespace zhun::lint {

/// What looking at the documents of one block gave.
struct EntryBlock {
  std::vector<EntryRow> rows;
  std::vector<Finding> findings;
  std::vector<diagnostics::Diagnostic> faults;
};

/// A part of the documents, and the text from its first to its last one.
struct BlockPlace {
  std::span<const TextRange> documents;
  base::Span span;
};

/// All documents of a source in blocks. A block ends where the beginning of a document says so (about every 256), not at
/// a fixed number: a document that comes in moves no other border.
std::vector<BlockPlace> CutIntoBlocks(std::span<const TextRange> documents, base::SourceId source,
                                      const base::SourceStore& sources);

/// The block as bytes, wherever it stands; `place` is where it stands now.
std::string WriteBlock(EntryBlock& block, base::Span place);
std::optional<EntryBlock> ReadBlock(std::string_view bytes, base::Span place);

/// The blocks of one catalogue that are kept between runs, by the digests of their texts.
class KeptBlocks {
 public:
  /// What the cache of the request holds for a catalogue of this name; nothing without a cache.
  KeptBlocks(const Request& request, const std::string& name);

  bool Keeps() const { return cache_ != nullptr; }
  /// nullptr where there is none.
  const std::string* Find(const std::string& digest) const;
  /// Keeps these, by digest, in place of what was there.
  void Replace(const std::map<std::string, std::string>& blocks) const;

 private:
  const Cache* cache_;
  std::string name_;
  std::map<std::string, std::string> blocks_;
};

}  // namespace zhun::lint
