#include <stdexcept>

#include <fmt/format.h>

#include "tests/benchmark/allocations.h"
#include "tests/benchmark/performance/rows.h"
#include "tests/benchmark/sharing/work.h"

namespace zhun::benchmark {
namespace {

/// Sums keep the decisions from being left out.
std::uint64_t DecideAll(Work& work) {
  std::uint64_t sum = 0;
  for (facts::Facts& facts : work.Bound()) sum += static_cast<std::uint64_t>(work.Zhun().Decide(facts));
  return sum;
}

std::uint64_t DecideAllByHand(Work& work) {
  std::uint64_t sum = 0;
  const std::vector<by_hand::Entry>& entries = work.ByHand().Entries();
  for (const by_hand::Request& request : work.BoundByHand())
    sum += by_hand::IsGranted(entries[static_cast<std::size_t>(request.entry)], request);
  return sum;
}

std::uint64_t GiveReasons(Work& work) {
  std::uint64_t sum = 0;
  for (facts::Facts& facts : work.Bound()) {
    sum += static_cast<std::uint64_t>(work.Zhun().Decide(facts));
    for (const machine::Fired& fired : work.Zhun().Reasons()) sum += fired.rule;
  }
  return sum;
}

std::uint64_t GiveReasonsByHand(Work& work) {
  std::uint64_t sum = 0;
  const std::vector<by_hand::Entry>& entries = work.ByHand().Entries();
  for (const by_hand::Request& request : work.BoundByHand())
    sum += by_hand::ReasonsOf(entries[static_cast<std::size_t>(request.entry)], request);
  return sum;
}

std::uint64_t ReadAndDecide(Work& work, facts::Facts& facts) {
  std::uint64_t sum = 0;
  for (const std::string& text : work.Texts().requests) {
    sum += work.Reader().Read(text, "", Today(), facts);
    sum += static_cast<std::uint64_t>(work.Zhun().Decide(facts));
  }
  return sum;
}

std::uint64_t ReadAndDecideByHand(Work& work, bool checked) {
  std::uint64_t sum = 0;
  by_hand::Request request;
  const std::vector<by_hand::Entry>& entries = work.ByHand().Entries();
  for (const std::string& text : work.Texts().requests) {
    sum += work.ByHand().Read(text, checked, request);
    sum += by_hand::IsGranted(entries[static_cast<std::size_t>(request.entry)], request);
  }
  return sum;
}

Times Bound(const Effort& effort, Work& work) {
  return Compare(effort, work.Bound().size(), [&] { Keep(DecideAll(work)); }, [&] { Keep(DecideAllByHand(work)); });
}

Times Read(const Effort& effort, Work& work, bool checked) {
  facts::Facts facts;
  facts.facts.resize(work.Zhun().Room());
  return Compare(
      effort, work.Bound().size(), [&] { Keep(ReadAndDecide(work, facts)); },
      [&] { Keep(ReadAndDecideByHand(work, checked)); });
}

/// Allocations a decision, from JSON text to reasons, once everything is warm.
double AllocationsOf(Work& work) {
  facts::Facts facts;
  facts.facts.resize(work.Zhun().Room());
  Keep(ReadAndDecide(work, facts) + GiveReasons(work));
  const std::uint64_t before = Allocations();
  Keep(ReadAndDecide(work, facts) + GiveReasons(work));
  return static_cast<double>(Allocations() - before) / static_cast<double>(2 * work.Bound().size());
}

/// What a decision costs more than with one entry, beyond what it costs the hand-written program more.
double Growth(const Times& one, const Times& many) { return (many.ours - (many.by_hand - one.by_hand)) / one.ours; }

/// Where instructions are counted: callgrind looks at calls of these only (report.py).
extern "C" [[gnu::noinline]] void zhun_counted_ours(Work& work) { Keep(DecideAll(work)); }
extern "C" [[gnu::noinline]] void zhun_counted_by_hand(Work& work) { Keep(DecideAllByHand(work)); }
extern "C" [[gnu::noinline]] void zhun_counted_json_ours(Work& work, facts::Facts& facts) {
  Keep(ReadAndDecide(work, facts));
}
extern "C" [[gnu::noinline]] void zhun_counted_json_by_hand(Work& work) { Keep(ReadAndDecideByHand(work, true)); }

}  // namespace

void RunForCounting(const std::string& one) {
  Work work(one);
  facts::Facts facts;
  facts.facts.resize(work.Zhun().Room());
  zhun_counted_ours(work);
  zhun_counted_by_hand(work);
  zhun_counted_json_ours(work, facts);
  zhun_counted_json_by_hand(work);
}

std::vector<Row> ScalarRows(const Effort& effort, const std::string& one, const std::vector<std::string>& many,
                            Figures& figures) {
  Work single(one);
  const Times bound = Bound(effort, single);
  std::vector<Row> rows = {AtMostTimes("decide, facts bound", bound, 8)};
  rows.push_back(AtMostCount("allocations a decision, JSON included", AllocationsOf(single), 0));
  const Times reasons = Compare(
      effort, single.Bound().size(), [&] { Keep(GiveReasons(single)); }, [&] { Keep(GiveReasonsByHand(single)); });
  rows.push_back(AtMostTimes("decide, with reasons as ids", reasons, 20));
  const Times read = Read(effort, single, true);
  rows.push_back(AtMostTimes("JSON to decision; both check keys", read, 1.5));
  figures[1] = {{"bound", bound.ours}, {"json", read.ours}};
  rows.push_back(Shown("JSON to decision; by hand without checks", Read(effort, single, false)));
  for (const std::string& folder : many) {
    Work work(folder);
    const std::string count = fmt::format("{} entries, one at random: ", work.Texts().entries.size());
    const Times times = Bound(effort, work);
    rows.push_back(Shown(count + "decide, facts bound", times));
    rows.push_back(AtMostFactor(count + "growth beyond that by hand", Growth(bound, times), 2));
    const Times with_text = Read(effort, work, true);
    rows.push_back(Shown(count + "JSON to decision", with_text));
    figures[work.Texts().entries.size()] = {{"bound", times.ours}, {"json", with_text.ours}};
  }
  return rows;
}

}  // namespace zhun::benchmark
