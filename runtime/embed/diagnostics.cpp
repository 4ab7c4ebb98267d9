// zhun_diagnostics_*
#include "runtime/diagnostics/render_json.h"
#include "runtime/embed/handles.h"

namespace {

using zhun::diagnostics::Severity;

zhun_severity NumberOf(Severity severity) {
  switch (severity) {
    case Severity::kError: return ZHUN_ERROR;
    case Severity::kWarning: return ZHUN_WARNING;
    case Severity::kInformation: return ZHUN_INFORMATION;
  }
  return ZHUN_ERROR;
}

const zhun_diagnostics::Row* RowAt(const zhun_diagnostics* diagnostics, size_t index) {
  return diagnostics == nullptr ? nullptr : zhun::embed::At(diagnostics->rows, index);
}

}  // namespace

zhun_diagnostics::zhun_diagnostics(const zhun::diagnostics::Sink& sink)
    : json(zhun::diagnostics::RenderJsonArray(sink, {})) {
  for (const zhun::diagnostics::Diagnostic& each : sink.All()) {
    rows.push_back({std::string(zhun::diagnostics::CodeText(each)), NumberOf(zhun::diagnostics::SeverityOf(each)),
                    zhun::diagnostics::MessageOf(each), each.file, each.pointer});
  }
}

namespace zhun::embed {

bool IsGiven(const void* value, const char* function, const char* argument, diagnostics::Sink& sink) {
  if (value != nullptr) return true;
  sink.ReportIn(diagnostics::Code::kArgumentMissing, "", "", {{"function", function}, {"argument", argument}});
  return false;
}

}  // namespace zhun::embed

extern "C" {

size_t zhun_diagnostics_count(const zhun_diagnostics* diagnostics) {
  return diagnostics == nullptr ? 0 : diagnostics->rows.size();
}

const char* zhun_diagnostics_code(const zhun_diagnostics* diagnostics, size_t index) {
  const auto* row = RowAt(diagnostics, index);
  return row == nullptr ? nullptr : row->code.c_str();
}

zhun_severity zhun_diagnostics_severity(const zhun_diagnostics* diagnostics, size_t index) {
  const auto* row = RowAt(diagnostics, index);
  return row == nullptr ? zhun_severity{} : row->severity;
}

const char* zhun_diagnostics_message(const zhun_diagnostics* diagnostics, size_t index, zhun_language language) {
  const auto* row = RowAt(diagnostics, index);
  return row == nullptr ? nullptr : zhun::embed::In(language, row->message);
}

const char* zhun_diagnostics_file(const zhun_diagnostics* diagnostics, size_t index) {
  const auto* row = RowAt(diagnostics, index);
  return row == nullptr ? nullptr : row->file.c_str();
}

const char* zhun_diagnostics_pointer(const zhun_diagnostics* diagnostics, size_t index) {
  const auto* row = RowAt(diagnostics, index);
  return row == nullptr ? nullptr : row->pointer.c_str();
}

const char* zhun_diagnostics_json(const zhun_diagnostics* diagnostics) {
  return diagnostics == nullptr ? nullptr : diagnostics->json.c_str();
}

void zhun_diagnostics_free(zhun_diagnostics* diagnostics) { delete diagnostics; }

}  // extern "C"
