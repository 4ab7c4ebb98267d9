#pragma once

#include <ostream>
#include <string>
#include <vector>

/// Conditions of the language evaluated on their own: compiled as a policy compiles them, without any other rule.
namespace zhun::expressions {

/// One line of a table.
struct Case {
  std::string condition;
  /// What differs from the bare documents, as members of a JSON object: keys of the application, or `entry.KEY` and
  /// `context.KEY`. Findings 「甲」 「乙」 「丙」 are a, b and c.
  std::string facts;
  char expected = 'T';  ///< T, F, U; ! for a fault

  bool operator==(const Case&) const = default;
};
inline void PrintTo(const Case& each, std::ostream* out) { *out << each.condition << " | " << each.facts; }

/// The lines on which the runtime or the naive oracle says something else than the table, one each; empty if none.
std::string Disagreements(const std::vector<Case>& cases);

/// The codes of the messages that each condition gives when it is compiled, separated by blanks; empty where it compiles.
std::vector<std::string> MessagesOf(const std::vector<std::string>& conditions);

/// What `zhun decide` would say of a case with this one condition, in Chinese: message and help, or empty.
std::string FaultOf(const Case& each);

}  // namespace zhun::expressions
