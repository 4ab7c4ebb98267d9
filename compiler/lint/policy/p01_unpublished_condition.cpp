#include <algorithm>

#include "compiler/lint/reasoning/published_text.h"
#include "compiler/lint/reasoning/reasoning.h"
#include "compiler/reason/paths.h"

namespace zhun::lint {
namespace {

using ir::Op;
using reason::Answer;
using reason::Goal;

/// A comparison of a path with a constant somewhere in a condition.
struct Comparison {
  ir::NodeId node = ir::kNoNode, path = ir::kNoNode, constant = ir::kNoNode;
};

bool Compares(Op op) {
  return op == Op::kLess || op == Op::kGreater || op == Op::kLonger || op == Op::kShorter || op == Op::kEqual;
}

void CollectComparisons(const ir::Graph& graph, ir::NodeId id, std::vector<Comparison>& found) {
  const ir::Node& node = graph[id];
  if (Compares(node.op)) {
    const ir::NodeId left = reason::Bare(graph, node.operands[0]), right = node.operands[1];
    if (graph[left].op == Op::kField && graph[right].op == Op::kConstant) found.push_back({id, left, right});
    return;
  }
  if (node.op == Op::kSound) return;
  for (const ir::NodeId operand : node.operands) CollectComparisons(graph, operand, found);
}

/// One policy against the entry as published.
class AgainstEntry {
 public:
  AgainstEntry(Reasoning& reasoning, const Entry& entry, Findings& findings)
      : reasoning_(reasoning),
        entry_(entry),
        findings_(findings) {}

  void LookAt(const GraphRule& rule) {
    const std::optional<std::string> published = PublishedFor(rule);
    if (!published || published->empty() || !rule.IsMerits()) return;
    if (!LookAtAmounts(rule, *published)) LookAtSubjects(rule, *published);
  }

 private:
  const vocabulary::Vocabulary& Words() const { return reasoning_.Subject().library.vocabulary; }
  const ir::Graph& Graph() const { return reasoning_.Graph(); }
  std::string_view KeyOf(ir::NodeId path) const { return reason::AttributeOf(Graph(), Words(), path)->key; }

  /// The texts of the published conditions that the rule rests on; nothing where one of them is not there, which is
  /// another finding.
  std::optional<std::string> PublishedFor(const GraphRule& rule) const {
    std::string text;
    for (const sema::Citation& basis : rule.source->basis) {
      if (basis.kind != sema::Citation::Kind::kCatalogue) continue;
      const auto condition = std::ranges::find(entry_.conditions.others, basis.number, &Condition::no);
      if (condition == entry_.conditions.others.end()) return std::nullopt;
      text += std::string(condition->text) + "；";
    }
    return text;
  }

  std::string NumbersOf(const GraphRule& rule) const {
    std::string numbers;
    for (const sema::Citation& basis : rule.source->basis) {
      if (basis.kind == sema::Citation::Kind::kCatalogue)
        numbers += (numbers.empty() ? "第" : "、第") + basis.number + "项";
    }
    return numbers;
  }

  /// Lengths and counts: the rule's must be among those that the published text states. True where one is not.
  bool LookAtAmounts(const GraphRule& rule, const std::string& published) {
    const std::vector<Amount> stated = AmountsIn(published);
    std::vector<Comparison> comparisons;
    CollectComparisons(Graph(), rule.lowered->bad, comparisons);
    for (const Comparison& each : comparisons) {
      const auto amount = AmountOf(each.constant);
      if (!amount || std::ranges::find(stated, *amount) != stated.end() || IsMaxDays(each, *amount)) continue;
      const auto same_kind = [&](const Amount& other) { return IsTime(other.unit) == IsTime(amount->unit); };
      if (std::ranges::none_of(stated, same_kind)) continue;  // the text may say it in words
      ReportAmount(rule, each, published);
      return true;
    }
    return false;
  }

  static bool IsTime(std::string_view unit) { return unit == "day" || unit == "month" || unit == "working_day"; }

