#include "compiler/lint/report/html_page.h"
#include "compiler/lint/report/html_style.h"
#include "compiler/lint/report/markup.h"

namespace zhun::lint {
namespace {

using base::Words;

std::string Fact(const PageContent& page, const Words& name, const std::string& value) {
  return fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n", page.In(name), Escaped(value));
}

std::string Facts(const PageContent& page) {
  const Outcome& outcome = page.outcome;
  const Tally& tally = page.tally;
  std::string rows = Fact(page, {"基准日", "As of"}, base::FormatDate(page.context.as_of));
  if (!page.context.scope.empty()) {
    rows +=
        Fact(page, {"审查的文件", "Reviewed"}, fmt::format("{}", fmt::join(page.context.scope, page.In({"、", ", "}))));
  }
  rows += Fact(page, {"审查范围", "Scope"},
               page.Fill({"策略 {} 个，目录条目 {} 个，申请 {} 件", "Policies: {}, entries: {}, applications: {}"},
                         outcome.policies, outcome.entries, outcome.applications));
  rows += Fact(page, {"发现", "Findings"},
               page.Fill({"错误 {} 处，警告 {} 处，提示 {} 处", "Errors: {}, warnings: {}, notes: {}"}, tally.errors,
                         tally.warnings, tally.notes));
  if (tally.waived + tally.known > 0) {
    rows +=
        Fact(page, {"不计入", "Not counted"},
             page.Fill({"已豁免 {} 处，基线已有 {} 处", "Waived: {}, in the baseline: {}"}, tally.waived, tally.known));
  }
  if (outcome.gone > 0) rows += Fact(page, {"基线中已消失", "Gone from the baseline"}, std::to_string(outcome.gone));
  if (!page.context.version.empty()) rows += Fact(page, {"审查程序", "Made by"}, "zhun " + page.context.version);
  return "<table class=\"facts\"><tbody>\n" + rows + "</tbody></table>\n";
}

std::string Verdict(const PageContent& page) {
  std::string words;
  if (page.outcome.faults.HasErrors()) {
    words = page.In({"有的内容不能编译或者不合格式，审查不完整。",
                     "Something does not compile or is malformed: the review is not complete. "});
  }
  if (page.tally.errors > 0) {
    words +=
        page.Fill({"有 {} 处错误，改正以前不应发布。", "Errors: {}. Not to be published before they are corrected."},
                  page.tally.errors);
  } else if (page.tally.Counting() > 0) {
    words +=
        page.In({"没有错误；警告和提示请逐项核实。", "No errors; warnings and notes are to be looked at one by one."});
  } else if (words.empty()) {
    words = page.In({"没有发现问题。", "Nothing was found."});
  }
  const Words note{"本报告由程序按基准日有效的条文生成，供审核人员核对，不代替审核意见。",
                   "This report was made by a program, by the law in force on the day above. It is for the reviewer to "
                   "check and does not replace the reviewer's opinion."};
  return fmt::format("<p class=\"verdict\">{}</p>\n<p class=\"note\">{}</p>\n", words, page.In(note));
}

/// "二、" / "2. "
std::string NumberOf(std::size_t index, base::Language language) {
  static constexpr std::string_view kNumerals[] = {"一", "二", "三", "四", "五", "六"};
  return language == base::Language::kChinese ? fmt::format("{}、", kNumerals[index]) : fmt::format("{}. ", index + 1);
}

/// The table of contents, then every section that has something to say, numbered.
std::string Sections(const PageContent& page) {
  std::string menu, body;
  std::size_t index = 0;
  for (const Section& section : {CountsSection(page), FaultsSection(page), ArticlesSection(page), OwnersSection(page),
                                 WaivedSection(page), UndecidedSection(page)}) {
    if (section.body.empty()) continue;
    const std::string title = NumberOf(index, page.context.language) + section.title;
    menu += "<li>" + HtmlLink(section.anchor, title) + section.menu + "</li>\n";
    body += fmt::format("<h2 id=\"{}\">{}</h2>\n{}", section.anchor, title, section.body);
    ++index;
  }
  if (index == 0) return {};
  return "<nav>\n<ul>\n" + menu + "</ul>\n</nav>\n" + body;
}

std::string Document(const PageContent& page) {
  const std::string title = page.In({"政务数据共享合规审查报告", "Review of government data sharing"});
  std::string html = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n"
      "<style>{}</style>\n</head>\n<body>\n<h1>{}</h1>\n",
      page.In({"zh-CN", "en"}), title, kHtmlStyle, title);
  return html + Facts(page) + Verdict(page) + Sections(page) + "</body>\n</html>\n";
}

}  // namespace

std::string ReportAsHtml(const Outcome& outcome, const ReportContext& context) {
  Provisions provisions(context.law, context.as_of);
  std::vector<RuleFindings> rules = GroupByRule(outcome);
  PageContent page{outcome, context, provisions, TallyOf(outcome), std::move(rules), {}, GroupByOwner(outcome)};
  page.articles = GroupByArticle(page.rules, provisions);
  return Document(page);
}

}  // namespace zhun::lint
