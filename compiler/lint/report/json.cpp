#include <nlohmann/json.hpp>

#include "compiler/lint/report/report.h"
#include "runtime/diagnostics/render_json.h"

namespace zhun::lint {
namespace {

using Json = nlohmann::ordered_json;

Json SuppressionOf(const Suppression& suppression) {
  return {{"reason", suppression.reason},
          {"until", suppression.until ? Json(base::FormatDate(*suppression.until)) : Json(nullptr)}};
}

Json Of(const Finding& finding, const Outcome& outcome, const ReportContext& context) {
  const auto message = MessageOf(finding, outcome, context.law, context.as_of);
  Json json = Json::parse(diagnostics::RenderJson(message, outcome.compilation.sources));
  json["subject"] = finding.subject;
  json["owner"] = finding.owner;
  json["fingerprint"] = FingerprintOf(finding);
  if (finding.suppression) json["suppression"] = SuppressionOf(*finding.suppression);
  if (finding.known) json["baseline"] = true;
  if (!finding.witness.empty()) json["witness"] = Json::parse(finding.witness);
  return json;
}

}  // namespace

std::string ReportAsJson(const Outcome& outcome, const ReportContext& context) {
  std::string text;
  for (const Finding& finding : outcome.findings) {
    text += Of(finding, outcome, context).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  return text;
}

}  // namespace zhun::lint
