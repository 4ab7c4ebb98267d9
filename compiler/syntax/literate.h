#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/diagnostics/diagnostic.h"

/// Policies inside prose: `*.zhun.md` is Markdown whose ```zhun blocks, taken in order, are one file.
namespace zhun::syntax {

/// Whether a file of this name is literate.
bool IsLiterate(std::string_view name);

/// One ```zhun block: its opening fence and its lines [begin, end), fences not included.
struct CodeBlock {
  std::uint32_t fence = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool closed = false;
};
std::vector<CodeBlock> FindCodeBlocks(std::string_view text);

/// `text` of a `.zhun.md` file with every byte outside its ```zhun blocks blanked; line ends and offsets stay. A block
/// that is never closed is reported.
std::string BlankProse(std::string_view text, base::SourceId source, diagnostics::Sink& sink);

}  // namespace zhun::syntax
