#include "compiler/emit/emit.h"

#include <algorithm>
#include <map>

#include "compiler/emit/legal_order.h"
#include "compiler/emit/placement.h"

namespace zhun::emit {
namespace {

using ir::NodeId;
using program::kNoNode;
using program::NodeIndex;
using program::Op;

/// The frames of one policy.
struct Frames {
  Placement::Frame main = 0;
  Placement::Frame items = 0;
  Placement::Frame later = 0;
};

class Emission {
 public:
  Emission(const ir::Module& module, const law::Registry& law, std::uint16_t application)
      : module_(module),
        rules_(LegalOrder(module, law)),
        policies_(PolicyOrder(module)),
        placement_(module.graph),
        application_(application) {}

  program::Program Run() {
    OpenFrames();
    for (std::uint32_t rule : rules_) PlaceRule(module_.rules[rule]);
    for (std::uint32_t policy = 0; policy < module_.policies.size(); ++policy) {
      PlaceIf(module_.policies[policy].applies, frames_[policy].main);
      PlaceCitations(module_.policies[policy].basis, frames_[policy].main);
    }
    for (const program::Finding& finding : module_.findings)
      PlaceCitations(finding.basis, frames_[finding.policy].main);
    for (const program::CaseState& state : module_.states) PlaceIf(state.value, base_later_);
    placement_.Finish();
    for (Placement::Frame frame = 0; frame < placement_.FrameCount(); ++frame) EmitFrame(frame);
    EmitPolicies();
    EmitFindings();
    out_.readings = module_.readings;
    for (program::CaseState state : module_.states) {
      state.value = Index(state.value, base_later_);
      out_.states.push_back(state);
    }
    return std::move(out_);
  }

 private:
  /// All base policies share their frames; they always apply together.
  void OpenFrames() {
    frames_.resize(module_.policies.size());
    const Placement::Frame base = placement_.Open(Placement::kNoFrame, -1);
    const Placement::Frame base_items = placement_.Open(base, 0);
    base_later_ = placement_.Open(base, -1);
    for (std::uint32_t policy : policies_) {
      if (module_.policies[policy].base) {
        frames_[policy] = {base, base_items, base_later_};
        continue;
      }
      const Placement::Frame main = placement_.Open(base, -1);
      const Placement::Frame items = placement_.Open(main, 0);
      frames_[policy] = {main, items, placement_.Open(main, -1)};
    }
  }

  Placement::Frame FrameOf(const program::Rule& rule) const {
    if (rule.per_item) return frames_[rule.policy].items;
    return rule.stage == application_ ? frames_[rule.policy].main : frames_[rule.policy].later;
  }

  /// What a rule cites may be printed at any stage.
  Placement::Frame CitationsOf(const program::Rule& rule) const {
    return rule.per_item ? frames_[rule.policy].items : frames_[rule.policy].main;
  }

  void PlaceIf(NodeId node, Placement::Frame frame) {
    if (node != kNoNode) placement_.Place(node, frame);
  }

  void PlaceCitations(const std::vector<program::Citation>& citations, Placement::Frame frame) {
    for (const program::Citation& citation : citations) PlaceIf(citation.path, frame);
  }

  void PlaceRule(const program::Rule& rule) {
    const Placement::Frame frame = FrameOf(rule);
    PlaceIf(rule.guard, frame);
    PlaceIf(rule.subject, frame);
    PlaceIf(rule.check, frame);
    PlaceIf(rule.bad, frame);
    PlaceIf(rule.fires, frame);
    PlaceIf(rule.reason_path, frame);
    if (rule.limit) PlaceIf(rule.limit->length, frame);
    PlaceIf(rule.met_if, frame);
    PlaceCitations(rule.basis, CitationsOf(rule));
    PlaceCitations(rule.sanction, CitationsOf(rule));
  }

  std::uint32_t TextIndex(const std::string& text) {
    const auto [found, added] = texts_.emplace(text, static_cast<std::uint32_t>(out_.texts.size()));
    if (added) out_.texts.push_back(text);
    return found->second;
  }

  void EmitFrame(Placement::Frame frame) {
    for (NodeId id : placement_.NodesOf(frame)) {
      const ir::Node& source = module_.graph[id];
      program::Node node;
      node.op = source.op;
      node.kind = source.type.base;
      node.list = source.type.list;
      node.unit = source.unit != vocabulary::kNone ? source.unit : source.type.of;
      node.ref = source.ref;
      node.number = source.number;
      if (source.op == Op::kConstant && source.type.base == vocabulary::Base::kText) node.text = TextIndex(source.text);
      EmitOperands(source, id, frame, node);
      out_.nodes.push_back(node);
    }
  }

