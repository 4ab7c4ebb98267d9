#include <map>

#include "compiler/lint/subject/policies.h"
#include "compiler/syntax/keywords.h"
#include "compiler/syntax/parse.h"
#include "compiler/syntax/unicode.h"

/// Chinese and English words of the language in one file.
namespace zhun::lint {
namespace {

/// Words of each surface in a file: where the first stands, and how many there are.
struct Count {
  std::optional<base::Span> first;
  std::size_t words = 0;

  void Add(base::Span span) {
    if (!first || span.begin < first->begin) first = span;
    ++words;
  }
};

struct Surfaces {
  Count zh, en;

  void Add(std::string_view written, std::string_view chinese, std::string_view english, base::Span span) {
    if (chinese == english) return;
    if (written == chinese) zh.Add(span);
    if (written == english) en.Add(span);
  }
};

void AddKeywords(const base::SourceStore& sources, base::SourceId file, Surfaces& surfaces) {
  diagnostics::Sink unheard;  // the compiler has reported it
  const auto lexed = syntax::Tokenise(sources, file, unheard);
  if (!lexed) return;
  const std::vector<syntax::Token>& tokens = lexed->tokens;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const syntax::Token& token = tokens[i];
    if (tokens[i + 1].kind == syntax::TokenKind::kLeftBrace) continue;  // a code, which may look like a keyword
    const base::Span span = syntax::SpanOf(file, token);
    const std::string written = syntax::FoldWidth(sources.TextOf(span));
    const syntax::Keyword* keyword = syntax::FindKeyword(written);
    if (keyword == nullptr || keyword->kind != token.kind || keyword->role == syntax::Role::kMark) continue;
    surfaces.Add(written, keyword->zh, keyword->en, span);
  }
}

void AddVocabulary(const PolicySubject& subject, std::map<base::SourceId, Surfaces>& files) {
  for (const sema::Spelling& spelling : subject.Model().spellings) {
    const auto file = files.find(spelling.span.source);
    if (file == files.end()) continue;
    const std::string_view written = subject.Sources().TextOf(spelling.span);
    file->second.Add(written, spelling.words.zh, spelling.words.en, spelling.span);
  }
}

void Check(const PolicySubject& subject, const Surfaces& surfaces, Findings& findings) {
  if (surfaces.zh.words == 0 || surfaces.en.words == 0) return;
  const bool chinese = surfaces.zh.words >= surfaces.en.words;
  const base::Span strange = chinese ? *surfaces.en.first : *surfaces.zh.first;
  const std::string word(subject.Sources().TextOf(strange));
  Finding& finding = findings.Report(
      RuleCode::kS05, strange,
      chinese ? base::Words{"文件用中文写成，却夹有英文的“" + word + "”等" + std::to_string(surfaces.en.words) + "处。",
                            "The file is in Chinese, but has English words in " + std::to_string(surfaces.en.words) +
                                " places, the first being “" + word + "”."}
              : base::Words{"文件用英文写成，却夹有中文的“" + word + "”等" + std::to_string(surfaces.zh.words) + "处。",
                            "The file is in English, but has Chinese words in " + std::to_string(surfaces.zh.words) +
                                " places, the first being “" + word + "”."},
      "surface");
  const std::string language = chinese ? "zh" : "en";
  finding.help = {"运行 zhun fmt --lang " + language + "，统一为一种语言",
                  "Run zhun fmt --lang " + language + " to make it one language"};
}

void Look(const PolicySubject& subject, Findings& findings) {
  std::map<base::SourceId, Surfaces> files;
  for (const std::uint32_t index : subject.wanted) files.try_emplace(subject.Policy(index).source);
  for (auto& [file, surfaces] : files) AddKeywords(subject.Sources(), file, surfaces);
  AddVocabulary(subject, files);
  for (const auto& [file, surfaces] : files) Check(subject, surfaces, findings);
}

}  // namespace

extern const Rule kS05{.policies = Look};

}  // namespace zhun::lint
