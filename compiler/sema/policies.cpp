#include "compiler/sema/policies.h"

#include <map>

#include "compiler/sema/citations.h"
#include "compiler/sema/expressions.h"
#include "compiler/sema/lookup.h"

namespace zhun::sema {
namespace {

using diagnostics::Code;

constexpr const char* kCatalogueGuardName = "目录条件适用";

std::string TextOr(const std::optional<ast::Token>& token) { return token ? token->text : std::string(); }

Scope ScopeOf(const Analysis& analysis, std::uint32_t policy, std::uint32_t unit) {
  Scope scope;
  scope.unit = unit;
  scope.policy = policy;
  scope.stage = analysis.model.policies[policy].stage;
  return scope;
}

void CheckHeader(Analysis& analysis, const Policy& policy) {
  const ast::Policy& tree = *policy.tree;
  const auto missing = [&](const base::Words& what) {
    analysis.sink.Report(Code::kHeaderMissing, tree.name.span, {{"what", what}, {"policy", tree.name.text}});
  };
  if (!tree.version) missing({"版本", "version"});
  if (!tree.issuer) missing({"制定机关", "issuer"});
  if (!tree.effective_from) missing({"施行", "effective"});
  if (tree.basis.empty()) missing({"依据", "basis"});
  if (policy.role == Role::kEntry && !tree.entry_id) missing({"目录", "entry"});
  if (policy.effective_to && *policy.effective_to < policy.effective_from) {
    analysis.sink.Report(Code::kEffectiveBackwards, tree.effective_to->span);
  }
}

base::Date DateOf(Analysis& analysis, const std::optional<ast::Token>& token) {
  if (!token) return {};
  if (const auto date = base::ParseDate(token->text)) return *date;
  analysis.sink.Report(Code::kNoSuchDate, token->span, {{"text", token->text}});
  return {};
}

void ResolveReading(Analysis& analysis, const Scope& scope, const ast::Reading& tree) {
  Policy& policy = analysis.model.policies[scope.policy];
  if (policy.role == Role::kEntry) {
    analysis.sink.Report(Code::kBaseOnly, tree.span, {{"what", base::Words{"口径", "reading"}}});
    return;
  }
  Reading reading;
  for (std::uint16_t i = 0; i < analysis.vocabulary.readings.size(); ++i) {
    if (vocabulary::Names(analysis.vocabulary.readings[i].name, tree.name.text)) reading.reading = i;
  }
  if (reading.reading == vocabulary::kNone) {
    analysis.sink.Report(Code::kUnknownReading, tree.name.span, {{"word", tree.name.text}});
    return;
  }
  const vocabulary::Reading& row = analysis.vocabulary.readings[reading.reading];
  reading.value = vocabulary::kNone;
  base::Words all;
  for (std::uint16_t i = 0; i < row.values.size(); ++i) {
    if (vocabulary::Names(row.values[i].name, tree.value.text)) reading.value = i;
    all.zh += (i == 0 ? "" : "、") + row.values[i].name.zh;
    all.en += (i == 0 ? "" : ", ") + row.values[i].name.en;
  }
  if (reading.value == vocabulary::kNone) {
    analysis.sink.Report(Code::kNotAMember, tree.value.span, {{"word", tree.value.text}, {"type", row.name}, {"words", all}});
    return;
  }
  reading.basis = ResolveCitations(analysis, scope, tree.basis, policy.effective_from);
  policy.readings.push_back(std::move(reading));
}

}  // namespace

std::uint32_t DeclarePolicy(Analysis& analysis, const ast::Policy& tree, std::uint32_t unit) {
  Policy policy;
  policy.span = tree.name.span;
  policy.role = analysis.units[unit].role;
  policy.name = tree.name.text;
  policy.code = tree.code ? tree.code->text : tree.name.text;
  policy.version = TextOr(tree.version);
  policy.issuer = TextOr(tree.issuer);
  policy.effective_from = DateOf(analysis, tree.effective_from);
  if (tree.effective_to) policy.effective_to = DateOf(analysis, tree.effective_to);
  policy.entry_id = TextOr(tree.entry_id);
  policy.entry_version = TextOr(tree.entry_version);
  policy.tree = &tree;
  policy.source = analysis.units[unit].file->source;
  const std::uint16_t stages = vocabulary::FindEnumeration(analysis.vocabulary, "stage");
  policy.stage = vocabulary::FindCode(analysis.vocabulary.enumerations[stages], "application");
  if (tree.stage) {
    const std::uint16_t stage = MemberOf(analysis, "stage", *tree.stage);
    if (stage != vocabulary::kNone) policy.stage = stage;
  }
  analysis.model.policies.push_back(std::move(policy));
  return static_cast<std::uint32_t>(analysis.model.policies.size() - 1);
}

void ResolvePolicy(Analysis& analysis, std::uint32_t policy, std::uint32_t unit) {
  const Scope scope = ScopeOf(analysis, policy, unit);
  CheckHeader(analysis, analysis.model.policies[policy]);
  const ast::Policy& tree = *analysis.model.policies[policy].tree;
  Citations basis = ResolveCitations(analysis, scope, tree.basis, analysis.model.policies[policy].effective_from);
  analysis.model.policies[policy].basis = std::move(basis);
  if (tree.applies.IsValid()) {
    const ExprId applies = Expressions(analysis, scope).Condition(tree.applies);
    analysis.model.policies[policy].applies = applies;
  }
  for (const ast::Reading& reading : tree.readings) ResolveReading(analysis, scope, reading);
}

void ResolveFinding(Analysis& analysis, std::uint32_t finding, const ast::Finding& tree, std::uint32_t unit) {
  const std::uint32_t policy = analysis.model.findings[finding].policy;
  const Scope scope = ScopeOf(analysis, policy, unit);
  const std::uint16_t by = MemberOf(analysis, "actor", tree.by);
  Citations basis = ResolveCitations(analysis, scope, tree.basis, analysis.model.policies[policy].effective_from);
  Finding& resolved = analysis.model.findings[finding];
  resolved.by = by == vocabulary::kNone ? 0 : by;
  resolved.question = WordsOf(tree.question);
  resolved.basis = std::move(basis);
}

void CheckUnformalised(Analysis& analysis, const ast::Policy& tree, std::uint32_t unit, std::uint32_t policy) {
  const Scope scope = ScopeOf(analysis, policy, unit);
  for (const ast::Unformalised& each : tree.unformalised) {
    ResolveCitations(analysis, scope, each.citations, analysis.model.policies[policy].effective_from);
  }
}

void CheckCodes(Analysis& analysis) {
  struct Owner {
    base::Span span;
    std::uint32_t policy;
  };
  std::map<std::string, std::vector<Owner>> owners;
  const auto check = [&](const std::string& code, base::Span span, std::uint32_t policy) {
    const Policy& own = analysis.model.policies[policy];
    for (const Owner& owner : owners[code]) {
      const Policy& other = analysis.model.policies[owner.policy];
      const bool same_entry = own.entry_id == other.entry_id && own.code != other.code;
      const bool together = own.role == Role::kBase || other.role == Role::kBase || policy == owner.policy || same_entry;
      if (!together) continue;  // policies of different entries, or versions of one, never apply to one case
      diagnostics::Diagnostic& report = analysis.sink.Report(Code::kCodeTwice, span, {{"code", code}});
      report.labels.push_back({owner.span, {"同一代码已用在这里", "the same code is used here"}});
      break;
    }
    owners[code].push_back({span, policy});
  };
  for (const Rule& rule : analysis.model.rules) check(rule.code, rule.span, rule.policy);
  for (const Finding& finding : analysis.model.findings) check(finding.code, finding.span, finding.policy);
}

void FindCatalogueGuard(Analysis& analysis) {
  for (std::uint32_t i = 0; i < analysis.model.definitions.size(); ++i) {
    const Definition& definition = analysis.model.definitions[i];
    if (definition.name == kCatalogueGuardName && !definition.derived) analysis.model.catalogue_guard = i;
  }
}

}  // namespace zhun::sema
