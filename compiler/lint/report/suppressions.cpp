#include "compiler/lint/report/json_writer.h"
#include "compiler/lint/report/report.h"
#include "compiler/lint/report/table.h"

namespace zhun::lint {
namespace {

using base::In;

/// "不限期", "2027-01-01", "2026-01-01（已过期）".
std::string LastDay(const Waiver& waiver, base::Language language) {
  if (!waiver.until) return In(language, {"不限期", "for good"});
  return base::FormatDate(*waiver.until) + (waiver.expired ? In(language, {"（已过期）", " (expired)"}) : "");
}

std::string Where(const Waiver& waiver, const base::SourceStore& sources, const std::string& settings_file) {
  if (!waiver.span.source.IsValid()) return settings_file + ":" + std::to_string(waiver.line);
  const auto line = sources.PositionOf(waiver.span.source, waiver.span.begin).line;
  return sources[waiver.span.source].name + ":" + std::to_string(line);
}

void Write(JsonWriter& json, const Waiver& waiver, const base::SourceStore& sources, const std::string& settings_file) {
  const bool in_source = waiver.span.source.IsValid();
  json.Open('{');
  json.Member("code", waiver.code);
  json.Member("subject", waiver.subject);
  json.Member("reason", waiver.reason);
  json.Key("until");
  if (waiver.until) {
    json.Text(base::FormatDate(*waiver.until));
  } else {
    json.Raw("null");
  }
  json.Key("expired");
  json.Flag(waiver.expired);
  json.Member("used", waiver.used);
  json.Member("file", in_source ? sources[waiver.span.source].name : settings_file);
  json.Member("line", in_source ? sources.PositionOf(waiver.span.source, waiver.span.begin).line : waiver.line);
  json.Close('}');
}

}  // namespace

std::string SuppressionsAsText(const Outcome& outcome, const ReportContext& context, const std::string& settings_file) {
  const auto language = context.language;
  if (outcome.waivers.empty()) return In(language, {"没有豁免。\n", "There are no waivers.\n"});
  std::vector<std::vector<std::string>> rows = {
      {In(language, {"代码", "code"}), In(language, {"对象", "subject"}), In(language, {"用到", "used"}),
       In(language, {"期限", "until"}), In(language, {"写在", "stands in"}), In(language, {"理由", "reason"})}};
  for (const Waiver& waiver : outcome.waivers) {
    rows.push_back({waiver.code, waiver.subject, std::to_string(waiver.used), LastDay(waiver, language),
                    Where(waiver, outcome.compilation.sources, settings_file), waiver.reason});
  }
  return Aligned(rows, {2});
}

std::string SuppressionsAsJson(const Outcome& outcome, const std::string& settings_file) {
  std::string text;
  for (const Waiver& waiver : outcome.waivers) {
    JsonWriter json(text);
    Write(json, waiver, outcome.compilation.sources, settings_file);
    text += "\n";
  }
  return text;
}

}  // namespace zhun::lint
