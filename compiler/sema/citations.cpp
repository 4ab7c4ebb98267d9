#include "compiler/sema/citations.h"

#include <algorithm>

#include "compiler/sema/expressions.h"
#include "compiler/sema/suggest.h"
#include "runtime/law/standing.h"
#include "runtime/law/text.h"

namespace zhun::sema {
namespace {

using diagnostics::Code;

constexpr std::size_t kMostEditsOfName = 1;
constexpr std::size_t kLongestAbbreviation = std::string_view("实施办法").size();

/// The name inside 以下简称《 》; empty for a version.
std::string AbbreviationIn(std::string_view version) {
  constexpr std::string_view opening = "以下简称《", closing = "》";
  if (!version.starts_with(opening) || !version.ends_with(closing)) return "";
  return std::string(version.substr(opening.size(), version.size() - opening.size() - closing.size()));
}

class Resolver {
 public:
  Resolver(Analysis& analysis, const Scope& scope, base::Date date) : analysis_(analysis), scope_(scope), date_(date) {}

  std::optional<Citation> Resolve(const ast::Citation& tree) {
    switch (tree.kind) {
      case ast::Citation::Kind::kInstrument:
        told_ = false;
        return Provision(tree, tree.instrument.text, tree.version.text);
      case ast::Citation::Kind::kContinuation: return Continuation(tree);
      case ast::Citation::Kind::kCatalogue: return Catalogue(tree);
      case ast::Citation::Kind::kPath: return FromEntry(tree);
    }
    return std::nullopt;
  }

 private:
  std::optional<Citation> Continuation(const ast::Citation& tree) {
    if (instrument_.empty()) return std::nullopt;  // reported where the instrument failed
    return Provision(tree, instrument_, version_);
  }

  std::optional<Citation> Provision(const ast::Citation& tree, const std::string& instrument,
                                    const std::string& version) {
    instrument_ = FullName(instrument);
    version_ = AbbreviationIn(version).empty() ? version : "";
    Citation citation;
    citation.span = tree.span;
    citation.provision.instrument = instrument_;
    citation.provision.version = version_;
    if (!tree.locator.text.empty()) {
      law::CitationFault fault{};
      const std::optional<law::Range> range = law::ParseLocator(tree.locator.text, &fault);
      if (!range) {
        analysis_.sink.Report(Code::kBadCitation, tree.locator.span,
                              {{"text", tree.locator.text}, {"why", law::FaultText(fault)}});
        return std::nullopt;
      }
      citation.provision.from = range->from;
      citation.provision.to = range->to;
    }
    const bool sound = CheckStanding(citation);
    if (sound && tree.quoted && IsDated()) CheckQuotation(citation, *tree.quoted);
    if (!sound) return std::nullopt;
    return citation;
  }

  std::string FullName(const std::string& name) const {
    if (scope_.policy == kNoIndex) return name;
    const auto& abbreviations = analysis_.model.policies[scope_.policy].abbreviations;
    const auto found = abbreviations.find(name);
    return found == abbreviations.end() ? name : found->second;
  }

  bool CheckStanding(Citation& citation) {
    const law::Standing standing = law::StandingOf(analysis_.law, citation.provision, date_);
    citation.rank = standing.registered ? standing.rank : law::Rank::kUnknown;
    if (!standing.registered) ReportUnregistered(citation);
    if (!standing.registered || !IsDated()) return true;
    if (standing.provision == law::Provision::kNoSuchProvision) {
      analysis_.sink.Report(Code::kNoSuchProvision, citation.span,
                            {{"citation", law::PrintCitation(citation.provision)}});
      return false;
    }
    if (standing.provision == law::Provision::kStructureUnknown && !told_) {
      analysis_.sink.Report(Code::kStructureUnknown, citation.span, {{"instrument", citation.provision.instrument}});
      told_ = true;
    }
    if (standing.force != law::Force::kNotYet && standing.force != law::Force::kNoLonger) return true;
    ReportForce(citation, standing.force == law::Force::kNotYet);
    return false;
  }

  /// Without a first day, which lacks in the header and is reported there, nothing can be said about force.
  bool IsDated() const {
    return scope_.policy == kNoIndex || analysis_.model.policies[scope_.policy].tree->effective_from.has_value();
  }

