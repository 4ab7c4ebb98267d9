#pragma once

#include "compiler/lint/report/json_writer.h"
#include "compiler/lint/report/provisions.h"
#include "compiler/lint/report/report.h"

namespace zhun::lint {

/// The array of reporting descriptors: what each rule that ran finds, why it matters, the provisions with their words,
/// and the samples, as plain text and as Markdown.
void WriteSarifRules(JsonWriter& json, Provisions& provisions, const ReportContext& context);

/// "error", "warning", "note".
std::string_view SarifLevel(diagnostics::Severity severity);

}  // namespace zhun::lint
