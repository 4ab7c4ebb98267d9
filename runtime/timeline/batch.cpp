#include "runtime/timeline/batch.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <system_error>
#include <thread>

#include "runtime/diagnostics/render_json.h"
#include "runtime/timeline/answer_text.h"

namespace zhun::timeline {
namespace {

constexpr std::size_t kShare = 64;  ///< cases that a thread takes at a time

}  // namespace

Batch::Batch(const program::Bundle& bundle, const Readings& readings, std::size_t threads) : bundle_(bundle) {
  for (std::size_t i = 0; i < std::max<std::size_t>(threads, 1); ++i)
    workers_.push_back(std::make_unique<Timeline>(bundle, readings));
}
Batch::~Batch() = default;

std::string Batch::One(Timeline& timeline, const std::string& paper, const std::string& name, Moment as_of, bool brief,
                       std::size_t line) const {
  diagnostics::Sink sink;
  const auto result = timeline.Follow({paper, name + ":" + std::to_string(line), as_of, brief}, sink);
  if (!result)
    return "{\"line\":" + std::to_string(line) + ",\"fault\":" + diagnostics::RenderJsonArray(sink, {}) + "}\n";
  return (brief ? ToBriefJson(*result) : ToJson(*result, bundle_.vocabulary, -1)) + "\n";
}

std::string Batch::Follow(std::span<const std::string> cases, const std::string& name, Moment as_of, bool brief,
                          std::size_t first_line) {
  std::vector<std::string> answers((cases.size() + kShare - 1) / kShare);
  std::vector<std::exception_ptr> failures(
      workers_.size());  // memory that runs out on another thread is told on this one
  std::atomic<std::size_t> next = 0;
  const auto work = [&](std::size_t worker) noexcept {
    try {
      for (std::size_t share = 0; (share = next.fetch_add(1)) < answers.size();) {
        const std::size_t end = std::min((share + 1) * kShare, cases.size());
        for (std::size_t i = share * kShare; i < end; ++i)
          answers[share] += One(*workers_[worker], cases[i], name, as_of, brief, first_line + i);
      }
    } catch (...) {
      failures[worker] = std::current_exception();
    }
  };
  std::vector<std::jthread> helpers;
  try {
    for (std::size_t i = 1; i < workers_.size() && i < answers.size(); ++i) helpers.emplace_back(work, i);
  } catch (const std::system_error&) {  // no more threads to be had: those there are do it all
  }
  work(0);
  helpers.clear();
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
  std::string all;
  for (const std::string& answer : answers) all += answer;
  return all;
}

}  // namespace zhun::timeline
