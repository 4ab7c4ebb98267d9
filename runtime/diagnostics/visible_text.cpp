#include "runtime/diagnostics/visible_text.h"

#include <fmt/format.h>
#include <llvm/Support/ConvertUTF.h>
#include <llvm/Support/Unicode.h>

namespace zhun::diagnostics {
namespace {

/// One character, or one byte that belongs to none.
struct Piece {
  std::size_t bytes;
  std::string text;
  std::uint32_t width;
};

Piece Escape(std::size_t bytes, std::string text) {
  const auto width = static_cast<std::uint32_t>(text.size());
  return {bytes, std::move(text), width};
}

Piece TakePiece(std::string_view rest) {
  const auto* begin = reinterpret_cast<const llvm::UTF8*>(rest.data());
  const auto* end = begin + rest.size();
  if (*begin == '\t') return {1, std::string(kTabWidth, ' '), kTabWidth};
  if (!llvm::isLegalUTF8Sequence(begin, end)) return Escape(1, fmt::format("<{:02X}>", *begin));

  const std::size_t bytes = llvm::getNumBytesForUTF8(*begin);
  const std::string_view character = rest.substr(0, bytes);
  llvm::UTF32 point = 0;
  llvm::convertUTF8Sequence(&begin, end, &point, llvm::strictConversion);
  const int width = llvm::sys::unicode::columnWidthUTF8({character.data(), character.size()});
  // A soft hyphen counts as printable there, but a terminal hides it like other format characters.
  const bool hidden = llvm::sys::unicode::isFormatting(static_cast<int>(point));
  if (width >= 0 && !hidden) return {bytes, std::string(character), static_cast<std::uint32_t>(width)};
  return Escape(bytes, fmt::format("<U+{:04X}>", point));
}

}  // namespace

VisibleText MakeVisible(std::string_view text) {
  VisibleText visible;
  std::uint32_t column = 0;
  while (!text.empty()) {
    const Piece piece = TakePiece(text);
    visible.text += piece.text;
    visible.columns.insert(visible.columns.end(), piece.bytes, column);
    column += piece.width;
    text.remove_prefix(piece.bytes);
  }
  visible.columns.push_back(column);
  return visible;
}

std::string Visible(std::string_view text) { return MakeVisible(text).text; }

}  // namespace zhun::diagnostics
