#include "compiler/sema/lookup.h"

#include "compiler/sema/suggest.h"

namespace zhun::sema {
namespace {

using diagnostics::Code;

/// Reports a word outside a closed list, with the nearest member as fix.
void ReportUnknown(Analysis& analysis, Code code, const ast::Token& word, const base::Words& list,
                   const std::vector<base::Words>& names) {
  base::Words all;
  std::vector<std::string> candidates;
  for (const base::Words& name : names) {
    all.zh += (all.zh.empty() ? "" : "、") + name.zh;
    all.en += (all.en.empty() ? "" : ", ") + name.en;
    candidates.push_back(name.zh);
    candidates.push_back(name.en);
  }
  diagnostics::Diagnostic& report =
      analysis.sink.Report(code, word.span, {{"word", word.text}, {"type", list}, {"words", all}});
  if (const auto near = Nearest(word.text, candidates)) {
    report.fixes.push_back({word.span, *near, {"改为“" + *near + "”", "write " + *near}, true});
  }
}

template <class Rows>
std::uint16_t Find(Analysis& analysis, const Rows& rows, const base::Words& list, const ast::Token& word,
                   Code code = Code::kNotAMember) {
  std::vector<base::Words> names;
  for (std::uint16_t i = 0; i < rows.size(); ++i) {
    if (vocabulary::Names(rows[i].name, word.text)) {
      analysis.Spell(word.span, rows[i].name);
      return i;
    }
    names.push_back(rows[i].name);
  }
  ReportUnknown(analysis, code, word, list, names);
  return vocabulary::kNone;
}

}  // namespace

std::uint16_t MemberOf(Analysis& analysis, std::string_view enumeration, const ast::Token& word) {
  const vocabulary::Enumeration& found =
      analysis.vocabulary.enumerations[vocabulary::FindEnumeration(analysis.vocabulary, enumeration)];
  return Find(analysis, found.members, found.name, word);
}

std::vector<std::uint16_t> MembersOf(Analysis& analysis, std::string_view enumeration,
                                     const std::vector<ast::Token>& words) {
  std::vector<std::uint16_t> members;
  for (const ast::Token& word : words) {
    const std::uint16_t member = MemberOf(analysis, enumeration, word);
    if (member != vocabulary::kNone) members.push_back(member);
  }
  return members;
}

std::uint16_t EventOf(Analysis& analysis, const ast::Token& word) {
  return Find(analysis, analysis.vocabulary.events, {"事件", "event"}, word);
}

std::uint16_t ReadingOf(Analysis& analysis, const ast::Token& word) {
  return Find(analysis, analysis.vocabulary.readings, {"口径", "reading"}, word, Code::kUnknownReading);
}

std::uint16_t ReadingValueOf(Analysis& analysis, std::uint16_t reading, const ast::Token& word) {
  const vocabulary::Reading& row = analysis.vocabulary.readings[reading];
  return Find(analysis, row.values, row.name, word);
}

std::uint16_t UnitOf(Analysis& analysis, const ast::Token& unit) {
  for (std::uint16_t i = 0; i < analysis.vocabulary.units.size(); ++i) {
    const base::Words& name = analysis.vocabulary.units[i].name;
    if (vocabulary::Names(name, unit.text) || name.en.substr(0, name.en.size() - 1) == unit.text) return i;
  }
  return Find(analysis, analysis.vocabulary.units, {"单位", "unit"}, unit);
}

base::Words WordsOf(const ast::Text& text) { return {text.zh.text, text.en ? text.en->text : std::string()}; }

}  // namespace zhun::sema
