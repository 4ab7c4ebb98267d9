#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compiler/sema/model.h"
#include "runtime/values/document.h"

/// The semantics of LANGUAGE.md read aloud: every expression is evaluated from the tree, each time anew.
namespace zhun::oracle {

using values::State;
using values::Truth;
using values::Value;

/// Something that is not known: a path of the documents, or a finding.
struct Fact {
  std::string path;
  State state = State::kAbsent;
  bool finding = false;
  bool applicant = true;  ///< whether the applicant can supply it

  bool operator==(const Fact& other) const { return path == other.path && finding == other.finding; }
};
using Facts = std::vector<Fact>;

/// What 其 stands for.
struct Member {
  Value value;
  std::string path;
  std::optional<Facts>
      unknown_list;  ///< it is any member of a list that is not known; then these are the facts to ask for
};
using Members = std::map<std::uint32_t, Member>;  ///< by binder

/// What one case is made of. Documents outlive the evaluation.
struct Case {
  const values::Document& entry;
  const values::Document& application;
  const values::Document& context;
  base::Date as_of;
};

/// What supplying a fact can do to a condition.
struct Need {
  Fact fact;
  bool certain = false;  ///< the condition hangs on it whatever everything else is
};

class Naive {
 public:
  Naive(const sema::Model& model, const vocabulary::Vocabulary& vocabulary, const Case& each)
      : model_(model),
        vocabulary_(vocabulary),
        case_(each),
        application_(vocabulary::FindRoot(vocabulary, "application")) {}

  /// Published conditions that a rule of the loaded policies governs, by number; whether all loaded rules match the entry.
  std::vector<std::string> governed;
  bool aligned = true;
  /// 结论, once it is known.
  Value outcome;

  Value Of(sema::ExprId id, const Members& members);
  Truth Judge(sema::ExprId id, const Members& members);

  Truth Guard(const sema::Rule& rule, const Members& members);
  Truth Excepted(const sema::Rule& rule, const Members& members);
  /// V = 当 ∧ bad ∧ ¬E.
  Truth Fires(const sema::Rule& rule, const Members& members);
  /// The application's attribute, sound: defective where its element rules say so.
  Value Element(std::uint32_t attribute);
  Value Raw(std::uint32_t attribute) const { return case_.application.Root().fields[attribute]; }
  std::uint32_t ElementOf(const sema::Rule& rule) const { return model_.exprs[rule.subject].ref; }
  Member ElementMember(std::uint32_t attribute) const;
  /// The same questions about an element rule, which looks at the element as it was handed in.
  Truth ElementFires(const sema::Rule& rule);
  Truth ElementMust(const sema::Rule& rule);
  std::vector<Need> ElementNeeds(const sema::Rule& rule);
  Value PaperNames(const sema::Rule& rule, const Members& members);

  /// Whose truth is unknown: the facts that matter to whether the rule fires, in order of reading.
  std::vector<Need> NeedsOf(const sema::Rule& rule, const Members& members);
  /// The same for a per-item rule while it is not known which items are requested.
  std::vector<Need> NeedsOfAnyItem(const sema::Rule& rule, const std::vector<Member>& candidates);
  /// Facts for want of which a value is unknown.
  Facts FactsOf(sema::ExprId id, const Members& members);
  std::string PathOf(sema::ExprId id, const Members& members);

 private:
  /// Answers tried for relations that cannot be judged; empty `answers`: none is tried.
  struct Trial {
    std::map<std::string, Truth> answers;
    std::vector<std::pair<std::string, Facts>> atoms;  ///< met on the way
  };
  using Condition = std::function<Truth()>;
  std::vector<Need> Needs(const Condition& condition);

  const sema::Expr& At(sema::ExprId id) const { return model_.exprs[id]; }
  Truth JudgePlain(sema::ExprId id, const Members& members);
  Truth JudgeParts(sema::ExprId id, const Members& members);
  Truth JudgeQuantifier(const sema::Expr& expr, const Members& members);
  Truth JudgeRelation(const sema::Expr& expr, const Members& members);
  Truth Atom(const std::string& key, const Facts& facts);
  Truth WithoutTrial(const Condition& condition);
  Truth Undecided(const Condition& condition);
  Truth Bad(const sema::Rule& rule, const Members& members);
  Truth AllOf(const std::vector<sema::Exception>& exceptions, const Members& members);
  Truth Sound(std::uint32_t attribute);
  Value Field(const Value& record, std::uint32_t field) const;
  Value ListValue(const sema::Expr& expr, const Members& members);
  Value Sum(const sema::Expr& expr, const Members& members);
  bool LacksOwnPart(sema::ExprId id, const Members& members, std::uint32_t attribute);
  bool LacksADay(const sema::Expr& expr, const Members& members);
  bool ReadsOwn(sema::ExprId id, const Members& members, std::uint32_t attribute);
  Members With(const Members& members, std::uint32_t binder, Member member) const;
  Members DerivedMembers(const sema::Expr& expr, const Members& members);
  std::vector<Member> MembersOf(sema::ExprId list, const Value& value, const Members& members);
  Facts ElementFacts(std::uint32_t attribute);
  Facts FieldFacts(const sema::Expr& expr, const Members& members);
  Facts UnderTrial(const Condition& condition);
  Fact FactAt(const sema::Expr& field, const Members& members, State state);
  bool IsApplicationField(const sema::Expr& expr) const;
  std::string Show(sema::ExprId id, const Members& members);

  const sema::Model& model_;
  const vocabulary::Vocabulary& vocabulary_;
  const Case& case_;
  std::uint32_t application_;
  std::uint32_t own_ = sema::kNoIndex;  ///< the element whose own rule is being read: its value is what was handed in
  Trial* trial_ = nullptr;
  std::deque<std::vector<Value>> elements_;
  std::deque<values::List> lists_;
};

Truth Both(Truth left, Truth right);
Truth Either(Truth left, Truth right);
Truth Negated(Truth truth);
/// Of a bare value: none is "no".
Truth TruthOf(const Value& value);
std::string TextOf(const vocabulary::Vocabulary& vocabulary, const Value& record, std::string_view key);
/// 姓名 of entry.items[姓名]: name, else number, else the position counted from 1.
std::string NameOf(const vocabulary::Vocabulary& vocabulary, const Value& member, std::size_t index);

}  // namespace zhun::oracle
