#include "compiler/format/layout.h"

#include <algorithm>

namespace zhun::format {
namespace {

using syntax::TokenKind;

constexpr std::size_t kIndent = 2;
constexpr std::size_t kMostClausesOnALine = 2;
constexpr std::size_t kBytesOfOneHan = 3;

bool IsJoint(TokenKind kind) { return kind == TokenKind::kAnd || kind == TokenKind::kOr; }

}  // namespace

std::string Layout::Write() {
  for (std::size_t at = 0; at + 1 < pieces_.size(); ++at) {
    switch (pieces_[at].kind) {
      case Piece::Kind::kToken: WriteToken(at); break;
      case Piece::Kind::kLineComment:
      case Piece::Kind::kBlockComment: WriteComment(at); break;
      case Piece::Kind::kProse: WriteProse(pieces_[at]); break;
      case Piece::Kind::kEnd: break;
    }
  }
  if (!fresh_) out_ += '\n';
  return std::move(out_);
}

void Layout::WriteToken(std::size_t at) {
  const Piece& piece = pieces_[at];
  const TokenKind kind = KindAt(at);
  if (kind == TokenKind::kRightBrace) {
    CloseBlock();
  } else if (StartsItem(at)) {
    BeginItem(at);
  } else {
    Continue(at);
  }
  const bool code = IsCode(from_.lexed.tokens, piece.token);
  out_ += code ? TokenAt(at).text : Spell(TokenAt(at), Written(piece), from_.words, from_.surface);
  fresh_ = must_break_ = false;
  if (kind == TokenKind::kLeftBrace) OpenBlock(at);
}

/// A comment stays where it is: on a line of its own, or behind what it stands behind.
void Layout::WriteComment(std::size_t at) {
  const Piece& piece = pieces_[at];
  const bool own_line = fresh_ || must_break_ || piece.lines > 0;
  if (own_line) {
    StartLine(Depth() + (EndsItem(at) ? 0 : 1), piece.lines > 1);
  } else {
    out_ += piece.kind == Piece::Kind::kLineComment ? "  " : " ";
  }
  std::string_view text = Written(piece);
  text = text.substr(0, text.find_last_not_of(" \t\r") + 1);
  out_ += text;
  fresh_ = false;
  must_break_ = piece.kind == Piece::Kind::kLineComment || pieces_[at + 1].lines > 0;
}

/// Prose between the blocks of a literate file stands as it is, fences included.
void Layout::WriteProse(const Piece& piece) {
  if (!fresh_) out_ += '\n';
  out_ += Written(piece);
  fresh_ = true;
  must_break_ = false;
}

void Layout::BeginItem(std::size_t at) {
  Open& open = open_.back();
  const TokenKind kind = KindAt(at);
  const bool shares = MayShareLine(open.block, kind) && (open.block == Block::kTest || MayShareLine(open.block, item_));
  if (open.in_line) {
    out_ += open.empty ? " " : "  ";
  } else if (shares && !open.empty && !fresh_ && !must_break_ && pieces_[at].lines == 0) {
    out_ += "  ";
  } else {
    StartLine(Depth(), pieces_[at].lines > 1);
  }
  open.empty = false;
  item_ = kind;
  at_item_word_ = true;
}

void Layout::Continue(std::size_t at) {
  if (fresh_ || must_break_ || BreaksBefore(at)) {
    StartLine(Depth() + (KindAt(at) == TokenKind::kLeftBrace ? 0 : 1), false);
  } else {
    out_ += Gap(at);
  }
  at_item_word_ = false;
}

void Layout::OpenBlock(std::size_t at) {
  const Block block = BlockOf(item_);
  open_.push_back({block, FitsOneLine(at, block), true});
  item_ = TokenKind::kEndOfFile;
}

void Layout::CloseBlock() {
  const bool in_line = open_.back().in_line && !must_break_;
  if (open_.size() > 1) open_.pop_back();
  item_ = TokenKind::kEndOfFile;
  if (in_line) {
    out_ += ' ';
  } else {
    StartLine(Depth(), false);
  }
}

bool Layout::StartsItem(std::size_t at) const {
  const Open& open = open_.back();
  const TokenKind kind = KindAt(at);
  if (IsCode(from_.lexed.tokens, pieces_[at].token)) return false;
  // The files of a test stand behind its brace, and only there.
  if (open.block == Block::kTest && open.empty && kind == TokenKind::kText) return true;
  return BeginsItem(open.block, kind, item_);
}

/// Whether the line ends before a lexeme inside an item. 且 and 或 begin lines, 、 and brackets never do.
bool Layout::BreaksBefore(std::size_t at) const {
  const TokenKind kind = KindAt(at), before = KindAt(at - 1);
  const bool lines = pieces_[at].lines > 0;
  if (at_item_word_ || open_.back().in_line) return false;
  if (IsJoint(kind)) return lines || pieces_[at + 1].lines > 0;
  if (IsJoint(before) || before == TokenKind::kLeftParen) return false;
  if (kind == TokenKind::kSeparator || kind == TokenKind::kRightParen || kind == TokenKind::kLeftBrace) return false;
  if (kind == TokenKind::kLocator && before == TokenKind::kInstrument) return false;
  if (before == TokenKind::kSeparator) return lines || pieces_[at - 1].lines > 0;
  return lines;
}

/// Short blocks that stood on one line stay there.
bool Layout::FitsOneLine(std::size_t brace, Block block) const {
  if (block != Block::kRule && block != Block::kException && block != Block::kFinding) return false;
  std::size_t clauses = 0;
  TokenKind item = TokenKind::kEndOfFile;
  for (std::size_t at = brace + 1; at < pieces_.size(); ++at) {
    const Piece& piece = pieces_[at];
    if (piece.kind != Piece::Kind::kToken || piece.lines > 0 || KindAt(at) == TokenKind::kLeftBrace) return false;
    if (KindAt(at) == TokenKind::kRightBrace) return clauses <= kMostClausesOnALine;
    if (!BeginsItem(block, KindAt(at), item)) continue;
    item = KindAt(at);
    ++clauses;
  }
  return false;
}

/// Whether a comment stands between items rather than inside one.
bool Layout::EndsItem(std::size_t at) const {
  while (pieces_[at].IsComment()) ++at;
  if (pieces_[at].kind != Piece::Kind::kToken) return true;
  return KindAt(at) == TokenKind::kRightBrace || StartsItem(at);
}

std::string Layout::Gap(std::size_t at) const {
  const TokenKind kind = KindAt(at), before = KindAt(at - 1);
  if (kind == TokenKind::kSeparator || kind == TokenKind::kRightParen || before == TokenKind::kLeftParen) return "";
  if (before == TokenKind::kSeparator) return from_.surface == base::Language::kChinese ? "" : " ";
  if (before == TokenKind::kInstrument && kind == TokenKind::kLocator) return "";
  return PadsClause(at) ? "   " : " ";
}

/// 当, 须, 自 take the width of 依据 and 理由, so that what they say stands in one column.
bool Layout::PadsClause(std::size_t at) const {
  const Open& open = open_.back();
  const bool clause = open.block == Block::kRule || open.block == Block::kException || open.block == Block::kFinding;
  if (!at_item_word_ || open.in_line || !clause || from_.surface != base::Language::kChinese) return false;
  return Spell(TokenAt(at - 1), "", from_.words, from_.surface).size() == kBytesOfOneHan;
}

void Layout::StartLine(std::size_t depth, bool empty_line) {
  const bool parts = open_.back().block == Block::kFile || open_.back().block == Block::kPolicy;
  if (!fresh_) {
    out_ += '\n';
    if (empty_line && parts && !out_.ends_with("{\n")) out_ += '\n';
  }
  out_.append(depth * kIndent, ' ');
  fresh_ = must_break_ = false;
}

std::size_t Layout::Depth() const {
  return static_cast<std::size_t>(std::ranges::count(open_, false, &Open::in_line)) - 1;
}

TokenKind Layout::KindAt(std::size_t piece) const {
  return pieces_[piece].kind == Piece::Kind::kToken ? TokenAt(piece).kind : TokenKind::kEndOfFile;
}

}  // namespace zhun::format
