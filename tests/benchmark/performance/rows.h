#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/benchmark/performance/measure.h"
#include "tests/benchmark/performance/table.h"

/// What is measured. Each throws std::runtime_error where a program errs; nothing is timed before that is known.
namespace zhun::benchmark {

/// Figures of ours for the comparison with peers, in seconds and bytes: by number of entries, by name.
using Figures = std::map<std::size_t, std::map<std::string, double>>;

/// Decisions one at a time: `one` is a folder with a single entry, `many` are folders with more, in growing order.
std::vector<Row> ScalarRows(const Effort& effort, const std::string& one, const std::vector<std::string>& many,
                            Figures& figures);
/// Decides every request of `one` once each way, for a program that counts instructions.
void RunForCounting(const std::string& one);
/// All requests of `folder` together; they are to the entry of `one`.
std::vector<Row> BatchRows(const Effort& effort, const std::string& one, const std::string& folder);
/// The shipped base policies with the policy of one entry.
std::vector<Row> ShippedRows(const Effort& effort);
/// A random policy (tests/benchmark/random).
std::vector<Row> RandomRows(const Effort& effort);
/// A bundle of the entries of `folder`: built, opened, its size.
std::vector<Row> BundleRows(const Effort& effort, const std::string& folder, Figures& figures);

}  // namespace zhun::benchmark
