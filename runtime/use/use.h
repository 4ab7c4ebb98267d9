#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "runtime/decision/applicable.h"
#include "runtime/decision/decision.h"
#include "runtime/decision/provisions.h"
#include "runtime/program/bundle.h"
#include "runtime/values/document.h"
#include "runtime/vm/evaluation.h"

/// Whether one use of granted data is within the grant (Articles 25 and 27; contract, «Use of granted data»). What is
/// allowed stands in policies of the stage 使用; here stands only how their rules combine.
namespace zhun::use {

/// In the order of the vocabulary's enumeration `use_answer`.
enum class Verdict : std::uint8_t { kPermit, kDeny, kRefer };

/// Why, and what the breach meets.
struct Reason : decision::Reason {
  decision::Bases sanction;
};

struct Answer {
  Verdict verdict = Verdict::kPermit;
  std::vector<Reason> reasons;  ///< in legal order; effect `refuse` or `refer`
};

/// Code and label of a verdict: permit, deny, refer.
const vocabulary::Enumerator& NameOf(const vocabulary::Vocabulary& vocabulary, Verdict verdict);

/// The rules that have a say about uses under one grant.
struct Rules {
  std::vector<std::uint32_t> policies;  ///< policies of the entry
  std::vector<std::uint32_t> rules;     ///< requirements and prohibitions of the stage 使用, in legal order
};

/// Base policies in force on `used`, and those policies of entry `entry` that were in force on `received`. `listed`: codes of
/// the rules that came with the grant; where it says, no other rule of the entry's policies counts.
Rules SelectRules(const program::Bundle& bundle, const decision::PolicyIndex& index, const std::string& entry,
                  base::Date received, base::Date used, const std::optional<std::vector<std::string>>& listed);

/// Evaluates what rules about the later stages need; the case must have begun.
void RunLater(vm::Evaluation& evaluation, const std::vector<std::uint32_t>& policies);

/// Judges a use whose facts are the roots of `evaluation`. Runs nothing: `RunLater` has.
Answer Judge(vm::Evaluation& evaluation, const program::Bundle& bundle, decision::Provisions& provisions,
             const Rules& rules);

/// One rule that fires, in words.
Reason FiredReason(vm::Evaluation& evaluation, const program::Bundle& bundle, decision::Provisions& provisions,
                   const program::Rule& rule);
/// One rule that may fire: what has to be settled. Nothing where its form decides that it cannot.
std::optional<Reason> OpenReason(vm::Evaluation& evaluation, const program::Bundle& bundle,
                                 decision::Provisions& provisions, const program::Rule& rule);

}  // namespace zhun::use
