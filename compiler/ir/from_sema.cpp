#include "compiler/ir/from_sema.h"

#include <algorithm>

#include "compiler/ir/expressions.h"
#include "compiler/sema/words.h"

namespace zhun::ir {
namespace {

constexpr std::uint32_t kDepthLimit = 200;  // of one condition with all definitions put in

class ModuleLowering {
 public:
  ModuleLowering(const sema::Model& model, const vocabulary::Vocabulary& vocabulary, diagnostics::Sink& sink)
      : model_(model),
        vocabulary_(vocabulary),
        sink_(sink),
        lowering_(model, vocabulary, module_.graph, sink) {}

  Module Lower() {
    for (const sema::Policy& policy : model_.policies) module_.policies.push_back(Header(policy));
    for (const sema::Finding& finding : model_.findings) module_.findings.push_back(Question(finding));
    for (std::uint32_t policy = 0; policy < model_.policies.size(); ++policy) {
      for (const sema::Rule& rule : model_.rules) {
        if (rule.policy == policy) module_.rules.push_back(LowerRule(rule));
      }
    }
    for (std::uint32_t policy = 0; policy < model_.policies.size(); ++policy) {
      const sema::ExprId applies = model_.policies[policy].applies;
      if (applies.IsValid()) module_.policies[policy].applies = lowering_.Lower(applies, 0);
    }
    LowerReadings();
    LowerStates();
    CheckDepth();
    return std::move(module_);
  }

 private:
  program::Policy Header(const sema::Policy& policy) {
    program::Policy header;
    header.code = policy.code;
    header.name = policy.name;
    header.version = policy.version;
    header.issuer = policy.issuer;
    header.effective_from = policy.effective_from;
    header.effective_to = policy.effective_to;
    header.base = policy.role == sema::Role::kBase;
    header.entry_id = policy.entry_id;
    header.entry_version = policy.entry_version;
    header.basis = Bases(policy.basis);
    return header;
  }

  program::Finding Question(const sema::Finding& finding) {
    program::Finding question;
    question.policy = finding.policy;
    question.code = finding.code;
    question.name = finding.name;
    question.by = finding.by;
    question.question = finding.question;
    question.basis = Bases(finding.basis);
    return question;
  }

  std::vector<program::Citation> Bases(const sema::Citations& citations) {
    std::vector<program::Citation> bases;
    for (const sema::Citation& citation : citations) {
      program::Citation basis;
      basis.kind = static_cast<program::Citation::Kind>(citation.kind);
      basis.provision = citation.provision;
      basis.rank = citation.rank;
      basis.number = citation.number;
      if (citation.kind == sema::Citation::Kind::kPath) basis.path = lowering_.Lower(citation.path, 0);
      bases.push_back(std::move(basis));
    }
    return bases;
  }

  program::Rule LowerRule(const sema::Rule& rule) {
    const std::uint32_t level = rule.per_item ? 1 : 0;
    if (rule.per_item) {
      lowering_.BindMember(rule.binder, 0,
                           {vocabulary::Base::kRecord, vocabulary::FindRecord(vocabulary_, "item"), false});
    }
    const bool element = rule.kind == ast::RuleKind::kElement;
    if (element) BindElement(rule);
    program::Rule lowered = Plain(rule);
    lowered.guard = lowering_.Guard(rule, level);
    lowered.bad = lowering_.Bad(rule, level);
    lowered.fires = lowering_.Fires(rule, level);
    if (element) lowered.subject = lowering_.Element(lowering_.ElementOf(rule), rule.span);
    if (element && rule.must.IsValid()) lowered.check = lowering_.Lower(rule.must, 0);
    lowering_.Own(ExpressionLowering::kNobody);
    if (rule.kind == ast::RuleKind::kPaper) lowered.subject = lowering_.PaperNames(rule, level);
    if (rule.reason_path.IsValid()) lowered.reason_path = lowering_.Lower(rule.reason_path, level);
    if (rule.limit) {
      lowered.limit =
          program::TimeLimit{rule.limit->event, rule.limit->at_least, lowering_.Lower(rule.limit->length, 0)};
    }
    if (rule.met_if.IsValid()) lowered.met_if = lowering_.Lower(rule.met_if, 0);
    return lowered;
  }

