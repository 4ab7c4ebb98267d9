#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "compiler/lint/report/groups.h"
#include "compiler/lint/report/report.h"

/// The parts of the page for a reviewer.
namespace zhun::lint {

/// What every part is made of.
struct PageContent {
  const Outcome& outcome;
  const ReportContext& context;
  Provisions& provisions;
  Tally tally;
  std::vector<RuleFindings> rules;
  std::vector<ArticleFindings> articles;
  std::vector<OwnerFindings> owners;

  const std::string& In(const base::Words& words) const { return base::In(context.language, words); }
  /// A Chinese or English pattern with values put in.
  template <class... Values>
  std::string Fill(const base::Words& pattern, const Values&... values) const {
    return fmt::format(fmt::runtime(In(pattern)), values...);
  }
};

/// A part under a heading of its own. Without a body it is left out.
struct Section {
  std::string anchor;
  std::string title;
  std::string body;  ///< HTML
  std::string menu;  ///< HTML below its line of the table of contents; may be empty
};

Section CountsSection(const PageContent& page);
Section FaultsSection(const PageContent& page);
Section ArticlesSection(const PageContent& page);
Section OwnersSection(const PageContent& page);
Section WaivedSection(const PageContent& page);
Section UndecidedSection(const PageContent& page);

/// One row of a table; cells are HTML. The columns from `numbers` on are flush right.
std::string HtmlRow(const std::vector<std::string>& cells, std::size_t numbers, std::string_view tag = "td");
std::string HtmlTable(const std::vector<std::string>& head, const std::string& rows, std::size_t numbers);
inline constexpr std::size_t kNoNumbers = 99;  ///< no column is flush right

/// A link to an anchor of the page; `words` are HTML.
std::string HtmlLink(std::string_view anchor, std::string_view words);

}  // namespace zhun::lint
