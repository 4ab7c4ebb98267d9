#include <algorithm>

#include "compiler/lint/report/report.h"
#include "compiler/lint/report/sarif_artifacts.h"
#include "compiler/lint/report/sarif_rules.h"
#include "compiler/lint/report/tally.h"

namespace zhun::lint {
namespace {

using base::In;

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

class Sarif {
 public:
  Sarif(const Outcome& outcome, const ReportContext& context)
      : outcome_(outcome),
        context_(context),
        sources_(outcome.compilation.sources),
        provisions_(context.law, context.as_of),
        artifacts_(sources_) {
    const std::vector<RuleCode> rules = RulesThatRan(context);
    for (std::size_t i = 0; i < rules.size(); ++i) rule_index_.emplace(rules[i], i);
  }

  std::string Log() {
    json_.Open('{');
    json_.Member("$schema", kSchema);
    json_.Member("version", "2.1.0");
    json_.OpenMember("runs", '[');
    json_.Open('{');
    Tool();
    json_.Member("language", Language());
    json_.Member("columnKind", "unicodeCodePoints");
    Invocation();
    json_.OpenMember("results", '[');
    for (const Finding& finding : outcome_.findings) Result(finding);
    json_.NewLine();
    json_.Close(']');
    artifacts_.Write(json_);
    json_.Close('}');
    json_.Close(']');
    json_.Close('}');
    return std::move(text_) + "\n";
  }

 private:
  std::string_view Language() const { return context_.language == base::Language::kChinese ? "zh-CN" : "en-US"; }

  void Message(std::string_view key, std::string_view text) {
    json_.OpenMember(key, '{');
    json_.Member("text", text);
    json_.Close('}');
  }

  void Tool() {
    json_.OpenMember("tool", '{');
    json_.OpenMember("driver", '{');
    json_.Member("name", "zhun");
    if (!context_.version.empty()) json_.Member("version", context_.version);
    json_.Member("language", Language());
    WriteSarifRules(json_, provisions_, context_);
    json_.Close('}');
    json_.Close('}');
  }

  void Invocation() {
    json_.OpenMember("invocations", '[');
    json_.Open('{');
    json_.Key("executionSuccessful");
    json_.Flag(!outcome_.faults.HasErrors());
    json_.OpenMember("toolExecutionNotifications", '[');
    for (const diagnostics::Diagnostic& fault : outcome_.faults.All()) Fault(fault);
    for (const Findings::Open& open : outcome_.undecided) Undecided(open);
    json_.Close(']');
    json_.Close('}');
    json_.Close(']');
  }

  void Locations(base::Span span) {
    json_.OpenMember("locations", '[');
    if (span.source.IsValid()) {
      json_.Open('{');
      artifacts_.WriteLocation(json_, span);
      json_.Close('}');
    }
    json_.Close(']');
  }

  /// What the compiler says and no rule adopts: the review did not see all there is.
  void Fault(const diagnostics::Diagnostic& fault) {
    json_.NewLine();
    json_.Open('{');
    json_.OpenMember("descriptor", '{');
    json_.Member("id", diagnostics::CodeText(fault));
    json_.Close('}');
    json_.Member("level", SarifLevel(diagnostics::SeverityOf(fault)));
    const std::string where = fault.pointer.empty() ? "" : fault.pointer + In(context_.language, {"：", ": "});
    Message("message", where + In(context_.language, diagnostics::MessageOf(fault)));
    Locations(fault.span);
    json_.Close('}');
  }

  void Undecided(const Findings::Open& open) {
    json_.NewLine();
    json_.Open('{');
    json_.OpenMember("associatedRule", '{');
    json_.Member("id", RowOf(open.rule).text);
    json_.Close('}');
    json_.Member("level", "note");
    Message("message", In(context_.language, {"无法判定：", "Not settled: "}) + In(context_.language, open.what));
    Locations(open.span);
    json_.Close('}');
  }

  void Result(const Finding& finding) {
    const auto index = rule_index_.find(finding.rule);
    json_.NewLine();
    json_.Open('{');
    json_.Member("ruleId", RowOf(finding.rule).text);
    if (index != rule_index_.end()) json_.Member("ruleIndex", index->second);
    json_.Member("level", SarifLevel(finding.level));
    Message("message", WordsOf(finding));
    Place(finding);
    Related(finding);
    json_.OpenMember("partialFingerprints", '{');
    json_.Member("zhun/v1", FingerprintOf(finding));
    json_.Close('}');
    if (context_.compared) json_.Member("baselineState", finding.known ? "unchanged" : "new");
    if (!finding.fixes.empty()) Fixes(finding);
    Suppressions(finding);
    Properties(finding);
    json_.Close('}');
  }

