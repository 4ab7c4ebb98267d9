#include "compiler/lint/report/html_finding.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "compiler/lint/report/markup.h"
#include "runtime/diagnostics/excerpt.h"

namespace zhun::lint {
namespace {

using base::In;

constexpr std::size_t kMostPlaces = 60;  ///< of equal findings that are named

std::string Term(const std::string& name, std::string_view html) {
  return fmt::format("<dt>{}</dt><dd>{}</dd>\n", name, html);
}

/// The line of the source, or the part of it round the place, with the place marked.
std::string Excerpt(base::Span span, const base::SourceStore& sources) {
  const auto excerpts = diagnostics::CollectExcerpts({{span, '^', ""}}, sources);
  const diagnostics::Excerpt& excerpt = excerpts.front();
  const std::uint32_t from = std::clamp(span.begin, excerpt.begin, excerpt.end);
  const std::uint32_t to = std::clamp(std::max(span.begin, span.end), from, excerpt.end);
  const auto part = [&](std::uint32_t begin, std::uint32_t end) {
    return Escaped(sources.TextOf({span.source, begin, end}));
  };
  std::string text = fmt::format("<span class=\"line\">{}</span> {}", excerpt.line, excerpt.cut_before ? "…" : "");
  text += part(excerpt.begin, from);
  if (to > from) text += "<mark>" + part(from, to) + "</mark>";
  return "<pre>" + text + part(to, excerpt.end) + (excerpt.cut_after ? "…" : "") + "</pre>";
}

/// JSON on several lines; as it is where it is none.
std::string Readable(const std::string& json) {
  const auto parsed = nlohmann::ordered_json::parse(json, nullptr, false);
  return parsed.is_discarded() ? json : parsed.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

class Block {
 public:
  Block(const Outcome& outcome, base::Language language) : sources_(outcome.compilation.sources), language_(language) {}

  std::string Of(const Group& group, const std::string& id, Provisions& provisions) const {
    const Finding& finding = *group.findings.front();
    std::string html = fmt::format("<div class=\"finding\" id=\"{}\">\n<p>{}{}</p>\n<dl>\n", id,
                                   HtmlOfLevel(finding.level, language_), Escaped(In(language_, finding.message)));
    html += Where(finding) + Labels(finding);
    const std::string& help = In(language_, finding.help);
    if (!help.empty()) html += Term(In(language_, {"建议", "Suggestion"}), Escaped(help));
    for (const diagnostics::Fix& fix : finding.fixes) {
      html += Term(In(language_, {"可以自动改正", "Fix"}), Escaped(In(language_, fix.text)));
    }
    html += OwnBasis(finding, provisions) + Witness(finding) + OtherPlaces(group);
    return html + "</dl>\n</div>\n";
  }

 private:
  std::string Where(const Finding& finding) const {
    std::string html;
    if (!finding.subject.empty()) {
      html += Term(In(language_, {"对象", "Subject"}), Escaped(SubjectOf(finding)));
    }
    if (!finding.owner.empty()) html += Term(In(language_, {"单位", "Owner"}), Escaped(finding.owner));
    const base::Span span = PlaceOf(finding, sources_);
    if (!span.source.IsValid()) return html;
    std::string place = Escaped(PlaceText(span, sources_));
    if (!finding.pointer.empty()) place += " <span class=\"code\">" + Escaped(finding.pointer) + "</span>";
    return html + Term(In(language_, {"位置", "Place"}), place) +
           Term(In(language_, {"原文", "Text"}), Excerpt(span, sources_));
  }

  std::string Labels(const Finding& finding) const {
    std::string html;
    for (const diagnostics::Label& label : finding.labels) {
      std::string words = Escaped(In(language_, label.text));
      if (label.span.source.IsValid()) {
        words += "<br>" + Escaped(PlaceText(label.span, sources_)) + Excerpt(label.span, sources_);
      }
      html += Term(In(language_, {"另见", "See also"}), words);
    }
    return html;
  }

  std::string OwnBasis(const Finding& finding, Provisions& provisions) const {
    std::string html;
    for (const std::string& citation : finding.basis) {
      const CitedProvision& cited = provisions.Of(citation);
      std::string words = Escaped(cited.citation);
      if (cited.text) words += "：" + Escaped(*cited.text);
      html += Term(In(language_, {"另有依据", "Further basis"}), words);
    }
    return html;
  }

  std::string Witness(const Finding& finding) const {
    if (finding.witness.empty()) return {};
    return Term(In(language_, {"实例", "Witness"}),
                "<pre class=\"witness\">" + Escaped(Readable(finding.witness)) + "</pre>");
  }

  std::string OtherPlaces(const Group& group) const {
    const std::size_t others = group.findings.size() - 1;
    if (others == 0) return {};
    std::string html = "<ul class=\"places\">\n";
    for (std::size_t i = 1; i <= std::min(others, kMostPlaces); ++i) {
      const Finding& finding = *group.findings[i];
      html += fmt::format("<li>{} <span class=\"note\">{}</span></li>\n", Escaped(SubjectOf(finding)),
                          Escaped(PlaceText(PlaceOf(finding, sources_), sources_)));
    }
    html += "</ul>";
    if (others > kMostPlaces) {
      html +=
          fmt::format("<p class=\"more\">{} {}</p>", In(language_, {"未列出：", "Not listed:"}), others - kMostPlaces);
    }
    const base::Words term{fmt::format("同样的还有 {} 处", others), fmt::format("The same in {}", others)};
    return Term(In(language_, term), html);
  }

  const base::SourceStore& sources_;
  base::Language language_;
};

}  // namespace

std::string HtmlOfGroup(const Group& group, const std::string& id, const Outcome& outcome, Provisions& provisions,
                        base::Language language) {
  return Block(outcome, language).Of(group, id, provisions);
}

std::string HtmlOfLevel(diagnostics::Severity level, base::Language language) {
  static constexpr std::string_view kClasses[] = {"error", "warning", "note-level"};
  return fmt::format("<span class=\"level {}\">{}</span>", kClasses[static_cast<std::size_t>(level)],
                     In(language, NameOf(level)));
}

std::string SubjectOf(const Finding& finding) {
  return finding.title.empty() ? finding.subject : finding.subject + " " + finding.title;
}

std::string PlaceText(base::Span span, const base::SourceStore& sources) {
  if (!span.source.IsValid()) return {};
  const base::Position at = sources.PositionOf(span.source, span.begin);
  return fmt::format("{}:{}:{}", sources[span.source].name, at.line, at.column);
}

}  // namespace zhun::lint
