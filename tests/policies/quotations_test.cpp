// A reader follows the base policies side by side with the Regulation: each rule says which words of it it states.
#include <algorithm>

#include <gtest/gtest.h>

#include "compiler/pipeline/load.h"
#include "tests/policies/shipped.h"

namespace zhun::policies {
namespace {

/// Whether the corpus has the words of the instrument, so that a quotation is compared with them.
bool HasText(const std::string& instrument) {
  const auto& instruments = ShippedLibrary().law.instruments;
  return std::any_of(instruments.begin(), instruments.end(), [&](const law::Instrument& each) {
    return (each.name == instrument ||
            std::find(each.short_names.begin(), each.short_names.end(), instrument) != each.short_names.end()) &&
           !each.texts.empty();
  });
}

/// Quoted, or resting on instruments alone whose words the corpus does not have.
bool IsQuoted(const ast::Citations& basis) {
  const auto has_text = [](const ast::Citation& citation) { return HasText(citation.instrument.text); };
  const auto quoted = [](const ast::Citation& citation) { return citation.quoted.has_value(); };
  return std::any_of(basis.begin(), basis.end(), quoted) || std::none_of(basis.begin(), basis.end(), has_text);
}

TEST(BaseRules, QuoteWhatTheyRestOn) {
  pipeline::Compilation compilation;
  diagnostics::Sink sink;
  pipeline::LoadFiles(pipeline::FindPolicies(ZHUN_SOURCE_DIR "/policies/regulation", sema::Role::kBase, sink),
                      compilation, sink);
  std::size_t rules = 0;
  for (const auto& file : compilation.files) {
    for (const ast::Policy& policy : file->policies) {
      for (const ast::Rule& rule : policy.rules) {
        ++rules;
        ast::Citations basis;
        for (const ast::Clause& clause : rule.clauses) {
          if (clause.kind == ast::ClauseKind::kBasis)
            basis.insert(basis.end(), clause.citations.begin(), clause.citations.end());
        }
        EXPECT_FALSE(basis.empty());
        EXPECT_TRUE(IsQuoted(basis)) << policy.name.text << ": " << (rule.code ? rule.code->text : "");
      }
    }
  }
  EXPECT_EQ(rules, BaseRules().size());
  EXPECT_GT(rules, 40u);
}

}  // namespace
}  // namespace zhun::policies
