#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/date.h"
#include "runtime/program/bundle.h"
#include "runtime/residual/mapped.h"

namespace zhun::engine {

/// The answer to one application of a batch.
struct Answer {
  std::string_view outcome;          ///< the contract's code; empty: there is none, and `faults` say why
  bool complete = false;             ///< `fired` are all the rules that fire
  std::vector<std::uint32_t> fired;  ///< rules of the program, in legal order
  std::string faults;                ///< diagnostics as a JSON array; empty where there is an outcome
};

/// What a batch is decided by, beside the applications.
struct Circumstances {
  std::string_view context = {};  ///< JSON; empty: none
  base::Date as_of;
};

/// Decides many applications, on several threads: reads them into columns, runs the residual programs over 64 rows at a
/// time, and leaves to the full evaluation what those do not settle. What it says of an application is what `Engine` says,
/// whatever the number of threads and the other applications. Reuses its memory.
/// One call at a time; bundle and catalogue, which must outlive it, may be shared.
class BatchEngine {
 public:
  /// `threads`: at least 1; the one that calls is among them.
  BatchEngine(const program::Bundle& bundle, const residual::Mapped& catalogue, std::size_t threads);
  ~BatchEngine();

  /// One answer an application, in their order.
  std::vector<Answer> Decide(std::span<const std::string_view> applications, const Circumstances& circumstances);

  /// The applications of a text, one JSON document a line; the answers as one line each, in the same order:
  /// {"decision":"refuse","rules":["…"],"complete":true}, or {"line":2,"fault":[…]} with the number of the line, from
  /// `first_line` on. What stands behind the last line end is a line unless it is empty.
  std::string DecideLines(std::string_view lines, const Circumstances& circumstances, std::size_t first_line = 1);

 private:
  class Worker;

  void Write(const Answer& answer, std::size_t line, std::string& text) const;

  std::vector<std::unique_ptr<Worker>> workers_;
  std::vector<std::string> codes_;  ///< of the program's rules, as JSON
};

}  // namespace zhun::engine