  std::optional<Amount> AmountOf(ir::NodeId constant) const {
    const ir::Node& node = Graph()[constant];
    const bool counted = node.type.base == vocabulary::Base::kQuantity || node.type.base == vocabulary::Base::kLength;
    if (!counted || node.unit == vocabulary::kNone) return std::nullopt;
    return Plain(node.number, Words().units[node.unit].key);
  }

  bool IsMaxDays(const Comparison& comparison, const Amount& amount) const {
    return KeyOf(comparison.path) == "period" && amount.unit == "day" && entry_.conditions.max_days == amount.number;
  }

  void ReportAmount(const GraphRule& rule, const Comparison& comparison, const std::string& published) {
    const ir::Node& constant = Graph()[comparison.constant];
    const base::Words& unit = Words().units[constant.unit].name;
    const std::string number = std::to_string(constant.number), numbers = NumbersOf(rule);
    const Shown shown =
        reasoning_.Show({Reasoning::True(rule.lowered->fires, rule.source->per_item)}, rule, {rule.source->code}, {});
    Finding& found = Report(rule, {"「" + rule.source->name + "」按" + number + unit.zh + "把关，所引的" + numbers +
                                       "写的不是这个数：“" + Short(published) + "”。",
                                   "「" + rule.source->name + "」 draws the line at " + number + " " + unit.en +
                                       ", but " + numbers + " states another amount: “" + Short(published) + "”."});
    found.witness = shown.witness;
  }

  /// What the rule refuses for must be something that the published conditions speak of, in words or in their fields.
  void LookAtSubjects(const GraphRule& rule, const std::string& published) {
    for (const ir::NodeId path : rule.reads) {
      if (Graph()[path].op != Op::kField || !IsOfTheApplication(path)) continue;
      const std::string_view key = SubjectOf(path);
      const auto spoken = SpeaksOf(published, key);
      if (!spoken || *spoken || IsStructured(key)) continue;
      const Shown shown =
          reasoning_.Show({Reasoning::True(rule.lowered->fires, rule.source->per_item)}, rule, {rule.source->code}, {});
      const vocabulary::Attribute* attribute = reason::AttributeOf(Graph(), Words(), path);
      const base::Words& label = attribute->label.zh.empty() ? attribute->name : attribute->label;
      Finding& found = Report(rule, {"「" + rule.source->name + "」看的是" + label.zh + "，而所引的" + NumbersOf(rule) +
                                         "没有说到：“" + Short(published) + "”。",
                                     "「" + rule.source->name + "」 looks at the " + label.en + ", of which " +
                                         NumbersOf(rule) + " says nothing: “" + Short(published) + "”."});
      found.witness = shown.witness;
      return;
    }
  }

  /// Conditions on the entry itself add nothing to what an applicant must meet.
  bool IsOfTheApplication(ir::NodeId path) const {
    ir::NodeId at = path;
    while (Graph()[at].op == Op::kField) at = reason::Bare(Graph(), Graph()[at].operands[0]);
    return Graph()[at].op == Op::kRoot && Words().roots[Graph()[at].ref].key != "entry";
  }

  /// The attribute that a text would speak of: of a period or consent itself, not of its members.
  std::string_view SubjectOf(ir::NodeId path) const {
    const auto above = reason::Above(Graph(), {path, 0});
    if (above) {
      const std::string_view record = KeyOf(above->node);
      if (record == "period" || record == "consent" || record == "privacy_assessment") return record;
    }
    return KeyOf(path);
  }

  /// Whether the entry's structured conditions speak of the attribute; then the base policies compare.
  bool IsStructured(std::string_view key) const {
    const Conditions& stated = entry_.conditions;
    if (key == "level") return !stated.levels.empty();
    if (key == "system") return !stated.systems.empty();
    if (key == "region") return !stated.regions.empty();
    if (key == "purpose") return !stated.purposes.empty();
    if (key == "returns") return !stated.returns.empty();
    return key == "period" && stated.max_days.has_value();
  }

