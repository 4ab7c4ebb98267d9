#include "compiler/driver/entries.h"

#include <istream>

#include "compiler/driver/line_reader.h"
#include "runtime/engine/catalogue.h"
#include "runtime/values/json.h"

namespace zhun::driver {

std::optional<std::string> MemberText(std::string_view json, std::string_view key) {
  diagnostics::Sink unheard;
  values::Arena arena;
  const auto parsed = values::ReadJson(json, "", arena, unheard);
  const values::Json* member = parsed ? values::Member(*parsed, key) : nullptr;
  if (member == nullptr || member->kind != values::JsonKind::kText) return std::nullopt;
  return std::string(member->text);
}

bool Entries::Read(const std::string& path, const values::Binding& binding, Host& host, diagnostics::Sink& sink) {
  path_ = path;
  LineReader lines(host.in, values::kLargestDocument);
  if (!lines.Open(path, sink)) return false;
  for (Line line; lines.Next(line);)
    Add(line.text, path + ":" + std::to_string(line.number), line.number, binding, sink);
  return true;
}

void Entries::Add(const std::string& text, const std::string& name, std::size_t line, const values::Binding& binding,
                  diagnostics::Sink& sink) {
  const auto id = MemberText(text, "id");
  if (!id) {
    values::BindEntry(binding, text, name, sink);  // for what it says
    return;
  }
  const auto [at, is_new] = slots_.try_emplace(*id);
  Slot& slot = at->second;
  if (is_new) {
    slot.line = line;
    slot.entry = values::BindEntry(binding, text, name, slot.faults);
    return;
  }
  slot.entry.reset();
  slot.faults.ReportIn(diagnostics::Code::kEntryTwice, path_, "",
                       {{"entry", *id}, {"first", std::to_string(slot.line)}, {"second", std::to_string(line)}});
}

void Entries::Hold(std::unique_ptr<const residual::Mapped> catalogue, const std::string& name,
                   const values::Binding& binding) {
  held_ = std::move(catalogue);
  path_ = name;
  binding_ = &binding;
}

Entries::Slot* Entries::Find(const std::string& id) {
  const auto found = slots_.find(id);
  return found == slots_.end() ? FindHeld(id) : &found->second;
}

Entries::Slot* Entries::FindHeld(const std::string& id) {
  if (held_ == nullptr || residual::FindEntry(held_->View(), id) == residual::Place::kNobody) return nullptr;
  Slot& slot = slots_[id];
  const auto document = engine::EntryCalled(*held_, path_, id, "", slot.faults);
  if (document) slot.entry = values::BindEntry(*binding_, *document, path_, slot.faults);
  return &slot;
}

}  // namespace zhun::driver
