#include "runtime/engine/catalogue.h"

#include "runtime/values/json.h"
#include "runtime/values/utf8.h"

namespace zhun::engine {

using diagnostics::Code;

std::unique_ptr<const residual::Mapped> OpenCatalogue(const program::Bundle& bundle, const std::string& name,
                                                      diagnostics::Sink& sink) {
  if (bundle.file == nullptr || !residual::Mapped::IsIn(*bundle.file)) return nullptr;
  store::Fault fault = store::Fault::kNone;
  auto mapped = residual::Mapped::Open(bundle.file, bundle.program.rules.size(), bundle.program.findings.size(), fault);
  if (mapped == nullptr) {
    const bool altered = fault == store::Fault::kAltered;
    sink.ReportIn(altered ? Code::kBundleAltered : Code::kBundleMalformed, name, "", {{"file", name}});
  }
  return mapped;
}

std::optional<std::string_view> EntryCalled(const residual::Mapped& catalogue, const std::string& bundle_name,
                                            std::string_view id, const std::string& application_name,
                                            diagnostics::Sink& sink) {
  const std::uint32_t entry = residual::FindEntry(catalogue.View(), id);
  if (entry == residual::Place::kNobody) {
    sink.ReportIn(Code::kEntryNotThere, application_name, "/entry",
                  {{"entry", values::Shortened(id)}, {"file", bundle_name}});
    return std::nullopt;
  }
  const std::string_view document = catalogue.IsSound(entry) ? catalogue.DocumentOf(entry) : std::string_view();
  if (!document.empty()) return document;
  sink.ReportIn(Code::kBundleAltered, bundle_name, "", {{"file", bundle_name}});
  return std::nullopt;
}

std::optional<std::string_view> EntryOf(const residual::Mapped& catalogue, const std::string& bundle_name,
                                        const decision::Paper& application, diagnostics::Sink& sink) {
  values::Arena arena;
  const auto json = values::ReadJson(application.text, application.name, arena, sink);
  const values::Json* id = json ? values::Member(*json, "entry") : nullptr;
  if (id != nullptr && id->kind == values::JsonKind::kText)
    return EntryCalled(catalogue, bundle_name, id->text, application.name, sink);
  if (json) {
    sink.ReportIn(Code::kDocumentKeyMissing, application.name, "/entry", {{"key", "entry"}, {"name", "目录条目"}});
  }
  return std::nullopt;
}

}  // namespace zhun::engine
