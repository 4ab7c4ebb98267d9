#pragma once

#include <string>
#include <vector>

#include "tests/benchmark/performance/measure.h"
#include "tests/benchmark/performance/table.h"

/// What is measured. Each throws std::runtime_error where a program errs; nothing is timed before that is known.
namespace zhun::benchmark {

/// Decisions one at a time: `one` is a folder with a single entry, `many` are folders with more, in growing order.
std::vector<Row> ScalarRows(const Effort& effort, const std::string& one, const std::vector<std::string>& many);
/// All requests of `folder` together; they are to the entry of `one`.
std::vector<Row> BatchRows(const Effort& effort, const std::string& one, const std::string& folder);
/// The shipped base policies with the policy of one entry.
std::vector<Row> ShippedRows(const Effort& effort);
/// A bundle of the entries of `folder`: built, opened, its size.
std::vector<Row> BundleRows(const Effort& effort, const std::string& folder);

}  // namespace zhun::benchmark
