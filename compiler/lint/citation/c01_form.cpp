#include "compiler/lint/citation/locator_form.h"
#include "compiler/lint/citation/written.h"
#include "compiler/lint/subject/application.h"

/// How citations are written. The compiler speaks of places it cannot read (numerals, brackets of items); this adds what
/// it reads all the same but statutes do not print, and the citations in documents, which it does not read.
namespace zhun::lint {
namespace {

diagnostics::Fix Rewrite(base::Span span, const std::string& better) {
  return {span, better, {"改为：" + better, "Write " + better}};
}

std::string Trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

std::string WithFullBrackets(std::string_view text) {
  std::string wide;
  for (const char c : text) wide += c == '(' ? "（" : c == ')' ? "）" : std::string(1, c);
  return wide;
}

/// The name and its version as decisions print them.
std::string InstrumentInForm(const ast::Citation& tree) {
  std::string text = "《" + WithFullBrackets(Trimmed(tree.instrument.text)) + "》";
  if (!tree.version.text.empty()) text += "（" + WithFullBrackets(Trimmed(tree.version.text)) + "）";
  return text;
}

/// From the name to where the place begins, so that blanks between them count; the name alone where the place stands
/// on another line.
base::Span HeadOf(const PolicySubject& subject, const ast::Citation& tree) {
  base::Span head = tree.instrument.span;
  if (tree.locator.text.empty()) return head;
  head.end = tree.locator.span.begin;
  const bool one_line = subject.Sources().TextOf(head).find('\n') == std::string_view::npos;
  return one_line ? head : tree.instrument.span;
}

void CheckInstrument(const PolicySubject& subject, const ast::Citation& tree, Findings& findings) {
  if (tree.kind != ast::Citation::Kind::kInstrument) return;
  const base::Span head = HeadOf(subject, tree);
  const std::string written(subject.Sources().TextOf(head)), better = InstrumentInForm(tree);
  if (written == better) return;
  findings
      .Report(RuleCode::kC01, head,
              {"“" + written + "”应写作“" + better + "”：括号用全角，中间不空格。",
               "“" + written + "” should be written “" + better + "”: full-width brackets, no blanks."})
      .fixes.push_back(Rewrite(head, better));
}

/// The place without its paragraph, where the article has one paragraph only; nothing where it is needed.
std::optional<law::Range> WithoutParagraph(const law::Registry& registry, const law::Citation& cited,
                                           base::Date as_of) {
  const law::Standing standing = law::StandingOf(registry, cited, as_of);
  if (standing.instrument == nullptr || cited.from.paragraph != 1) return std::nullopt;
  if (cited.to && (cited.to->article != cited.from.article || cited.to->paragraph != 1)) return std::nullopt;
  const law::Article* article = law::FindArticle(*standing.instrument, cited.from.article, cited.from.article_insert);
  if (article == nullptr || article->paragraphs != 1) return std::nullopt;
  law::Range range{cited.from, cited.to};
  range.from.paragraph = 0;
  if (range.to) range.to->paragraph = 0;
  return range;
}

base::Words OnlyParagraph(const std::string& article, const std::string& better) {
  return {article + "只有一款，不写“第一款”，应写作“" + better + "”。",
          article + " has one paragraph, so 第一款 is left out: write “" + better + "”."};
}

std::string ArticleOf(const law::Citation& cited) {
  return InstrumentAsCited(cited) + law::PrintPosition({cited.from.article, cited.from.article_insert, 0, 0, 0});
}

void CheckParagraph(const PolicySubject& subject, const Written& written, Findings& findings) {
  const auto day = FirstDayOf(written.policy);
  if (!day) return;
  const auto range = WithoutParagraph(subject.background.law, written.cited, *day);
  if (!range) return;
  const base::Span place = written.tree.locator.span;
  const std::string better = law::PrintRange(*range);
  findings.Report(RuleCode::kC01, place, OnlyParagraph(ArticleOf(written.cited), better), ArticleOf(written.cited))
      .fixes.push_back(Rewrite(place, better));
}

void LookAtPolicies(const PolicySubject& subject, Findings& findings) {
  ForEachWritten(subject, [&](const Written& written) {
    CheckInstrument(subject, written.tree, findings);
    CheckParagraph(subject, written, findings);
  });
}

/// What is to be said of a citation in a document; nothing where its form is right, or where it is no citation at all.
std::optional<base::Words> FaultOf(const Background& background, std::string_view text) {
  if (const auto better = InBetterForm(text)) {
    return base::Words{"“" + std::string(text) + "”应写作“" + *better + "”。",
                       "“" + std::string(text) + "” should be written “" + *better + "”."};
  }
  const auto cited = law::ParseCitation(text);
  if (!cited) return std::nullopt;
  const auto range = WithoutParagraph(background.law, *cited, background.as_of);
  if (!range) return std::nullopt;
  return OnlyParagraph(ArticleOf(*cited), InstrumentAsCited(*cited) + law::PrintRange(*range));
}

void LookAtEntry(const Entry& entry, EntryFindings& findings) {
  for (std::size_t i = 0; i < entry.refusal.basis.size(); ++i) {
    if (auto fault = FaultOf(entry.background, entry.refusal.basis[i])) {
      findings.Report(RuleCode::kC01, "/refusal/basis/" + std::to_string(i), std::move(*fault),
                      std::string(entry.refusal.basis[i]));
    }
  }
}

void LookAtApplications(const ApplicationSubject& subject, Findings& findings) {
  for (const Application& application : subject.applications) {
    for (std::size_t i = 0; i < application.basis.size(); ++i) {
      auto fault = FaultOf(subject.background, application.basis[i]);
      if (!fault) continue;
      Finding& finding =
          findings.Report(RuleCode::kC01, application.span, std::move(*fault), std::string(application.basis[i]));
      finding.pointer = "/basis/" + std::to_string(i);
      finding.subject = application.id;
    }
  }
}

}  // namespace

extern const Rule kC01{.entry = LookAtEntry,
                       .policies = LookAtPolicies,
                       .applications = LookAtApplications,
                       .adopts = {diagnostics::Code::kProvisionForm, diagnostics::Code::kProvisionWithoutArticle,
                                  diagnostics::Code::kCatalogueItemForm, diagnostics::Code::kCatalogueNotRepeated,
                                  diagnostics::Code::kBadCitation, diagnostics::Code::kUnclosedInstrument,
                                  diagnostics::Code::kCitationBeginsBare, diagnostics::Code::kDocumentNotACitation}};

}  // namespace zhun::lint
