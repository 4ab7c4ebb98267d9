#include "runtime/facts/citations.h"

namespace zhun::facts {

void Citations::Begin(base::Date as_of) {
  if (arena_ != nullptr && as_of == as_of_ && known_.size() < kMost) return;
  as_of_ = as_of;
  known_.clear();
  arena_ = std::make_unique<values::Arena>();
  reader_ = std::make_unique<values::CitationReader>(values::Binding{vocabulary_, law_, as_of});
}

Citations::Known Citations::Find(std::string_view text) {
  const auto found = known_.find(text);
  if (found != known_.end()) return found->second;
  diagnostics::Sink said;
  Known known;
  known.record = reader_->Read(arena_->Keep(text), *arena_, values::Place(), "", said);
  known.warned = !said.All().empty();
  known_.emplace(text, known);
  return known;
}

}  // namespace zhun::facts