  Finding& Report(const GraphRule& rule, base::Words message) {
    Finding& found =
        findings_.Report(RuleCode::kP01, rule.source->span, std::move(message), rule.source->code + " meaning");
    found.labels.push_back({entry_.span, {"发布的条目", "the entry as published"}});
    found.help = {
        "按目录列明的条件改写规则；确需增加条件的，先更新目录，报审发布",
        "write the rule as the catalogue has it; to add a condition, have the catalogue updated and published first"};
    return found;
  }

  static std::string Short(const std::string& text) {
    constexpr std::size_t kLongest = 180;  // bytes
    std::string shown = text.ends_with("；") ? text.substr(0, text.size() - std::string_view("；").size()) : text;
    if (shown.size() <= kLongest) return shown;
    std::size_t end = kLongest;
    while ((static_cast<unsigned char>(shown[end]) & 0xC0) == 0x80) --end;
    return shown.substr(0, end) + "…";
  }

  Reasoning& reasoning_;
  const Entry& entry_;
  Findings& findings_;
};

/// Citations of conditions that the entry does not have.
class Citations {
 public:
  Citations(const sema::Policy& policy, const Entry& entry, Findings& findings)
      : policy_(policy),
        entry_(entry),
        findings_(findings) {}

  void Look(const sema::Citations& basis) {
    for (const sema::Citation& citation : basis) {
      const bool listed = std::ranges::find(entry_.conditions.others, citation.number, &Condition::no) !=
                          entry_.conditions.others.end();
      if (citation.kind != sema::Citation::Kind::kCatalogue || listed) continue;
      Finding& found =
          findings_.Report(RuleCode::kP01, citation.span,
                           {"条目“" + policy_.entry_id + "”没有列明第" + citation.number + "项使用条件。",
                            "Entry " + policy_.entry_id + " publishes no condition " + citation.number + "."},
                           "condition " + citation.number);
      found.help = {
          "目录没有列明的条件不得增设；引错了序号的，改成条目里的序号",
          "a condition that is not published may not be added; where the number is wrong, take that of the entry"};
    }
  }
  void Look(const std::vector<sema::Exception>& exceptions) {
    for (const sema::Exception& exception : exceptions) {
      Look(exception.basis);
      Look(exception.exceptions);
    }
  }

 private:
  const sema::Policy& policy_;
  const Entry& entry_;
  Findings& findings_;
};

void LookAtPolicy(const PolicySubject& subject, std::uint32_t index, std::optional<Reasoning>& reasoning,
                  Findings& findings) {
  const sema::Policy& policy = subject.Policy(index);
  if (policy.role != sema::Role::kEntry) return;
  const auto opened = subject.EntryOf(policy);
  if (!opened || opened->entry->version != policy.entry_version) return;  // P02 speaks of that
  Citations citations(policy, *opened->entry, findings);
  for (const sema::Rule* rule : subject.RulesOf(index)) {
    citations.Look(rule->basis);
    citations.Look(rule->exceptions);
  }
  for (const sema::Finding* finding : subject.FindingsOf(index)) citations.Look(finding->basis);
  if (!subject.compiled) return;
  if (!reasoning) reasoning.emplace(subject);
  AgainstEntry against(*reasoning, *opened->entry, findings);
  for (const GraphRule* rule : reasoning->RulesOf(index)) against.LookAt(*rule);
}

void Look(const PolicySubject& subject, Findings& findings) {
  if (subject.catalogue == nullptr) return;
  std::optional<Reasoning> reasoning;
  for (const std::uint32_t index : subject.wanted) LookAtPolicy(subject, index, reasoning, findings);
}

}  // namespace

// A rule of an entry policy that rests on no published condition does not even compile.
extern const Rule kP01{.policies = Look, .adopts = {diagnostics::Code::kNotPublished}};

}  // namespace zhun::lint
