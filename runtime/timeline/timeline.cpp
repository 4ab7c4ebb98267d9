#include "runtime/timeline/timeline.h"

#include <algorithm>
#include <map>

#include "runtime/decision/members.h"
#include "runtime/decision/papers.h"
#include "runtime/timeline/pursuit.h"

namespace zhun::timeline {

std::string_view CodeOf(Status status) {
  switch (status) {
    case Status::kPending: return "pending";
    case Status::kMet: return "met";
    case Status::kOverdue: return "overdue";
    case Status::kProvisional: return "provisional";
  }
  return "";
}

Timeline::Timeline(const program::Bundle& bundle, Readings readings)
    : tools_(std::make_unique<Tools>(bundle, readings)) {}
Timeline::~Timeline() = default;

std::optional<Result> Timeline::Follow(const Question& question, diagnostics::Sink& sink) {
  const program::Bundle& bundle = tools_->bundle;
  const values::Binding binding{bundle.vocabulary, bundle.law, question.as_of.day, !question.brief};
  auto paper = values::BindCasePaper(binding, tools_->findings, question.paper, question.name, sink);
  if (!paper) return std::nullopt;
  tools_->provisions.Begin(question.as_of.day);
  return Pursuit(*tools_, *paper, question).Run(sink);
}

}  // namespace zhun::timeline