  void ReportUnregistered(const Citation& citation) {
    if (told_) return;
    told_ = true;
    const std::string& name = citation.provision.instrument;
    diagnostics::Diagnostic& report =
        analysis_.sink.Report(Code::kUnknownInstrument, citation.span, {{"instrument", name}});
    std::vector<std::string> names;
    for (const law::Instrument& instrument : analysis_.law.instruments) {
      names.push_back(instrument.name);
      names.insert(names.end(), instrument.short_names.begin(), instrument.short_names.end());
    }
    // Names of laws differ by one character often enough, so this only asks.
    if (const auto near = Nearest(name, names, kMostEditsOfName)) {
      report.help = {"是否指《" + *near + "》？", "Did you mean 《" + *near + "》?"};
    } else if (name.size() <= kLongestAbbreviation) {
      report.help = {
          "简称先在策略开头的依据里写明：全称之后加（以下简称《" + name + "》）",
          "Introduce the abbreviation in the header's basis: behind the full name write（以下简称《" + name + "》）"};
    }
  }

  void ReportForce(const Citation& citation, bool not_yet) {
    if (told_) return;
    told_ = true;
    analysis_.sink.Report(
        Code::kNotInForce, citation.span,
        {{"citation", law::PrintCitation(citation.provision)},
         {"date", base::Words{base::FormatDateChinese(date_), base::FormatDate(date_)}},
         {"state", not_yet ? base::Words{"尚未施行", "not yet"} : base::Words{"已经失效", "no longer"}}});
  }

  void CheckQuotation(const Citation& citation, const ast::Token& quoted) {
    const std::optional<std::string> text = law::ProvisionText(analysis_.law, citation.provision, date_);
    if (!text) {
      analysis_.sink.Report(Code::kQuotationUnchecked, quoted.span,
                            {{"citation", law::PrintCitation(citation.provision)}});
    } else if (!law::QuotationMatches(*text, quoted.text)) {
      diagnostics::Diagnostic& report = analysis_.sink.Report(Code::kQuotationDiffers, quoted.span,
                                                              {{"citation", law::PrintCitation(citation.provision)}});
      std::string line = *text;  // paragraphs of an article, on one line
      std::replace(line.begin(), line.end(), '\n', ' ');
      report.help = {"原文：" + line, "The text reads: " + line};
    }
  }

  std::optional<Citation> Catalogue(const ast::Citation& tree) {
    Citation citation;
    citation.kind = Citation::Kind::kCatalogue;
    citation.span = tree.span;
    citation.number = tree.locator.text;
    const Policy* policy = scope_.policy == kNoIndex ? nullptr : &analysis_.model.policies[scope_.policy];
    if (policy != nullptr && !policy->entry_id.empty()) return citation;
    const bool lacks = policy != nullptr && policy->role == Role::kEntry;  // reported as a gap of the header
    if (!lacks) analysis_.sink.Report(Code::kNoCatalogueEntry, tree.span);
    return std::nullopt;
  }

  std::optional<Citation> FromEntry(const ast::Citation& tree) {
    Citation citation;
    citation.kind = Citation::Kind::kPath;
    citation.span = tree.span;
    citation.path = Expressions(analysis_, scope_).Path(tree.path);
    const Expr& path = analysis_.model.exprs[citation.path];
    if (path.type.base == vocabulary::Base::kError) return std::nullopt;
    const std::uint16_t record = vocabulary::FindRecord(analysis_.vocabulary, "citation");
    const bool citations = path.type == vocabulary::Type{vocabulary::Base::kRecord, record, true};
    const bool texts = path.type == vocabulary::Type{vocabulary::Base::kText, vocabulary::kNone, true};
    if (citations || texts) return citation;
    analysis_.sink.Report(Code::kBasisNotCitations, tree.span,
                          {{"type", vocabulary::Describe(analysis_.vocabulary, path.type)}});
    return std::nullopt;
  }

  Analysis& analysis_;
  const Scope& scope_;
  base::Date date_;
  std::string instrument_, version_;
  bool told_ = false;  ///< what was reported concerns the whole instrument, so its further provisions add nothing
};

}  // namespace

Citations ResolveCitations(Analysis& analysis, const Scope& scope, const ast::Citations& trees, base::Date date) {
  Resolver resolver(analysis, scope, date);
  Citations citations;
  for (const ast::Citation& tree : trees) {
    if (std::optional<Citation> citation = resolver.Resolve(tree)) citations.push_back(std::move(*citation));
  }
  return citations;
}

std::map<std::string, std::string> AbbreviationsIn(const ast::Citations& header) {
  std::map<std::string, std::string> abbreviations;
  for (const ast::Citation& citation : header) {
    const std::string abbreviation = AbbreviationIn(citation.version.text);
    if (!abbreviation.empty()) abbreviations.emplace(abbreviation, citation.instrument.text);
  }
  return abbreviations;
}

}  // namespace zhun::sema
