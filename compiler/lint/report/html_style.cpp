#include "compiler/lint/report/html_style.h"

namespace zhun::lint {

const std::string_view kHtmlStyle = R"css(
:root { --ink: #1d1d1f; --soft: #55585f; --line: #c9ccd2; --tint: #f5f6f8; --law: #7a1f1f; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.5rem 4rem; color: var(--ink); background: #fff;
  font: 16px/1.7 "Source Han Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
h1, h2, h3, h4 { line-height: 1.35; text-wrap: balance; break-after: avoid; }
h1 { font-size: 1.75rem; text-align: center; margin: 0 0 1.5rem; }
h2 { font-size: 1.35rem; margin: 3rem 0 1rem; padding-bottom: .3rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1.1rem; margin: 2.2rem 0 .6rem; }
h4 { font-size: 1rem; margin: 1.4rem 0 .4rem; }
p { margin: .5rem 0; }
a { color: #1a4b8c; text-underline-offset: .2em; }
.verdict { border: 1px solid var(--ink); padding: .7rem 1rem; margin: 1.2rem 0; font-weight: 600; }
.note, .more { color: var(--soft); font-size: .9rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; margin: .6rem 0 1rem; }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; }
thead th { background: var(--tint); white-space: nowrap; }
td:not(.n):nth-child(2) { min-width: 10em; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.facts th { width: 8rem; background: var(--tint); font-weight: 600; white-space: nowrap; }
.code { font-family: "DejaVu Sans Mono", Consolas, monospace; font-size: .92em; white-space: nowrap; }
nav { border: 1px solid var(--line); padding: .8rem 1.2rem; margin: 1.5rem 0; }
nav ul { margin: .2rem 0; padding-left: 1.2rem; }
nav > ul { padding-left: 0; list-style: none; }
nav > ul > li { margin: .25rem 0; }
nav .wide { columns: 19rem auto; column-gap: 2rem; }
.article { margin: .6rem 0 1.2rem; padding: .6rem 1rem; border-left: 4px solid var(--law); background: var(--tint);
  font-family: "Source Han Serif SC", "Noto Serif CJK SC", SimSun, "Songti SC", serif; }
.article p { margin: .25rem 0; text-indent: 2em; }
.rule { margin: 1.4rem 0; }
.level { display: inline-block; border: 1px solid currentColor; border-radius: 2px; padding: 0 .4em; margin-right: .4em;
  font-size: .85em; font-weight: 600; line-height: 1.5; white-space: nowrap; }
.error { border-width: 2px; color: #8c1414; }
.warning { color: #74500a; border-style: solid; }
.note-level { color: #33506e; border-style: dashed; }
.finding { border: 1px solid var(--line); padding: .7rem 1rem; margin: .7rem 0; break-inside: avoid; }
.finding > p:first-child { margin-top: 0; font-weight: 600; }
.finding dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem .8rem; margin: .5rem 0 0; }
.finding dt { color: var(--soft); }
.finding dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
pre { margin: 0; padding: .3rem .6rem; background: var(--tint); white-space: pre-wrap; overflow-wrap: anywhere;
  font: .85rem/1.6 "DejaVu Sans Mono", "Noto Sans Mono CJK SC", Consolas, monospace; }
pre.witness { max-height: 18rem; overflow: auto; }
pre .line { color: var(--soft); user-select: none; }
mark { background: #ffe9a8; color: inherit; text-decoration: underline; text-decoration-thickness: 2px; }
.places { margin: 0; padding-left: 1.2rem; }
details summary { cursor: pointer; color: var(--soft); }
@media (max-width: 40rem) {
  body { padding: 1rem .9rem 3rem; font-size: 15px; }
  h1 { font-size: 1.35rem; }
  .finding { padding: .6rem .7rem; }
  .finding dl { grid-template-columns: 1fr; gap: 0; }
  .finding dd { margin-bottom: .35rem; }
  .facts th { width: 5.5rem; white-space: normal; }
  th, td { padding: .3rem .4rem; }
}
@page { size: A4; margin: 20mm 18mm 18mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; } }
@media print {
  :root { --ink: #000; --soft: #333; --line: #888; --tint: transparent; --law: #000; }
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.55; }
  h1 { font-size: 18pt; } h2 { font-size: 14pt; margin-top: 1.6rem; } h3 { font-size: 12pt; } h4 { font-size: 10.5pt; }
  #articles, #owners { break-before: page; }
  a { color: inherit; text-decoration: none; }
  .level, .error, .warning, .note-level { color: #000; }
  mark { background: none; font-weight: 700; }
  nav { break-inside: avoid-page; }
  thead { display: table-header-group; }
  tr, .article { break-inside: avoid; }
  .scroll { overflow: visible; }
  table { font-size: 9.5pt; }
  pre.witness { max-height: none; }
  pre { border: 1px solid var(--line); font-size: 8.5pt; }
}
)css";

}  // namespace zhun::lint
