#pragma once

#include "compiler/lint/run.h"
#include "compiler/lint/subject/catalogue.h"
#include "runtime/program/bundle_fields.h"

/// One line a structure: what of an outcome is kept between runs, in the order in which it is written (archive.h).
namespace zhun::program {

inline constexpr auto kLastCode =
    std::initializer_list<diagnostics::Code>{
#define ZHUN_DIAGNOSTIC(NAME, CODE, SEVERITY, ZH, EN, WHY_ZH, WHY_EN) diagnostics::Code::k##NAME,
#include "runtime/diagnostics/catalogue.def"
#undef ZHUN_DIAGNOSTIC
    }
        .size() -
    1;
inline constexpr auto kLastRule =
    std::initializer_list<lint::RuleCode>{
#define ZHUN_LINT(CODE, LEVEL, BASIS, ZH, EN, WHY_ZH, WHY_EN, FRAME, BAD_ZH, GOOD_ZH, BAD_EN, GOOD_EN) \
  lint::RuleCode::k##CODE,
#include "compiler/lint/subject/rules.def"
#undef ZHUN_LINT
    }
        .size() -
    1;

// clang-format off
template <> struct LastOf<diagnostics::Code> : Last<static_cast<diagnostics::Code>(kLastCode)> {};
template <> struct LastOf<diagnostics::Severity> : Last<diagnostics::Severity::kInformation> {};
template <> struct LastOf<lint::RuleCode> : Last<static_cast<lint::RuleCode>(kLastRule)> {};

template <class A> void Fields(A& a, base::Span& v) { All(a, v.source.index, v.begin, v.end); }
template <class A> void Fields(A& a, diagnostics::Label& v) { All(a, v.span, v.text); }
template <class A> void Fields(A& a, diagnostics::Fix& v) { All(a, v.span, v.replacement, v.text, v.guess); }
template <class A> void Fields(A& a, diagnostics::OwnRow& v) { All(a, v.code, v.severity, v.message); }
template <class A> void Fields(A& a, diagnostics::Basis& v) { All(a, v.citation, v.text); }

template <class A> void Fields(A& a, lint::Suppression& v) { All(a, v.reason, v.until); }
// Every member is bound by name, so that one that comes in later cannot be forgotten here: it does not compile then.
template <class A> void Fields(A& a, lint::Finding& v) {
  auto& [rule, level, message, span, pointer, subject, title, owner, key, labels, fixes, help, basis, witness, suppression,
         known] = v;
  All(a, rule, level, message, span, pointer, subject, title, owner, key, labels, fixes, help, basis, witness, suppression,
      known);
}
template <class A> void Fields(A& a, lint::Findings::Open& v) { All(a, v.rule, v.span, v.what); }
template <class A> void Fields(A& a, lint::Waiver& v) {
  auto& [code, rule, reason, until, subject, entry, span, line, expired, used] = v;
  All(a, code, rule, reason, until, subject, entry, span, line, expired, used);
}
template <class A> void Fields(A& a, lint::EntryRow& v) {
  auto& [span, id, version, title, status, sharing, provider, provider_code, level, system, region, items] = v;
  All(a, span, id, version, title, status, sharing, provider, provider_code, level, system, region, items);
}
// clang-format on

/// An argument has no empty form, so its two halves are read first.
template <class A>
void Fields(A& a, std::vector<diagnostics::Argument>& v) {
  std::vector<std::string> keys;
  std::vector<base::Words> words;
  if constexpr (!A::kReading) {
    for (const diagnostics::Argument& argument : v) {
      keys.push_back(argument.key);
      words.push_back(argument.words);
    }
  }
  All(a, keys, words);
  if constexpr (A::kReading) {
    for (std::size_t i = 0; i < std::min(keys.size(), words.size()); ++i) v.emplace_back(keys[i], words[i]);
  }
}

template <class A>
void Fields(A& a, diagnostics::Diagnostic& v) {
  auto& [code, arguments, span, file, pointer, labels, fixes, help, own, basis] = v;
  Field(a, code);
  Fields(a, arguments);
  All(a, span, file, pointer, labels, fixes, help, own, basis);
}

}  // namespace zhun::program
