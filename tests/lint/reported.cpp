#include "tests/lint/reported.h"

#include <fmt/format.h>

#include "tests/lint/linted.h"

namespace zhun::testing {
namespace {

using lint::Finding;
using lint::RuleCode;

constexpr std::string_view kPolicy = R"(策略 「低保 & <核验>」 版本 "1.0"
目录 "GD-MZ-0101"

要求 「用途」 {
  须 申请.用途 不为空
  依据 《政务数据共享条例》第四十五条
  理由 “用途待定, 50%: 未定”
}
豁免 S02 理由 “照抄清单原文” 至 2026-12-31
)";

constexpr std::string_view kCatalogue = R"([
{"id":"GD-MZ-0101","title":"最低生活保障对象信息","sharing":"unconditional","conditions":{"purposes":["低保审核"]}},
{"id":"GD-MZ-0102","title":"特困人员 <script>alert(1)</script>","sharing":"unconditional","conditions":{"max_days":30}},
{"id":"GD-JY-0007","title":"学籍信息","sharing":"unconditional","conditions":{"max_days":30}}
]
)";

class Building {
 public:
  Building() {
    policy_ = outcome_.compilation.sources.Add("政策/dibao 1.zhun", std::string(kPolicy));
    catalogue_ = outcome_.compilation.sources.Add("catalog.json", std::string(kCatalogue));
    outcome_.policies = 1;
    outcome_.entries = 3;
    outcome_.gone = 2;
  }

  lint::Outcome Built() {
    InPolicy();
    InCatalogue();
    Waivers();
    outcome_.undecided.push_back(
        {RuleCode::kP22,
         SpanOf(policy_, "申请.用途 不为空"),
         {"条件里有自由文字，推不出是否重叠。", "The condition holds free text; whether they overlap is open."}});
    outcome_.faults.Report(diagnostics::Code::kDocumentTooDeep, SpanOf(catalogue_, "{\"max_days\":30}}\n]"),
                           {{"limit", "64"}});
    return std::move(outcome_);
  }

