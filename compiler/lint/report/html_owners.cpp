#include <algorithm>

#include "compiler/lint/report/html_finding.h"
#include "compiler/lint/report/html_page.h"
#include "compiler/lint/report/markup.h"

/// Each body and what it has to put right.
namespace zhun::lint {
namespace {

constexpr std::size_t kMostOwners = 200;  ///< with a table of their own
constexpr std::size_t kMostInMenu = 30;
constexpr std::size_t kMostSubjects = 12;  ///< of a rule and owner, by name

class Owners {
 public:
  explicit Owners(const PageContent& page) : page_(page) {}

  std::string Menu() const {
    std::string html = "<ul class=\"wide\">\n";
    for (std::size_t i = 0; i < std::min(page_.owners.size(), kMostInMenu); ++i) {
      html += "<li>" + Name(i) + page_.Fill({"（{}）", " ({})"}, page_.owners[i].tally.Counting()) + "</li>\n";
    }
    if (page_.owners.size() > kMostInMenu) html += "<li>…</li>\n";
    return html + "</ul>";
  }

  std::string Body() const {
    std::string html = Table();
    for (std::size_t i = 0; i < std::min(page_.owners.size(), kMostOwners); ++i) html += Of(page_.owners[i], i + 1);
    return html;
  }

 private:
  std::string PlainName(const OwnerFindings& owner) const {
    return owner.owner.empty() ? page_.In({"（没有写明单位）", "(no owner stated)"}) : Escaped(owner.owner);
  }

  /// With a link where the owner has a table.
  std::string Name(std::size_t index) const {
    const std::string name = PlainName(page_.owners[index]);
    return index < kMostOwners ? HtmlLink(fmt::format("o{}", index + 1), name) : name;
  }

  std::string Table() const {
    std::string rows;
    for (std::size_t i = 0; i < page_.owners.size(); ++i) {
      const Tally& tally = page_.owners[i].tally;
      std::vector<std::string> cells = {Name(i)};
      for (const std::size_t count : {tally.errors, tally.warnings, tally.notes, tally.Counting()}) {
        cells.push_back(count == 0 ? "–" : std::to_string(count));
      }
      rows += HtmlRow(cells, 1);
    }
    return HtmlTable({page_.In({"提供单位、制定机关", "Owner"}), page_.In({"错误", "Errors"}),
                      page_.In({"警告", "Warnings"}), page_.In({"提示", "Notes"}), page_.In({"合计", "All"})},
                     rows, 1);
  }

  std::string Of(const OwnerFindings& owner, std::size_t number) const {
    std::string rows;
    for (const auto& [rule, findings] : owner.by_rule) {
      const RuleRow& row = RowOf(rule);
      rows += HtmlRow({HtmlOfLevel(Heaviest(findings), page_.context.language) + HtmlLink(row.text, row.text),
                       Escaped(page_.In(row.title)), Subjects(findings), std::to_string(findings.size())},
                      3);
    }
    return fmt::format("<section>\n<h3 id=\"o{}\">{}</h3>\n", number, PlainName(owner)) +
           HtmlTable({page_.In({"代码", "Code"}), page_.In({"发现", "Finding"}), page_.In({"对象", "Subjects"}),
                      page_.In({"处数", "Count"})},
                     rows, 3) +
           "</section>\n";
  }

  static diagnostics::Severity Heaviest(const std::vector<const Finding*>& findings) {
    return (*std::ranges::min_element(findings, {}, &Finding::level))->level;
  }

  std::string Subjects(const std::vector<const Finding*>& findings) const {
    std::vector<std::string> names;
    for (const Finding* const finding : findings) {
      std::string name = SubjectOf(*finding);
      if (std::ranges::find(names, name) != names.end()) continue;
      if (names.size() == kMostSubjects) {
        names.push_back(page_.In({"等", "and others"}));
        break;
      }
      names.push_back(std::move(name));
    }
    return Escaped(fmt::format("{}", fmt::join(names, page_.In({"；", "; "}))));
  }

  const PageContent& page_;
};

}  // namespace

Section OwnersSection(const PageContent& page) {
  Section section{"owners", page.In({"按单位列出的发现", "Findings by owner"}), {}, {}};
  if (page.owners.empty()) return section;
  const Owners owners(page);
  section.body = owners.Body();
  section.menu = owners.Menu();
  return section;
}

}  // namespace zhun::lint
