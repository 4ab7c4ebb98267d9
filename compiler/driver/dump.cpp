// zhun dump
#include <algorithm>
#include <istream>
#include <ostream>

#include "compiler/driver/files.h"
#include "compiler/driver/rules.h"
#include "compiler/dump/dump_ast.h"
#include "compiler/dump/dump_ir.h"
#include "compiler/dump/dump_sema.h"
#include "compiler/dump/dump_tokens.h"
#include "compiler/syntax/lexer.h"
#include "compiler/syntax/parse.h"

namespace zhun::driver {
namespace {

using diagnostics::Code;
using pipeline::Step;

struct Request {
  const Arguments& arguments;
  std::vector<std::string> files;
  Host& host;
  diagnostics::Sink& sink;
  base::SourceStore& sources;
};

std::optional<base::SourceId> ReadSource(const Request& request, const std::string& path) {
  auto text = ReadFile(path, request.host.in, syntax::kMostBytes, request.sink);
  if (!text) return std::nullopt;
  return request.sources.Add(path, std::move(*text));
}

/// tokens and ast look at each file alone.
template <class Print>
bool DumpEach(const Request& request, Print print) {
  for (const std::string& path : request.files) {
    if (const auto id = ReadSource(request, path)) print(*id);
  }
  return !request.sink.HasErrors();
}

bool Tokens(const Request& request) {
  return DumpEach(request, [&](base::SourceId id) {
    const auto lexed = syntax::Tokenise(request.sources, id, request.sink);
    if (lexed) request.host.out << dump::DumpTokens(*lexed, request.sources, id);
  });
}

bool Ast(const Request& request) {
  return DumpEach(request, [&](base::SourceId id) {
    const auto file = syntax::Parse(request.sources, id, request.sink);
    if (file) request.host.out << dump::DumpAst(*file, request.sources);
  });
}

/// Sources of the files that the user named.
std::vector<base::SourceId> NamedSources(const Selection& selection, const pipeline::Compilation& compilation) {
  std::vector<base::SourceId> named;
  for (const auto& file : compilation.files) {
    const std::string& name = compilation.sources[file->source].name;
    const auto is_it = [&](const pipeline::PolicyFile& each) { return each.path == name; };
    if (std::any_of(selection.wanted.begin(), selection.wanted.end(), is_it)) named.push_back(file->source);
  }
  return named;
}

/// sema, ir and program are about all policies together.
template <class Print>
bool DumpCompiled(const Request& request, Step last, Print print) {
  pipeline::Compilation compilation;
  const auto library = ReadLibrary(request.host, request.sink);
  const auto selection = Select(request.files, request.arguments.Value(Option::kBase), request.host, request.sink);
  if (!library || !selection) return false;
  const bool compiled = pipeline::Compile(*library, selection->files, last, compilation, request.sink);
  request.sink.Sort();
  if (compiled) request.host.out << print(*library, *selection, compilation);
  request.sources = std::move(compilation.sources);
  return compiled;
}

bool Sema(const Request& request) {
  return DumpCompiled(request, Step::kSema, [](const auto& library, const auto& selection, const auto& compilation) {
    return dump::DumpSema(compilation.model, library.vocabulary, NamedSources(selection, compilation));
  });
}

bool Ir(const Request& request) {
  return DumpCompiled(request, Step::kOptimize, [](const auto& library, const auto&, const auto& compilation) {
    return dump::DumpIr(compilation.module, library.vocabulary);
  });
}

bool Program(const Request& request) {
  return DumpCompiled(request, Step::kEmit, [](const auto& library, const auto&, const auto& compilation) {
    return program::Print(compilation.program, library.vocabulary);
  });
}

struct Kind {
  std::string_view word;
  bool (*print)(const Request&);
};
constexpr Kind kKinds[] = {{"tokens", Tokens}, {"ast", Ast}, {"sema", Sema}, {"ir", Ir}, {"program", Program}};

}  // namespace

int RunDump(const Arguments& arguments, Host& host) {
  diagnostics::Sink sink;
  base::SourceStore sources;
  const std::vector<std::string>& operands = arguments.Operands();
  const Request request{arguments, {operands.begin() + 1, operands.end()}, host, sink, sources};
  int code = exit_code::kUsage;
  for (const Kind& kind : kKinds) {
    if (kind.word == operands.front()) code = kind.print(request) ? exit_code::kDone : exit_code::kRefused;
  }
  if (code == exit_code::kUsage) {
    const base::Words words{"tokens、ast、sema、ir、program", "tokens, ast, sema, ir, program"};
    sink.ReportIn(Code::kQuestionUnknown, "", "",
                  {{"command", Spelled(arguments.Row())}, {"word", operands.front()}, {"words", words}});
  }
  Tell(sink, sources, arguments.HowToSpeak(), host);
  return code;
}

}  // namespace zhun::driver
