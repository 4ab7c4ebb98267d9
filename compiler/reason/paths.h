#pragma once

#include <optional>

#include "compiler/reason/state.h"

namespace zhun::reason {

/// The variable that a node reads: a path from a root, or from a member of a list; what a 要素 makes sound is the path
/// itself. Nothing for any other node.
std::optional<Variable> VariableOf(const ir::Graph& graph, ir::NodeId node, const Members& members);

/// The record that a path's last attribute belongs to; nothing for roots and members themselves.
std::optional<Variable> Above(const ir::Graph& graph, Variable variable);

/// The attribute at the end of a path; nullptr where it ends in a root or member.
const vocabulary::Attribute* AttributeOf(const ir::Graph& graph, const vocabulary::Vocabulary& vocabulary,
                                         ir::NodeId node);

/// Everything a variable of this type can be.
Domain Whole(const vocabulary::Vocabulary& vocabulary, vocabulary::Type type);

/// Whether null or absence is an answer for it.
bool MayBeNone(const ir::Graph& graph, const vocabulary::Vocabulary& vocabulary, ir::NodeId node);

/// The node without the wrapping that makes an element sound.
ir::NodeId Bare(const ir::Graph& graph, ir::NodeId node);

}  // namespace zhun::reason
