#include "compiler/lint/subject/length.h"

#include <algorithm>

#include "compiler/lint/subject/paths.h"

namespace zhun::lint {
namespace {

using sema::ExprKind;

constexpr int kMonthsLookedAt = 48;  ///< so that a leap day lies within

std::uint16_t MemberOf(const vocabulary::Vocabulary& vocabulary, std::string_view sharing) {
  const auto index = vocabulary::FindEnumeration(vocabulary, "sharing");
  return vocabulary::FindCode(vocabulary.enumerations[index], sharing);
}

std::optional<base::Date> EndOf(const Background& background, base::Date from, const Length& length) {
  const std::string& key = background.vocabulary.units[length.unit].key;
  if (length.amount > 100'000) return std::nullopt;  // no length that a calendar could count
  if (key == "working_day") {
    return calendar::AddWorkingDays(background.calendar, 0, from, static_cast<int>(length.amount)).due;
  }
  using calendar::LengthUnit;
  const LengthUnit unit = key == "year" ? LengthUnit::kYear : key == "month" ? LengthUnit::kMonth : LengthUnit::kDay;
  return calendar::AddLength(from, length.amount, unit);
}

/// The first day of the last year whose calendar is announced.
std::optional<base::Date> FirstDay(const calendar::Book& book) {
  std::optional<base::Date> first;
  for (const calendar::YearCalendar& year : book.years) {
    if (year.status == calendar::Status::kOfficial) first = base::MakeDate(year.year, 1, 1);
  }
  return first;
}

std::optional<bool> Both(std::optional<bool> left, std::optional<bool> right) {
  if (left == false || right == false) return false;
  return left == true && right == true ? std::optional(true) : std::nullopt;
}

std::optional<bool> Not(std::optional<bool> value) { return value ? std::optional(!*value) : std::nullopt; }

}  // namespace

base::Words WordsOf(const vocabulary::Vocabulary& vocabulary, const Length& length) {
  const std::string amount = std::to_string(length.amount);
  const base::Words& unit = vocabulary.units[length.unit].name;
  std::string en = unit.en;
  std::ranges::replace(en, '_', ' ');
  if (length.amount == 1 && en.ends_with('s')) en.pop_back();
  return {amount + unit.zh, amount + " " + en};
}

std::optional<bool> HoldsFor(const PolicySubject& subject, sema::ExprId condition, std::string_view sharing) {
  if (!condition.IsValid()) return true;
  const auto& exprs = subject.Model().exprs;
  const sema::Expr& node = exprs[condition];
  const auto holds = [&](sema::ExprId each) { return HoldsFor(subject, each, sharing); };
  const auto is_class = [&](sema::ExprId value) {
    return exprs[value].kind == ExprKind::kConstant &&
           exprs[value].number == MemberOf(subject.library.vocabulary, sharing);
  };
  std::optional<bool> result;
  switch (node.kind) {
    case ExprKind::kNot: return Not(holds(node.operands[0]));
    case ExprKind::kAnd:
      result = true;
      for (const sema::ExprId each : node.operands) result = Both(result, holds(each));
      return result;
    case ExprKind::kOr:
      result = true;
      for (const sema::ExprId each : node.operands) result = Both(result, Not(holds(each)));
      return Not(result);
    case ExprKind::kEqual:
      if (KeysOf(subject, node.operands[0]) != "entry.sharing") return std::nullopt;
      if (exprs[node.operands[1]].kind != ExprKind::kConstant) return std::nullopt;
      return is_class(node.operands[1]);
    case ExprKind::kIn:
      if (KeysOf(subject, node.operands[0]) != "entry.sharing") return std::nullopt;
      if (exprs[node.operands[1]].kind != ExprKind::kList) return std::nullopt;
      return std::ranges::any_of(exprs[node.operands[1]].operands, is_class);
    case ExprKind::kDefinition:
      if (subject.messages.HasErrors()) return std::nullopt;  // the definition may use itself
      return holds(subject.Model().definitions[node.ref].value);
    default: return std::nullopt;
  }
}

std::vector<Length> LengthsFor(const PolicySubject& subject, sema::ExprId length, std::string_view sharing) {
  const sema::Expr& node = subject.Model().exprs[length];
  if (node.kind == ExprKind::kConstant && node.unit != vocabulary::kNone) return {{node.number, node.unit}};
  if (node.kind != ExprKind::kIf) return {};
  const std::optional<bool> holds = HoldsFor(subject, node.operands[0], sharing);
  if (holds) return LengthsFor(subject, node.operands[*holds ? 1 : 2], sharing);
  std::vector<Length> lengths = LengthsFor(subject, node.operands[1], sharing);
  std::ranges::copy(LengthsFor(subject, node.operands[2], sharing), std::back_inserter(lengths));
  return lengths;
}

std::optional<Overrun> OutlastsSomewhere(const Background& background, const Length& one, const Length& other) {
  if (one.unit == other.unit) {
    return one.amount > other.amount ? std::optional(Overrun{}) : std::nullopt;
  }
  const std::optional<base::Date> first = FirstDay(background.calendar);
  if (!first) return std::nullopt;
  const base::Date last = base::AddMonths(*first, kMonthsLookedAt);
  for (base::Date from = *first; from < last; from = base::AddDays(from, 1)) {
    const auto one_ends = EndOf(background, from, one);
    const auto other_ends = EndOf(background, from, other);
    if (one_ends && other_ends && *one_ends > *other_ends) return Overrun{from, *one_ends, *other_ends};
  }
  return std::nullopt;
}

}  // namespace zhun::lint
