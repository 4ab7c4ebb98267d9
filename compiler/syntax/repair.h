#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/syntax/keywords.h"
#include "compiler/syntax/token.h"
#include "runtime/diagnostics/diagnostic.h"

/// Between lexer and parser: mistakes with one obvious meaning are reported in words of the trade and repaired in the
/// token vector, so that the parser sees what was meant and no second message follows. Nothing is repaired silently.
namespace zhun::syntax {

struct Repair {
  std::string_view text;
  base::SourceId source;
  std::vector<Token>& tokens;
  diagnostics::Sink& sink;
  std::vector<base::Span> prose;  ///< unquoted prose: what the lexer said about its characters is void

  diagnostics::Diagnostic& Report(diagnostics::Code code, std::uint32_t begin, std::uint32_t end,
                                  std::vector<diagnostics::Argument> arguments = {}) const {
    return sink.Report(code, {source, begin, end}, std::move(arguments));
  }
  std::string_view Written(const Token& token) const { return text.substr(token.begin, token.end - token.begin); }
  bool SameLine(const Token& left, const Token& right) const {
    return text.substr(left.end, right.begin - left.end).find('\n') == std::string_view::npos;
  }
  /// Only blanks of one line stand between the two.
  bool OnlyBlanks(const Token& left, const Token& right) const {
    const std::string_view gap = text.substr(left.end, right.begin - left.end);
    return gap.find_first_not_of(" \t") == std::string_view::npos;
  }
};

/// Adds the fix `replacement` for the bytes [begin, end), described as what to write.
void AddFix(const Repair& work, diagnostics::Diagnostic& diagnostic, std::uint32_t begin, std::uint32_t end,
            std::string replacement);
base::Words WordsOf(TokenKind kind);  ///< both spellings of a fixed word

/// Opens a clause, a rule, a header, a test's line or a declaration.
bool StartsPart(TokenKind kind);
/// Can be the last lexeme of a value.
bool EndsValue(TokenKind kind);
/// Can be the first lexeme of a value, brackets and operators apart.
bool StartsValue(TokenKind kind);

/// Lexemes of the bytes [begin, end) with their places in the whole text; nothing is reported.
std::vector<Token> LexPart(const Repair& work, std::uint32_t begin, std::uint32_t end);

void RepairModals(Repair& work);      // 不得超过, 必须为, 根据, 如果
void RepairProse(Repair& work);       // 应当 记录使用场景、…
void RepairValues(Repair& work);      // 为 甲、乙; 甲 和 乙; 甲 等
void RepairNames(Repair& work);       // 要求 仅核验 {
void RepairWords(Repair& work);       // 是, 不 超过, 为 空
void RepairAmounts(Repair& work);     // 3年内, 十个工作日
void RepairRunTogether(Repair& work); // 层级不低于县级
void RepairOpenings(Repair& work);    // 要求 「甲」 须 … }
void RepairLists(Repair& work);       // 属于 省级 市级
void RepairBrackets(Repair& work);    // what is open or closes nothing

}  // namespace zhun::syntax
