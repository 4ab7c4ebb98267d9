#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/ast/expression.h"

/// What a policy file says, before any name has been looked up. Both surfaces give the same tree.
namespace zhun::ast {

/// `“中文” / “English”`; the second half may be missing.
struct Text {
  Token zh;
  std::optional<Token> en;
};

/// One citation as written.
struct Citation {
  enum class Kind { kInstrument, kContinuation, kCatalogue, kPath };
  Kind kind = Kind::kInstrument;
  base::Span span;
  Token instrument;             ///< between 《 》; kInstrument only
  Token version;                ///< between （ ） after it; empty text where none
  Token locator;                ///< 第N条第N款; empty where the whole instrument is meant; for kCatalogue the digits
  Token path;                   ///< kPath: taken from the entry
  std::optional<Token> quoted;  ///< 称 “…”
};
using Citations = std::vector<Citation>;

// clang-format off
enum class ClauseKind {
  kStage, kWhen, kMust, kOutcome, kBasis, kReason, kSanction, kBearer, kShall, kShallNot, kMay, kFrom, kMetBy, kExtend,
};
// clang-format on

/// One clause of a rule; which members are used follows from the kind.
struct Clause {
  ClauseKind kind = ClauseKind::kWhen;
  base::Span span;                    ///< whole clause
  base::Span keyword;
  ExprId expr;                        ///< 当 须 自
  Operator op = Operator::kNone;      ///< 自 … 起 OP, 延长 OP
  Token amount, unit;                 ///< 延长: the quantity
  std::vector<Token> words;           ///< 环节 后果 主体 自 履行 经
  std::optional<Text> text;           ///< 理由 应当 不得 可以
  std::optional<Token> path;          ///< 理由 taken from the entry
  Citations citations;                ///< 依据 责任
};

/// 例外, inside a rule or `于 「rule」`; exceptions nest.
struct Exception {
  base::Span span;
  bool damaged = false;  ///< a syntax error stands inside: what lacks may only not have been read
  Token name;
  std::optional<Token> code;
  std::optional<Token> of;
  std::vector<Clause> clauses;  ///< 当, 依据
  std::vector<Exception> exceptions;
};

enum class RuleKind { kRequire, kProhibit, kPaper, kElement, kDuty, kPower };

struct Rule {
  base::Span span;
  bool damaged = false;  ///< a syntax error stands inside: what lacks may only not have been read
  base::Span keyword;
  RuleKind kind = RuleKind::kRequire;
  bool per_item = false;
  std::optional<Token> name;   ///< 「…」
  std::optional<Token> code;   ///< Latin id
  std::optional<Token> path;   ///< 要素 PATH, 材料 PATH
  std::vector<Clause> clauses;
  std::vector<Exception> exceptions;
};

struct Definition {
  base::Span span;
  Token name;            ///< 「name」 or record.attribute
  bool derived = false;  ///< the second form: a derived attribute of a record type
  ExprId value;
};

struct Finding {
  base::Span span;
  bool damaged = false;  ///< a syntax error stands inside: what lacks may only not have been read
  Token name;
  std::optional<Token> code;
  Token by;
  Text question;
  Citations basis;
};

/// 口径
struct Reading {
  base::Span span;
  Token name;
  Token value;
  Citations basis;
};

/// 不可形式化
struct Unformalised {
  base::Span span;
  Citations citations;
  Text text;
};

/// 豁免
struct Waiver {
  base::Span span;
  Token lint;
  Token reason;
  Token until;  ///< YYYY-MM-DD
};

/// Change to a fixture before the decision.
struct Given {
  enum class Kind { kSet, kLack, kDeclareNone, kPending };
  Kind kind = Kind::kSet;
  base::Span span;
  Token path;
  std::vector<ExprId> values;  ///< kSet
  std::optional<Token> why;    ///< kPending
};

struct ExpectedMissing {
  base::Span span;
  bool conditional = false;  ///< 若: listed with a guard
  bool paper = false;        ///< 材料 “name”
  Token path;
};

struct ExpectedDuty {
  Token name;
  std::optional<Token> due;  ///< 至 DATE
};

/// 测试: a scenario over JSON fixtures; file names are relative to the policy file.
struct Test {
  base::Span span;
  bool damaged = false;  ///< a syntax error stands inside: what lacks may only not have been read
  Token name;
  std::vector<Token> fixtures;  ///< entry, application, optional context
  std::optional<Token> as_of;   ///< 时点 DATE
  std::vector<Given> givens;
  Token outcome;
  std::vector<Token> states;    ///< every word behind 应得, `outcome` first: states of a case
  Citations basis;                       ///< among the bases of the reasons
  std::vector<Token> reasons;            ///< rules among the reasons
  bool missing_given = false;            ///< 缺 was written: the list below is exact
  std::vector<ExpectedMissing> missing;
  std::vector<ExpectedDuty> duties;      ///< among obligations and deadlines
  std::vector<Token> findings;           ///< 认定: exactly these are open
  bool findings_given = false;
  std::vector<Token> items;              ///< 逐项: exactly these items are granted
  bool items_given = false;
  std::vector<Token> powers;             ///< of a case: among those that are open
  bool no_breach = false;                ///< of a case: nothing was breached
};

struct Policy {
  base::Span span;
  bool damaged = false;  ///< a syntax error stands inside: what lacks may only not have been read
  Token name;
  std::optional<Token> code;
  std::optional<Token> version, issuer;
  std::optional<Token> effective_from, effective_to;  ///< YYYY-MM-DD
  std::optional<Token> entry_id, entry_version;
  ExprId applies;                                     ///< invalid where none
  std::optional<Token> stage;
  Citations basis;
  std::vector<Reading> readings;
  std::vector<Definition> definitions;
  std::vector<Finding> findings;
  std::vector<Rule> rules;
  std::vector<Exception> exceptions;
  std::vector<Unformalised> unformalised;
  std::vector<Waiver> waivers;
  std::vector<Test> tests;
};

struct Import {
  base::Span span;
  Token path;
};

/// One file. Owns its expressions.
struct File {
  base::SourceId source;
  base::Store<Expr> exprs;
  std::vector<Import> imports;
  std::vector<Definition> definitions;
  std::vector<Policy> policies;
  std::vector<Test> tests;
};

}  // namespace zhun::ast
