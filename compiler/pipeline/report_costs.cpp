#include "compiler/pipeline/report_costs.h"

#include "compiler/analysis/cost.h"

namespace zhun::pipeline {
namespace {

using diagnostics::Code;

/// Where the rule stands; the program itself knows no places.
base::Span PlaceOf(const sema::Model& model, const program::Policy& policy, const program::Rule& rule) {
  for (const sema::Rule& each : model.rules) {
    const sema::Policy& owner = model.policies[each.policy];
    if (each.code == rule.code && owner.code == policy.code && owner.version == policy.version) return each.span;
  }
  return {};
}

/// 申请.数据项, as policies write it where a path begins with the record; otherwise behind the name of the record.
base::Words NameOf(const vocabulary::Vocabulary& vocabulary, analysis::ListSource list) {
  const vocabulary::Record& record = vocabulary.records[list.record];
  const base::Words& attribute = record.attributes[list.attribute].name;
  base::Words holder = record.name;
  for (const vocabulary::Root& root : vocabulary.roots) {
    if (root.type.base == vocabulary::Base::kRecord && root.type.of == list.record) holder = root.name;
  }
  return {holder.zh + "." + attribute.zh, holder.en + "." + attribute.en};
}

}  // namespace

void ReportCosts(const Compilation& compilation, const vocabulary::Vocabulary& vocabulary, diagnostics::Sink& sink) {
  const program::Program& program = compilation.program;
  for (const analysis::CostFault& fault :
       analysis::FaultsOf(program, vocabulary, analysis::CostOf(program, vocabulary))) {
    const program::Policy& policy = program.policies[fault.policy];
    const program::Rule& rule = program.rules[fault.rule];
    const base::Span place = PlaceOf(compilation.model, policy, rule);
    const base::Words named{"规则「" + rule.name + "」", "rule " + rule.code};
    const base::Words list = NameOf(vocabulary, fault.list);
    const std::uint32_t bound = vocabulary.records[fault.list.record].attributes[fault.list.attribute].bound;
    if (bound == 0) {
      sink.Report(Code::kBoundMissing, place, {{"attribute", list}, {"rule", named}});
      continue;
    }
    sink.Report(Code::kCostOverBudget, place,
                {{"policy", base::Words{policy.name, policy.code}},
                 {"operations", std::to_string(fault.operations)},
                 {"limit", std::to_string(analysis::kBudget)},
                 {"rule", named},
                 {"attribute", list},
                 {"bound", std::to_string(bound)}});
  }
}

}  // namespace zhun::pipeline
