#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "compiler/syntax/repair.h"

/// Statutes say 不得超过, 必须为, 根据, 如果; the language has one word for each: 不超过, 为, 依据, 当.
namespace zhun::syntax {

using diagnostics::Code;

namespace {

constexpr std::array<std::string_view, 8> kForbidding = {"不应当", "不允许", "不得", "不能",
                                                         "不应",   "不可",   "不许", "不准"};
constexpr std::array<std::string_view, 7> kDemanding = {"必须", "应当", "应该", "只能", "应", "须", "需"};

bool IsComparing(const Keyword* keyword) {
  if (keyword == nullptr) return false;
  return keyword->kind == TokenKind::kIs || keyword->kind == TokenKind::kOrder ||
         keyword->kind == TokenKind::kSetWord || keyword->kind == TokenKind::kEmptiness;
}

/// What a comparison with a modal word in front means: 不得超过 is 不超过, 必须为 is 为.
const Keyword* WithoutModal(std::string_view word) {
  for (const std::string_view modal : kForbidding) {
    if (!word.starts_with(modal)) continue;
    const Keyword* keyword = FindKeyword(fmt::format("不{}", word.substr(modal.size())));
    if (IsComparing(keyword)) return keyword;
  }
  for (const std::string_view modal : kDemanding) {
    if (!word.starts_with(modal)) continue;
    const std::string_view rest = word.substr(modal.size());
    const Keyword* keyword = FindKeyword(std::string(rest == "是" ? "为" : rest));
    if (IsComparing(keyword)) return keyword;
  }
  return word == "非空" ? FindKeyword("不为空") : nullptr;
}

/// Says that `instead` must stand where [begin, end) stands, and offers it.
void ReportInstead(Repair& work, const Token& token, std::uint32_t end, const std::string& instead) {
  const std::string_view written = work.text.substr(token.begin, end - token.begin);
  const std::string quoted = fmt::format("“{}”", instead);
  auto& report =
      work.Report(Code::kUnexpected, token.begin, end, {{"expected", quoted}, {"found", fmt::format("“{}”", written)}});
  AddFix(work, report, token.begin, end, instead);
}

void Replace(Repair& work, std::size_t i, std::size_t count, const Keyword& keyword, std::string_view spelling) {
  const std::uint32_t end = work.tokens[i + count - 1].end;
  ReportInstead(work, work.tokens[i], end, std::string(spelling));
  Token& token = work.tokens[i];
  token.kind = keyword.kind;
  token.op = keyword.op;
  token.text = spelling;
  token.end = end;
  token.faulty = true;
  const auto first = work.tokens.begin() + static_cast<std::ptrdiff_t>(i);
  work.tokens.erase(first + 1, first + static_cast<std::ptrdiff_t>(count));
}

/// 不得超过1年: the amount hangs on as well.
bool RepairGluedModal(Repair& work, std::size_t i) {
  const Token word = work.tokens[i];
  for (std::size_t size = word.text.size(); size > 0; --size) {
    const Keyword* keyword = WithoutModal(std::string_view(word.text).substr(0, size));
    if (keyword == nullptr || size == word.text.size()) continue;
    const std::uint32_t border = word.begin + static_cast<std::uint32_t>(size);
    if (border >= word.end) return false;  // the source has other bytes, as full-width digits
    std::vector<Token> rest = LexPart(work, border, word.end);
    if (rest.size() != 1 || !StartsValue(rest[0].kind)) return false;
    ReportInstead(work, word, word.end, fmt::format("{} {}", keyword->zh, work.text.substr(border, word.end - border)));
    Token& token = work.tokens[i];
    token.kind = keyword->kind;
    token.op = keyword->op;
    token.text = keyword->zh;
    token.end = border;
    token.faulty = true;
    rest[0].faulty = true;
    work.tokens.insert(work.tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1, rest[0]);
    return true;
  }
  return false;
}

void RepairModal(Repair& work, std::size_t i) {
  if (i == 0 || !EndsValue(work.tokens[i - 1].kind)) return;
  if (!work.SameLine(work.tokens[i - 1], work.tokens[i])) return;
  if (const Token& next = work.tokens[i + 1]; work.OnlyBlanks(work.tokens[i], next)) {
    const Keyword* keyword = WithoutModal(work.tokens[i].text + next.text);
    if (keyword != nullptr) return Replace(work, i, 2, *keyword, keyword->zh);
  }
  if (work.tokens[i].kind != TokenKind::kWord) return;
  const Keyword* keyword = WithoutModal(work.tokens[i].text);
  if (keyword != nullptr) return Replace(work, i, 1, *keyword, keyword->zh);
  RepairGluedModal(work, i);
}

/// A word of prose at the head of a clause and the fixed word it stands for, in requirements and in duties.
struct Head {
  std::string_view word;
  TokenKind elsewhere;
  TokenKind in_duty;
};

constexpr std::array kHeads = std::to_array<Head>({
    {"根据", TokenKind::kBasis, TokenKind::kBasis},
    {"按照", TokenKind::kBasis, TokenKind::kBasis},
    {"依照", TokenKind::kBasis, TokenKind::kBasis},
    {"必须", TokenKind::kMust, TokenKind::kShall},
    {"应", TokenKind::kMust, TokenKind::kShall},
    {"应当", TokenKind::kMust, TokenKind::kShall},
    {"应该", TokenKind::kMust, TokenKind::kShall},
    {"需", TokenKind::kMust, TokenKind::kShall},
    {"需要", TokenKind::kMust, TokenKind::kShall},
    {"不应", TokenKind::kEndOfFile, TokenKind::kShallNot},
    {"不应当", TokenKind::kEndOfFile, TokenKind::kShallNot},
    {"如果", TokenKind::kWhen, TokenKind::kWhen},
    {"若", TokenKind::kWhen, TokenKind::kWhen},
    {"if", TokenKind::kWhen, TokenKind::kWhen},
    {"原因", TokenKind::kBecause, TokenKind::kBecause},
    {"因为", TokenKind::kBecause, TokenKind::kBecause},
    {"否则", TokenKind::kBecause, TokenKind::kBecause},
});

/// Whether a clause may begin at `i`: after the brace of the body or, on a new line, after a clause.
bool BeginsClause(const Repair& work, std::size_t i) {
  if (i == 0) return false;
  const Token& before = work.tokens[i - 1];
  if (before.kind == TokenKind::kLeftBrace) return true;
  const bool ended = EndsValue(before.kind) || before.kind == TokenKind::kCatalogueItem ||
                     before.kind == TokenKind::kEmptiness || before.kind == TokenKind::kRightBrace;
  return ended && !work.SameLine(before, work.tokens[i]);
}

/// The kind of rule that `i` stands in.
TokenKind RuleAround(const Repair& work, std::size_t i) {
  while (i > 0) {
    const Keyword* keyword = KeywordOf(work.tokens[--i].kind);
    if (keyword != nullptr && (keyword->role == Role::kRule || keyword->role == Role::kTop)) return keyword->kind;
  }
  return TokenKind::kEndOfFile;
}

/// Whether what follows is such as the fixed word takes, so that it is certainly meant.
bool Suits(TokenKind head, TokenKind next) {
  switch (head) {
    case TokenKind::kBasis:
      return next == TokenKind::kInstrument || next == TokenKind::kCatalogue || next == TokenKind::kPath;
    case TokenKind::kShall:
    case TokenKind::kShallNot:
    case TokenKind::kBecause: return next == TokenKind::kText;
    default:
      return next == TokenKind::kPath || next == TokenKind::kName || next == TokenKind::kIt ||
             next == TokenKind::kNot || next == TokenKind::kAnyOf || next == TokenKind::kEveryOf ||
             next == TokenKind::kLeftParen;
  }
}

/// 若 … 则 … is no clause, and where it stands is another mistake.
bool HasThen(const Repair& work, std::size_t i) {
  for (++i; i < work.tokens.size() && !StartsPart(work.tokens[i].kind); ++i) {
    if (work.tokens[i].kind == TokenKind::kThen) return true;
  }
  return false;
}

void RepairHead(Repair& work, std::size_t i) {
  const auto row = std::ranges::find(kHeads, work.tokens[i].text, &Head::word);
  if (row == kHeads.end() || !BeginsClause(work, i)) return;
  const TokenKind rule = RuleAround(work, i);
  const TokenKind head = rule == TokenKind::kDuty ? row->in_duty : row->elsewhere;
  if (head == TokenKind::kEndOfFile || head == work.tokens[i].kind || !Suits(head, work.tokens[i + 1].kind)) return;
  if (rule != TokenKind::kRequire && rule != TokenKind::kProhibit && rule != TokenKind::kDuty) return;
  if (head == TokenKind::kMust && rule != TokenKind::kRequire) return;
  if (head == TokenKind::kWhen && HasThen(work, i)) return;
  const Keyword* keyword = KeywordOf(head);
  const bool latin = static_cast<unsigned char>(work.tokens[i].text.front()) < 0x80;
  Replace(work, i, 1, *keyword, latin ? keyword->en : keyword->zh);
}

/// 当 申请.回流 时: nothing closes a condition.
bool RepairTail(Repair& work, std::size_t i) {
  const Token& token = work.tokens[i];
  if (token.kind != TokenKind::kWord || (token.text != "时" && token.text != "的")) return false;
  if (i == 0 || !work.SameLine(work.tokens[i - 1], token)) return false;
  const TokenKind next = work.tokens[i + 1].kind;
  if (!StartsPart(next) && next != TokenKind::kRightBrace) return false;
  auto& report = work.Report(Code::kNeedlessMark, token.begin, token.end, {{"mark", token.text}});
  AddFix(work, report, token.begin, token.end, "");
  work.tokens.erase(work.tokens.begin() + static_cast<std::ptrdiff_t>(i));
  return true;
}

}  // namespace

void RepairModals(Repair& work) {
  for (std::size_t i = 0; i + 1 < work.tokens.size(); ++i) {
    if (work.tokens[i].faulty || RepairTail(work, i)) continue;
    RepairHead(work, i);
    if (!work.tokens[i].faulty) RepairModal(work, i);
  }
}

}  // namespace zhun::syntax
