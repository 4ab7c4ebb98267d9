#include <cstdlib>
#include <random>

#include <ZhunLexer.h>
#include <gtest/gtest.h>

#include "compiler/syntax/keywords.h"
#include "compiler/syntax/lexer.h"
#include "compiler/syntax/unicode.h"
#include "tests/syntax/cases.h"

/// The lexer that runs and the lexer that the grammar generates cut every text the same way, where both accept it.
namespace zhun::syntax::testing {
namespace {

struct Piece {
  std::size_t kind;
  std::size_t begin;  // in characters
  std::size_t end;

  bool operator==(const Piece&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Piece& piece) {
  return out << KindName(static_cast<TokenKind>(piece.kind)) << "@" << piece.begin << "-" << piece.end;
}

/// `text` with widths folded where the language folds them: not inside texts, names, instruments and comments.
std::string Normalised(const std::string& text, const Lexed& lexed) {
  std::vector<bool> kept(text.size() + 1, false);
  const auto keep = [&](std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end; ++i) kept[i] = true;
  };
  for (const Token& token : lexed.tokens) {
    if (token.kind == TokenKind::kText) keep(token.begin + DecodeAt(text, token.begin).size, token.end - 1);
    if (token.kind == TokenKind::kName || token.kind == TokenKind::kInstrument) keep(token.begin, token.end);
  }
  for (const Comment& comment : lexed.comments) keep(comment.begin + 2, comment.end);
  std::string folded;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = DecodeAt(text, at);
    // A wide quotation mark at the end of a text is its mark.
    const bool mark = Fold(character.code) == '"' && character.code != '"';
    Append(folded, kept[at] && !mark ? character.code : Fold(character.code));
    at += character.size;
  }
  return folded;
}

std::vector<Piece> Ours(const std::string& text, const Lexed& lexed) {
  std::vector<std::size_t> characters(text.size() + 1, 0);
  for (std::size_t at = 0, count = 0; at <= text.size(); ++at) {
    characters[at] = count;
    if (at < text.size() && (at + 1 == text.size() || (static_cast<unsigned char>(text[at + 1]) & 0xC0) != 0x80))
      ++count;
  }
  std::vector<Piece> pieces;
  for (const Token& token : lexed.tokens) {
    if (token.kind == TokenKind::kEndOfFile) break;
    pieces.push_back({static_cast<std::size_t>(token.kind), characters[token.begin], characters[token.end]});
  }
  return pieces;
}

class Silent final : public antlr4::BaseErrorListener {
 public:
  void syntaxError(antlr4::Recognizer*, antlr4::Token*, size_t, size_t, const std::string&,
                   std::exception_ptr) override {
    ++errors;
  }
  int errors = 0;
};

/// Nothing where the generated lexer refuses a character.
std::optional<std::vector<Piece>> Theirs(const std::string& text) {
  antlr4::ANTLRInputStream input(text);
  generated::ZhunLexer lexer(&input);
  Silent silent;
  lexer.removeErrorListeners();
  lexer.addErrorListener(&silent);
  std::vector<Piece> pieces;
  for (const auto& token : lexer.getAllTokens()) {
    pieces.push_back({token->getType(), token->getStartIndex(), token->getStopIndex() + 1});
  }
  if (silent.errors > 0) return std::nullopt;
  return pieces;
}

/// Whether both accept `text`; fails where they cut it differently.
bool Agree(const std::string& text) {
  diagnostics::Sink sink(100'000);
  const Lexed lexed = Lex(text, base::SourceId{0}, sink);
  if (!sink.All().empty()) return false;
  const auto theirs = Theirs(Normalised(text, lexed));
  if (!theirs) return false;
  EXPECT_EQ(Ours(text, lexed), *theirs) << text;
  return true;
}

TEST(Lexers, AgreeOnEveryPolicyInTheTree) {
  int accepted = 0;
  for (const char* folder : {"policies", "tests", "examples"}) {
    for (const fs::path& path : PoliciesUnder(fs::path(ZHUN_SOURCE_DIR) / folder)) {
      const std::string text = ReadFile(path);
      if (path.string().ends_with(".md") || FindInvalidUtf8(text)) continue;
      accepted += Agree(text) ? 1 : 0;
    }
  }
  EXPECT_GT(accepted, 40);
}

TEST(Lexers, AgreeOnEveryFixedWord) {
  for (const Keyword& keyword : Keywords()) {
    for (const std::string_view spelling : {keyword.zh, keyword.en, keyword.symbol})
      EXPECT_TRUE(Agree(std::string(spelling))) << spelling;
  }
}

/// Pieces that meet: what one lexeme ends with may begin another.
std::vector<std::string> SoupParts() {
  std::vector<std::string> parts = {"a",           "_b1",
                                    "申请",        "申请.用途",
                                    "其.材料",     ".",
                                    "用途",        "１",
                                    "ａ",          "．",
                                    "（",          "）",
                                    "｛",          "　",
                                    "＜",          "＝",
                                    "！",          "0",
                                    "7",           "12",
                                    "2025",        "2025年",
                                    "8月",         "1日",
                                    "-",           "08",
                                    "2025-08-01",  "２０２５年８月１日",
                                    "10个工作日",  "个工作日",
                                    "%",           "records",
                                    "working_day", "s",
                                    "年",          "条",
                                    "第",          "第一条",
                                    "第二款",      "第（三）项",
                                    "第(三)项",    "第1项",
                                    "第2目",       "之一",
                                    "至",          "一",
                                    "十",          "〇",
                                    "《甲》",      "《乙》（2025年）",
                                    "《",          "》",
                                    "「丙」",      "「",
                                    "」",          "“丁”",
                                    "“",           "”",
                                    "\"戊\"",      "\"",
                                    "// 己\n",     "/* 庚 */",
                                    "/",           "*",
                                    " ",           "  ",
                                    "\n",          "\t",
                                    "、",          "，",
                                    ",",           "且",
                                    "不",          "空",
                                    "超过",        "é"};
  for (const Keyword& keyword : Keywords()) {
    parts.emplace_back(keyword.zh);
    parts.emplace_back(keyword.en);
  }
  return parts;
}

/// ZHUN_SOUP rounds; ./dev fuzz asks for more than ./dev test.
int Rounds() {
  const char* asked = std::getenv("ZHUN_SOUP");
  return asked == nullptr ? 20'000 : std::atoi(asked);
}

TEST(Lexers, AgreeOnRandomSoup) {
  const std::vector<std::string> parts = SoupParts();
  std::mt19937 engine(20250801);
  const auto random = [&engine](std::size_t below) { return static_cast<std::size_t>(engine() % below); };
  int accepted = 0;
  const int rounds = Rounds();
  for (int round = 0; round < rounds; ++round) {
    std::string text;
    const std::size_t length = 1 + random(12);
    for (std::size_t i = 0; i < length; ++i) {
      text += parts[random(parts.size())];
      if (random(3) == 0) text += " ";
    }
    accepted += Agree(text) ? 1 : 0;
    if (HasFailure()) return;
  }
  EXPECT_GT(accepted, rounds / 10) << "the soup must hold enough that both accept";
}

}  // namespace
}  // namespace zhun::syntax::testing
