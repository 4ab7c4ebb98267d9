#include "compiler/lint/report/html_finding.h"
#include "compiler/lint/report/html_page.h"
#include "compiler/lint/report/markup.h"

/// Tables of counts, and what could not be looked at.
namespace zhun::lint {
namespace {

using base::Words;

std::string Number(std::size_t number) { return number == 0 ? "–" : std::to_string(number); }

std::vector<std::string> CountHead(const PageContent& page, std::vector<std::string> head) {
  for (const Words& name : {Words{"错误", "Errors"}, Words{"警告", "Warnings"}, Words{"提示", "Notes"},
                            Words{"合计", "All"}, Words{"已豁免", "Waived"}, Words{"基线已有", "Baseline"}}) {
    head.push_back(page.In(name));
  }
  return head;
}

std::string CountRow(std::vector<std::string> cells, const Tally& tally) {
  const std::size_t numbers = cells.size();
  for (const std::size_t count :
       {tally.errors, tally.warnings, tally.notes, tally.Counting(), tally.waived, tally.known}) {
    cells.push_back(Number(count));
  }
  return HtmlRow(cells, numbers);
}

std::string FamilyTable(const PageContent& page) {
  std::map<char, Tally> families;
  for (const Finding& finding : page.outcome.findings) families[RowOf(finding.rule).text.front()].Count(finding);
  std::string rows;
  for (const char letter : {'K', 'P', 'T', 'C', 'S'}) {
    if (families.contains(letter)) rows += CountRow({page.In(FamilyOf(letter))}, families[letter]);
  }
  rows += CountRow({"<strong>" + page.In({"总计", "All"}) + "</strong>"}, page.tally);
  return HtmlTable(CountHead(page, {page.In({"类别", "Family"})}), rows, 1);
}

std::string RuleTable(const PageContent& page) {
  const auto tallies = TallyByRule(page.outcome);
  std::string rows;
  for (const RuleRow& row : RuleRows()) {
    const Tally& tally = tallies[static_cast<std::size_t>(row.code)];
    if (tally.All() == 0) continue;
    const std::string code(row.text);
    rows += CountRow({tally.Counting() > 0 ? HtmlLink(code, code) : code, Escaped(page.In(row.title))}, tally);
  }
  return HtmlTable(CountHead(page, {page.In({"代码", "Code"}), page.In({"发现", "Finding"})}), rows, 2);
}

}  // namespace

Section CountsSection(const PageContent& page) {
  Section section{"counts", page.In({"汇总", "Counts"}), {}, {}};
  if (page.tally.All() > 0) section.body = FamilyTable(page) + RuleTable(page);
  return section;
}

Section FaultsSection(const PageContent& page) {
  Section section{"faults", page.In({"未能审查的内容", "What could not be reviewed"}), {}, {}};
  std::string rows;
  for (const diagnostics::Diagnostic& fault : page.outcome.faults.All()) {
    const std::string place = PlaceText(fault.span, page.outcome.compilation.sources) + " " + fault.pointer;
    rows += HtmlRow({HtmlOfLevel(diagnostics::SeverityOf(fault), page.context.language),
                     fmt::format("<span class=\"code\">{}</span>", diagnostics::CodeText(fault)), Escaped(place),
                     Escaped(page.In(diagnostics::MessageOf(fault)))},
                    kNoNumbers);
  }
  if (rows.empty()) return section;
  section.body = HtmlTable(
      {page.In({"级别", "Level"}), page.In({"代码", "Code"}), page.In({"位置", "Place"}), page.In({"内容", "Message"})},
      rows, kNoNumbers);
  return section;
}

Section WaivedSection(const PageContent& page) {
  constexpr std::size_t kMost = 500;
  Section section{"waived", page.In({"已豁免", "Waived"}), {}, {}};
  std::string rows;
  std::size_t count = 0;
  for (const Finding& finding : page.outcome.findings) {
    if (!finding.suppression || ++count > kMost) continue;
    const auto& until = finding.suppression->until;
    rows += HtmlRow(
        {std::string(RowOf(finding.rule).text), Escaped(SubjectOf(finding)), Escaped(page.In(finding.message)),
         Escaped(finding.suppression->reason), until ? base::FormatDate(*until) : page.In({"不限期", "for good"})},
        kNoNumbers);
  }
  if (rows.empty()) return section;
  section.body = HtmlTable({page.In({"代码", "Code"}), page.In({"对象", "Subject"}), page.In({"发现", "Finding"}),
                            page.In({"豁免理由", "Reason"}), page.In({"期限", "Until"})},
                           rows, kNoNumbers);
  if (count > kMost) {
    section.body += page.Fill(
        {"<p class=\"more\">另有 {} 处没有列出。</p>\n", "<p class=\"more\">Not listed: {}.</p>\n"}, count - kMost);
  }
  return section;
}

Section UndecidedSection(const PageContent& page) {
  Section section{"undecided", page.In({"无法判定", "Not settled"}), {}, {}};
  std::string rows;
  for (const Findings::Open& open : page.outcome.undecided) {
    rows += HtmlRow({std::string(RowOf(open.rule).text),
                     Escaped(PlaceText(open.span, page.outcome.compilation.sources)), Escaped(page.In(open.what))},
                    kNoNumbers);
  }
  if (rows.empty()) return section;
  section.body =
      "<p>" +
      page.In({"下列各项程序推不出结论，请人工核对。",
               "The program came to no conclusion on these; please look at them."}) +
      "</p>\n" +
      HtmlTable({page.In({"代码", "Code"}), page.In({"位置", "Place"}), page.In({"内容", "What"})}, rows, kNoNumbers);
  return section;
}

}  // namespace zhun::lint
