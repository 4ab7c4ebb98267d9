#include "compiler/sema/scope.h"

#include <set>

namespace zhun::sema {
namespace {

void Reach(const Analysis& analysis, std::uint32_t unit, std::set<std::uint32_t>& seen) {
  if (!seen.insert(unit).second) return;
  for (std::uint32_t next : analysis.units[unit].imports) Reach(analysis, next, seen);
}

}  // namespace

std::vector<Symbol> Visible(const Analysis& analysis, const Scope& scope, const std::string& name) {
  std::set<std::uint32_t> reachable;
  Reach(analysis, scope.unit, reachable);
  std::vector<Symbol> policy, file, imported;
  const auto [first, last] = analysis.symbols.equal_range(name);
  for (auto it = first; it != last; ++it) {
    const Symbol& symbol = it->second;
    if (symbol.policy == scope.policy && symbol.unit == scope.unit) {
      policy.push_back(symbol);
    } else if (symbol.unit == scope.unit) {
      file.push_back(symbol);
    } else if (reachable.count(symbol.unit) != 0) {
      imported.push_back(symbol);
    }
  }
  if (!policy.empty()) return policy;
  return file.empty() ? imported : file;
}

std::vector<std::pair<std::string, Symbol>> AllVisible(const Analysis& analysis, const Scope& scope) {
  std::set<std::uint32_t> reachable;
  Reach(analysis, scope.unit, reachable);
  std::vector<std::pair<std::string, Symbol>> visible;
  for (const auto& [name, symbol] : analysis.symbols) {
    if (reachable.contains(symbol.unit)) visible.emplace_back(name, symbol);
  }
  return visible;
}

}  // namespace zhun::sema
