#include "tests/benchmark/performance/table.h"

#include <fmt/format.h>

namespace zhun::benchmark {
namespace {

std::string Verdict(bool met) { return met ? "met" : "**missed**"; }

std::string Factor(double factor) { return fmt::format("{:.2f} ×", factor); }

}  // namespace

std::string TimeText(double seconds) {
  constexpr struct {
    double least;
    const char* unit;
  } kUnits[] = {{1, "s"}, {1e-3, "ms"}, {1e-6, "µs"}, {0, "ns"}};
  for (const auto& [least, unit] : kUnits) {
    if (seconds >= least) return fmt::format("{:.3g} {}", seconds / (least > 0 ? least : 1e-9), unit);
  }
  return "";
}

Row Shown(const std::string& what, const Times& times) {
  return {what, TimeText(times.ours), TimeText(times.by_hand), Factor(times.ours / times.by_hand), "", ""};
}

Row Shown(const std::string& what, double seconds) { return {what, TimeText(seconds), "", "", "", ""}; }

Row AtMostTimes(const std::string& what, const Times& times, double limit) {
  Row row = Shown(what, times);
  row.target = fmt::format("≤ {} ×", limit);
  row.verdict = Verdict(times.ours <= limit * times.by_hand);
  return row;
}

Row AtMost(const std::string& what, double seconds, double limit) {
  return {what, TimeText(seconds), "", "", "≤ " + TimeText(limit), Verdict(seconds <= limit)};
}

Row AtMostBytes(const std::string& what, double bytes, double limit) {
  return {what, fmt::format("{:.0f} bytes", bytes), "", "", fmt::format("≤ {} bytes", limit), Verdict(bytes <= limit)};
}

Row AtMostCount(const std::string& what, double count, double limit) {
  return {what, fmt::format("{:.3g}", count), "", "", fmt::format("≤ {}", limit), Verdict(count <= limit)};
}

Row AtMostFactor(const std::string& what, double factor, double limit) {
  return {what, Factor(factor), "", "", fmt::format("≤ {} ×", limit), Verdict(factor <= limit)};
}

Row AtLeastFactor(const std::string& what, double factor, double limit) {
  return {what, Factor(factor), "", "", fmt::format("≥ {} ×", limit), Verdict(factor >= limit)};
}

std::string Markdown(const std::vector<Row>& rows) {
  std::string text = "| measure | measured | by hand | ratio | target | |\n|---|---|---|---|---|---|\n";
  for (const Row& row : rows) {
    text += fmt::format("| {} | {} | {} | {} | {} | {} |\n", row.what, row.measured, row.by_hand, row.ratio, row.target,
                        row.verdict);
  }
  return text;
}

}  // namespace zhun::benchmark
