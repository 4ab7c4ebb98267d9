#include "compiler/driver/cost_page.h"

#include <algorithm>
#include <array>
#include <set>

#include <nlohmann/json.hpp>

#include "compiler/analysis/cost.h"
#include "runtime/diagnostics/visible_text.h"

namespace zhun::driver {
namespace {

using analysis::PolicyCost;
using Json = nlohmann::ordered_json;

constexpr std::size_t kColumns = 5;
using Row = std::array<std::string, kColumns>;

std::size_t WidthOf(const std::string& text) { return diagnostics::MakeVisible(text).columns.back(); }

/// Costs of the policies in the files that the user named.
std::vector<PolicyCost> NamedCosts(const pipeline::Compilation& compilation, const pipeline::Library& library,
                                   const Selection& selection) {
  std::set<std::string> files;
  for (const pipeline::PolicyFile& file : selection.wanted) files.insert(file.path.string());
  std::set<std::pair<std::string, std::string>> named;
  for (const sema::Policy& policy : compilation.model.policies) {
    if (files.contains(compilation.sources[policy.source].name)) named.insert({policy.code, policy.version});
  }
  std::vector<PolicyCost> costs = analysis::CostOf(compilation.program, library.vocabulary);
  std::erase_if(costs, [&](const PolicyCost& cost) {
    const program::Policy& policy = compilation.program.policies[cost.policy];
    return !named.contains({policy.code, policy.version});
  });
  return costs;
}

/// 12,345,678
std::string Grouped(analysis::Count count) {
  constexpr std::size_t kGroup = 3;
  std::string digits = std::to_string(count);
  for (std::size_t at = digits.size(); at > kGroup;) digits.insert(at -= kGroup, ",");
  return digits;
}

Row RowOfCost(const program::Program& program, const PolicyCost& cost, base::Language language) {
  const program::Policy& policy = program.policies[cost.policy];
  std::string dearest = base::In(language, {"无", "none"});
  if (cost.dearest != program::kNoNode) {
    const analysis::RuleCost& most = cost.rules[cost.dearest];
    const program::Rule& rule = program.rules[most.rule];
    dearest = base::In(language, {"「" + rule.name + "」 ", rule.code + " "}) + Grouped(most.operations);
  }
  return {base::In(language, {policy.name, policy.code}), policy.version, Grouped(cost.operations), Grouped(cost.facts),
          dearest};
}

/// Numbers stand to the right of their columns, the rest to the left; the last column is not filled.
std::string Line(const Row& row, const std::array<std::size_t, kColumns>& widths) {
  std::string line;
  for (std::size_t i = 0; i < kColumns; ++i) {
    const std::string blanks(widths[i] - WidthOf(row[i]), ' ');
    const bool number = i == 2 || i == 3;
    line += (i == 0 ? "" : "  ") + (number ? blanks + row[i] : i + 1 < kColumns ? row[i] + blanks : row[i]);
  }
  return line + "\n";
}

}  // namespace

std::string CostAsText(const pipeline::Compilation& compilation, const pipeline::Library& library,
                       const Selection& selection, base::Language language) {
  const auto in = [&](const base::Words& words) { return base::In(language, words); };
  std::vector<Row> rows = {{in({"策略", "policy"}), in({"版本", "version"}), in({"运算步数", "operations"}),
                            in({"事实", "facts"}), in({"步数最多的规则", "dearest rule"})}};
  for (const PolicyCost& cost : NamedCosts(compilation, library, selection))
    rows.push_back(RowOfCost(compilation.program, cost, language));
  std::array<std::size_t, kColumns> widths{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < kColumns; ++i) widths[i] = std::max(widths[i], WidthOf(row[i]));
  }
  std::string text;
  for (const Row& row : rows) text += Line(row, widths);
  const std::string limit = Grouped(analysis::kBudget);
  return text +
         in({"每一策略一次决定至多 " + limit + " 步。", "At most " + limit + " operations a policy and decision."}) +
         "\n";
}

std::string CostAsJson(const pipeline::Compilation& compilation, const pipeline::Library& library,
                       const Selection& selection) {
  Json policies = Json::array();
  for (const PolicyCost& cost : NamedCosts(compilation, library, selection)) {
    const program::Policy& policy = compilation.program.policies[cost.policy];
    Json rules = Json::array();
    for (const analysis::RuleCost& rule : cost.rules) {
      rules.push_back({{"rule", compilation.program.rules[rule.rule].code},
                       {"operations", rule.operations},
                       {"facts", rule.facts}});
    }
    policies.push_back({{"policy", policy.code},
                        {"name", policy.name},
                        {"version", policy.version},
                        {"operations", cost.operations},
                        {"facts", cost.facts},
                        {"rules", rules}});
  }
  return Json{{"limit", analysis::kBudget}, {"policies", policies}}.dump() + "\n";
}

}  // namespace zhun::driver
