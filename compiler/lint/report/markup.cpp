#include "compiler/lint/report/markup.h"

#include "runtime/diagnostics/visible_text.h"

namespace zhun::lint {
namespace {

void AppendEscaped(std::string& out, std::string_view line) {
  for (const char c : diagnostics::Visible(line)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
}

}  // namespace

std::string Escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find('\n', begin);
    AppendEscaped(out, text.substr(begin, end - begin));
    if (end == std::string_view::npos) return out;
    out += '\n';
    begin = end + 1;
  }
}

}  // namespace zhun::lint
