#pragma once

#include "compiler/sema/scope.h"

namespace zhun::sema {

/// Closed-list words of clauses. Each reports an unknown word and gives vocabulary::kNone for it.
std::uint16_t MemberOf(Analysis& analysis, std::string_view enumeration, const ast::Token& word);
std::vector<std::uint16_t> MembersOf(Analysis& analysis, std::string_view enumeration,
                                     const std::vector<ast::Token>& words);
std::uint16_t EventOf(Analysis& analysis, const ast::Token& word);
std::uint16_t ReadingOf(Analysis& analysis, const ast::Token& word);
std::uint16_t ReadingValueOf(Analysis& analysis, std::uint16_t reading, const ast::Token& word);
std::uint16_t UnitOf(Analysis& analysis, const ast::Token& unit);

base::Words WordsOf(const ast::Text& text);

}  // namespace zhun::sema