  void BindElement(const sema::Rule& rule) {
    lowering_.Bind(rule.binder, lowering_.Raw(lowering_.ElementOf(rule)));
    lowering_.Own(lowering_.ElementOf(rule));
  }

  program::Rule Plain(const sema::Rule& rule) {
    program::Rule plain;
    plain.kind = static_cast<program::RuleKind>(rule.kind);
    plain.policy = rule.policy;
    plain.code = rule.code;
    plain.name = rule.name;
    plain.per_item = rule.per_item;
    plain.stage = rule.stage;
    plain.outcome = rule.outcome;
    plain.basis = Bases(rule.basis);
    plain.sanction = Bases(rule.sanction);
    plain.reason = rule.reason;
    plain.bearers = rule.bearers;
    plain.modality = static_cast<program::Modality>(rule.modality);
    plain.text = rule.text;
    plain.met_by = rule.met_by;
    if (rule.extension)
      plain.extension = program::Extension{rule.extension->amount, rule.extension->unit, rule.extension->events};
    if (rule.when.IsValid()) plain.guard_words = sema::InWords(model_, vocabulary_, rule.when);
    return plain;
  }

  /// Every reading has a value: the declared one, or the first of its list.
  void LowerReadings() {
    for (std::uint16_t i = 0; i < vocabulary_.readings.size(); ++i) module_.readings.push_back({i, 0});
    for (const sema::Policy& policy : model_.policies) {
      for (const sema::Reading& reading : policy.readings) module_.readings[reading.reading].value = reading.value;
    }
  }

  /// A derived attribute of the case file in a base file, whose values are members of an enumeration of states, is what
  /// `zhun timeline` reports as the state of a matter.
  void LowerStates() {
    const std::uint16_t root = vocabulary::FindRoot(vocabulary_, "case_file");
    Node case_file;
    case_file.op = Op::kRoot;
    case_file.ref = root;
    case_file.type = vocabulary_.roots[root].type;
    for (std::uint32_t i = 0; i < model_.definitions.size(); ++i) {
      const sema::Definition& definition = model_.definitions[i];
      const bool of_case = definition.derived && definition.base && definition.record == case_file.type.of;
      if (!of_case || definition.type.base != vocabulary::Base::kEnum || definition.type.list) continue;
      if (!vocabulary_.enumerations[definition.type.of].key.ends_with("_state")) continue;
      module_.states.push_back({definition.type.of, lowering_.Derived(i, module_.graph.Intern(case_file))});
    }
    std::ranges::sort(module_.states, {}, &program::CaseState::enumeration);
  }

  void CheckDepth() {
    std::vector<std::uint32_t> depth(module_.graph.Size(), 1);
    for (NodeId id = 0; id < module_.graph.Size(); ++id) {
      for (NodeId operand : module_.graph[id].operands) depth[id] = std::max(depth[id], depth[operand] + 1);
    }
    for (std::uint32_t i = 0; i < module_.rules.size(); ++i) {
      const program::Rule& rule = module_.rules[i];
      if (depth[rule.fires] <= kDepthLimit) continue;
      for (const sema::Rule& source : model_.rules) {
        if (source.code != rule.code || source.policy != rule.policy) continue;
        sink_.Report(diagnostics::Code::kExpressionTooDeep, source.span,
                     {{"rule", rule.name}, {"limit", std::to_string(kDepthLimit)}});
      }
    }
  }

  const sema::Model& model_;
  const vocabulary::Vocabulary& vocabulary_;
  diagnostics::Sink& sink_;
  Module module_;
  ExpressionLowering lowering_;
};

}  // namespace

Module FromSema(const sema::Model& model, const vocabulary::Vocabulary& vocabulary, diagnostics::Sink& sink) {
  return ModuleLowering(model, vocabulary, sink).Lower();
}

}  // namespace zhun::ir
