#include "compiler/lint/entry_blocks.h"

#include <algorithm>

#include "compiler/lint/outcome_fields.h"

namespace zhun::lint {
namespace {

struct KeptBlock {
  std::string digest, bytes;
};

template <class A>
void Fields(A& a, KeptBlock& v) {
  program::All(a, v.digest, v.bytes);
}

template <class A>
void Fields(A& a, EntryBlock& v) {
  program::All(a, v.rows, v.findings, v.faults);
}

constexpr std::size_t kMostDocuments = 1024;  ///< of a block

/// Whether a block ends with this document: one in 256, by the bytes at its beginning, where the id stands (FNV-1a).
bool EndsBlock(std::string_view document) {
  constexpr std::size_t kBeginning = 96;
  std::uint32_t hash = 2166136261u;
  for (const char c : document.substr(0, kBeginning)) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return ((hash ^ (hash >> 16)) & 0xFFu) == 0;
}

/// Moves every place in the source by `by` bytes (modulo 2^32), and to the source `to`.
class Move {
 public:
  Move(base::SourceId from, base::SourceId to, std::uint32_t by) : from_(from), to_(to), by_(by) {}

  void operator()(EntryBlock& block) const {
    for (EntryRow& row : block.rows) Place(row.span);
    for (Finding& finding : block.findings) Message(finding);
    for (diagnostics::Diagnostic& fault : block.faults) Message(fault);
  }

 private:
  void Place(base::Span& span) const {
    if (span.source != from_) return;
    span = {to_, span.begin + by_, span.end + by_};
  }
  template <class T>
  void Message(T& message) const {
    Place(message.span);
    for (diagnostics::Label& label : message.labels) Place(label.span);
    for (diagnostics::Fix& fix : message.fixes) Place(fix.span);
  }

  base::SourceId from_, to_;
  std::uint32_t by_;
};

constexpr base::SourceId kBlockItself{0};  ///< in bytes that are kept

}  // namespace

std::vector<BlockPlace> CutIntoBlocks(std::span<const TextRange> documents, base::SourceId source,
                                      const base::SourceStore& sources) {
  const std::string_view text = sources[source].text;
  std::vector<BlockPlace> blocks;
  for (std::size_t first = 0, i = 0; i < documents.size(); ++i) {
    const auto [begin, end] = documents[i];
    const bool ends = EndsBlock(text.substr(begin, end - begin)) || i + 1 - first == kMostDocuments;
    if (!ends && i + 1 < documents.size()) continue;
    const auto from = static_cast<std::uint32_t>(documents[first].first);
    blocks.push_back({documents.subspan(first, i + 1 - first), {source, from, static_cast<std::uint32_t>(end)}});
    first = i + 1;
  }
  return blocks;
}

std::string WriteBlock(EntryBlock& block, base::Span place) {
  Move(place.source, kBlockItself, 0u - place.begin)(block);
  program::Writer writer;
  Fields(writer, block);
  Move(kBlockItself, place.source, place.begin)(block);
  return writer.Take();
}

std::optional<EntryBlock> ReadBlock(std::string_view bytes, base::Span place) {
  EntryBlock block;
  program::Reader reader(bytes);
  Fields(reader, block);
  if (reader.Failed() || !reader.AtEnd()) return std::nullopt;
  Move(kBlockItself, place.source, place.begin)(block);
  return block;
}

KeptBlocks::KeptBlocks(const Request& request, const std::string& name) : cache_(request.cache) {
  if (cache_ == nullptr) return;
  std::string key =
      cache_->build + "\n" + name + "\n" + base::FormatDate(request.as_of) + "\n" + request.settings.digest;
  for (const RuleCode rule : request.rules) key.append("\n").append(RowOf(rule).text);
  name_ = "entries-" + NameOf(key);
  const std::optional<std::string> bytes = cache_->load(name_);
  const auto payload = bytes ? Unsealed(*bytes) : std::nullopt;
  if (!payload) return;
  std::vector<KeptBlock> kept;
  program::Reader reader(*payload);
  program::Field(reader, kept);
  if (reader.Failed() || !reader.AtEnd()) return;
  for (KeptBlock& block : kept) blocks_[std::move(block.digest)] = std::move(block.bytes);
}

const std::string* KeptBlocks::Find(const std::string& digest) const {
  const auto found = blocks_.find(digest);
  return found == blocks_.end() ? nullptr : &found->second;
}

void KeptBlocks::Replace(const std::map<std::string, std::string>& blocks) const {
  if (cache_ == nullptr || blocks == blocks_) return;
  std::vector<KeptBlock> kept;
  for (const auto& [digest, bytes] : blocks) kept.push_back({digest, bytes});
  program::Writer writer;
  program::Field(writer, kept);
  cache_->save(name_, Sealed(writer.Take()));
}

}  // namespace zhun::lint
