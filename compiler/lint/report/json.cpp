#include "compiler/lint/report/json_writer.h"
#include "compiler/lint/report/provisions.h"
#include "compiler/lint/report/report.h"
#include "runtime/diagnostics/render_json.h"

namespace zhun::lint {
namespace {

void WriteSuppression(JsonWriter& json, const Suppression& suppression) {
  json.OpenMember("suppression", '{');
  json.Member("reason", suppression.reason);
  json.Key("until");
  if (suppression.until) {
    json.Text(base::FormatDate(*suppression.until));
  } else {
    json.Raw("null");
  }
  json.Close('}');
}

/// What a finding has besides the message.
std::string OwnMembers(const Finding& finding) {
  std::string text;
  JsonWriter json(text);
  json.Member("subject", finding.subject);
  json.Member("owner", finding.owner);
  json.Member("fingerprint", FingerprintOf(finding));
  if (finding.suppression) WriteSuppression(json, *finding.suppression);
  if (finding.known) {
    json.Key("baseline");
    json.Flag(true);
  }
  if (!finding.witness.empty()) {
    json.Key("witness");
    json.Raw(finding.witness);
  }
  return text;
}

}  // namespace

std::string ReportAsJson(const Outcome& outcome, const ReportContext& context) {
  Provisions provisions(context.law, context.as_of);
  std::string text;
  for (const Finding& finding : outcome.findings) {
    diagnostics::Diagnostic message = BareMessageOf(finding, outcome.compilation.sources);
    for (const CitedProvision* const one : provisions.Of(finding)) message.basis.push_back({one->citation, one->text});
    text += diagnostics::RenderJson(message, outcome.compilation.sources);
    text.back() = ',';  // the object goes on
    text += OwnMembers(finding) + "}\n";
  }
  return text;
}

}  // namespace zhun::lint
