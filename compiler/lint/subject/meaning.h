#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "compiler/lint/subject/policies.h"

/// Questions that rules about policies ask of conditions: what they read, and what must hold for them to hold.
namespace zhun::lint {

/// Calls `visit` with an expression and everything below it, each definition or derived attribute looked into once.
void ForEachMeaning(const sema::Model& model, sema::ExprId root, const std::function<void(const sema::Expr&)>& visit);

/// Says of one expression that is no 且, 或, 非, 若 or definition what follows from its being `truth`.
using Atom = std::function<bool(const sema::Expr&, bool truth)>;

/// Whether `atom` is certain wherever the condition is `truth`. An invalid condition makes nothing certain.
bool Implies(const sema::Model& model, sema::ExprId condition, bool truth, const Atom& atom);

/// Whether nothing in the expression is in error; what is not there may only not have been understood.
bool IsWhole(const sema::Model& model, sema::ExprId root);

/// Whether `atom` is certain wherever the rule takes effect: its 当 holds, its 须 does not, no exception applies.
bool EffectImplies(const sema::Model& model, const sema::Rule& rule, const Atom& atom);

/// Every condition of a rule: 当, 须 and those of its exceptions, nested ones too.
std::vector<sema::ExprId> ConditionsOf(const sema::Rule& rule);

/// Whether `visit` is true of anything that the conditions of the rule read.
bool Reads(const sema::Model& model, const sema::Rule& rule, const std::function<bool(const sema::Expr&)>& visit);

/// Whether the expression is the attribute `key` of a record of type `record`, however it was reached.
bool IsField(const PolicySubject& subject, const sema::Expr& expr, std::string_view record, std::string_view key);
/// Whether the expression is this word of an enumeration, by its code in documents.
bool IsWord(const PolicySubject& subject, const sema::Expr& expr, std::string_view code);
/// Whether the enumerator is that with this code.
bool IsMember(const PolicySubject& subject, std::string_view enumeration, std::uint16_t member, std::string_view code);

/// That a finding (认定) of this actor answers yes.
Atom IsFoundBy(const PolicySubject& subject, std::string_view actor);
/// Whether the duty or power falls on this actor.
bool Bears(const PolicySubject& subject, const sema::Rule& rule, std::string_view actor);
/// Key of the event; empty for none.
std::string_view EventKey(const PolicySubject& subject, std::uint16_t event);

/// That an attribute is there and not empty: 不为空, or a yes where it is one.
Atom IsGiven(const PolicySubject& subject, std::string_view record, std::string_view key);

/// The name of a rule for messages: 「仅核验」, for elements their path.
std::string NameOf(const sema::Rule& rule);
/// Whether the rule demands, prohibits or wants a paper: what may turn an application down.
bool IsMerits(const sema::Rule& rule);
inline bool Says(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }
/// The first of `words` that stands in `text`; empty where none does.
std::string_view WordIn(std::string_view text, std::span<const std::string_view> words);

}  // namespace zhun::lint
