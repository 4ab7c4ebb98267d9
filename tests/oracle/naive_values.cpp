// Values and truth of expressions and rules.
#include <algorithm>
#include <utility>

#include "runtime/values/operations.h"
#include "tests/oracle/naive.h"

namespace zhun::oracle {

using sema::Expr;
using sema::ExprKind;
using vocabulary::Base;

// The enumerators of Truth stand in the order false, unknown, true: strong Kleene logic is their minimum and maximum.
Truth Both(Truth left, Truth right) { return std::min(left, right); }
Truth Either(Truth left, Truth right) { return std::max(left, right); }
Truth Negated(Truth truth) {
  if (truth == Truth::kUnknown) return truth;
  return truth == Truth::kTrue ? Truth::kFalse : Truth::kTrue;
}

Truth TruthOf(const Value& value) {
  if (value.state == State::kNone) return Truth::kFalse;
  if (!value.IsKnown()) return Truth::kUnknown;
  return value.number == 1 ? Truth::kTrue : Truth::kFalse;
}

std::string TextOf(const vocabulary::Vocabulary& vocabulary, const Value& record, std::string_view key) {
  if (!record.IsKnown() || record.kind != Base::kRecord || values::IsList(record)) return "";
  const std::uint16_t field = vocabulary::FindKey(vocabulary.records[record.record->type], key);
  if (field == vocabulary::kNone) return "";
  const Value& value = record.record->fields[field];
  return value.IsKnown() && value.kind == Base::kText ? std::string(value.Text()) : "";
}

std::string NameOf(const vocabulary::Vocabulary& vocabulary, const Value& member, std::size_t index) {
  std::string name = TextOf(vocabulary, member, "name");
  if (name.empty()) name = TextOf(vocabulary, member, "no");
  return name.empty() ? std::to_string(index + 1) : name;
}

Value Naive::Of(sema::ExprId id, const Members& members) {
  const Expr& expr = At(id);
  switch (expr.kind) {
    case ExprKind::kRoot: {
      const std::string& key = vocabulary_.roots[expr.ref].key;
      if (key == "application") return case_.application.RootValue();
      if (key == "entry") return case_.entry.RootValue();
      if (key == "context") return case_.context.RootValue();
      if (key == "today") return Value::Of(Base::kDate, case_.as_of.days);
      return key == "outcome" ? outcome : Value();
    }
    case ExprKind::kField:
      if (IsApplicationField(expr)) return expr.ref == own_ ? Raw(expr.ref) : Element(expr.ref);
      return Field(Of(expr.operands[0], members), expr.ref);
    case ExprKind::kIt: return members.at(expr.ref).value;
    case ExprKind::kDefinition: return Of(model_.definitions[expr.ref].value, members);
    case ExprKind::kDerived: return Of(model_.definitions[expr.ref].value, DerivedMembers(expr, members));
    case ExprKind::kFinding: {
      const Value* answer = case_.application.Answers().Find(model_.findings[expr.ref].code);
      return answer == nullptr ? Value() : *answer;
    }
    case ExprKind::kConstant: {
      if (expr.type.base == Base::kText) return Value::OfText(expr.text);
      Value constant = Value::Of(expr.type.base, expr.number);
      if (expr.type.base == Base::kLength || expr.type.base == Base::kQuantity) constant.unit = expr.unit;
      return constant;
    }
    case ExprKind::kList: return ListValue(expr, members);
    case ExprKind::kAdd:
    case ExprKind::kSubtract: return Sum(expr, members);
    case ExprKind::kIf: {
      const Truth condition = JudgePlain(expr.operands[0], members);
      if (condition == Truth::kUnknown) return Value::In(State::kUncertain);
      return Of(expr.operands[condition == Truth::kTrue ? 1 : 2], members);
    }
    default: return Value::Of(JudgePlain(id, members));
  }
}

/// A member of "none" is none; of something unknown, unknown. What the engine computes is computed here.
Value Naive::Field(const Value& record, std::uint32_t field) const {
  if (record.state == State::kNone) return Value::In(State::kNone);
  if (!record.IsKnown()) return Value::In(State::kUncertain);
  const vocabulary::Record& type = vocabulary_.records[record.record->type];
  const std::string& key = type.attributes[field].key;
  const std::string number = TextOf(vocabulary_, record, "no");
  if (type.key == "condition" && key == "governed") {
    const bool found = std::find(governed.begin(), governed.end(), number) != governed.end();
    return Value::Of(Base::kBool, found ? 1 : 0);
  }
  if (type.key == "condition" && key == "met") {
    const Value* answer = case_.application.Answers().Find("condition_" + number);
    return answer == nullptr ? Value() : *answer;
  }
  if (type.key == "context" && key == "aligned") return aligned ? Value::Of(Base::kBool, 1) : Value();
  return record.record->fields[field];
}

Value Naive::ListValue(const Expr& expr, const Members& members) {
  std::vector<Value> elements;
  for (sema::ExprId operand : expr.operands) {
    const Value value = Of(operand, members);
    if (value.state == State::kNone) continue;
    if (!value.IsKnown()) return Value::In(State::kUncertain);
    if (values::IsList(value)) {
      elements.insert(elements.end(), value.list->elements.begin(), value.list->elements.end());
    } else {
      elements.push_back(value);
    }
  }
  elements_.push_back(std::move(elements));
  lists_.push_back({elements_.back()});
  return values::ListOf(expr.type.base, &lists_.back());
}

Value Naive::Sum(const Expr& expr, const Members& members) {
  const Value left = Of(expr.operands[0], members);
  const Value right = Of(expr.operands[1], members);
  if (!left.IsKnown() || !right.IsKnown()) return Value::In(State::kUncertain);
  const auto sum =
      expr.kind == ExprKind::kAdd ? values::Add(vocabulary_, left, right) : values::Subtract(vocabulary_, left, right);
  return sum ? *sum : Value::In(State::kUncertain);
}

bool Naive::IsApplicationField(const Expr& expr) const {
  return expr.kind == ExprKind::kField && At(expr.operands[0]).kind == ExprKind::kRoot &&
         At(expr.operands[0]).ref == application_;
}

Members Naive::With(const Members& members, std::uint32_t binder, Member member) const {
  Members inner = members;
  inner.insert_or_assign(binder, std::move(member));
  return inner;
}

Members Naive::DerivedMembers(const Expr& expr, const Members& members) {
  const Expr& subject = At(expr.operands[0]);
  const std::uint32_t binder = model_.definitions[expr.ref].binder;
  if (subject.kind == ExprKind::kIt) return With(members, binder, members.at(subject.ref));
  Member member{Of(expr.operands[0], members), PathOf(expr.operands[0], members), std::nullopt};
  if (!member.value.IsKnown() && member.value.state != State::kNone)
    member.unknown_list = FactsOf(expr.operands[0], members);
  return With(members, binder, std::move(member));
}

Truth Naive::Guard(const sema::Rule& rule, const Members& members) {
  const sema::Policy& policy = model_.policies[rule.policy];
  Truth guard = Truth::kTrue;
  if (policy.applies.IsValid()) guard = Both(guard, Judge(policy.applies, members));
  const auto published = [](const sema::Citation& basis) { return basis.kind == sema::Citation::Kind::kCatalogue; };
  if (model_.catalogue_guard != sema::kNoIndex && std::any_of(rule.basis.begin(), rule.basis.end(), published)) {
    guard = Both(guard, Judge(model_.definitions[model_.catalogue_guard].value, members));
  }
  if (rule.kind == ast::RuleKind::kDuty && rule.outcome != vocabulary::kNone) {
    const bool same = outcome.IsKnown() && outcome.number == rule.outcome;
    guard = Both(guard, same ? Truth::kTrue : Truth::kFalse);
  }
  const bool own = rule.when.IsValid() && rule.kind != ast::RuleKind::kProhibit;
  return own ? Both(guard, Judge(rule.when, members)) : guard;
}

Truth Naive::AllOf(const std::vector<sema::Exception>& exceptions, const Members& members) {
  return Undecided([&] {
    Truth any = Truth::kFalse;
    for (const sema::Exception& exception : exceptions) {
      any = Either(any, Undecided([&] {
                     const Truth when = exception.when.IsValid() ? Judge(exception.when, members) : Truth::kTrue;
                     return Both(when, Negated(AllOf(exception.exceptions, members)));
                   }));
    }
    return any;
  });
}

Truth Naive::Excepted(const sema::Rule& rule, const Members& members) { return AllOf(rule.exceptions, members); }

Truth Naive::Bad(const sema::Rule& rule, const Members& members) {
  switch (rule.kind) {
    case ast::RuleKind::kRequire: return Negated(Judge(rule.must, members));
    case ast::RuleKind::kProhibit: return Judge(rule.when, members);
    case ast::RuleKind::kElement: {
      const State state = Element(ElementOf(rule)).state;
      if (state == State::kUncertain) {
        return Atom("missing " + std::to_string(ElementOf(rule)), ElementFacts(ElementOf(rule)));
      }
      return state == State::kKnown || state == State::kNone ? Truth::kFalse : Truth::kTrue;
    }
    case ast::RuleKind::kPaper: {
      const Value names = PaperNames(rule, members);
      const auto materials =
          vocabulary::FindKey(vocabulary_.records[vocabulary_.roots[application_].type.of], "materials");
      const Truth attached = values::Attached(vocabulary_, names, Element(materials));
      if (attached != Truth::kUnknown) return Negated(attached);
      Facts facts = names.IsKnown() || names.state == State::kNone || !rule.subject.IsValid()
                        ? Facts()
                        : FactsOf(rule.subject, members);
      for (const Fact& fact : ElementFacts(materials)) facts.push_back(fact);
      return Negated(Atom("attached " + rule.code, facts));
    }
    default: return Truth::kTrue;
  }
}

Truth Naive::Fires(const sema::Rule& rule, const Members& members) {
  return Undecided(
      [&] { return Both(Both(Guard(rule, members), Bad(rule, members)), Negated(Excepted(rule, members))); });
}

Value Naive::PaperNames(const sema::Rule& rule, const Members& members) {
  return rule.subject.IsValid() ? Of(rule.subject, members) : Value::OfText(rule.name);
}

Member Naive::ElementMember(std::uint32_t attribute) const {
  const vocabulary::Record& type = vocabulary_.records[vocabulary_.roots[application_].type.of];
  return {Raw(attribute), "application." + type.attributes[attribute].key, std::nullopt};
}

/// Where the guard of an element rule holds, its 须 must: ∧ over the element's rules.
Truth Naive::Sound(std::uint32_t attribute) {
  const std::uint32_t outer = std::exchange(own_, attribute);
  Truth sound = Truth::kTrue;
  for (const sema::Rule& rule : model_.rules) {
    if (rule.kind != ast::RuleKind::kElement || ElementOf(rule) != attribute || !rule.must.IsValid()) continue;
    const Members members{{rule.binder, ElementMember(attribute)}};
    sound = Both(sound, Undecided([&] { return Either(Negated(Guard(rule, members)), Judge(rule.must, members)); }));
  }
  own_ = outer;
  return sound;
}

Value Naive::Element(std::uint32_t attribute) {
  const Value raw = Raw(attribute);
  if (!raw.IsKnown() && raw.state != State::kNone) return raw;
  const Truth sound = WithoutTrial([&] { return Sound(attribute); });
  if (sound == Truth::kTrue) return raw;
  if (sound == Truth::kFalse) return Value::In(State::kDefective);
  const std::uint32_t outer = std::exchange(own_, attribute);
  bool lacks = false;
  for (const sema::Rule& rule : model_.rules) {
    if (rule.kind != ast::RuleKind::kElement || ElementOf(rule) != attribute || !rule.must.IsValid()) continue;
    const Members members{{rule.binder, ElementMember(attribute)}};
    const auto part = [&] { return Either(Negated(Guard(rule, members)), Judge(rule.must, members)); };
    if (WithoutTrial(part) != Truth::kUnknown) continue;
    lacks = lacks || LacksOwnPart(rule.must, members, attribute) ||
            (rule.when.IsValid() && LacksOwnPart(rule.when, members, attribute));
  }
  own_ = outer;
  return Value::In(lacks ? State::kDefective : State::kUncertain);
}

Truth Naive::ElementFires(const sema::Rule& rule) {
  const std::uint32_t outer = std::exchange(own_, ElementOf(rule));
  const Truth fires = Fires(rule, {{rule.binder, ElementMember(ElementOf(rule))}});
  own_ = outer;
  return fires;
}

Truth Naive::ElementMust(const sema::Rule& rule) {
  const std::uint32_t outer = std::exchange(own_, ElementOf(rule));
  const Truth must =
      rule.must.IsValid() ? Judge(rule.must, {{rule.binder, ElementMember(ElementOf(rule))}}) : Truth::kTrue;
  own_ = outer;
  return must;
}

std::vector<Need> Naive::ElementNeeds(const sema::Rule& rule) {
  const std::uint32_t outer = std::exchange(own_, ElementOf(rule));
  std::vector<Need> needs = NeedsOf(rule, {{rule.binder, ElementMember(ElementOf(rule))}});
  own_ = outer;
  return needs;
}

}  // namespace zhun::oracle