  std::string WordsOf(const Finding& finding) const {
    const std::string& help = In(context_.language, finding.help);
    std::string words = In(context_.language, finding.message);
    if (!help.empty()) words += "\n" + In(context_.language, {"建议：", "Suggestion: "}) + help;
    return words;
  }

  void Place(const Finding& finding) {
    json_.OpenMember("locations", '[');
    json_.Open('{');
    if (finding.span.source.IsValid()) artifacts_.WriteLocation(json_, PlaceOf(finding, sources_));
    json_.OpenMember("logicalLocations", '[');
    json_.Open('{');
    json_.Member("name", finding.title.empty() ? finding.subject : finding.title);
    json_.Member("fullyQualifiedName", finding.subject + finding.pointer);
    json_.Close('}');
    json_.Close(']');
    json_.Close('}');
    json_.Close(']');
  }

  void Related(const Finding& finding) {
    std::uint64_t id = 0;
    json_.OpenMember("relatedLocations", '[');
    for (const diagnostics::Label& label : finding.labels) {
      if (!label.span.source.IsValid()) continue;
      json_.Open('{');
      json_.Member("id", ++id);
      artifacts_.WriteLocation(json_, label.span);
      Message("message", In(context_.language, label.text));
      json_.Close('}');
    }
    for (const CitedProvision* const provision : provisions_.Of(finding)) {
      if (!provision->text) continue;
      json_.Open('{');
      json_.Member("id", ++id);
      artifacts_.WriteLocation(json_, *provision);
      Message("message", provision->citation);
      json_.Close('}');
    }
    json_.Close(']');
  }

  void Fixes(const Finding& finding) {
    json_.OpenMember("fixes", '[');
    for (const diagnostics::Fix& fix : finding.fixes) {
      if (!fix.span.source.IsValid()) continue;
      json_.Open('{');
      Message("description", In(context_.language, fix.text));
      json_.OpenMember("artifactChanges", '[');
      json_.Open('{');
      artifacts_.WriteFile(json_, fix.span.source);
      json_.OpenMember("replacements", '[');
      json_.Open('{');
      SarifArtifacts::WriteRegion(json_, "deletedRegion", fix.span, sources_);
      Message("insertedContent", fix.replacement);
      json_.Close('}');
      json_.Close(']');
      json_.Close('}');
      json_.Close(']');
      json_.Close('}');
    }
    json_.Close(']');
  }

  /// The waiver in a policy that covers the finding; nullptr: it stands in the settings.
  const Waiver* InSource(const Finding& finding) const {
    const auto covers = [&](const Waiver& waiver) {
      const bool about =
          waiver.subject == finding.subject || (!waiver.entry.empty() && waiver.entry == finding.subject);
      return waiver.span.source.IsValid() && about && waiver.rule == finding.rule && !waiver.expired &&
             waiver.reason == finding.suppression->reason && waiver.until == finding.suppression->until;
    };
    const auto found = std::ranges::find_if(outcome_.waivers, covers);
    return found == outcome_.waivers.end() ? nullptr : &*found;
  }

  /// The standard wants the member on every result or on none.
  void Suppressions(const Finding& finding) {
    json_.OpenMember("suppressions", '[');
    if (finding.suppression) Suppressed(*finding.suppression, InSource(finding));
    json_.Close(']');
  }

  void Suppressed(const Suppression& suppression, const Waiver* in_source) {
    json_.Open('{');
    json_.Member("kind", in_source != nullptr ? "inSource" : "external");
    json_.Member("status", "accepted");
    json_.Member("justification", suppression.reason);
    if (in_source != nullptr) {
      json_.OpenMember("location", '{');
      artifacts_.WriteLocation(json_, in_source->span);
      json_.Close('}');
    }
    if (suppression.until) {
      json_.OpenMember("properties", '{');
      json_.Member("until", base::FormatDate(*suppression.until));
      json_.Close('}');
    }
    json_.Close('}');
  }

  void Properties(const Finding& finding) {
    json_.OpenMember("properties", '{');
    json_.Member("subject", finding.subject);
    json_.Member("owner", finding.owner);
    json_.OpenMember("basis", '[');
    for (const CitedProvision* const provision : provisions_.Of(finding)) json_.Text(provision->citation);
    json_.Close(']');
    if (!finding.witness.empty()) {
      json_.Key("witness");
      json_.Raw(finding.witness);
    }
    json_.Close('}');
  }

  const Outcome& outcome_;
  const ReportContext& context_;
  const base::SourceStore& sources_;
  Provisions provisions_;
  SarifArtifacts artifacts_;
  std::map<RuleCode, std::uint64_t> rule_index_;
  std::string text_;
  JsonWriter json_{text_};
};

}  // namespace

std::string ReportAsSarif(const Outcome& outcome, const ReportContext& context) {
  return Sarif(outcome, context).Log();
}

}  // namespace zhun::lint
