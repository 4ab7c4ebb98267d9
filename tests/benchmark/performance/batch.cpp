#include "runtime/machine/batch.h"

#include <fstream>
#include <stdexcept>
#include <thread>

#include <fmt/format.h>

#include "tests/benchmark/performance/rows.h"
#include "tests/benchmark/sharing/work.h"

namespace zhun::benchmark {
namespace {

/// Requests in columns for Zhun, in rows for the hand-written program.
struct Requests {
  machine::Columns columns;
  std::vector<by_hand::Request> rows;
  std::string expected;
};

Requests ReadRequests(Work& work, const std::string& folder) {
  Requests requests{machine::Columns(work.Tables()), {}, ReadFile(folder + "/expected.txt")};
  facts::Facts facts;
  by_hand::Request row;
  std::ifstream in(folder + "/requests.ndjson", std::ios::binary);
  for (std::string text; std::getline(in, text);) {
    if (!work.Reader().Read(text, "", Today(), facts) || !work.ByHand().Read(text, true, row) || row.entry != 0)
      throw std::runtime_error("not read: " + text);
    requests.columns.Add(facts);
    requests.rows.push_back(row);
  }
  if (requests.rows.empty() || requests.rows.size() != requests.expected.size())
    throw std::runtime_error(folder + " has not as many requests as outcomes");
  return requests;
}

std::vector<machine::Outcome> DecideAll(const Requests& requests, std::size_t threads) {
  return machine::Batch::DecideAll(requests.columns, SharingRules().vocabulary, threads);
}

void DecideByHand(const by_hand::Entry& entry, const Requests& requests, std::vector<std::uint8_t>& granted,
                  std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) granted[i] = by_hand::IsGranted(entry, requests.rows[i]);
}

void DecideByHandOnTwo(const by_hand::Entry& entry, const Requests& requests, std::vector<std::uint8_t>& granted) {
  const std::size_t middle = granted.size() / 2;
  std::thread other([&] { DecideByHand(entry, requests, granted, middle, granted.size()); });
  DecideByHand(entry, requests, granted, 0, middle);
  other.join();
}

void Check(const by_hand::Entry& entry, const Requests& requests) {
  const std::vector<machine::Outcome> one = DecideAll(requests, 1), two = DecideAll(requests, 2);
  std::vector<std::uint8_t> granted(requests.rows.size());
  DecideByHandOnTwo(entry, requests, granted);
  for (std::size_t i = 0; i < granted.size(); ++i) {
    const bool expected = requests.expected[i] == '1';
    const machine::Outcome outcome = expected ? machine::Outcome::kGrant : machine::Outcome::kRefuse;
    if (one[i] != outcome || two[i] != outcome || (granted[i] != 0) != expected)
      throw std::runtime_error("the batch errs about request " + std::to_string(i));
  }
}

}  // namespace

std::vector<Row> BatchRows(const Effort& effort, const std::string& one, const std::string& folder) {
  Work work(one);
  const Requests requests = ReadRequests(work, folder);
  const by_hand::Entry entry = work.ByHand().Entries().front();
  Check(entry, requests);
  std::vector<std::uint8_t> granted(requests.rows.size());
  const Times single = Compare(
      effort, granted.size(), [&] { Keep(DecideAll(requests, 1)); },
      [&] {
        DecideByHand(entry, requests, granted, 0, granted.size());
        Keep(granted);
      });
  const Times both = Compare(
      effort, granted.size(), [&] { Keep(DecideAll(requests, 2)); },
      [&] {
        DecideByHandOnTwo(entry, requests, granted);
        Keep(granted);
      });
  const std::string what = fmt::format("batch of {} rows, ", granted.size());
  return {AtMostTimes(what + "a row, one core", single, 1), Shown(what + "a row, both cores", both),
          AtLeastFactor(what + "both cores against one", single.ours / both.ours, 1.8)};
}

}  // namespace zhun::benchmark
