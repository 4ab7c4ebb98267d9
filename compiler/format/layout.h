#pragma once

#include <span>
#include <string>
#include <vector>

#include "compiler/format/blocks.h"
#include "compiler/format/pieces.h"
#include "compiler/format/spelling.h"

namespace zhun::format {

/// What `Layout` writes and how.
struct Manuscript {
  std::string_view text;
  const syntax::Lexed& lexed;
  const WordsAt& words;
  base::Language surface;
};

/// Writes the pieces of a file in standard layout. Where lines end inside a clause, and which headers and lines of a test
/// share a line, is the author's choice; everything else is settled:
/// - two blanks a level; a clause a line; what is continued on another line stands two blanks deeper, 且 and 或 in front;
/// - a rule, exception or finding of at most two clauses that stood on one line stays there;
/// - at most one empty line between the parts of a file or policy, none inside them;
/// - in Chinese, clause words of one character take the width of two.
/// The result depends on nothing but the lexemes and these choices, so writing it again changes nothing.
class Layout {
 public:
  Layout(const Manuscript& manuscript, const std::vector<Piece>& pieces) : from_(manuscript), pieces_(pieces) {}
  std::string Write();

 private:
  struct Open {
    Block block = Block::kFile;
    bool in_line = false;
    bool empty = true;  ///< no item yet
  };

  void WriteToken(std::size_t at);
  void WriteComment(std::size_t at);
  void WriteProse(const Piece& piece);
  void BeginItem(std::size_t at);
  void Continue(std::size_t at);
  void OpenBlock(std::size_t at);
  void CloseBlock();

  bool StartsItem(std::size_t at) const;
  bool BreaksBefore(std::size_t at) const;
  bool FitsOneLine(std::size_t brace, Block block) const;
  bool EndsItem(std::size_t at) const;
  std::string Gap(std::size_t at) const;
  bool PadsClause(std::size_t at) const;

  void StartLine(std::size_t depth, bool empty_line);
  std::size_t Depth() const;
  const syntax::Token& TokenAt(std::size_t piece) const { return from_.lexed.tokens[pieces_[piece].token]; }
  syntax::TokenKind KindAt(std::size_t piece) const;
  std::string_view Written(const Piece& piece) const { return from_.text.substr(piece.begin, piece.end - piece.begin); }

  const Manuscript& from_;
  const std::vector<Piece>& pieces_;
  std::string out_;
  std::vector<Open> open_{Open{}};
  syntax::TokenKind item_ = syntax::TokenKind::kEndOfFile;  ///< what the present item began with
  bool at_item_word_ = false;  ///< only the first word of the item is written
  bool fresh_ = true;  ///< the present line holds nothing
  bool must_break_ = false;  ///< a comment to the end of the line was written
};

}  // namespace zhun::format
