#pragma once

#include "runtime/vm/unknown.h"

namespace zhun::vm {

/// The fact that a field node reads, with supplier and label by the vocabulary: what stands inside an element of the
/// application is reported as the element (CONTRACT.md, «Paths and states»).
Fact FieldFact(const Evaluation& evaluation, const vocabulary::Vocabulary& vocabulary, NodeIndex field,
               const std::vector<std::string>& member_paths);

/// The path of `node` as replies name it: 需求部门的行政区划, “姓名”的个人信息类别. Empty where a label lacks.
base::Words LabelOfPath(const Evaluation& evaluation, const vocabulary::Vocabulary& vocabulary, NodeIndex node,
                        const std::vector<std::string>& member_paths);

/// A finding nobody has made yet.
Fact FindingFact(const program::Program& program, std::uint32_t finding, const Value& value);

/// entry.items[姓名] for a member that has a name, entry.conditions.others[2] for one that has a number, else by place.
std::string MemberPath(const vocabulary::Vocabulary& vocabulary, const std::string& list, const Value& member,
                       std::size_t index);

/// Who can supply what a path speaks of, by its root.
vocabulary::Supplier SupplierOfPath(const std::string& path);

}  // namespace zhun::vm
