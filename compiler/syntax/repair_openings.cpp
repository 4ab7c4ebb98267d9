#include "compiler/syntax/repair.h"

/// A declaration whose body is not opened: 要求 「甲」 须 … }
namespace zhun::syntax {

using diagnostics::Code;

namespace {

bool Declares(TokenKind kind) {
  switch (kind) {
    case TokenKind::kPolicy:
    case TokenKind::kRequire:
    case TokenKind::kProhibit:
    case TokenKind::kPaper:
    case TokenKind::kElement:
    case TokenKind::kDuty:
    case TokenKind::kPower:
    case TokenKind::kFinding:
    case TokenKind::kExcept:
    case TokenKind::kTest: return true;
    default: return false;
  }
}

/// Index of the lexeme behind the name and code of the declaration at `i`; 0 where there is no name.
std::size_t EndOfHead(const std::vector<Token>& tokens, std::size_t i) {
  const TokenKind name = tokens[i + 1].kind;
  if (name != TokenKind::kName && name != TokenKind::kPath) return 0;
  std::size_t end = i + 2;
  if (tokens[end].kind == TokenKind::kWord) ++end;
  if (tokens[end].kind == TokenKind::kOf && tokens[end + 1].kind == TokenKind::kName) end += 2;
  return end;
}

}  // namespace

void RepairOpenings(Repair& work) {
  bool expecting = false;  // behind 应得 the same words list what is expected
  for (std::size_t i = 0; i + 2 < work.tokens.size(); ++i) {
    const TokenKind kind = work.tokens[i].kind;
    if (kind == TokenKind::kExpect) expecting = true;
    if (kind == TokenKind::kLeftBrace || kind == TokenKind::kRightBrace) expecting = false;
    if (expecting || !Declares(kind)) continue;
    const std::size_t end = EndOfHead(work.tokens, i);
    if (end == 0 || end >= work.tokens.size()) continue;
    const TokenKind next = work.tokens[end].kind;
    const bool body =
        (StartsPart(next) && next != TokenKind::kOf) || (kind == TokenKind::kTest && next == TokenKind::kText);
    if (!body || end + 1 == work.tokens.size()) continue;
    // The code of a rule may be a fixed word: 要素 申请.使用依据 basis {
    const TokenKind second = work.tokens[end + 1].kind;
    if (second == TokenKind::kLeftBrace || StartsPart(second)) continue;
    const std::uint32_t place = work.tokens[end - 1].end;
    auto& report =
        work.Report(Code::kMissingOpening, work.tokens[i].begin, place,
                    {{"head", work.text.substr(work.tokens[i].begin, place - work.tokens[i].begin)}, {"mark", "{"}});
    AddFix(work, report, place, place, " {");
    Token open;
    open.kind = TokenKind::kLeftBrace;
    open.faulty = true;
    open.begin = place;
    open.end = place;
    work.tokens.insert(work.tokens.begin() + static_cast<std::ptrdiff_t>(end), open);
  }
}

}  // namespace zhun::syntax
