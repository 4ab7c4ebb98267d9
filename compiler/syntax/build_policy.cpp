#include "compiler/syntax/keywords.h"
#include "compiler/syntax/tree_builder.h"

/// Files, policies and their headers.
namespace zhun::syntax {

using diagnostics::Code;

ast::File TreeBuilder::Build(Grammar::FileContext& file) {
  file_.source = source_;
  for (Grammar::DeclarationContext* declaration : file.declaration()) AddDeclaration(*declaration);
  return std::move(file_);
}

void TreeBuilder::AddDeclaration(Grammar::DeclarationContext& declaration) {
  if (auto* import = As<Grammar::ImportDeclarationContext>(declaration)) {
    if (const auto path = Take(import->Text())) file_.imports.push_back({SpanOfNode(*import), *path});
  } else if (auto* policy = As<Grammar::PolicyDeclarationContext>(declaration)) {
    if (policy->policy() != nullptr) file_.policies.push_back(MakePolicy(*policy->policy()));
  } else if (auto* define = As<Grammar::DefineDeclarationContext>(declaration)) {
    auto made = define->define() == nullptr ? std::nullopt : MakeDefinition(*define->define());
    if (made) file_.definitions.push_back(std::move(*made));
  } else if (auto* test = As<Grammar::TestDeclarationContext>(declaration)) {
    auto made = test->test() == nullptr ? std::nullopt : MakeTest(*test->test());
    if (made) file_.tests.push_back(std::move(*made));
  }
}

ast::Policy TreeBuilder::MakePolicy(Grammar::PolicyContext& policy) {
  ast::Policy made;
  made.span = SpanOfNode(policy);
  made.name = Take(policy.Name()).value_or(ast::Token{"", SpanOfKeyword(policy)});
  made.code = MakeCode(policy.Word());
  for (Grammar::HeaderContext* header : policy.header()) AddHeader(*header, made);
  for (Grammar::MemberContext* member : policy.member()) AddMember(*member, made);
  made.damaged |= IsDamaged(policy);
  return made;
}

void TreeBuilder::Once(bool given, const antlr4::ParserRuleContext& header) {
  if (!given) return;
  const Keyword* keyword = KeywordOf(tokens_[header.start->getTokenIndex()].kind);
  sink_.Report(Code::kHeaderTwice, SpanOfKeyword(header),
               {{"header", base::Words{std::string(keyword->zh), std::string(keyword->en)}}});
}

void TreeBuilder::AddHeader(Grammar::HeaderContext& header, ast::Policy& policy) {
  if (auto* version = As<Grammar::VersionHeaderContext>(header)) {
    Once(policy.version.has_value(), header);
    policy.version = Take(version->Text());
  } else if (auto* issuer = As<Grammar::IssuerHeaderContext>(header)) {
    Once(policy.issuer.has_value(), header);
    policy.issuer = Take(issuer->Text());
  } else if (auto* effective = As<Grammar::EffectiveHeaderContext>(header)) {
    Once(policy.effective_from.has_value(), header);
    policy.effective_from = TakeDate(effective->Date(0));
    if (effective->To() != nullptr) policy.effective_to = TakeDate(effective->Date(1));
    policy.damaged |= !policy.effective_from || (effective->To() != nullptr && !policy.effective_to);
  } else if (auto* entry = As<Grammar::EntryHeaderContext>(header)) {
    Once(policy.entry_id.has_value(), header);
    policy.entry_id = Take(entry->Text(0));
    policy.entry_version = Take(entry->Text(1));
  } else if (auto* applies = As<Grammar::AppliesHeaderContext>(header)) {
    Once(policy.applies.IsValid(), header);
    policy.applies = MakeExpr(applies->expr());
  } else if (auto* stage = As<Grammar::StageHeaderContext>(header)) {
    Once(policy.stage.has_value(), header);
    policy.stage = Take(stage->Word());
  } else if (auto* basis = As<Grammar::BasisHeaderContext>(header)) {
    Once(!policy.basis.empty(), header);
    policy.basis = MakeCitations(basis->cites());
  }
}

namespace {

template <class T>
void Keep(std::vector<T>& list, std::optional<T> made) {
  if (made) list.push_back(std::move(*made));
}

}  // namespace

void TreeBuilder::AddMember(Grammar::MemberContext& member, ast::Policy& policy) {
  if (member.reading() != nullptr) {
    Keep(policy.readings, MakeReading(*member.reading()));
  } else if (member.define() != nullptr) {
    Keep(policy.definitions, MakeDefinition(*member.define()));
  } else if (member.finding() != nullptr) {
    Keep(policy.findings, MakeFinding(*member.finding()));
  } else if (member.norm() != nullptr) {
    Keep(policy.rules, MakeRule(*member.norm()));
  } else if (member.except() != nullptr) {
    Keep(policy.exceptions, MakeException(*member.except()));
  } else if (member.unformalised() != nullptr) {
    Keep(policy.unformalised, MakeUnformalised(*member.unformalised()));
  } else if (member.waiver() != nullptr) {
    Keep(policy.waivers, MakeWaiver(*member.waiver()));
  } else if (member.test() != nullptr) {
    Keep(policy.tests, MakeTest(*member.test()));
  }
}

std::optional<ast::Definition> TreeBuilder::MakeDefinition(Grammar::DefineContext& define) {
  ast::Definition made;
  made.span = SpanOfNode(define);
  made.derived = define.Path() != nullptr;
  const auto name = Take(made.derived ? define.Path() : define.Name());
  if (!name) return std::nullopt;
  made.name = *name;
  made.value = MakeExpr(define.expr());
  return made;
}

std::optional<ast::Reading> TreeBuilder::MakeReading(Grammar::ReadingContext& reading) {
  ast::Reading made;
  made.span = SpanOfNode(reading);
  const auto name = Take(reading.Word(0));
  auto value = Take(reading.Word(1));
  if (!value) value = Take(reading.Number());
  if (!value) value = Take(reading.Quantity());
  if (!name || !value) return std::nullopt;
  if (const Token* quantity = TokenOf(reading.Quantity())) value->text += quantity->detail;
  made.name = *name;
  made.value = *value;
  made.basis = MakeCitations(reading.cites());
  return made;
}

std::optional<ast::Finding> TreeBuilder::MakeFinding(Grammar::FindingContext& finding) {
  ast::Finding made;
  made.span = SpanOfNode(finding);
  const auto name = Take(finding.Name());
  if (!name) return std::nullopt;
  made.name = *name;
  // The code stands before the bracket, the official behind it.
  const bool code = finding.LeftBrace() != nullptr && finding.Word(0) != nullptr &&
                    finding.Word(0)->getSymbol()->getStartIndex() < finding.LeftBrace()->getSymbol()->getStartIndex();
  if (code) made.code = MakeCode(finding.Word(0));
  made.by = Take(finding.Word(code ? 1 : 0)).value_or(ast::Token{"", made.span});
  made.question = MakeText(finding.text()).value_or(ast::Text{{"", made.span}, {}});
  made.basis = MakeCitations(finding.cites());
  made.damaged = made.by.text.empty() || IsDamaged(finding);
  return made;
}

std::optional<ast::Unformalised> TreeBuilder::MakeUnformalised(Grammar::UnformalisedContext& unformalised) {
  ast::Unformalised made;
  made.span = SpanOfNode(unformalised);
  made.citations = MakeCitations(unformalised.cites());
  const auto text = MakeText(unformalised.text());
  if (!text) return std::nullopt;
  made.text = *text;
  return made;
}

std::optional<ast::Waiver> TreeBuilder::MakeWaiver(Grammar::WaiverContext& waiver) {
  const auto lint = Take(waiver.Word());
  const auto reason = MakeText(waiver.text());
  const auto until = TakeDate(waiver.Date());
  if (!lint || !reason || !until) return std::nullopt;
  return ast::Waiver{SpanOfNode(waiver), *lint, reason->zh, *until};
}

}  // namespace zhun::syntax
