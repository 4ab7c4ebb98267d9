#include "tests/format/formatted.h"

#include <gtest/gtest.h>

#include "compiler/format/format.h"
#include "compiler/format/spelling.h"
#include "compiler/pipeline/load.h"
#include "compiler/syntax/literate.h"
#include "compiler/syntax/parse.h"

namespace zhun::format::testing {

const pipeline::Library& ShippedLibrary() {
  static const std::optional<pipeline::Library> library = [] {
    diagnostics::Sink sink;
    return pipeline::LoadLibrary(std::filesystem::path(ZHUN_SOURCE_DIR) / "stdlib", sink);
  }();
  return library.value();
}

std::string Formatted(const pipeline::PolicyFile& file, std::optional<base::Language> surface,
                      std::vector<pipeline::PolicyFile> around) {
  pipeline::Compilation compilation;
  diagnostics::Sink read, checked, again;
  around.insert(around.begin(), file);
  pipeline::LoadFiles(around, compilation, read);
  for (const diagnostics::Diagnostic& found : read.All()) {
    EXPECT_EQ(found.code, diagnostics::Code::kImportMissing) << diagnostics::MessageOf(found).en;
  }
  if (compilation.files.empty()) return "";
  const pipeline::Library& library = ShippedLibrary();
  compilation.model = sema::Analyse(compilation.units, library.vocabulary, library.law, compilation.sources, checked);
  const ast::File& tree = *compilation.files.front();
  const std::string& text = compilation.sources[tree.source].text;
  const auto lexed = syntax::Tokenise(compilation.sources, tree.source, again);
  const WordsAt words = WordsOf(tree, compilation.sources, compilation.model, library.vocabulary);
  if (surface) {
    const syntax::Token* unknown = FindUnknownWord(lexed->tokens, text, words);
    EXPECT_EQ(unknown, nullptr) << unknown->text;
  }
  return Format({text, *lexed, syntax::IsLiterate(file.path.string()), words, surface});
}

std::string Formatted(const std::string& text, std::optional<base::Language> surface, const std::string& name) {
  return Formatted({name, sema::Role::kBase, text}, surface);
}

}  // namespace zhun::format::testing
