#include "compiler/sema/policies.h"

#include <algorithm>
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
  base::Words missing;
  const auto needs = [&](bool given, const std::string& zh, const std::string& en) {
    if (given) return;
    missing.zh += (missing.zh.empty() ? "“" : "、“") + zh + "”";
    missing.en += (missing.en.empty() ? "“" : ", “") + en + "”";
  };
  needs(tree.version.has_value(), "版本", "version");
  needs(tree.issuer.has_value(), "制定机关", "issuer");
  needs(tree.effective_from.has_value(), "施行", "effective");
  needs(policy.role == Role::kBase || tree.entry_id.has_value(), "目录", "entry");
  needs(!tree.basis.empty(), "依据", "basis");
  if (!missing.zh.empty() && !tree.damaged) {
    analysis.sink.Report(Code::kHeaderMissing, tree.name.span, {{"what", missing}, {"policy", tree.name.text}});
  }
  if (policy.effective_to && *policy.effective_to < policy.effective_from) {
    analysis.sink.Report(Code::kEffectiveBackwards, tree.effective_to->span);
  }
}

/// The lexer has reported days that do not exist.
base::Date DateOf(const std::optional<ast::Token>& token) {
  return token ? base::ParseDate(token->text).value_or(base::Date{}) : base::Date{};
}

/// Which of two values would count is open where base policies contradict each other.
void CheckReading(Analysis& analysis, const Reading& reading) {
  const vocabulary::Reading& row = analysis.vocabulary.readings[reading.reading];
  for (const Policy& policy : analysis.model.policies) {
    for (const Reading& other : policy.readings) {
      if (other.reading != reading.reading || other.value == reading.value) continue;
      diagnostics::Diagnostic& report = analysis.sink.Report(
          Code::kReadingDiffers, reading.span,
          {{"reading", row.name}, {"value", row.values[reading.value].name}, {"other", row.values[other.value].name}});
      report.labels.push_back({other.span, {"在这里已经写了", "it stands here already"}});
      return;
    }
  }
}

/// One policy at different times.
bool AreVersions(const Policy& one, const Policy& other) {
  return one.role == other.role && one.code == other.code && one.entry_id == other.entry_id;
}

/// Whether there is a day on which both are in force; without a first day nothing can be said.
bool Meet(const Policy& one, const Policy& other) {
  if (!one.tree->effective_from || !other.tree->effective_from) return false;
  const auto ends_before = [](const Policy& a, const Policy& b) {
    return a.effective_to && *a.effective_to < b.effective_from;
  };
  return !ends_before(one, other) && !ends_before(other, one);
}

void ResolveReading(Analysis& analysis, const Scope& scope, const ast::Reading& tree) {
  Policy& policy = analysis.model.policies[scope.policy];
  if (policy.role == Role::kEntry) {
    analysis.sink.Report(Code::kBaseOnly, tree.span, {{"what", base::Words{"口径", "reading"}}});
    return;
  }
  Reading reading;
  reading.span = tree.span;
  reading.reading = ReadingOf(analysis, tree.name);
  if (reading.reading == vocabulary::kNone) return;
  reading.value = ReadingValueOf(analysis, reading.reading, tree.value);
  if (reading.value == vocabulary::kNone) return;
  CheckReading(analysis, reading);
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
  policy.effective_from = DateOf(tree.effective_from);
  if (tree.effective_to) policy.effective_to = DateOf(tree.effective_to);
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
  analysis.model.policies[policy].abbreviations = AbbreviationsIn(tree.basis);
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

void CheckVersions(Analysis& analysis) {
  const std::vector<Policy>& policies = analysis.model.policies;
  for (std::size_t i = 0; i < policies.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (!AreVersions(policies[i], policies[j]) || !Meet(policies[i], policies[j])) continue;
      diagnostics::Diagnostic& report = analysis.sink.Report(
          Code::kVersionsOverlap, policies[i].span,
          {{"policy", policies[i].name}, {"version", policies[i].version}, {"other", policies[j].version}});
      report.labels.push_back({policies[j].span, {"另一个版本", "the other version"}});
      break;
    }
  }
}

void CheckCodes(Analysis& analysis) {
  struct Owner {
    base::Span span;
    std::uint32_t policy;
  };
  std::map<std::string, std::vector<Owner>> owners;
  const auto repeated = [&](base::Span span) {
    return std::ranges::any_of(analysis.repeated_names, [&](base::Span other) {
      return other.source == span.source && other.begin == span.begin;
    });
  };
  const auto check = [&](const std::string& code, base::Span span, std::uint32_t policy) {
    if (repeated(span)) return;  // a rule that was copied: one message is enough
    const Policy& own = analysis.model.policies[policy];
    for (const Owner& owner : owners[code]) {
      const Policy& other = analysis.model.policies[owner.policy];
      const bool versions = policy != owner.policy && AreVersions(own, other);
      const bool base = own.role == Role::kBase || other.role == Role::kBase;
      const bool together = !versions && (base || policy == owner.policy || own.entry_id == other.entry_id);
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
    if (definition.name != kCatalogueGuardName || definition.derived) continue;
    if (analysis.units[analysis.definition_units[i]].role == Role::kBase) {
      analysis.model.catalogue_guard = i;
    } else {  // it guards the rules of every entry
      const std::string quoted = std::string("「") + kCatalogueGuardName + "」";
      analysis.sink.Report(Code::kBaseOnly, definition.span,
                           {{"what", base::Words{"定义 " + quoted, "define " + quoted}}});
    }
  }
}

}  // namespace zhun::sema
