#pragma once

#include <string>
#include <vector>

#include "tests/benchmark/performance/measure.h"

/// The table of measures and targets.
namespace zhun::benchmark {

/// A line of the table; texts as they are printed, "" where there is nothing to say.
struct Row {
  std::string what, measured, by_hand, ratio, target, verdict;
};

/// Rows of each kind of target. Times are seconds.
Row AtMostTimes(const std::string& what, const Times& times, double limit);
Row Shown(const std::string& what, const Times& times);
Row Shown(const std::string& what, double seconds);
Row AtMost(const std::string& what, double seconds, double limit);
Row AtMostBytes(const std::string& what, double bytes, double limit);
Row AtMostCount(const std::string& what, double count, double limit);
Row AtMostFactor(const std::string& what, double factor, double limit);
Row AtLeastFactor(const std::string& what, double factor, double limit);

/// 37.1 ns, 2.31 µs, 4.10 ms, 17.2 s.
std::string TimeText(double seconds);

/// The table in Markdown.
std::string Markdown(const std::vector<Row>& rows);

}  // namespace zhun::benchmark
