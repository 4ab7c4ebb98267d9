#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <vector>

/// Times of two programs that do the same work, taken by turns, so that what disturbs one disturbs the other.
namespace zhun::benchmark {

inline double Seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

inline double Median(std::vector<double> values) {
  std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
  return values[values.size() / 2];
}

/// Keeps the compiler from leaving out what comes to `value`.
template <class Value>
void Keep(const Value& value) {
  asm volatile("" : : "g"(&value) : "memory");
}

/// How long is measured.
struct Effort {
  int rounds = 15;         ///< turns, of which the median counts
  double seconds = 0.01;  ///< of a turn, at least
};

/// Runs `work` as often as a turn wants; seconds a run.
template <class Work>
double Turn(std::uint64_t runs, Work work) {
  const double begin = Seconds();
  for (std::uint64_t i = 0; i < runs; ++i) work();
  return (Seconds() - begin) / static_cast<double>(runs);
}

template <class Work>
std::uint64_t RunsOf(const Effort& effort, Work work) {
  work();  // warm
  const double once = Turn(1, work);
  return std::max<std::uint64_t>(1, static_cast<std::uint64_t>(effort.seconds / std::max(once, 1e-9)));
}

/// Seconds an operation; medians.
struct Times {
  double ours = 0;
  double by_hand = 0;
};

/// Each call of `ours` and of `by_hand` does `operations` operations.
template <class Ours, class ByHand>
Times Compare(const Effort& effort, std::size_t operations, Ours ours, ByHand by_hand) {
  const std::uint64_t our_runs = RunsOf(effort, ours), other_runs = RunsOf(effort, by_hand);
  std::vector<double> our_times, other_times;
  for (int round = 0; round < effort.rounds; ++round) {
    our_times.push_back(Turn(our_runs, ours));
    other_times.push_back(Turn(other_runs, by_hand));
  }
  const auto count = static_cast<double>(operations);
  return {Median(our_times) / count, Median(other_times) / count};
}

template <class Ours>
double Measure(const Effort& effort, std::size_t operations, Ours ours) {
  const std::uint64_t runs = RunsOf(effort, ours);
  std::vector<double> times;
  for (int round = 0; round < effort.rounds; ++round) times.push_back(Turn(runs, ours));
  return Median(times) / static_cast<double>(operations);
}

}  // namespace zhun::benchmark
