#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "compiler/dump/dump_ast.h"
#include "compiler/syntax/parse.h"

/// Any bytes as a policy file: the parser comes back with a tree that can be printed, or with a message, and points
/// into the file. The first byte chooses between a plain and a literate file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace zhun;
  if (size == 0) return 0;
  base::SourceStore sources;
  const base::SourceId id = sources.Add(data[0] % 8 == 0 ? "fuzz.zhun.md" : "fuzz.zhun",
                                        std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
  diagnostics::Sink sink;
  const std::optional<ast::File> file = syntax::Parse(sources, id, sink);
  if (!file && !sink.HasErrors()) std::abort();
  if (file) dump::DumpAst(*file, sources);
  for (const diagnostics::Diagnostic& found : sink.All()) {
    diagnostics::MessageOf(found);
    const bool overflow = !found.span.source.IsValid();
    if (!overflow && (found.span.begin > found.span.end || found.span.end > size - 1)) std::abort();
  }
  return 0;
}
