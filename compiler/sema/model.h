#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compiler/ast/tree.h"
#include "compiler/sema/expression.h"
#include "compiler/sema/spelling.h"
#include "runtime/base/date.h"
#include "runtime/base/words.h"
#include "runtime/law/citation.h"
#include "runtime/law/rank.h"

/// What a set of policy files means: names resolved, types checked, citations looked up. Later steps trust it.
namespace zhun::sema {

inline constexpr std::uint32_t kNoIndex = 0xFFFFFFFFu;

/// A citation as a typed value.
struct Citation {
  enum class Kind : std::uint8_t { kProvision, kCatalogue, kPath };
  Kind kind = Kind::kProvision;
  base::Span span;
  law::Citation provision;        ///< kProvision
  law::Rank rank = law::Rank::kUnknown;
  std::string number;             ///< kCatalogue: 第N项
  ExprId path;                    ///< kPath: citations taken from the entry
};
using Citations = std::vector<Citation>;

struct Exception {
  base::Span span;
  std::string name;
  std::string code;
  ExprId when;                    ///< invalid: always
  Citations basis;
  std::vector<Exception> exceptions;
};

enum class Modality : std::uint8_t { kShall, kShallNot, kMay };

/// 自 EVENT 起 不超过|不少于 PERIOD
struct TimeLimit {
  std::uint16_t event = vocabulary::kNone;
  bool at_least = false;          ///< 不少于: keep for; otherwise achieve within
  ExprId length;                  ///< of type length
};

/// 延长 不超过 QUANTITY 经 EVENTS: once, all events on or before the running expiry.
struct Extension {
  std::int64_t amount = 0;
  std::uint16_t unit = vocabulary::kNone;
  std::vector<std::uint16_t> events;
};

struct Rule {
  ast::RuleKind kind = ast::RuleKind::kRequire;
  base::Span span;                ///< of the name, for messages
  std::uint32_t policy = kNoIndex;
  std::string name;               ///< 「…」; the path's label for elements without a name
  std::string code;               ///< id in JSON; the name where no code is given
  bool per_item = false;
  std::uint16_t stage = 0;        ///< enumerator of `stage`
  std::uint32_t binder = 0;       ///< 其: the requested item, or the element
  ExprId subject;                 ///< element: application.<attribute>; paper: the list of names
  ExprId when;                    ///< invalid: always
  ExprId must;                    ///< invalid where the kind has none
  std::uint16_t outcome = vocabulary::kNone;  ///< enumerator of `outcome`; none for duties without 后果
  Citations basis;
  Citations sanction;
  base::Words reason;
  ExprId reason_path;             ///< reason taken from the entry
  std::vector<std::uint16_t> bearers;  ///< enumerators of `actor`
  Modality modality = Modality::kShall;
  base::Words text;               ///< 应当 不得 可以
  std::optional<TimeLimit> limit;
  std::uint16_t met_by = vocabulary::kNone;
  ExprId met_if;                  ///< what the event must be like to meet the duty; invalid: any
  std::optional<Extension> extension;
  std::vector<Exception> exceptions;
};

struct Definition {
  base::Span span;
  std::uint32_t policy = kNoIndex;       ///< kNoIndex: defined at the top of a file
  std::string name;                      ///< 「name」, or the attribute's name
  bool derived = false;
  bool base = false;                     ///< stands in a base file
  vocabulary::RecordIndex record = vocabulary::kNone;
  std::uint32_t binder = 0;              ///< 其 of a derived attribute
  ExprId value;
  vocabulary::Type type;
};

struct Finding {
  base::Span span;
  std::uint32_t policy = kNoIndex;
  std::string name;
  std::string code;
  std::uint16_t by = 0;                  ///< enumerator of `actor`
  base::Words question;
  Citations basis;
};

struct Reading {
  base::Span span;
  std::uint16_t reading = vocabulary::kNone;
  std::uint16_t value = 0;
  Citations basis;
};

/// Where a policy came from decides what it may do (LANGUAGE.md, «Semantics in one page»).
enum class Role : std::uint8_t { kBase, kEntry };

struct Policy {
  base::Span span;
  Role role = Role::kBase;
  std::string name;
  std::string code;
  std::string version;
  std::string issuer;
  base::Date effective_from;
  std::optional<base::Date> effective_to;
  std::string entry_id;
  std::string entry_version;
  ExprId applies;
  std::uint16_t stage = 0;
  Citations basis;
  std::map<std::string, std::string> abbreviations;  ///< to full names, as the header's basis says
  std::vector<Reading> readings;
  const ast::Policy* tree = nullptr;     ///< tests, waivers; owned by the caller's files
  base::SourceId source;
};

struct Model {
  base::Store<Expr> exprs;
  std::vector<Policy> policies;
  std::vector<Definition> definitions;
  std::vector<Finding> findings;
  std::vector<Rule> rules;
  std::vector<Spelling> spellings;       ///< words of the vocabulary as the files use them, in order of resolution
  std::uint32_t binders = 1;             ///< binder numbers given out; 0 means none
  std::uint32_t catalogue_guard = kNoIndex;  ///< definition 「目录条件适用」, silent guard of rules on 目录条件
};

}  // namespace zhun::sema
