#include <utility>

#include "compiler/syntax/tree_builder.h"

/// 测试 blocks.
namespace zhun::syntax {

std::optional<ast::Test> TreeBuilder::MakeTest(Grammar::TestContext& test) {
  ast::Test made;
  made.span = SpanOfNode(test);
  made.damaged = IsDamaged(test);
  const auto name = Take(test.Name());
  std::vector<ast::Token> words = TakeAll(test.Word());
  if (!name || words.empty()) return std::nullopt;
  made.name = *name;
  made.outcome = words.front();
  made.states = std::move(words);
  made.fixtures = TakeAll(test.Text());
  for (Grammar::GivenContext* given : test.given()) AddGiven(*given, made);
  for (Grammar::ExpectationContext* expectation : test.expectation()) AddExpectation(*expectation, made);
  return made;
}

void TreeBuilder::AddGiven(Grammar::GivenContext& given, ast::Test& test) {
  ast::Given made;
  made.span = SpanOfNode(given);
  std::optional<ast::Token> path;
  if (auto* at = As<Grammar::AtGivenContext>(given)) {
    Once(test.as_of.has_value(), given);
    test.as_of = TakeDate(at->Date());
    return;
  }
  if (auto* set = As<Grammar::SetGivenContext>(given)) {
    path = Take(set->Path());
    made.values = MakeList(set->list());
  } else if (auto* lack = As<Grammar::LackGivenContext>(given)) {
    made.kind = ast::Given::Kind::kLack;
    path = Take(lack->Path());
  } else if (auto* none = As<Grammar::NoneGivenContext>(given)) {
    made.kind = ast::Given::Kind::kDeclareNone;
    path = Take(none->Path());
  } else if (auto* pending = As<Grammar::PendingGivenContext>(given)) {
    made.kind = ast::Given::Kind::kPending;
    path = Take(pending->Path());
    made.why = Take(pending->Text());
  }
  if (!path) return;
  made.path = *path;
  test.givens.push_back(std::move(made));
}

void TreeBuilder::AddExpectation(Grammar::ExpectationContext& expectation, ast::Test& test) {
  if (auto* basis = As<Grammar::BasisExpectationContext>(expectation)) {
    for (ast::Citation& citation : MakeCitations(basis->cites())) test.basis.push_back(std::move(citation));
  } else if (auto* reason = As<Grammar::ReasonExpectationContext>(expectation)) {
    for (ast::Token& name : TakeAll(reason->Name())) test.reasons.push_back(std::move(name));
  } else if (auto* lack = As<Grammar::LackExpectationContext>(expectation)) {
    Once(test.missing_given, expectation);
    test.missing_given = true;
    for (Grammar::LackedContext* lacked : lack->lacked()) {
      if (auto missing = MakeMissing(*lacked)) test.missing.push_back(std::move(*missing));
    }
  } else if (As<Grammar::CompleteExpectationContext>(expectation) != nullptr) {
    Once(test.missing_given, expectation);
    test.missing_given = true;
  } else if (auto* duty = As<Grammar::DutyExpectationContext>(expectation)) {
    for (Grammar::DueContext* due : duty->due()) {
      if (const auto name = Take(due->Name())) test.duties.push_back({*name, TakeDate(due->Date())});
    }
  } else if (auto* finding = As<Grammar::FindingExpectationContext>(expectation)) {
    Once(test.findings_given, expectation);
    test.findings_given = true;
    test.findings = TakeAll(finding->Name());
  } else if (As<Grammar::NoFindingExpectationContext>(expectation) != nullptr) {
    Once(test.findings_given, expectation);
    test.findings_given = true;
  } else if (auto* items = As<Grammar::ItemExpectationContext>(expectation)) {
    Once(test.items_given, expectation);
    test.items_given = true;
    test.items = TakeAll(items->Text());
  } else if (auto* power = As<Grammar::PowerExpectationContext>(expectation)) {
    for (ast::Token& name : TakeAll(power->Name())) test.powers.push_back(std::move(name));
  } else if (As<Grammar::NoBreachExpectationContext>(expectation) != nullptr) {
    Once(test.no_breach, expectation);
    test.no_breach = true;
  }
}

std::optional<ast::ExpectedMissing> TreeBuilder::MakeMissing(Grammar::LackedContext& lacked) {
  ast::ExpectedMissing made;
  made.span = SpanOfNode(lacked);
  made.conditional = lacked.If() != nullptr;
  made.paper = lacked.Paper() != nullptr;
  const auto path = Take(made.paper ? lacked.Text() : lacked.Path());
  if (!path) return std::nullopt;
  made.path = *path;
  return made;
}

}  // namespace zhun::syntax
