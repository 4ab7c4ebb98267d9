#include <algorithm>

#include "compiler/lint/report/html_finding.h"
#include "compiler/lint/report/html_page.h"
#include "compiler/lint/report/markup.h"

/// Each article with its words, and below it what was found.
namespace zhun::lint {
namespace {

constexpr std::size_t kMostGroups = 40;  ///< of a rule, in full; the others are counted

class Articles {
 public:
  explicit Articles(const PageContent& page) : page_(page) {}

  std::string Menu() const {
    std::string html = "<ul class=\"wide\">\n";
    for (std::size_t i = 0; i < page_.articles.size(); ++i) {
      std::size_t count = 0;
      for (const RuleFindings* const rule : page_.articles[i].rules) count += rule->tally.Counting();
      const std::string number = count > 0 ? page_.Fill({"（{}）", " ({})"}, count) : "";
      html += "<li>" + HtmlLink(fmt::format("a{}", i + 1), Escaped(NameOf(page_.articles[i]))) + number + "</li>\n";
    }
    return html + "</ul>";
  }

  std::string Body() const {
    std::string html;
    for (std::size_t i = 0; i < page_.articles.size(); ++i) html += Of(page_.articles[i], i + 1);
    return html;
  }

 private:
  std::string NameOf(const ArticleFindings& article) const {
    return article.provision != nullptr ? article.provision->article : page_.In({"其他", "Others"});
  }

  std::string Of(const ArticleFindings& article, std::size_t number) const {
    std::string html = fmt::format("<section>\n<h3 id=\"a{}\">{}</h3>\n", number, Escaped(NameOf(article)));
    if (article.provision != nullptr) html += Words(*article.provision);
    for (const RuleFindings* const rule : article.rules) html += Of(*rule);
    if (!article.also.empty()) html += Also(article);
    return html + "</section>\n";
  }

  std::string Words(const CitedProvision& provision) const {
    if (!provision.article_text) {
      return "<p class=\"note\">" + page_.In({"语料中没有这一条的原文。", "The corpus does not have its text."}) +
             "</p>\n";
    }
    const std::string_view text = *provision.article_text;
    std::string html = "<blockquote class=\"article\">\n";
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      html += "<p>" + Escaped(text.substr(begin, end - begin)) + "</p>\n";
      begin = end + 1;
    }
    return html + "</blockquote>\n";
  }

  std::string Count(const RuleFindings& rule) const {
    return page_.Fill({"（{} 处）", " ({})"}, rule.tally.Counting());
  }

  std::string Also(const ArticleFindings& article) const {
    std::string list;
    for (const RuleFindings* const rule : article.also) {
      const RuleRow& row = RowOf(rule->rule);
      list +=
          fmt::format("<li>{} {}{}</li>\n", HtmlLink(row.text, row.text), Escaped(page_.In(row.title)), Count(*rule));
    }
    return "<p>" + page_.In({"依据本条的还有：", "Also resting on this article:"}) + "</p>\n<ul>\n" + list + "</ul>\n";
  }

  std::string Of(const RuleFindings& rule) const {
    const RuleRow& row = RowOf(rule.rule);
    std::string html = fmt::format("<div class=\"rule\">\n<h4 id=\"{0}\">{0} {1}{2}</h4>\n<p class=\"note\">{3}</p>\n",
                                   row.text, Escaped(page_.In(row.title)), Count(rule), Escaped(page_.In(row.why)));
    return html + Bases(rule.rule) + Groups(rule, row.text) + "</div>\n";
  }

  std::string Bases(RuleCode rule) const {
    std::string bases;
    for (const CitedProvision* const one : page_.provisions.Of(rule)) {
      bases += (bases.empty() ? "" : "、") + one->citation;
    }
    if (bases.empty()) return {};
    return "<p class=\"note\">" + page_.In({"依据：", "Basis: "}) + Escaped(bases) + "</p>\n";
  }

  std::string Groups(const RuleFindings& rule, std::string_view code) const {
    std::string html;
    std::size_t shown = 0;
    for (std::size_t i = 0; i < std::min(rule.groups.size(), kMostGroups); ++i) {
      const std::string id = fmt::format("{}-{}", code, i + 1);
      html += HtmlOfGroup(rule.groups[i], id, page_.outcome, page_.provisions, page_.context.language);
      shown += rule.groups[i].findings.size();
    }
    const std::size_t rest = rule.tally.Counting() - shown;
    if (rest == 0) return html;
    return html +
           page_.Fill(
               {"<p class=\"more\">另有 {} 处没有在这里列出，已计入各单位的数目；全部发现见 --format json。</p>\n",
                "<p class=\"more\">Not listed here: {}. They are counted under their owners; "
                "--format json has them all.</p>\n"},
               rest);
  }

  const PageContent& page_;
};

}  // namespace

Section ArticlesSection(const PageContent& page) {
  const Articles articles(page);
  Section section{"articles", page.In({"按条款列出的发现", "Findings by article"}), articles.Body(), {}};
  if (!section.body.empty()) section.menu = articles.Menu();
  return section;
}

}  // namespace zhun::lint
