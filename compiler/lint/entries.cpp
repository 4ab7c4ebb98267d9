#include "compiler/lint/entries.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "compiler/lint/entry_blocks.h"
#include "compiler/lint/rules.h"
#include "compiler/lint/selection.h"
#include "runtime/base/digest.h"
#include "runtime/values/binder.h"
#include "runtime/vocabulary/vocabulary.h"

namespace zhun::lint {
namespace {

using diagnostics::Diagnostic;

EntryRow RowOf(const Entry& entry) {
  EntryRow row;
  row.span = entry.span;
  row.id = entry.id;
  row.version = entry.version;
  row.title = entry.title;
  row.status = entry.status;
  row.sharing = entry.sharing;
  row.provider = entry.provider.name;
  row.provider_code = entry.provider.code;
  row.level = entry.provider.level;
  row.system = entry.provider.system;
  row.region = entry.provider.region;
  row.items.reserve(entry.items.size());
  for (const Item& item : entry.items) row.items.emplace_back(item.name);
  return row;
}

constexpr std::string_view kSharing = "/sharing";

class Looking {
 public:
  Looking(const Request& request, const Background& background, base::SourceId source, const base::SourceStore& sources)
      : background_(background),
        source_(source),
        sources_(sources),
        binding_{background.vocabulary, background.law, background.as_of} {
    for (const RuleRow& row : RuleRows()) {
      const Rule& rule = BehaviourOf(row.code);
      if (rule.entry != nullptr && Runs(request, row.code)) rules_.push_back(rule.entry);
    }
  }

  void Look(std::span<const TextRange> documents, EntryBlock& block) const {
    for (const auto& [begin, end] : documents) {
      const base::Span span{source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
      values::Arena arena;
      diagnostics::Sink sink;
      const std::string& name = sources_[source_].name;
      const auto json = values::ReadJson(sources_.TextOf(span), name, arena, sink);
      if (json) LookAt(*json, span, arena, sink, block);
      const bool read = json && ClassIsRead(*json, span, block);
      for (Diagnostic fault : sink.All()) {
        if (read && fault.pointer == kSharing) continue;
        fault.span = span;
        block.faults.push_back(std::move(fault));
      }
    }
  }

 private:
  /// Whether a class of sharing in a platform's own code was translated by the settings, or a rule speaks of it; then the
  /// binder, which knows the contract's codes only, has nothing to add.
  bool ClassIsRead(const values::Json& json, base::Span span, const EntryBlock& block) const {
    if (json.kind == values::JsonKind::kObject && IsTranslated(background_, json)) return true;
    return std::ranges::any_of(
        block.findings, [&](const Finding& finding) { return finding.span == span && finding.pointer == kSharing; });
  }

  void LookAt(const values::Json& json, base::Span span, values::Arena& arena, diagnostics::Sink& sink,
              EntryBlock& block) const {
    values::Binder binder(binding_, nullptr, sources_[source_].name, arena, sink);
    binder.BindRecord(vocabulary::FindRecord(background_.vocabulary, "entry"), json, values::Place());
    if (json.kind != values::JsonKind::kObject) return;
    const Entry entry = ReadEntry(background_, json, span);
    EntryFindings findings(entry, block.findings);
    for (const auto rule : rules_) rule(entry, findings);
    block.rows.push_back(RowOf(entry));
  }

  const Background& background_;
  base::SourceId source_;
  const base::SourceStore& sources_;
  values::Binding binding_;
  std::vector<void (*)(const Entry&, EntryFindings&)> rules_;
};

/// A block that was looked at; its digest and bytes where it is kept.
struct DoneBlock {
  EntryBlock block;
  std::string digest, bytes;
};

DoneBlock Do(const BlockPlace& place, const Looking& looking, const KeptBlocks& kept,
             const base::SourceStore& sources) {
  DoneBlock done;
  if (kept.Keeps()) {
    done.digest = base::Digest(sources.TextOf(place.span));
    if (const std::string* bytes = kept.Find(done.digest)) {
      if (auto block = ReadBlock(*bytes, place.span)) return {std::move(*block), std::move(done.digest), *bytes};
    }
  }
  looking.Look(place.documents, done.block);
  if (kept.Keeps()) done.bytes = WriteBlock(done.block, place.span);
  return done;
}

/// Every thread takes the next block that nobody has; the results stand in the order of the file.
std::vector<DoneBlock> DoOnThreads(std::span<const BlockPlace> places, const Looking& looking, const KeptBlocks& kept,
                                   const base::SourceStore& sources, unsigned threads) {
  std::vector<DoneBlock> done(places.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < places.size(); i = next++) done[i] = Do(places[i], looking, kept, sources);
  };
  std::vector<std::thread> running;
  for (unsigned i = 0; i < std::max(threads, 1u); ++i) running.emplace_back(work);
  for (std::thread& thread : running) thread.join();
  return done;
}

}  // namespace

EntryPass LookAtEntries(const Request& request, const Background& background, base::SourceId source,
                        const base::SourceStore& sources) {
  EntryPass pass{Catalogue(background, sources), {}, {}};
  const std::vector<TextRange> documents = DocumentsIn(sources[source].text);
  const std::vector<BlockPlace> places = CutIntoBlocks(documents, source, sources);
  const Looking looking(request, background, source, sources);
  const KeptBlocks kept(request, sources[source].name);
  std::map<std::string, std::string> blocks;
  for (DoneBlock& done : DoOnThreads(places, looking, kept, sources, request.threads)) {
    for (EntryRow& row : done.block.rows) pass.catalogue.Add(std::move(row));
    std::ranges::move(done.block.findings, std::back_inserter(pass.findings));
    std::ranges::move(done.block.faults, std::back_inserter(pass.faults));
    if (kept.Keeps()) blocks[std::move(done.digest)] = std::move(done.bytes);
  }
  kept.Replace(blocks);
  return pass;
}

}  // namespace zhun::lint
