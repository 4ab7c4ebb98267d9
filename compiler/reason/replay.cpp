#include "compiler/reason/replay.h"

#include "runtime/decision/decide.h"
#include "runtime/values/document.h"

namespace zhun::reason {

Replay::Replay(const pipeline::Library& library, const program::Program& program)
    : bundle_{library.vocabulary, library.law, library.calendar, library.regions, program, {}} {}

std::optional<Replayed> Replay::Decide(const std::string& entry, const std::string& application,
                                       base::Date as_of) const {
  diagnostics::Sink sink;
  const values::Binding binding{bundle_.vocabulary, bundle_.law, as_of};
  auto bound_entry = values::BindEntry(binding, entry, "entry.json", sink);
  if (!bound_entry) return std::nullopt;
  const auto codes = decision::FindingCodes(bundle_);
  auto bound = values::BindApplication(binding, *bound_entry, codes, application, "application.json", sink);
  if (!bound) return std::nullopt;
  values::Document context = values::EmptyContext(bundle_.vocabulary);
  decision::Decider decider(bundle_);
  const auto decision = decider.Decide({*bound_entry, *bound, context, as_of}, sink);
  if (!decision) return std::nullopt;
  Replayed replayed{decision->decision, {}, {}, {}};
  for (const decision::Reason& reason : decision->reasons) replayed.fired.insert(reason.rule);
  for (const decision::Obligation& duty : decision->obligations) replayed.due.insert(duty.id);
  for (const decision::Deadline& deadline : decision->deadlines) replayed.due.insert(deadline.id);
  for (const decision::Missing& missing : decision->missing) replayed.missing.insert(missing.path);
  return replayed;
}

}  // namespace zhun::reason
