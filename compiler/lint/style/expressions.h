#pragma once

#include <functional>
#include <string>

#include "compiler/lint/subject/policies.h"

/// The conditions of a policy as trees, for rules about how they are written.
namespace zhun::lint {

/// One condition and what it is the condition of.
struct WrittenCondition {
  const ast::File& file;
  ast::ExprId root;
  const ast::Rule* rule = nullptr;      ///< nullptr: of an exception or a definition
  const ast::Clause* clause = nullptr;  ///< nullptr: of a definition, or the policy's 适用
  std::string name;                     ///< of the rule, exception or definition
};

/// Calls `visit` with every condition (当, 须, definitions, 适用) of a policy under review, in no particular order.
void ForEachCondition(const PolicySubject& subject, const std::function<void(const WrittenCondition&)>& visit);

}  // namespace zhun::lint
