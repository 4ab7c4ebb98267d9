// Literals and bare words.
#include <charconv>

#include "compiler/sema/expressions.h"
#include "compiler/sema/lookup.h"
#include "compiler/sema/suggest.h"
#include "runtime/base/date.h"

namespace zhun::sema {

using diagnostics::Code;
using vocabulary::Base;
using vocabulary::Type;

namespace {

constexpr std::int64_t kLongestYears = 200;  // a length above this is a date written half

std::optional<std::int64_t> WholeNumber(std::string_view digits) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

std::uint16_t MemberCalled(const vocabulary::Enumeration& enumeration, std::string_view name) {
  for (std::uint16_t i = 0; i < enumeration.members.size(); ++i) {
    if (vocabulary::Names(enumeration.members[i].name, name)) return i;
  }
  return vocabulary::kNone;
}

std::vector<std::string> NamesOf(const vocabulary::Enumeration& enumeration) {
  std::vector<std::string> names;
  for (const vocabulary::Enumerator& member : enumeration.members) {
    names.push_back(member.name.zh);
    names.push_back(member.name.en);
  }
  return names;
}

base::Words Listed(const vocabulary::Enumeration& enumeration) {
  base::Words list;
  for (const vocabulary::Enumerator& member : enumeration.members) {
    list.zh += (list.zh.empty() ? "" : "、") + member.name.zh;
    list.en += (list.en.empty() ? "" : ", ") + member.name.en;
  }
  return list;
}

}  // namespace

ExprId Expressions::Number(const ast::Expr& tree) {
  const std::optional<std::int64_t> number = WholeNumber(tree.text);
  if (!number) {
    analysis_.sink.Report(Code::kNumberNotWhole, tree.span, {{"text", tree.text}});
    return Bad(tree.span);
  }
  const ExprId id = Make(ExprKind::kConstant, {Base::kNumber, vocabulary::kNone, false}, tree.span);
  analysis_.model.exprs[id].number = *number;
  return id;
}

ExprId Expressions::Quantity(const ast::Expr& tree) {
  const std::optional<std::int64_t> number = WholeNumber(tree.text);
  const std::uint16_t unit = UnitOf(analysis_, {tree.unit, tree.span});
  if (unit == vocabulary::kNone) return Bad(tree.span);
  if (!number) {
    analysis_.sink.Report(Code::kNumberNotWhole, tree.span, {{"text", tree.text + tree.unit}});
    return Bad(tree.span);
  }
  const vocabulary::Unit& found = analysis_.vocabulary.units[unit];
  if (found.length && found.key == "year" && *number > kLongestYears) {
    analysis_.sink.Report(Code::kLengthTooLong, tree.span, {{"text", tree.text + tree.unit}});
    return Bad(tree.span);
  }
  const Type type = found.length ? Type{Base::kLength, vocabulary::kNone, false} : Type{Base::kQuantity, unit, false};
  const ExprId id = Make(ExprKind::kConstant, type, tree.span);
  analysis_.model.exprs[id].number = *number;
  analysis_.model.exprs[id].unit = unit;
  return id;
}

ExprId Expressions::Date(const ast::Expr& tree) {
  const std::optional<base::Date> date = base::ParseDate(tree.text);
  if (!date) return Bad(tree.span);  // reported by the lexer
  const ExprId id = Make(ExprKind::kConstant, {Base::kDate, vocabulary::kNone, false}, tree.span);
  analysis_.model.exprs[id].number = date->days;
  return id;
}

ExprId Expressions::Region(base::Span span, const std::string& code) {
  const std::optional<std::int64_t> number = code.size() == 6 ? WholeNumber(code) : std::nullopt;
  if (!number || *number < 100000) {
    analysis_.sink.Report(Code::kNotARegion, span, {{"text", code}});
    return Bad(span);
  }
  const ExprId id = Make(ExprKind::kConstant, {Base::kRegion, vocabulary::kNone, false}, span);
  analysis_.model.exprs[id].number = *number;
  return id;
}

ExprId Expressions::Text(const ast::Expr& tree, Type expected) {
  if (expected.base == Base::kRegion) return Region(tree.span, tree.text);
  if (expected.base == Base::kEnum) {
    const vocabulary::Enumeration& enumeration = analysis_.vocabulary.enumerations[expected.of];
    diagnostics::Diagnostic& report =
        analysis_.sink.Report(Code::kTextForWord, tree.span,
                              {{"text", tree.text}, {"type", enumeration.name}, {"words", Listed(enumeration)}});
    if (MemberCalled(enumeration, tree.text) != vocabulary::kNone) {
      report.fixes.push_back({tree.span, tree.text, {"去掉引号", "drop the quotation marks"}});
    } else if (const auto near = Nearest(tree.text, NamesOf(enumeration))) {
      report.fixes.push_back({tree.span, *near, {"改为“" + *near + "”", "write " + *near}, true});
    }
    return Bad(tree.span);
  }
  const ExprId id = Make(ExprKind::kConstant, {Base::kText, vocabulary::kNone, false}, tree.span);
  analysis_.model.exprs[id].text = tree.text;
  return id;
}

/// Where no type is expected (则 待答复), a word is the member of the one enumeration that has it.
ExprId Expressions::OnlyMember(const ast::Expr& tree) {
  ExprId found;
  for (std::uint16_t i = 0; i < analysis_.vocabulary.enumerations.size(); ++i) {
    const vocabulary::Enumeration& enumeration = analysis_.vocabulary.enumerations[i];
    const std::uint16_t member = MemberCalled(enumeration, tree.text);
    if (member == vocabulary::kNone) continue;
    if (found.IsValid()) return {};
    analysis_.Spell(tree.span, enumeration.members[member].name);
    found = Make(ExprKind::kConstant, {Base::kEnum, i, false}, tree.span);
    analysis_.model.exprs[found].number = member;
  }
  return found;
}

ExprId Expressions::Word(const ast::Expr& tree, Type expected) {
  for (std::uint16_t i = 0; i < analysis_.vocabulary.roots.size(); ++i) {
    const vocabulary::Root& root = analysis_.vocabulary.roots[i];
    if (vocabulary::Names(root.name, tree.text) && expected.base != Base::kEnum) {
      return StartOfPath(tree.text, tree.span);
    }
  }
  if (expected.base == Base::kEnum) {
    const vocabulary::Enumeration& enumeration = analysis_.vocabulary.enumerations[expected.of];
    const std::uint16_t member = MemberCalled(enumeration, tree.text);
    if (member != vocabulary::kNone) {
      analysis_.Spell(tree.span, enumeration.members[member].name);
      const ExprId id = Make(ExprKind::kConstant, {Base::kEnum, expected.of, false}, tree.span);
      analysis_.model.exprs[id].number = member;
      return id;
    }
    diagnostics::Diagnostic& report =
        analysis_.sink.Report(Code::kNotAMember, tree.span,
                              {{"word", tree.text}, {"type", enumeration.name}, {"words", Listed(enumeration)}});
    if (const auto near = Nearest(tree.text, NamesOf(enumeration))) {
      report.fixes.push_back({tree.span, *near, {"改为“" + *near + "”", "write " + *near}, true});
    }
    return Bad(tree.span);
  }
  if (expected.base == Base::kText) {
    diagnostics::Diagnostic& report = analysis_.sink.Report(Code::kWordForText, tree.span, {{"word", tree.text}});
    report.fixes.push_back({tree.span, "“" + tree.text + "”", {"加上引号", "put it in quotation marks"}});
    return Bad(tree.span);
  }
  if (expected.base == Base::kError) {
    if (const ExprId id = OnlyMember(tree); id.IsValid()) return id;
  }
  ReportUnknownWord(tree);
  return Bad(tree.span);
}

}  // namespace zhun::sema
