#include <fmt/format.h>

#include "compiler/syntax/repair.h"

/// A name without 「」: 要求 仅核验 {, 要求 “仅核验” {
namespace zhun::syntax {

using diagnostics::Code;

namespace {

bool WantsName(TokenKind kind) {
  switch (kind) {
    case TokenKind::kPolicy:
    case TokenKind::kRequire:
    case TokenKind::kProhibit:
    case TokenKind::kPaper:
    case TokenKind::kDuty:
    case TokenKind::kPower:
    case TokenKind::kFinding:
    case TokenKind::kExcept:
    case TokenKind::kOf:
    case TokenKind::kTest:
    case TokenKind::kDefine: return true;
    default: return false;
  }
}

bool FollowsName(TokenKind kind) {
  return kind == TokenKind::kLeftBrace || kind == TokenKind::kIs || kind == TokenKind::kOf || kind == TokenKind::kWord;
}

}  // namespace

void RepairNames(Repair& work) {
  for (std::size_t i = 0; i + 2 < work.tokens.size(); ++i) {
    Token& name = work.tokens[i + 1];
    const bool bare = name.kind == TokenKind::kWord || name.kind == TokenKind::kText;
    if (!WantsName(work.tokens[i].kind) || !bare || !FollowsName(work.tokens[i + 2].kind)) continue;
    if (!name.faulty) {
      const std::string marked = fmt::format("「{}」", name.text);
      auto& report = work.Report(Code::kNameWithoutMarks, name.begin, name.end,
                                 {{"written", work.Written(name)}, {"name", name.text}});
      AddFix(work, report, name.begin, name.end, marked);
    }
    name.kind = TokenKind::kName;
    name.faulty = true;
  }
}

}  // namespace zhun::syntax