  void EmitOperands(const ir::Node& source, NodeId id, Placement::Frame frame, program::Node& node) {
    node.first_operand = static_cast<std::uint32_t>(out_.operands.size());
    node.operand_count = static_cast<std::uint32_t>(source.operands.size());
    Placement::Frame body = frame;
    if (source.op == Op::kAny || source.op == Op::kEvery) {
      body = placement_.BlockOf(id, frame);
      const program::Segment block = placement_.SegmentOf(body);
      node.block_begin = block.begin;
      node.block_end = block.end;
      out_.levels = std::max(out_.levels, source.ref + 1);
    }
    for (std::size_t i = 0; i < source.operands.size(); ++i) {
      out_.operands.push_back(placement_.IndexOf(source.operands[i], i == 1 ? body : frame));
    }
  }

  NodeIndex Index(NodeId node, Placement::Frame frame) const {
    return node == kNoNode ? kNoNode : placement_.IndexOf(node, frame);
  }

  std::vector<program::Citation> Numbered(std::vector<program::Citation> citations, Placement::Frame frame) const {
    for (program::Citation& citation : citations) citation.path = Index(citation.path, frame);
    return citations;
  }

  program::Rule Numbered(program::Rule rule, std::uint32_t policy) const {
    const Placement::Frame frame = FrameOf(rule);
    rule.guard = Index(rule.guard, frame);
    rule.bad = Index(rule.bad, frame);
    rule.fires = Index(rule.fires, frame);
    rule.subject = Index(rule.subject, frame);
    rule.check = Index(rule.check, frame);
    rule.reason_path = Index(rule.reason_path, frame);
    if (rule.limit) rule.limit->length = Index(rule.limit->length, frame);
    rule.met_if = Index(rule.met_if, frame);
    rule.basis = Numbered(std::move(rule.basis), CitationsOf(rule));
    rule.sanction = Numbered(std::move(rule.sanction), CitationsOf(rule));
    rule.policy = policy;
    return rule;
  }

  void EmitPolicies() {
    std::vector<std::uint32_t> position(module_.policies.size());
    for (std::uint32_t i = 0; i < policies_.size(); ++i) position[policies_[i]] = i;
    for (std::uint32_t rule : rules_) {
      const program::Rule& source = module_.rules[rule];
      out_.rules.push_back(Numbered(source, position[source.policy]));
    }
    for (std::uint32_t i = 0; i < policies_.size(); ++i) {
      program::Policy policy = module_.policies[policies_[i]];
      const Frames& frames = frames_[policies_[i]];
      policy.applies = Index(policy.applies, frames.main);
      policy.basis = Numbered(std::move(policy.basis), frames.main);
      policy.nodes = placement_.SegmentOf(frames.main);
      policy.item_nodes = placement_.SegmentOf(frames.items);
      policy.later_nodes = placement_.SegmentOf(frames.later);
      CountRules(policy, i);
      out_.policies.push_back(std::move(policy));
    }
  }

  /// Rules of an entry policy stand together; those of the base policies are one run shared by all of them.
  void CountRules(program::Policy& policy, std::uint32_t index) {
    for (std::uint32_t i = 0; i < out_.rules.size(); ++i) {
      const program::Rule& rule = out_.rules[i];
      const bool own = policy.base ? module_.policies[policies_[rule.policy]].base : rule.policy == index;
      if (!own) continue;
      if (policy.rule_count == 0) policy.first_rule = i;
      ++policy.rule_count;
    }
  }

  void EmitFindings() {
    std::vector<std::uint32_t> position(module_.policies.size());
    for (std::uint32_t i = 0; i < policies_.size(); ++i) position[policies_[i]] = i;
    for (program::Finding finding : module_.findings) {
      finding.basis = Numbered(std::move(finding.basis), frames_[finding.policy].main);
      finding.policy = position[finding.policy];
      out_.findings.push_back(std::move(finding));
    }
  }

  const ir::Module& module_;
  std::vector<std::uint32_t> rules_;
  std::vector<std::uint32_t> policies_;
  Placement placement_;
  std::vector<Frames> frames_;
  Placement::Frame base_later_ = 0;
  std::uint16_t application_ = 0;  ///< the stage
  std::map<std::string, std::uint32_t> texts_;
  program::Program out_;
};

}  // namespace

program::Program Emit(const ir::Module& module, const law::Registry& law, const vocabulary::Vocabulary& vocabulary) {
  const vocabulary::Enumeration& stages = vocabulary.enumerations[vocabulary::FindEnumeration(vocabulary, "stage")];
  return Emission(module, law, vocabulary::FindCode(stages, "application")).Run();
}

}  // namespace zhun::emit
