#include "compiler/lint/baseline.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "compiler/lint/selection.h"
#include "runtime/base/digest.h"

namespace zhun::lint {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;
constexpr std::size_t kDigits = 16;  ///< of a fingerprint

Baseline::Row RowFor(const Finding& finding) {
  return {std::string(RowOf(finding.rule).text), finding.subject, FingerprintOf(finding)};
}

/// Which rules there were, so that a reader of the file can see whether rules came in since.
std::string DigestOfRules() {
  std::string text;
  for (const RuleRow& row : RuleRows()) text += std::string(row.text) + "\n";
  return base::Digest(text);
}

std::optional<std::string> TextIn(const Json& row, const char* key) {
  const auto found = row.find(key);
  if (found == row.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

bool IsFingerprint(const std::string& text) {
  return text.size() == kDigits && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

bool Take(const Json& json, Baseline& baseline) {
  if (!json.is_object()) return false;
  const auto rule = TextIn(json, "rule"), subject = TextIn(json, "subject"), fingerprint = TextIn(json, "fingerprint");
  const auto count = json.find("count");
  if (!rule || !subject || !fingerprint || !IsFingerprint(*fingerprint)) return false;
  if (count == json.end() || !count->is_number_unsigned() || count->get<std::size_t>() == 0) return false;
  return baseline.counts.emplace(Baseline::Row{*rule, *subject, *fingerprint}, count->get<std::size_t>()).second;
}

bool Take(const Json& file, Baseline& baseline, base::Words& why) {
  if (!file.is_object() || !file.contains("version") || !file.contains("findings")) {
    why = {"缺少 version 或者 findings。", "version or findings is not there."};
    return false;
  }
  if (file["version"] != kVersion) {
    why = {"它的版本是 " + file["version"].dump() + "，本程序用 1。",
           "Its version is " + file["version"].dump() + ", this program uses 1."};
    return false;
  }
  std::size_t number = 0;
  const Json& rows = file["findings"];
  const bool sound = rows.is_array() && std::ranges::all_of(rows, [&](const Json& row) {
                       ++number;
                       return Take(row, baseline);
                     });
  const std::string row = std::to_string(number);
  if (!sound) why = {"findings 的第 " + row + " 行不合格式。", "Row " + row + " of findings is malformed."};
  return sound;
}

}  // namespace

Baseline BaselineOf(const Outcome& outcome) {
  Baseline baseline;
  for (const Finding& finding : outcome.findings) {
    if (!finding.suppression) ++baseline.counts[RowFor(finding)];
  }
  return baseline;
}

std::string WriteBaseline(const Baseline& baseline) {
  const auto dumped = [](const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); };
  std::string text =
      "{\"version\": " + std::to_string(kVersion) + ", \"rules\": \"" + DigestOfRules() + "\", \"findings\": [";
  bool first = true;
  for (const auto& [row, count] : baseline.counts) {
    const Json json = {
        {"rule", row.rule}, {"subject", row.subject}, {"fingerprint", row.fingerprint}, {"count", count}};
    text += (first ? "\n" : ",\n") + dumped(json);
    first = false;
  }
  return text + (first ? "]}\n" : "\n]}\n");
}

std::optional<Baseline> ReadBaseline(const std::string& name, std::string_view text, diagnostics::Sink& sink) {
  Baseline baseline;
  base::Words why{"它不是 JSON。", "It is no JSON."};
  const Json file = Json::parse(text, nullptr, false);
  if (!file.is_discarded() && Take(file, baseline, why)) return baseline;
  sink.ReportIn(diagnostics::Code::kBaselineMalformed, "", "", {{"file", name}}).help = why;
  return std::nullopt;
}

void ApplyBaseline(const Baseline& baseline, const Request& request, Outcome& outcome) {
  std::map<Baseline::Row, std::size_t> left = baseline.counts;
  for (Finding& finding : outcome.findings) {
    if (finding.suppression) continue;
    const auto row = left.find(RowFor(finding));
    if (row == left.end() || row->second == 0) continue;
    --row->second;
    finding.known = true;
  }
  for (const auto& [row, count] : left) {
    const auto rule = RuleNamed(row.rule);
    const bool looked = rule && Runs(request, *rule) && std::ranges::binary_search(outcome.subjects, row.subject);
    if (looked) outcome.gone += count;
  }
}

}  // namespace zhun::lint
