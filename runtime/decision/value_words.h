#pragma once

#include "runtime/base/words.h"
#include "runtime/program/program.h"
#include "runtime/values/value.h"

namespace zhun::decision {

/// A name of the language as people read it: administrative_regulation is two words in a letter.
base::Words InProse(base::Words name);

/// A value as people read it: 省级 / province, 2026-11-01, a citation; lists with 、; periods as 自…起至…止. Values that are
/// not there say so (未提供, 声明没有, 待核实).
base::Words ValueWords(const vocabulary::Vocabulary& vocabulary, const values::Value& value, vocabulary::Type type);

/// The type of what a node computes.
vocabulary::Type TypeOf(const program::Node& node);

}  // namespace zhun::decision
