#include "compiler/driver/catalogue_check.h"

#include <istream>
#include <map>
#include <vector>

#include "runtime/values/json.h"

namespace zhun::driver {
namespace {

using diagnostics::Code;
using values::Json;
using values::JsonKind;

struct Condition {
  std::string number, policy;
};

struct Entry {
  std::string version;
  std::vector<Condition> conditions;
};

using Entries = std::multimap<std::string, Entry>;

/// A text, or a whole number as its digits; empty for anything else.
std::string TextOf(const Json* json) {
  if (json == nullptr) return "";
  if (json->kind == JsonKind::kNumber) return std::to_string(json->number);
  return json->kind == JsonKind::kText ? std::string(json->text) : std::string();
}

Entry EntryOf(const Json& json) {
  Entry entry{TextOf(values::Member(json, "version")), {}};
  const Json* conditions = values::Member(json, "conditions");
  const Json* others = conditions == nullptr ? nullptr : values::Member(*conditions, "others");
  if (others == nullptr) return entry;
  for (const Json& other : others->Elements()) {
    entry.conditions.push_back({TextOf(values::Member(other, "no")), TextOf(values::Member(other, "policy"))});
  }
  return entry;
}

std::optional<Entries> ReadEntries(const std::string& path, const std::vector<Line>& lines, diagnostics::Sink& sink) {
  const std::size_t errors = sink.ErrorCount();
  Entries entries;
  for (const Line& line : lines) {
    values::Arena arena;
    const auto json = values::ReadJson(line.text, path + ":" + std::to_string(line.number), arena, sink);
    if (json) entries.emplace(TextOf(values::Member(*json, "id")), EntryOf(*json));
  }
  if (sink.ErrorCount() != errors) return std::nullopt;
  return entries;
}

/// One policy against the entry it names.
class PolicyCheck {
 public:
  PolicyCheck(const sema::Policy& policy, const Entry& entry, diagnostics::Sink& sink)
      : policy_(policy),
        entry_(entry),
        sink_(sink) {}

  void Check(const sema::Citations& basis) {
    for (const sema::Citation& citation : basis) {
      if (citation.kind == sema::Citation::Kind::kCatalogue) Check(citation);
    }
  }
  void Check(const std::vector<sema::Exception>& exceptions) {
    for (const sema::Exception& exception : exceptions) {
      Check(exception.basis);
      Check(exception.exceptions);
    }
  }

 private:
  void Check(const sema::Citation& citation) {
    for (const Condition& condition : entry_.conditions) {
      if (condition.number != citation.number) continue;
      if (condition.policy.empty() || condition.policy == policy_.code) return;
      sink_.Report(Code::kConditionOfAnother, citation.span,
                   {{"number", citation.number}, {"owner", condition.policy}, {"policy", policy_.code}});
      return;
    }
    sink_.Report(Code::kConditionNotInEntry, citation.span, {{"entry", policy_.entry_id}, {"number", citation.number}});
  }

  const sema::Policy& policy_;
  const Entry& entry_;
  diagnostics::Sink& sink_;
};

/// The entry that `policy` names in the version it names; reports where there is none.
const Entry* FindEntry(const Entries& entries, const sema::Policy& policy, diagnostics::Sink& sink) {
  const auto [first, last] = entries.equal_range(policy.entry_id);
  if (first == last) {
    sink.Report(Code::kEntryNotInCatalogue, policy.tree->entry_id->span, {{"entry", policy.entry_id}});
    return nullptr;
  }
  for (auto at = first; at != last; ++at) {
    if (at->second.version == policy.entry_version) return &at->second;
  }
  const std::string& found = first->second.version;
  sink.Report(Code::kEntryVersionDiffers, policy.tree->entry_version->span,
              {{"entry", policy.entry_id}, {"found", found}, {"version", policy.entry_version}});
  return nullptr;
}

}  // namespace

std::optional<std::vector<Line>> ReadCatalogue(const std::string& path, Host& host, diagnostics::Sink& sink) {
  LineReader reader(host.in, values::kLargestDocument);
  if (!reader.Open(path, sink)) return std::nullopt;
  std::vector<Line> lines;
  for (Line line; reader.Next(line);) lines.push_back(line);
  return lines;
}

bool CheckAgainstCatalogue(const std::string& path, const std::vector<Line>& lines,
                           const pipeline::Compilation& compilation, diagnostics::Sink& sink) {
  const auto entries = ReadEntries(path, lines, sink);
  if (!entries) return false;
  const std::size_t errors = sink.ErrorCount();
  const sema::Model& model = compilation.model;
  for (std::uint32_t i = 0; i < model.policies.size(); ++i) {
    const sema::Policy& policy = model.policies[i];
    if (policy.role != sema::Role::kEntry) continue;
    const Entry* entry = FindEntry(*entries, policy, sink);
    if (entry == nullptr) continue;
    PolicyCheck check(policy, *entry, sink);
    check.Check(policy.basis);
    for (const sema::Rule& rule : model.rules) {
      if (rule.policy != i) continue;
      check.Check(rule.basis);
      check.Check(rule.exceptions);
    }
    for (const sema::Finding& finding : model.findings) {
      if (finding.policy == i) check.Check(finding.basis);
    }
  }
  return sink.ErrorCount() == errors;
}

}  // namespace zhun::driver
