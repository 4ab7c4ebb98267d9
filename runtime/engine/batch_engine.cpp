#include "runtime/engine/batch_engine.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <system_error>
#include <thread>

#include "runtime/base/json_writer.h"
#include "runtime/diagnostics/render_json.h"
#include "runtime/engine/engine.h"
#include "runtime/machine/batch.h"

namespace zhun::engine {
namespace {

using machine::Outcome;

/// Applications that a thread takes at a time: many, so that many rows share code, and yet several shares a thread, so
/// that none waits long for the others.
std::size_t ShareOf(std::size_t applications, std::size_t threads) {
  return std::clamp<std::size_t>(applications / (threads * 8), machine::kBlock, 8192);
}

}  // namespace

/// What one thread decides with.
class BatchEngine::Worker {
 public:
  Worker(const program::Bundle& bundle, const residual::Mapped& catalogue)
      : tables_(catalogue.View()),
        engine_(bundle, catalogue),
        reader_(catalogue, bundle),
        columns_(tables_),
        batch_(tables_, bundle.vocabulary) {}

  void Decide(std::span<const std::string_view> applications, const Circumstances& circumstances, Answer* answers) {
    Read(applications, circumstances);
    outcomes_.assign(columns_.Size(), Outcome::kUnsettled);
    for (const machine::Group& group : columns_.Groups()) {
      for (std::size_t block = 0; block * machine::kBlock < group.Size(); ++block) {
        batch_.Decide(group, block, outcomes_);
        Collect(group, block, answers);
      }
    }
    for (std::size_t row = 0; row < outcomes_.size(); ++row) {
      if (outcomes_[row] == Outcome::kUnsettled) left_.push_back(of_row_[row]);
    }
    for (const std::size_t each : left_) DecideInFull(applications[each], circumstances, answers[each]);
  }

 private:
  void Read(std::span<const std::string_view> applications, const Circumstances& circumstances) {
    columns_.Clear();
    of_row_.clear();
    left_.clear();
    for (std::size_t i = 0; i < applications.size(); ++i) {
      if (reader_.Read(applications[i], circumstances.context, circumstances.as_of, facts_)) {
        columns_.Add(facts_);
        of_row_.push_back(i);
      } else {
        left_.push_back(i);
      }
    }
  }

  /// From a block that was just decided.
  void Collect(const machine::Group& group, std::size_t block, Answer* answers) {
    const std::size_t first = block * machine::kBlock, rows = std::min(machine::kBlock, group.Size() - first);
    for (std::size_t row = 0; row < rows; ++row) {
      const Outcome outcome = outcomes_[group.rows[first + row]];
      if (outcome == Outcome::kUnsettled) continue;
      Answer& answer = answers[of_row_[group.rows[first + row]]];
      answer.outcome = CodeOf(outcome);
      answer.complete = (batch_.Open() >> row & 1) == 0;
    }
    const std::span<const std::uint64_t> fired = batch_.Fired();
    for (std::size_t i = 0; i < fired.size(); ++i) {
      const residual::Rule& rule = tables_.rules[group.code->first_rule + i];
      for (std::uint64_t left = fired[i]; left != 0; left &= left - 1) {
        const auto row = static_cast<std::size_t>(__builtin_ctzll(left));
        if (row >= rows) break;
        const std::uint32_t place = group.rows[first + row];
        if (outcomes_[place] == Outcome::kUnsettled) continue;
        answers[of_row_[place]].fired.push_back(
            residual::RuleOf(rule, tables_.constants.data() + group.constants[first + row]));
      }
    }
  }

  void DecideInFull(std::string_view application, const Circumstances& circumstances, Answer& answer) {
    diagnostics::Sink sink;
    Ruling ruling;
    if (engine_.SettleInFull({application, circumstances.context, circumstances.as_of}, sink, ruling)) {
      answer.outcome = ruling.outcome;
    } else {
      answer.faults = diagnostics::RenderJsonArray(sink, {});
    }
  }

  const residual::Residual& tables_;
  Engine engine_;
  facts::Reader reader_;
  facts::Facts facts_;
  machine::Columns columns_;
  machine::Batch batch_;
  std::vector<std::size_t> of_row_;  ///< the application of each row
  std::vector<std::size_t> left_;    ///< applications for the full evaluation
  std::vector<Outcome> outcomes_;
};

BatchEngine::BatchEngine(const program::Bundle& bundle, const residual::Mapped& catalogue, std::size_t threads) {
  for (std::size_t i = 0; i < std::max<std::size_t>(threads, 1); ++i)
    workers_.push_back(std::make_unique<Worker>(bundle, catalogue));
  for (const program::Rule& rule : bundle.program.rules) base::AppendQuoted(rule.code, codes_.emplace_back());
}

BatchEngine::~BatchEngine() = default;

std::vector<Answer> BatchEngine::Decide(std::span<const std::string_view> applications,
                                        const Circumstances& circumstances) {
  std::vector<Answer> answers(applications.size());
  const std::size_t share = ShareOf(applications.size(), workers_.size());
  std::atomic<std::size_t> next = 0;
  std::vector<std::exception_ptr> failures(
      workers_.size());  // memory that runs out on another thread is told on this one
  const auto work = [&](std::size_t number) noexcept {
    try {
      for (std::size_t first = 0; (first = next.fetch_add(share)) < applications.size();) {
        const std::size_t count = std::min(share, applications.size() - first);
        workers_[number]->Decide(applications.subspan(first, count), circumstances, answers.data() + first);
      }
    } catch (...) {
      failures[number] = std::current_exception();
    }
  };
  std::vector<std::jthread> helpers;
  try {
    for (std::size_t i = 1; i < workers_.size() && i * share < applications.size(); ++i) helpers.emplace_back(work, i);
  } catch (const std::system_error&) {  // no more threads to be had: those there are do it all
  }
  work(0);
  helpers.clear();
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
  return answers;
}

std::string BatchEngine::DecideLines(std::string_view lines, const Circumstances& circumstances,
                                     std::size_t first_line) {
  std::vector<std::string_view> applications;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    std::string_view line = lines.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    applications.push_back(line);
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  const std::vector<Answer> answers = Decide(applications, circumstances);
  std::string text;
  for (std::size_t i = 0; i < answers.size(); ++i) Write(answers[i], first_line + i, text);
  return text;
}

void BatchEngine::Write(const Answer& answer, std::size_t line, std::string& text) const {
  if (answer.outcome.empty()) {
    text.append("{\"line\":").append(std::to_string(line)).append(",\"fault\":").append(answer.faults).append("}\n");
    return;
  }
  text.append("{\"decision\":\"").append(answer.outcome).append("\",\"rules\":[");
  for (std::size_t i = 0; i < answer.fired.size(); ++i) {
    if (i != 0) text += ',';
    text += codes_[answer.fired[i]];
  }
  text.append(answer.complete ? "],\"complete\":true}\n" : "],\"complete\":false}\n");
}

}  // namespace zhun::engine
