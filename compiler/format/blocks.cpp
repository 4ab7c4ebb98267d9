#include "compiler/format/blocks.h"

#include "compiler/syntax/keywords.h"

namespace zhun::format {
namespace {

using syntax::Role;
using syntax::TokenKind;

Role RoleOf(TokenKind kind) {
  const syntax::Keyword* row = syntax::KeywordOf(kind);
  return row == nullptr ? Role::kMark : row->role;
}

bool IsHeader(TokenKind kind) {
  return (RoleOf(kind) == Role::kHeader && kind != TokenKind::kTo) || kind == TokenKind::kBasis;
}

bool BeginsMember(TokenKind kind, TokenKind item) {
  if (kind == TokenKind::kBasis) return item != TokenKind::kReading;
  if (kind == TokenKind::kOf || item == TokenKind::kPerItem) return false;
  return IsHeader(kind) || RoleOf(kind) == Role::kRule || kind == TokenKind::kDefine || kind == TokenKind::kTest;
}

/// 依据 and 主体 … 履行: clauses by their role, and those of time that open one.
bool BeginsClause(TokenKind kind) {
  const bool time = kind == TokenKind::kFrom || kind == TokenKind::kMetBy || kind == TokenKind::kExtend;
  return time || kind == TokenKind::kStage || kind == TokenKind::kExcept || RoleOf(kind) == Role::kClause;
}

bool BeginsLineOfTest(TokenKind kind) {
  if (RoleOf(kind) == Role::kTest) return true;
  return kind == TokenKind::kBasis || kind == TokenKind::kBecause || kind == TokenKind::kDuty ||
         kind == TokenKind::kFinding || kind == TokenKind::kPower || kind == TokenKind::kPerItem;
}

}  // namespace

bool BeginsItem(Block block, TokenKind kind, TokenKind item) {
  switch (block) {
    case Block::kFile: return RoleOf(kind) == Role::kTop;
    case Block::kPolicy: return BeginsMember(kind, item);
    case Block::kRule:
    case Block::kFinding:
    case Block::kException: return BeginsClause(kind);
    case Block::kTest: return BeginsLineOfTest(kind);
  }
  return false;
}

Block BlockOf(TokenKind item) {
  switch (item) {
    case TokenKind::kPolicy: return Block::kPolicy;
    case TokenKind::kFinding: return Block::kFinding;
    case TokenKind::kExcept: return Block::kException;
    case TokenKind::kTest: return Block::kTest;
    default: return Block::kRule;
  }
}

bool MayShareLine(Block block, TokenKind kind) {
  return block == Block::kTest || (block == Block::kPolicy && IsHeader(kind));
}

}  // namespace zhun::format
