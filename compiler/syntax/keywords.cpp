#include "compiler/syntax/keywords.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace zhun::syntax {
namespace {

constexpr std::array kRows = {
#define ZHUN_KEYWORD(TOKEN, ZH, EN, SYMBOLS, ROLE, OPERATOR) \
  Keyword{TokenKind::k##TOKEN, ZH, EN, SYMBOLS, Role::k##ROLE, ast::Operator::k##OPERATOR},
#define ZHUN_TOKEN(TOKEN)
#include "keywords.def"
#undef ZHUN_TOKEN
#undef ZHUN_KEYWORD
};

constexpr std::array kNames = {
    std::string_view("EndOfFile"),
#define ZHUN_KEYWORD(TOKEN, ZH, EN, SYMBOLS, ROLE, OPERATOR)
#define ZHUN_TOKEN(TOKEN) std::string_view(#TOKEN),
// clang-format off: the tokens of the keyword table come first
#include "keywords.def"
#include "compiler/syntax/lexemes.def"
// clang-format on
#undef ZHUN_TOKEN
#undef ZHUN_KEYWORD
};

constexpr std::array kUnits = {
#define ZHUN_UNIT(ZH, EN, SINGULAR) UnitSpelling{ZH, EN, SINGULAR},
#include "compiler/syntax/units.def"
#undef ZHUN_UNIT
};

using Spelling = std::pair<std::string_view, const Keyword*>;

std::vector<Spelling> SortedSpellings() {
  std::vector<Spelling> spellings;
  for (const Keyword& row : kRows) {
    // Marks are met with their width folded: （ as (, while 、 has no ASCII form.
    for (const std::string_view spelling : {row.zh, row.en, row.symbol}) {
      if (!spelling.empty()) spellings.emplace_back(spelling, &row);
    }
  }
  std::ranges::sort(spellings, {}, &Spelling::first);
  return spellings;
}

}  // namespace

std::span<const Keyword> Keywords() { return kRows; }

const Keyword* FindKeyword(std::string_view word) {
  static const std::vector<Spelling> spellings = SortedSpellings();
  const auto found = std::ranges::lower_bound(spellings, word, {}, &Spelling::first);
  return found != spellings.end() && found->first == word ? found->second : nullptr;
}

const Keyword* KeywordOf(TokenKind kind) {
  const auto found = std::ranges::find(kRows, kind, &Keyword::kind);
  return found == kRows.end() ? nullptr : &*found;
}

std::string_view KindName(TokenKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

std::span<const UnitSpelling> Units() { return kUnits; }

}  // namespace zhun::syntax
