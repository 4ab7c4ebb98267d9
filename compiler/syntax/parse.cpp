#include "compiler/syntax/parse.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "compiler/syntax/error_strategy.h"
#include "compiler/syntax/lexer.h"
#include "compiler/syntax/limits.h"
#include "compiler/syntax/literate.h"
#include "compiler/syntax/repair.h"
#include "compiler/syntax/token_source.h"
#include "compiler/syntax/tree_builder.h"
#include "compiler/syntax/unicode.h"

namespace zhun::syntax {

using diagnostics::Code;
using diagnostics::Sink;

namespace {

using Grammar = generated::ZhunParser;

/// More than anybody reads, and still bounded.
constexpr std::size_t kMostFindings = 2000;

/// The text that is to be cut into lexemes; nothing where it cannot be.
std::optional<std::string> ReadableText(const base::Source& source, base::SourceId id, Sink& sink) {
  const auto size = static_cast<std::uint32_t>(std::min<std::size_t>(source.text.size(), UINT32_MAX));
  if (source.text.size() > kMostBytes) {
    sink.Report(Code::kSourceTooLarge, {id, 0, 0},
                {{"size", std::to_string(size)}, {"limit", std::to_string(kMostBytes)}});
    return std::nullopt;
  }
  if (const auto offset = FindInvalidUtf8(source.text)) {
    sink.Report(Code::kNotUtf8, {id, *offset, *offset + 1}, {{"offset", std::to_string(*offset)}});
    return std::nullopt;
  }
  if (IsLiterate(source.name)) return BlankProse(source.text, id, sink);
  return source.text;
}

/// Hands on what the lexer found, except inside prose that has been reported as a whole.
void Release(const Sink& held, const std::vector<base::Span>& prose, Sink& sink) {
  for (const diagnostics::Diagnostic& found : held.All()) {
    const bool inside = std::ranges::any_of(
        prose, [&](base::Span span) { return found.span.begin >= span.begin && found.span.begin < span.end; });
    if (inside) continue;
    diagnostics::Diagnostic& report = sink.Report(found.code, found.span, found.arguments);
    report.labels = found.labels;
    report.fixes = found.fixes;
    report.help = found.help;
  }
}

bool Has(const Sink& sink, Code code) {
  return std::ranges::any_of(sink.All(), [code](const diagnostics::Diagnostic& found) { return found.code == code; });
}

void RepairAll(Repair& work) {
  RepairModals(work);
  RepairProse(work);
  RepairValues(work);
  RepairWords(work);
  RepairAmounts(work);
  RepairRunTogether(work);
  RepairNames(work);
  RepairOpenings(work);
  RepairLists(work);
  RepairBrackets(work);
}

/// SLL without recovery is enough for every correct file; the rest is read again with recovery.
ast::File ReadTree(const Repair& work) {
  TokenSource source(work.tokens);
  antlr4::CommonTokenStream stream(&source);
  Grammar parser(&stream);
  parser.removeErrorListeners();
  parser.getInterpreter<antlr4::atn::ParserATNSimulator>()->setPredictionMode(antlr4::atn::PredictionMode::SLL);
  parser.setErrorHandler(std::make_shared<antlr4::BailErrorStrategy>());
  try {
    return TreeBuilder(work.tokens, {}, work.source, work.sink).Build(*parser.file());
  } catch (const antlr4::ParseCancellationException&) {
    const auto strategy = std::make_shared<ErrorStrategy>(work);
    stream.seek(0);
    parser.reset();
    parser.setErrorHandler(strategy);
    parser.getInterpreter<antlr4::atn::ParserATNSimulator>()->setPredictionMode(antlr4::atn::PredictionMode::LL);
    Grammar::FileContext* file = parser.file();
    return TreeBuilder(work.tokens, strategy->Wrong(), work.source, work.sink).Build(*file);
  }
}

}  // namespace

std::optional<Lexed> Tokenise(const base::SourceStore& sources, base::SourceId id, Sink& sink) {
  const std::optional<std::string> text = ReadableText(sources[id], id, sink);
  if (!text) return std::nullopt;
  return Lex(*text, id, sink);
}

std::optional<ast::File> Parse(const base::SourceStore& sources, base::SourceId id, Sink& sink) {
  const std::optional<std::string> text = ReadableText(sources[id], id, sink);
  if (!text) return std::nullopt;
  Sink lexical(kMostFindings);
  Lexed lexed = Lex(*text, id, lexical);
  if (lexed.tokens.size() == 1 && Has(lexical, Code::kTooManyWords)) {
    Release(lexical, {}, sink);
    return std::nullopt;
  }
  Sink repairs(kMostFindings);
  Repair work{*text, id, lexed.tokens, repairs, {}};
  const bool readable = !FindTooDeep(work.tokens, kDeepestNesting) && lexed.tokens.size() > 1;
  if (readable) RepairAll(work);
  Release(lexical, work.prose, sink);
  Release(repairs, {}, sink);
  if (const auto deep = FindTooDeep(work.tokens, kDeepestNesting)) {
    sink.Report(Code::kNestedTooDeep, SpanOf(id, work.tokens[*deep]), {{"limit", std::to_string(kDeepestNesting)}});
    return std::nullopt;
  }
  Repair reading{*text, id, lexed.tokens, sink, {}};
  return ReadTree(reading);
}

}  // namespace zhun::syntax
