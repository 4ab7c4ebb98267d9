#include <algorithm>

#include "compiler/syntax/repair.h"

/// Brackets that are never closed or close nothing. What cannot stand inside a rule shows where its bracket should have
/// been.
namespace zhun::syntax {

using diagnostics::Code;

namespace {

/// What a brace encloses.
enum class Body { kPolicy, kRule, kTest };

struct Open {
  TokenKind mark;
  std::size_t index;  ///< of the opening token in the new vector
  Body body;
};

bool IsClose(TokenKind kind) { return kind == TokenKind::kRightBrace || kind == TokenKind::kRightParen; }

/// The body that the declaration before the brace has; outside of everything it is taken for a policy's.
Body BodyOf(const std::vector<Token>& tokens, bool outside) {
  for (std::size_t i = tokens.size(); i > 0 && i + 8 > tokens.size(); --i) {
    const TokenKind kind = tokens[i - 1].kind;
    if (kind == TokenKind::kPolicy) return Body::kPolicy;
    if (kind == TokenKind::kTest) return Body::kTest;
    if (StartsPart(kind)) break;
  }
  return outside ? Body::kPolicy : Body::kRule;
}

/// Whether `tokens[i]` begins something that cannot stand in `body`, so that the body must have ended before.
bool Leaves(const std::vector<Token>& tokens, std::size_t i, Body body) {
  const TokenKind kind = tokens[i].kind;
  if (kind == TokenKind::kPolicy || kind == TokenKind::kImport) return true;
  if (body == Body::kPolicy) return false;
  // A duty, a paper, a finding also stand in what a test expects; only with a bracket behind the name they declare.
  const auto declares = [&] {
    for (std::size_t next = i + 1; next < tokens.size() && next <= i + 3; ++next) {
      if (tokens[next].kind == TokenKind::kLeftBrace) return true;
    }
    return false;
  };
  switch (kind) {
    case TokenKind::kDefine:
    case TokenKind::kReading:
    case TokenKind::kUnformalised:
    case TokenKind::kWaive: return true;
    case TokenKind::kTest:
    case TokenKind::kRequire:
    case TokenKind::kProhibit:
    case TokenKind::kPaper:
    case TokenKind::kElement:
    case TokenKind::kDuty:
    case TokenKind::kPower:
    case TokenKind::kFinding: return declares();
    case TokenKind::kPerItem: return i + 1 < tokens.size() && Leaves(tokens, i + 1, body);
    default: return false;
  }
}

class Balancer {
 public:
  explicit Balancer(Repair& work) : work_(work) {}

  void Run() {
    const std::vector<Token> old = std::move(work_.tokens);
    for (std::size_t i = 0; i < old.size(); ++i) Take(old, i);
    work_.tokens = std::move(made_);
  }

 private:
  void Take(const std::vector<Token>& old, std::size_t i) {
    const Token& token = old[i];
    const bool end = token.kind == TokenKind::kEndOfFile;
    const bool part = StartsPart(token.kind) || end;
    // 非 … ( … 依据: a round bracket cannot hold a clause.
    while (!open_.empty() && open_.back().mark == TokenKind::kLeftParen &&
           (part || token.kind == TokenKind::kLeftBrace || token.kind == TokenKind::kRightBrace)) {
      CloseForAuthor();
    }
    while (!open_.empty() && (end || Leaves(old, i, open_.back().body))) CloseForAuthor();
    if (token.kind == TokenKind::kLeftBrace && !made_.empty() && made_.back().kind == TokenKind::kLeftBrace) {
      auto& report = work_.Report(Code::kNeedlessMark, token.begin, token.end, {{"mark", work_.Written(token)}});
      return AddFix(work_, report, token.begin, token.end, "");
    }
    if (token.kind == TokenKind::kLeftBrace || token.kind == TokenKind::kLeftParen) {
      const Body body = token.kind == TokenKind::kLeftParen ? Body::kRule : BodyOf(made_, open_.empty());
      open_.push_back({token.kind, made_.size(), body});
    } else if (IsClose(token.kind)) {
      if (!Matches(token)) return;
      open_.pop_back();
    }
    made_.push_back(token);
  }

  /// Whether `close` closes the bracket that is open; if it closes nothing, says so.
  bool Matches(const Token& close) {
    const TokenKind wanted = close.kind == TokenKind::kRightBrace ? TokenKind::kLeftBrace : TokenKind::kLeftParen;
    if (!open_.empty() && open_.back().mark == wanted) return true;
    auto& report = work_.Report(Code::kClosesNothing, close.begin, close.end, {{"mark", work_.Written(close)}});
    AddFix(work_, report, close.begin, close.end, "");
    return false;
  }

  void CloseForAuthor() {
    const Token open = made_[open_.back().index];
    const bool brace = open.kind == TokenKind::kLeftBrace;
    open_.pop_back();
    const std::uint32_t place = made_.back().end;
    const bool wide = work_.Written(open).size() > 1;
    const std::string mark = brace ? (wide ? "｝" : "}") : (wide ? "）" : ")");
    if (!open.faulty) {
      auto& report =
          work_.Report(Code::kUnclosedBracket, open.begin, open.end, {{"open", work_.Written(open)}, {"close", mark}});
      AddFix(work_, report, place, place, brace ? " " + mark : mark);
    }
    Token close;
    close.kind = brace ? TokenKind::kRightBrace : TokenKind::kRightParen;
    close.faulty = true;
    close.begin = place;
    close.end = place;
    made_.push_back(close);
  }

  Repair& work_;
  std::vector<Token> made_;
  std::vector<Open> open_;
};

}  // namespace

void RepairBrackets(Repair& work) { Balancer(work).Run(); }

}  // namespace zhun::syntax
