#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/timeline/timeline.h"

namespace zhun::timeline {

/// Follows many cases on several threads. What it says of a case does not hang on the number of threads or on the other
/// cases. Reuses its memory. One call at a time; the bundle, which must outlive it, may be shared.
class Batch {
 public:
  /// `threads`: at least 1; the one that calls is among them.
  Batch(const program::Bundle& bundle, const Readings& readings, std::size_t threads);
  ~Batch();

  /// One line of JSON a case, in their order: the answer, or {"line":n,"fault":[…]} with the number of the line, counted from
  /// `first_line`. `name` is what messages call the text that the cases come from.
  std::string Follow(std::span<const std::string> cases, const std::string& name, Moment as_of, bool brief,
                     std::size_t first_line);

 private:
  std::string One(Timeline& timeline, const std::string& paper, const std::string& name, Moment as_of, bool brief,
                  std::size_t line) const;

  const program::Bundle& bundle_;
  std::vector<std::unique_ptr<Timeline>> workers_;
};

}  // namespace zhun::timeline
