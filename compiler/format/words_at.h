#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/ast/tree.h"
#include "compiler/sema/model.h"
#include "runtime/vocabulary/vocabulary.h"

namespace zhun::format {

/// What the words of one file are called in both surfaces, by the byte at which they begin. A path has one entry for
/// each of its segments.
using WordsAt = std::unordered_map<std::uint32_t, base::Words>;

/// The words of `file`: those that names and types gave a meaning (`model`), and those of its tests, which are about
/// documents. A word that is missing means nothing as it stands.
WordsAt WordsOf(const ast::File& file, const base::SourceStore& sources, const sema::Model& model,
                const vocabulary::Vocabulary& vocabulary);

/// Adds the words of the tests of `file`.
void AddTestWords(const ast::File& file, const base::SourceStore& sources, const vocabulary::Vocabulary& vocabulary,
                  WordsAt& words);

/// A segment of a dotted path, or the whole of a word: what it says and the byte at which it begins.
struct Segment {
  std::string text;
  std::uint32_t at = 0;
};
/// `text` is the path with its width folded, `written` as it stands in the file from byte `begin` on.
std::vector<Segment> SegmentsOf(const std::string& text, std::string_view written, std::uint32_t begin);

}  // namespace zhun::format
