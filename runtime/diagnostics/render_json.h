#pragma once

#include <string>

#include "runtime/base/source.h"
#include "runtime/diagnostics/diagnostic.h"

/// Messages for machines, in the form of the contract:
///
///     {"code":"Z3001","severity":"error|warning|information","message":{"zh":…,"en":…},"file":…,
///      "range":{"start":{"line":1,"column":1},"end":{…}},"pointer":…,"help":{"zh":…,"en":…},"basis":[{"citation":…,"text":…}],
///      "labels":[{"file":…,"range":…,"message":{…}}],"fix":[{"file":…,"range":…,"replacement":…,"message":{…}}]}
///
/// Lines and columns count from 1, columns in code points; `end` is the place just behind the range. `file`, `range`
/// and `help` are null where there is none, `pointer` is there only for JSON documents ("" is the whole of
/// one). The entries of `fix` are alternatives. What is not UTF-8 is replaced by U+FFFD. Pure functions; safe on any thread.
namespace zhun::diagnostics {

/// One object, on one line, without a line end.
std::string RenderJson(const Diagnostic& diagnostic, const base::SourceStore& sources);

/// One object a line, each with its line end, in the order of the sink; empty for an empty sink.
std::string RenderJsonLines(const Sink& sink, const base::SourceStore& sources);

/// All objects as one array, on one line, without a line end.
std::string RenderJsonArray(const Sink& sink, const base::SourceStore& sources);

}  // namespace zhun::diagnostics
