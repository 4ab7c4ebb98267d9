// Truth of conditions under trial, and what an unknown condition hangs on.
#include <algorithm>
#include <utility>

#include "runtime/values/operations.h"
#include "tests/oracle/naive.h"

namespace zhun::oracle {

using sema::Expr;
using sema::ExprKind;
using vocabulary::Base;

namespace {

constexpr std::size_t kMostTried = 8;  // LANGUAGE.md: each leaf is tried where up to 8 repeat

bool IsUnknown(const Value& value) { return !value.IsKnown() && value.state != State::kNone; }

void Append(Facts& facts, const Facts& more) {
  for (const Fact& fact : more) {
    if (std::find(facts.begin(), facts.end(), fact) == facts.end()) facts.push_back(fact);
  }
}

}  // namespace

Truth Naive::WithoutTrial(const Condition& condition) {
  Trial* const outer = std::exchange(trial_, nullptr);
  const Truth truth = condition();
  trial_ = outer;
  return truth;
}

/// Under trial only what is not decided already is looked into.
Truth Naive::Undecided(const Condition& condition) {
  const Truth plain = WithoutTrial(condition);
  return plain == Truth::kUnknown && trial_ != nullptr ? condition() : plain;
}

Truth Naive::JudgePlain(sema::ExprId id, const Members& members) {
  return WithoutTrial([&] { return JudgeParts(id, members); });
}

Truth Naive::Judge(sema::ExprId id, const Members& members) {
  return Undecided([&] { return JudgeParts(id, members); });
}

Truth Naive::JudgeParts(sema::ExprId id, const Members& members) {
  const Expr& expr = At(id);
  switch (expr.kind) {
    case ExprKind::kAnd: {
      Truth all = Truth::kTrue;
      for (sema::ExprId operand : expr.operands) all = Both(all, Judge(operand, members));
      return all;
    }
    case ExprKind::kOr: {
      Truth any = Truth::kFalse;
      for (sema::ExprId operand : expr.operands) any = Either(any, Judge(operand, members));
      return any;
    }
    case ExprKind::kNot: return Negated(Judge(expr.operands[0], members));
    case ExprKind::kIf: {
      const Truth condition = JudgePlain(expr.operands[0], members);
      if (condition != Truth::kUnknown) return Judge(expr.operands[condition == Truth::kTrue ? 1 : 2], members);
      const Truth tried = Judge(expr.operands[0], members);
      if (trial_ == nullptr) return Truth::kUnknown;
      return Either(Both(tried, Judge(expr.operands[1], members)),
                    Both(Negated(tried), Judge(expr.operands[2], members)));
    }
    case ExprKind::kAny:
    case ExprKind::kEvery: return JudgeQuantifier(expr, members);
    case ExprKind::kDefinition: return Judge(model_.definitions[expr.ref].value, members);
    case ExprKind::kDerived: return Judge(model_.definitions[expr.ref].value, DerivedMembers(expr, members));
    case ExprKind::kBreach: return Fires(model_.rules[expr.ref], {});
    default: break;
  }
  const Truth truth = JudgeRelation(expr, members);
  return truth == Truth::kUnknown ? Atom(Show(id, members), trial_ == nullptr ? Facts() : FactsOf(id, members)) : truth;
}

/// Any member of an unknown list is unknown, but what does not speak of the member is judged all the same.
Truth Naive::JudgeQuantifier(const Expr& expr, const Members& members) {
  const bool any = expr.kind == ExprKind::kAny;
  const Value list = Of(expr.operands[0], members);
  if (list.state == State::kNone) return any ? Truth::kFalse : Truth::kTrue;
  if (!list.IsKnown()) {
    const Facts facts = FactsOf(expr.operands[0], members);
    const Members inner = With(members, expr.binder, {Value::In(State::kUncertain), "?", facts});
    const Truth body = Judge(expr.operands[1], inner);
    const Truth filled = Atom("filled " + Show(expr.operands[0], members), facts);
    return any ? Both(filled, body) : Either(Negated(filled), body);
  }
  Truth all = any ? Truth::kFalse : Truth::kTrue;
  for (const Member& member : MembersOf(expr.operands[0], list, members)) {
    const Truth body = Judge(expr.operands[1], With(members, expr.binder, member));
    all = any ? Either(all, body) : Both(all, body);
  }
  return all;
}

std::vector<Member> Naive::MembersOf(sema::ExprId list, const Value& value, const Members& members) {
  std::vector<Member> all;
  for (std::size_t i = 0; i < value.list->elements.size(); ++i) {
    const Value& element = value.list->elements[i];
    const bool item =
        element.IsKnown() && element.kind == Base::kRecord && vocabulary_.records[element.record->type].key == "item";
    const std::string path =
        (item ? "entry.items" : PathOf(list, members)) + "[" + NameOf(vocabulary_, element, i) + "]";
    Member member{element, path, std::nullopt};
    if (IsUnknown(element)) member.unknown_list = Facts{{path, element.state, false, path.starts_with("application.")}};
    all.push_back(std::move(member));
  }
  return all;
}

Truth Naive::JudgeRelation(const Expr& expr, const Members& members) {
  const auto value = [&](std::size_t operand) { return Of(expr.operands[operand], members); };
  switch (expr.kind) {
    case ExprKind::kEqual: return values::Equal(value(0), value(1));
    case ExprKind::kGreater: return values::Greater(vocabulary_, value(0), value(1));
    case ExprKind::kLess: return values::Less(vocabulary_, value(0), value(1));
    case ExprKind::kWithin: return values::Within(value(0), value(1));
    case ExprKind::kIn: return values::In(value(0), value(1));
    case ExprKind::kContains: return values::Contains(value(0), value(1));
    case ExprKind::kMeets: return values::Meets(value(0), value(1));
    case ExprKind::kEmpty: return values::IsEmpty(value(0));
    case ExprKind::kLonger: return values::Longer(vocabulary_, value(0), value(1));
    case ExprKind::kShorter: return values::Shorter(vocabulary_, value(0), value(1));
    default: break;
  }
  // A yes or no of the documents.
  if (expr.kind == ExprKind::kField) {
    const bool own = IsApplicationField(expr);
    return TruthOf(own ? (expr.ref == own_ ? Raw(expr.ref) : Element(expr.ref)) : Field(value(0), expr.ref));
  }
  if (expr.kind == ExprKind::kIt) return TruthOf(members.at(expr.ref).value);
  if (expr.kind == ExprKind::kConstant) return expr.number != 0 ? Truth::kTrue : Truth::kFalse;
  const Value* answer = case_.application.Answers().Find(model_.findings[expr.ref].code);
  return answer == nullptr ? Truth::kUnknown : TruthOf(*answer);
}

Truth Naive::Atom(const std::string& key, const Facts& facts) {
  if (trial_ == nullptr) return Truth::kUnknown;
  const auto met =
      std::find_if(trial_->atoms.begin(), trial_->atoms.end(), [&](const auto& atom) { return atom.first == key; });
  if (met == trial_->atoms.end()) trial_->atoms.emplace_back(key, facts);
  const auto answer = trial_->answers.find(key);
  return answer == trial_->answers.end() ? Truth::kUnknown : answer->second;
}

std::vector<Need> Naive::Needs(const Condition& condition) {
  Trial first;
  trial_ = &first;
  const Truth truth = condition();
  Facts facts;
  for (const auto& atom : first.atoms) Append(facts, atom.second);
  std::vector<Need> needs;
  for (const Fact& fact : facts) {
    std::vector<std::string> others;
    for (const auto& [key, read] : first.atoms) {
      if (std::find(read.begin(), read.end(), fact) == read.end()) others.push_back(key);
    }
    bool matters = others.size() > kMostTried, certain = others.size() <= kMostTried;
    for (std::uint32_t answers = 0; others.size() <= kMostTried && answers < (1u << others.size()); ++answers) {
      Trial trial;
      for (std::size_t i = 0; i < others.size(); ++i) {
        trial.answers[others[i]] = (answers >> i & 1u) != 0 ? Truth::kTrue : Truth::kFalse;
      }
      trial_ = &trial;
      const bool hangs = condition() == Truth::kUnknown;
      matters = matters || hangs;
      certain = certain && hangs;
    }
    if (matters) needs.push_back({fact, certain});
  }
  trial_ = nullptr;
  // An order word on "none": nobody can supply anything, and still nobody knows.
  if (needs.empty() && truth == Truth::kUnknown) needs.push_back({{"", State::kUncertain, false, false}, true});
  return needs;
}

std::vector<Need> Naive::NeedsOf(const sema::Rule& rule, const Members& members) {
  return Needs([&] { return Fires(rule, members); });
}

/// Any of the candidates may be asked for.
std::vector<Need> Naive::NeedsOfAnyItem(const sema::Rule& rule, const std::vector<Member>& candidates) {
  std::vector<Need> all;
  for (const Member& candidate : candidates) {
    const Members members{{rule.binder, candidate}};
    if (Fires(rule, members) != Truth::kUnknown) continue;
    for (Need& need : NeedsOf(rule, members)) {
      need.certain = false;
      all.push_back(std::move(need));
    }
  }
  return all;
}

Facts Naive::UnderTrial(const Condition& condition) {
  Trial inner;
  Trial* const outer = std::exchange(trial_, &inner);
  condition();
  trial_ = outer;
  Facts facts;
  for (const auto& atom : inner.atoms) Append(facts, atom.second);
  return facts;
}

Facts Naive::FactsOf(sema::ExprId id, const Members& members) {
  const Expr& expr = At(id);
  const Value value = Of(id, members);
  if (!IsUnknown(value)) return {};
  Facts facts;
  switch (expr.kind) {
    case ExprKind::kFinding: return {{model_.findings[expr.ref].code, value.state, true, false}};
    case ExprKind::kIt: return members.at(expr.ref).unknown_list.value_or(Facts());
    case ExprKind::kField: return FieldFacts(expr, members);
    case ExprKind::kDefinition: return FactsOf(model_.definitions[expr.ref].value, members);
    case ExprKind::kDerived: return FactsOf(model_.definitions[expr.ref].value, DerivedMembers(expr, members));
    case ExprKind::kAnd:
    case ExprKind::kOr:
    case ExprKind::kNot:
    case ExprKind::kAny:
    case ExprKind::kEvery: return UnderTrial([&] { return Judge(id, members); });
    case ExprKind::kIf: {
      const Truth condition = JudgePlain(expr.operands[0], members);
      if (condition != Truth::kUnknown) return FactsOf(expr.operands[condition == Truth::kTrue ? 1 : 2], members);
      facts = UnderTrial([&] { return Judge(expr.operands[0], members); });
      Append(facts, FactsOf(expr.operands[1], members));
      Append(facts, FactsOf(expr.operands[2], members));
      return facts;
    }
    default: break;
  }
  for (sema::ExprId operand : expr.operands) Append(facts, FactsOf(operand, members));
  if (LacksADay(expr, members)) Append(facts, {{PathOf(expr.operands[0], members), State::kDefective, false, true}});
  return facts;
}

/// 不超过, 少于 of a period that is there, without one of its days.
bool Naive::LacksADay(const Expr& expr, const Members& members) {
  if (expr.kind != ExprKind::kLonger && expr.kind != ExprKind::kShorter) return false;
  const Value period = Of(expr.operands[0], members);
  if (!period.IsKnown()) return false;
  const auto known = [](const Value& day) { return day.IsKnown(); };
  return !std::all_of(period.record->fields.begin(), period.record->fields.end(), known);
}

Facts Naive::ElementFacts(std::uint32_t attribute) {
  const Value value = Element(attribute);
  if (!IsUnknown(value)) return {};
  const Member member = ElementMember(attribute);
  if (value.state != State::kUncertain) return {{member.path, value.state, false, true}};
  return UnderTrial([&] { return Sound(attribute); });
}

Facts Naive::FieldFacts(const Expr& expr, const Members& members) {
  if (IsApplicationField(expr) && expr.ref != own_) return ElementFacts(expr.ref);
  const Value record = Of(expr.operands[0], members);
  if (IsUnknown(record)) return FactsOf(expr.operands[0], members);
  if (record.state == State::kNone) return {};
  const Value value = IsApplicationField(expr) ? Raw(expr.ref) : Field(record, expr.ref);
  return {FactAt(expr, members, value.state)};
}

/// A part of an element of the application is asked for as the element; what the engine computes as what it hangs on.
Fact Naive::FactAt(const Expr& field, const Members& members, State state) {
  const vocabulary::Record& type = vocabulary_.records[At(field.operands[0]).type.of];
  const vocabulary::Attribute& attribute = type.attributes[field.ref];
  const std::string record = PathOf(field.operands[0], members);
  if (type.key == "condition" && attribute.key == "met") {
    return {"condition_" + TextOf(vocabulary_, Of(field.operands[0], members), "no"), state, true, false};
  }
  if (type.key == "item" && attribute.key == "listed") return {"entry.items", state, false, false};
  if (type.key == "context" && attribute.key == "aligned") return {"entry.version", state, false, false};
  Fact fact{record + "." + attribute.key, state, false, false};
  fact.applicant = fact.path.starts_with("application.") && attribute.supplier == vocabulary::Supplier::kApplicant;
  if (type.key == "citation") fact.path = record.substr(0, record.find('['));
  const std::string start = "application.";
  if (!fact.path.starts_with(start)) return fact;
  const std::string key = fact.path.substr(start.size(), fact.path.find_first_of(".[", start.size()) - start.size());
  const vocabulary::Record& application = vocabulary_.records[vocabulary_.roots[application_].type.of];
  if (application.attributes[vocabulary::FindKey(application, key)].whole && fact.path != start + key) {
    fact = {start + key, State::kDefective, false, fact.applicant};
  }
  return fact;
}

std::string Naive::PathOf(sema::ExprId id, const Members& members) {
  const Expr& expr = At(id);
  if (expr.kind == ExprKind::kRoot) return vocabulary_.roots[expr.ref].key;
  if (expr.kind == ExprKind::kIt) return members.at(expr.ref).path;
  if (expr.kind != ExprKind::kField) return "";
  return PathOf(expr.operands[0], members) + "." +
         vocabulary_.records[At(expr.operands[0]).type.of].attributes[expr.ref].key;
}

/// The same text for the same question about the same things, wherever it stands.
std::string Naive::Show(sema::ExprId id, const Members& members) {
  const Expr& expr = At(id);
  if (expr.kind == ExprKind::kIt) return members.at(expr.ref).path;
  if (expr.kind == ExprKind::kDefinition) return Show(model_.definitions[expr.ref].value, members);
  if (expr.kind == ExprKind::kDerived) return Show(model_.definitions[expr.ref].value, DerivedMembers(expr, members));
  std::string text = std::to_string(static_cast<int>(expr.kind)) + ":" + std::to_string(expr.ref) + ":" +
                     std::to_string(expr.number) + ":" + std::to_string(expr.unit) + ":" + expr.text + "(";
  for (sema::ExprId operand : expr.operands) text += Show(operand, members) + ",";
  return text + ")";
}

/// Whether something unknown in the condition is a part of the element that was not handed in with it.
bool Naive::LacksOwnPart(sema::ExprId id, const Members& members, std::uint32_t attribute) {
  const Expr& expr = At(id);
  const Value value = Of(id, members);
  if (!IsUnknown(value)) return false;
  switch (expr.kind) {
    case ExprKind::kDefinition: return LacksOwnPart(model_.definitions[expr.ref].value, members, attribute);
    case ExprKind::kDerived:
      return LacksOwnPart(model_.definitions[expr.ref].value, DerivedMembers(expr, members), attribute);
    case ExprKind::kField:
      if (IsApplicationField(expr)) return false;
      if (value.state != State::kUncertain) return ReadsOwn(expr.operands[0], members, attribute);
      return LacksOwnPart(expr.operands[0], members, attribute);
    case ExprKind::kAny:
    case ExprKind::kEvery: {
      const Value list = Of(expr.operands[0], members);
      if (!list.IsKnown() || !ReadsOwn(expr.operands[0], members, attribute))
        return LacksOwnPart(expr.operands[0], members, attribute);
      for (Member& member : MembersOf(expr.operands[0], list, members)) {
        member.path = ElementMember(attribute).path + "[]";
        if (LacksOwnPart(expr.operands[1], With(members, expr.binder, member), attribute)) return true;
      }
      return false;
    }
    default: break;
  }
  if (LacksADay(expr, members) && ReadsOwn(expr.operands[0], members, attribute)) return true;
  return std::any_of(expr.operands.begin(), expr.operands.end(),
                     [&](sema::ExprId operand) { return LacksOwnPart(operand, members, attribute); });
}

bool Naive::ReadsOwn(sema::ExprId id, const Members& members, std::uint32_t attribute) {
  const std::string own = ElementMember(attribute).path;
  const std::string path = PathOf(id, members) + ".";
  return path.starts_with(own + ".") || path.starts_with(own + "[");
}

}  // namespace zhun::oracle
