#include <fmt/format.h>

#include "compiler/lint/locate.h"
#include "compiler/lint/run.h"
#include "runtime/base/digest.h"
#include "runtime/law/citation.h"
#include "runtime/law/standing.h"
#include "runtime/law/text.h"

namespace zhun::lint {
namespace {

diagnostics::Basis BasisOf(const std::string& citation, const law::Registry& law, base::Date as_of) {
  const auto parsed = law::ParseCitation(citation);
  if (!parsed) return {citation, std::nullopt};
  return {law::CanonicalText(law, *parsed, as_of), law::ProvisionText(law, *parsed, as_of)};
}

}  // namespace

base::Span PlaceOf(const Finding& finding, const base::SourceStore& sources) {
  if (finding.pointer.empty() || !finding.span.source.IsValid()) return finding.span;
  const auto [begin, end] = Locate(sources.TextOf(finding.span), finding.pointer);
  const std::uint32_t from = finding.span.begin;
  return {finding.span.source, from + static_cast<std::uint32_t>(begin), from + static_cast<std::uint32_t>(end)};
}

diagnostics::Diagnostic BareMessageOf(const Finding& finding, const base::SourceStore& sources) {
  diagnostics::Diagnostic message;
  message.own = diagnostics::OwnRow{std::string(RowOf(finding.rule).text), finding.level, finding.message};
  message.span = PlaceOf(finding, sources);
  message.pointer = finding.pointer;
  message.labels = finding.labels;
  message.fixes = finding.fixes;
  message.help = finding.help;
  return message;
}

diagnostics::Diagnostic MessageOf(const Finding& finding, const Outcome& outcome, const law::Registry& law,
                                  base::Date as_of) {
  diagnostics::Diagnostic message = BareMessageOf(finding, outcome.compilation.sources);
  for (const std::string& citation : RowOf(finding.rule).basis) message.basis.push_back(BasisOf(citation, law, as_of));
  for (const std::string& citation : finding.basis) message.basis.push_back(BasisOf(citation, law, as_of));
  return message;
}

std::string FingerprintOf(const Finding& finding) {
  constexpr std::size_t kDigits = 16;
  constexpr std::string_view kPrefix = "sha256:";
  const std::string text = fmt::format("{}\n{}\n{}", RowOf(finding.rule).text, finding.subject, finding.key);
  return base::Digest(text).substr(kPrefix.size(), kDigits);
}

}  // namespace zhun::lint
