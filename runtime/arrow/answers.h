#pragma once

#include <span>
#include <string>
#include <vector>

#include "runtime/arrow/zhun_arrow.h"
#include "runtime/engine/batch_engine.h"

namespace zhun::arrow {

/// Hands answers out as columns, one row an answer: `decision` (text, null where there is none), `rules` (list of text:
/// codes of the rules that fire), `complete` (boolean), `fault` (text: diagnostics as a JSON array, null where there are
/// none). `codes`: of the program's rules. The caller releases both; members may be moved out and outlive the rest.
void Export(std::span<const engine::Answer> answers, std::span<const std::string> codes, ArrowSchema& schema,
            ArrowArray& array);

}  // namespace zhun::arrow
