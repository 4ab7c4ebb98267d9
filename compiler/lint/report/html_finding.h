#pragma once

#include <string>

#include "compiler/lint/report/groups.h"
#include "compiler/lint/report/report.h"

namespace zhun::lint {

/// One group of equal findings as a block of the page, with the anchor `id`: message, place, the line of the source with
/// the place marked, suggestion, corrections, witness, and the other places.
std::string HtmlOfGroup(const Group& group, const std::string& id, const Outcome& outcome, Provisions& provisions,
                        base::Language language);

/// "<span class=level>错误</span>"
std::string HtmlOfLevel(diagnostics::Severity level, base::Language language);

/// "GD-MZ-0101 最低生活保障对象信息"
std::string SubjectOf(const Finding& finding);

/// "catalog.json:12:5"; empty where there is no place.
std::string PlaceText(base::Span span, const base::SourceStore& sources);

}  // namespace zhun::lint
