#include "compiler/picture/style.h"

namespace zhun::picture {

const std::string_view kStyle = R"css(
:root { --ink: #1d1d1f; --soft: #55585f; --line: #c9ccd2; --tint: #f5f6f8; --blue: #2b5d9b; --green: #2f7d4f;
  --red: #a32020; --amber: #9a6a08; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1.6rem 1.4rem 3rem; color: var(--ink); background: #fff;
  font: 15px/1.65 "Source Han Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .4rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .6rem; padding-bottom: .25rem; border-bottom: 2px solid var(--ink); break-after: avoid; }
.facts { display: flex; flex-wrap: wrap; gap: .2rem 2rem; margin: 0 0 1rem; color: var(--soft); }
.facts b { color: var(--ink); font-weight: 600; }
.states { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1rem 0; padding: 0; list-style: none; }
.states li { border: 1px solid var(--line); border-left: 4px solid var(--blue); padding: .35rem .8rem; }
.states span { color: var(--soft); font-size: .85rem; display: block; }
.scroll { overflow-x: auto; }
svg.line { width: 100%; min-width: 56rem; height: auto; font-size: 12px; }
svg text { fill: var(--ink); }
.axis { stroke: var(--ink); stroke-width: 1.5; } .grid { stroke: #e3e5e9; } .stem { stroke: var(--soft); }
.today { stroke: var(--red); stroke-width: 1.5; stroke-dasharray: 5 3; } .today-text { fill: var(--red); }
.event { fill: var(--ink); } .derived { fill: var(--soft); } svg .number { fill: #fff; text-anchor: middle; font-size: 10px; }
.lane { text-anchor: end; } .end { text-anchor: end; } .month { fill: var(--soft); text-anchor: middle; }
svg .lane-end { fill: var(--soft); }
.bar.pending { fill: #b9cfe8; stroke: var(--blue); } .bar.met { fill: #bfe0cc; stroke: var(--green); }
.bar.overdue { fill: #f1c6c6; stroke: var(--red); } .bar.keep { fill: #e4e6ea; stroke: var(--soft); }
.bar.provisional { fill: url(#hatch); stroke: var(--amber); } .late { fill: var(--red); } .done { fill: var(--green); stroke: #fff; }
.hatch-ground { fill: #fbf1d9; } .hatch-line { stroke: #dcb765; stroke-width: 2; }
ol.events { columns: 20rem 3; column-gap: 2rem; padding-left: 1.6rem; margin: .4rem 0 0; font-size: .92rem; }
ol.events .by { color: var(--soft); }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; }
thead { display: table-header-group; } thead th { background: var(--tint); white-space: nowrap; }
tr { break-inside: avoid; } td.day { white-space: nowrap; font-variant-numeric: tabular-nums; }
.tag { display: inline-block; border: 1px solid currentColor; border-radius: 2px; padding: 0 .45em; font-size: .86em;
  font-weight: 600; white-space: nowrap; }
.tag.met { color: var(--green); } .tag.overdue { color: var(--red); border-width: 2px; } .tag.pending { color: var(--blue); }
.tag.provisional { color: var(--amber); border-style: dashed; } .tag.keep { color: var(--soft); }
.note { color: var(--soft); font-size: .9em; } .law { color: var(--soft); font-size: .9em; }
ul.list { padding-left: 1.2rem; } ul.list li { margin: .35rem 0; break-inside: avoid; }
.none { color: var(--soft); }
footer { margin-top: 2.4rem; padding-top: .6rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .82rem;
  overflow-wrap: anywhere; }
@page { size: A4 landscape; margin: 14mm 12mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  svg.line { min-width: 0; } .scroll { overflow: visible; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)css";

}  // namespace zhun::picture
