#include "tests/golden_runner/golden.h"

#include "compiler/dump/dump_ast.h"
#include "compiler/dump/dump_tokens.h"
#include "tests/syntax/cases.h"

/// Policies under tests/golden/{tokens,ast,diagnostics_syntax} against the texts beside them.
namespace zhun::syntax::testing {
namespace {

std::string Tokens(const golden::Case& golden_case) {
  Parsed parsed = ParseText(golden_case.input, golden_case.path.filename().string());
  diagnostics::Sink ignored;
  const auto lexed = Tokenise(parsed.sources, parsed.id, ignored);
  return lexed ? dump::DumpTokens(*lexed, parsed.sources, parsed.id) : "nothing\n";
}

std::string Tree(const golden::Case& golden_case) {
  const Parsed parsed = ParseText(golden_case.input, golden_case.path.filename().string());
  const std::string messages = parsed.sink.All().empty() ? "" : Listed(parsed);
  return messages + (parsed.file ? dump::DumpAst(*parsed.file, parsed.sources) : "nothing\n");
}

std::string Messages(const golden::Case& golden_case) {
  return Listed(ParseText(golden_case.input, golden_case.path.filename().string()));
}

golden::Suite SuiteOf(std::string name, const std::string& folder, std::string (*produce)(const golden::Case&)) {
  return {std::move(name), Golden(folder), {".zhun", ".zhun.md"}, produce};
}

}  // namespace
}  // namespace zhun::syntax::testing

int main(int argc, char** argv) {
  using namespace zhun::syntax::testing;
  return zhun::golden::Run(argc, argv,
                           {SuiteOf("Tokens", "tokens", Tokens), SuiteOf("Ast", "ast", Tree),
                            SuiteOf("SyntaxMessages", "diagnostics_syntax", Messages)});
}
