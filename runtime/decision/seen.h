#pragma once

#include "runtime/decision/decision.h"
#include "runtime/program/bundle.h"
#include "runtime/vm/evaluation.h"

namespace zhun::decision {

/// The relations that make a condition true, each with the value it saw and what would have been wanted instead.
/// `item_path` names 其 of a per-item condition.
std::vector<FactSeen> FactsSeen(vm::Evaluation& evaluation, const vocabulary::Vocabulary& vocabulary,
                                program::NodeIndex condition, const std::string& item_path);

}  // namespace zhun::decision