 private:
  base::Span SpanOf(base::SourceId source, std::string_view words) const {
    const std::size_t begin = outcome_.compilation.sources[source].text.find(words);
    return {source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())};
  }

  Finding& Add(RuleCode rule, base::Span span, base::Words message) {
    Finding& finding = outcome_.findings.emplace_back();
    finding.rule = rule;
    finding.level = lint::RowOf(rule).level;
    finding.span = span;
    finding.message = std::move(message);
    return finding;
  }

  Finding& AddToPolicy(RuleCode rule, std::string_view words, base::Words message) {
    Finding& finding = Add(rule, SpanOf(policy_, words), std::move(message));
    finding.subject = "DB-01";
    finding.title = "低保 & <核验>";
    finding.owner = "某省民政厅";
    finding.key = words;
    return finding;
  }

  void InPolicy() {
    Finding& cited = AddToPolicy(RuleCode::kC02, "《政务数据共享条例》第四十五条",
                                 {"《政务数据共享条例》没有第四十五条。", "《政务数据共享条例》 has no Article 45."});
    cited.labels.push_back({SpanOf(policy_, "「用途」"), {"这一要求的依据", "the basis of this requirement"}});
    cited.help = {"对照原文改正条号。", "Compare the number with the text."};
    cited.basis = {"《政务数据共享条例》第二十五条第一款"};
    Finding& draft = AddToPolicy(RuleCode::kP22, "待定", {"理由里写着“待定, 50%: 未定”。", "The reason says “待定”."});
    draft.fixes.push_back({draft.span, "审核低保", {"改为“审核低保”。", "Put 审核低保 in its place."}});
    draft.witness = R"({"entry":{"id":"GD-MZ-0101"},"application":{"id":"SQ-1","purpose":"待定"}})";
    Finding& style = AddToPolicy(RuleCode::kS02, "“照抄清单原文”", {"这一句太长。", "The sentence is too long."});
    style.suppression = lint::Suppression{"照抄清单原文", base::ParseDate("2026-12-31")};
  }

  Finding& AddToEntry(std::string_view id, std::string_view title, std::string_view pointer, base::Words message) {
    const std::string_view text = outcome_.compilation.sources[catalogue_].text;
    const std::size_t begin = text.find(fmt::format("{{\"id\":\"{}\"", id));
    const std::size_t end = text.find('\n', begin);
    Finding& finding =
        Add(RuleCode::kK05, {catalogue_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
            std::move(message));
    finding.subject = id;
    finding.title = title;
    finding.owner = id.starts_with("GD-MZ") ? "某省民政厅" : "";
    finding.pointer = finding.key = pointer;
    return finding;
  }

  void InCatalogue() {
    const base::Words days{"无条件共享的条目限定了使用天数。", "The unconditional entry limits the days of use."};
    AddToEntry("GD-MZ-0101", "最低生活保障对象信息", "/conditions/purposes/0",
               {"无条件共享的条目限定了用途“低保审核”。", "The unconditional entry limits the purpose."})
        .known = true;
    AddToEntry("GD-MZ-0102", "特困人员 <script>alert(1)</script>", "/conditions/max_days", days);
    AddToEntry("GD-JY-0007", "学籍信息", "/conditions/max_days", days);
    Finding& note = AddToEntry("GD-JY-0007", "学籍信息", "/title", {"名称过短。", "The title is short."});
    note.level = diagnostics::Severity::kInformation;
    Finding& waived =
        AddToEntry("GD-JY-0007", "学籍信息", "/sharing", {"共享属性待复核。", "The class is to be looked at again."});
    waived.level = diagnostics::Severity::kWarning;
    waived.suppression = lint::Suppression{"部级目录已经如此 \"暂留\"", {}};
  }

  void Waivers() {
    lint::Waiver in_policy;
    in_policy.code = "S02";
    in_policy.rule = RuleCode::kS02;
    in_policy.reason = "照抄清单原文";
    in_policy.until = base::ParseDate("2026-12-31");
    in_policy.subject = "DB-01";
    in_policy.entry = "GD-MZ-0101";
    in_policy.span = SpanOf(policy_, "豁免 S02 理由 “照抄清单原文” 至 2026-12-31");
    in_policy.used = 1;
    lint::Waiver in_settings;
    in_settings.code = "K05";
    in_settings.rule = RuleCode::kK05;
    in_settings.reason = "部级目录已经如此 \"暂留\"";
    in_settings.subject = "GD-JY-*";
    in_settings.line = 7;
    in_settings.used = 1;
    lint::Waiver expired = in_settings;
    expired.until = base::ParseDate("2026-01-31");
    expired.expired = true;
    expired.used = 0;
    outcome_.waivers = {in_policy, in_settings, expired};
  }

  lint::Outcome outcome_;
  base::SourceId policy_, catalogue_;
};

}  // namespace

lint::Outcome SmallOutcome() { return Building().Built(); }

lint::ReportContext SmallContext(base::Language language) {
  lint::ReportContext context{ShippedLibrary().law, ReviewDay(), language};
  context.rules = {RuleCode::kK05, RuleCode::kP22, RuleCode::kC02, RuleCode::kS02};
  context.compared = true;
  context.version = "0.0";
  context.scope = {"政策/dibao 1.zhun", "catalog.json"};
  return context;
}

lint::Outcome LargeOutcome(std::size_t findings, bool in_one_line) {
  lint::Outcome outcome;
  std::string text = "[";
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  for (std::size_t i = 0; i < findings; ++i) {
    const std::size_t begin = text.size() + (i == 0 ? 0 : 1);
    text += fmt::format("{}{{\"id\":\"GD-{}\",\"title\":\"{}\",\"sharing\":\"unconditional\"}}{}", i == 0 ? "" : ",", i,
                        std::string(900, 'x'), in_one_line ? "" : "\n");
    ranges.emplace_back(begin, text.size());
  }
  const base::SourceId source = outcome.compilation.sources.Add("catalog.json", text + "]");
  for (std::size_t i = 0; i < findings; ++i) {
    Finding& finding = outcome.findings.emplace_back();
    finding.rule = i % 2 == 0 ? RuleCode::kK05 : RuleCode::kC02;
    finding.span = {source, static_cast<std::uint32_t>(ranges[i].first), static_cast<std::uint32_t>(ranges[i].second)};
    finding.pointer = finding.key = "/sharing";
    finding.subject = fmt::format("GD-{}", i);
    finding.title = "低保对象信息";
    finding.owner = fmt::format("某省第 {} 局", i % 300);
    finding.message = {fmt::format("“GD-{}”无条件共享，却列了条件。", i % 1000),
                       fmt::format("GD-{} states conditions.", i % 1000)};
  }
  outcome.entries = findings;
  return outcome;
}

}  // namespace zhun::testing
