#include "compiler/dump/dump_tokens.h"

#include <fmt/format.h>

#include "compiler/dump/place.h"
#include "compiler/syntax/keywords.h"

namespace zhun::dump {

std::string DumpTokens(const syntax::Lexed& lexed, const base::SourceStore& sources, base::SourceId source) {
  std::string out;
  auto comment = lexed.comments.begin();
  for (const syntax::Token& token : lexed.tokens) {
    for (; comment != lexed.comments.end() && comment->begin < token.begin; ++comment) {
      const base::Span span{source, comment->begin, comment->end};
      out += fmt::format("{} comment {}\n", PlaceOf(sources, span), Quoted(sources.TextOf(span)));
    }
    out += fmt::format("{} {}", PlaceOf(sources, SpanOf(source, token)), syntax::KindName(token.kind));
    if (!token.text.empty()) out += " " + Quoted(token.text);
    if (!token.detail.empty()) out += " " + Quoted(token.detail);
    if (token.faulty) out += " (faulty)";
    out += "\n";
  }
  return out;
}

}  // namespace zhun::dump
