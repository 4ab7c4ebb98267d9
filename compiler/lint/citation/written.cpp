#include "compiler/lint/citation/written.h"

#include <algorithm>

namespace zhun::lint {
namespace {

constexpr std::string_view kAbbreviates = "以下简称";

/// Follows the citations of one policy: what continues an instrument takes its name and version.
class Reader {
 public:
  Reader(const sema::Policy& policy, const std::function<void(const Written&)>& visit)
      : policy_(policy),
        visit_(visit) {}

  void Read(const ast::Citation& tree, CitedBy by) {
    if (tree.kind == ast::Citation::Kind::kInstrument) {
      Open(tree);
    } else if (tree.kind != ast::Citation::Kind::kContinuation) {
      return;
    }
    Written written{policy_, tree, by, {instrument_, version_, {}, {}}, version_.empty()};
    if (const auto range = law::ParseLocator(tree.locator.text)) {
      written.cited.from = range->from;
      written.cited.to = range->to;
    }
    visit_(written);
  }

 private:
  void Open(const ast::Citation& tree) {
    const auto full = policy_.abbreviations.find(tree.instrument.text);
    instrument_ = full == policy_.abbreviations.end() ? tree.instrument.text : full->second;
    version_ = tree.version.text.starts_with(kAbbreviates) ? "" : tree.version.text;
  }

  const sema::Policy& policy_;
  const std::function<void(const Written&)>& visit_;
  std::string instrument_, version_;
};

}  // namespace

void ForEachWritten(const PolicySubject& subject, const std::function<void(const Written&)>& visit) {
  for (const std::uint32_t index : subject.wanted) {
    const sema::Policy& policy = subject.Policy(index);
    Reader reader(policy, visit);
    ForEachCitation(*policy.tree, [&](const ast::Citation& tree, CitedBy by) { reader.Read(tree, by); });
  }
}

std::optional<base::Date> FirstDayOf(const sema::Policy& policy) {
  if (!policy.tree->effective_from) return std::nullopt;
  return policy.effective_from;
}

std::optional<base::Date> DayOfReview(const sema::Policy& policy, base::Date as_of) {
  const auto first = FirstDayOf(policy);
  if (!first || (policy.effective_to && *policy.effective_to < as_of)) return std::nullopt;
  return std::max(*first, as_of);
}

std::string InstrumentAsCited(const law::Citation& cited) {
  return law::PrintCitation({cited.instrument, cited.version, {}, {}});
}

}  // namespace zhun::lint
