#include "runtime/diagnostics/apply_fixes.h"

#include <algorithm>

namespace zhun::diagnostics {

std::vector<Fix> SafeFixes(const Sink& sink, base::SourceId source) {
  std::vector<Fix> fixes;
  for (const Diagnostic& found : sink.All()) {
    if (found.fixes.size() != 1 || found.fixes[0].guess || found.fixes[0].span.source != source) continue;
    fixes.push_back(found.fixes[0]);
  }
  std::ranges::stable_sort(fixes, {}, [](const Fix& fix) { return fix.span.begin; });
  std::vector<Fix> apart;
  for (Fix& fix : fixes) {
    const bool free = apart.empty() || fix.span.begin > apart.back().span.end ||
                      (fix.span.begin == apart.back().span.end && fix.span.end > fix.span.begin);
    if (free) apart.push_back(std::move(fix));
  }
  return apart;
}

std::string ApplyFixes(std::string_view text, const std::vector<Fix>& fixes) {
  std::string fixed;
  std::size_t done = 0;
  for (const Fix& fix : fixes) {
    fixed.append(text.substr(done, fix.span.begin - done)).append(fix.replacement);
    done = fix.span.end;
  }
  return fixed.append(text.substr(done));
}

}  // namespace zhun::diagnostics
