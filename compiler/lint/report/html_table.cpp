#include "compiler/lint/report/html_page.h"

namespace zhun::lint {

std::string HtmlRow(const std::vector<std::string>& cells, std::size_t numbers, std::string_view tag) {
  std::string html = "<tr>";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    html += fmt::format("<{0}{1}>{2}</{0}>", tag, i >= numbers ? " class=\"n\"" : "", cells[i]);
  }
  return html + "</tr>\n";
}

std::string HtmlTable(const std::vector<std::string>& head, const std::string& rows, std::size_t numbers) {
  return fmt::format("<div class=\"scroll\"><table>\n<thead>{}</thead>\n<tbody>\n{}</tbody></table></div>\n",
                     HtmlRow(head, numbers, "th"), rows);
}

std::string HtmlLink(std::string_view anchor, std::string_view words) {
  return fmt::format("<a href=\"#{}\">{}</a>", anchor, words);
}

}  // namespace zhun::lint
