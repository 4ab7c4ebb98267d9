#include "compiler/lint/entries.h"

#include <algorithm>
#include <thread>

#include "compiler/lint/locate.h"
#include "compiler/lint/rules.h"
#include "compiler/lint/selection.h"
#include "runtime/values/binder.h"
#include "runtime/vocabulary/vocabulary.h"

namespace zhun::lint {
namespace {

using diagnostics::Diagnostic;

/// What one thread made of its part of the documents.
struct Part {
  std::vector<EntryRow> rows;
  std::vector<Finding> findings;
  std::vector<Diagnostic> faults;
};

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

  void Look(std::span<const TextRange> documents, Part& part) const {
    for (const auto& [begin, end] : documents) {
      const base::Span span{source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
      values::Arena arena;
      diagnostics::Sink sink;
      const std::string& name = sources_[source_].name;
      const auto json = values::ReadJson(sources_.TextOf(span), name, arena, sink);
      if (json) LookAt(*json, span, arena, sink, part);
      for (Diagnostic fault : sink.All()) {
        fault.span = span;
        part.faults.push_back(std::move(fault));
      }
    }
  }

 private:
  void LookAt(const values::Json& json, base::Span span, values::Arena& arena, diagnostics::Sink& sink,
              Part& part) const {
    values::Binder binder(binding_, nullptr, sources_[source_].name, arena, sink);
    binder.BindRecord(vocabulary::FindRecord(background_.vocabulary, "entry"), json, values::Place());
    if (json.kind != values::JsonKind::kObject) return;
    const Entry entry = ReadEntry(background_, json, span);
    EntryFindings findings(entry, part.findings);
    for (const auto rule : rules_) rule(entry, findings);
    part.rows.push_back(RowOf(entry));
  }

  const Background& background_;
  base::SourceId source_;
  const base::SourceStore& sources_;
  values::Binding binding_;
  std::vector<void (*)(const Entry&, EntryFindings&)> rules_;
};

std::vector<Part> LookOnThreads(const Looking& looking, std::span<const TextRange> documents, unsigned threads) {
  std::vector<Part> parts(std::max(threads, 1u));
  const std::size_t share = (documents.size() + parts.size() - 1) / parts.size();
  std::vector<std::thread> running;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::size_t begin = std::min(i * share, documents.size());
    const auto mine = documents.subspan(begin, std::min(share, documents.size() - begin));
    running.emplace_back([&looking, mine, &part = parts[i]] { looking.Look(mine, part); });
  }
  for (std::thread& thread : running) thread.join();
  return parts;
}

}  // namespace

EntryPass LookAtEntries(const Request& request, const Background& background, base::SourceId source,
                        const base::SourceStore& sources) {
  EntryPass pass{Catalogue(background, sources), {}, {}};
  const std::vector<TextRange> documents = DocumentsIn(sources[source].text);
  const Looking looking(request, background, source, sources);
  for (Part& part : LookOnThreads(looking, documents, request.threads)) {
    for (EntryRow& row : part.rows) pass.catalogue.Add(std::move(row));
    std::ranges::move(part.findings, std::back_inserter(pass.findings));
    std::ranges::move(part.faults, std::back_inserter(pass.faults));
  }
  return pass;
}

}  // namespace zhun::lint
