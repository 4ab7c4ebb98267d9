#include "compiler/lint/settings/read.h"

#include <algorithm>
#include <functional>
#include <span>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "compiler/sema/suggest.h"
#include "runtime/base/digest.h"

namespace zhun::lint {
namespace {

using base::Words;
using diagnostics::Code;
using diagnostics::Diagnostic;
using diagnostics::Severity;

/// A value, and the key that leads to it.
struct Value {
  std::string key;  ///< "lint.levels.K12"
  const toml::node& node;

  std::size_t Line() const { return node.source().begin.line; }
};

/// A key that a table may have, and what becomes of its value.
struct Member {
  std::string_view key;
  std::function<void(const Value&)> take;
};

const Words kTable{"一张表", "a table"};
const Words kTables{"若干张表，每张以 [[…]] 起头", "tables, each begun by [[…]]"};
const Words kText{"加引号的文字，不为空", "a text in quotation marks, not empty"};
const Words kTextList{"文字的列表，如 [\"甲\", \"乙\"]", "a list of texts such as [\"one\", \"two\"]"};
const Words kLevel{"\"error\"、\"warning\" 或者 \"info\"", "\"error\", \"warning\" or \"info\""};
const Words kLevelOrOff{"\"error\"、\"warning\"、\"info\" 或者 \"off\"", "\"error\", \"warning\", \"info\" or \"off\""};
const Words kDate{"日期，如 2026-12-31", "a date such as 2026-12-31"};

/// Attributes of an entry that are read through a code table (`ReadEntry`).
constexpr std::string_view kTranslated[] = {"sharing"};

std::optional<Severity> LevelNamed(std::string_view word) {
  if (word == "error") return Severity::kError;
  if (word == "warning") return Severity::kWarning;
  if (word == "info") return Severity::kInformation;
  return std::nullopt;
}

bool IsBlank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

std::string Joined(const std::vector<std::string>& words, std::string_view between) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : std::string(between)) + word;
  return list;
}

Words Listed(const std::vector<std::string>& words) { return {Joined(words, "、"), Joined(words, ", ")}; }

/// What is wrong, with the lines it stands on, until all is known.
class Faults {
 public:
  explicit Faults(std::string file) : file_(std::move(file)) {}

  Diagnostic& Report(Code code, std::size_t line, std::vector<diagnostics::Argument> arguments) {
    arguments.emplace_back("file", file_);
    arguments.emplace_back("line", std::to_string(line));
    Diagnostic& fault = faults_.emplace_back(line, Diagnostic{}).second;
    fault.code = code;
    fault.arguments = std::move(arguments);
    return fault;
  }
  void ReportValue(const Value& value, const Words& what) {
    Report(Code::kSettingsValue, value.Line(), {{"key", value.key}, {"what", what}});
  }
  /// Adds what was probably meant, if anything is near.
  static void Suggest(Diagnostic& fault, std::string_view word, const std::vector<std::string>& candidates) {
    const auto near = sema::Nearest(word, candidates);
    if (near) fault.help = {"是否指 " + *near + "？", "Did you mean " + *near + "?"};
  }
  const std::string& File() const { return file_; }
  bool None() const { return faults_.empty(); }

  void TellInOrder(diagnostics::Sink& sink) {
    std::ranges::stable_sort(faults_, {}, &std::pair<std::size_t, Diagnostic>::first);
    for (auto& [line, fault] : faults_) sink.ReportIn(fault.code, "", "") = std::move(fault);
  }

 private:
  std::string file_;
  std::vector<std::pair<std::size_t, Diagnostic>> faults_;
};

class Reader {
 public:
  Reader(const vocabulary::Vocabulary& vocabulary, Settings& settings, Faults& faults)
      : vocabulary_(vocabulary),
        settings_(settings),
        faults_(faults) {}

  void Read(const toml::table& file) {
    const std::vector<Member> members = {
        {"lint", [&](const Value& value) { Lint(value); }},
        {"standards", [&](const Value& value) { Texts(value, settings_.standards); }},
        {"code-tables", [&](const Value& value) { CodeTables(value); }},
        {"authorities", [&](const Value& value) { Authorities(value); }},
        {"sources", [&](const Value& value) { Texts(value, settings_.source_departments); }}};
    Members({"", file}, members);
  }

 private:
  static std::string Below(const std::string& key, std::string_view child) {
    return key.empty() ? std::string(child) : fmt::format("{}.{}", key, child);
  }

  /// Hands every value of a table to its member; reports a key that is none.
  void Members(const Value& value, std::span<const Member> members) {
    const toml::table* table = value.node.as_table();
    if (table == nullptr) return faults_.ReportValue(value, kTable);
    for (const auto& [key, node] : *table) {
      const auto member = std::ranges::find(members, key.str(), &Member::key);
      if (member == members.end()) {
        ReportUnknown(value.key, key, members);
      } else {
        member->take({Below(value.key, key.str()), node});
      }
    }
  }

  void ReportUnknown(const std::string& table, const toml::key& key, std::span<const Member> members) {
    std::vector<std::string> names;
    for (const Member& member : members) names.emplace_back(member.key);
    Diagnostic& fault = faults_.Report(Code::kSettingsKeyUnknown, key.source().begin.line,
                                       {{"key", Below(table, key.str())}, {"keys", Listed(names)}});
    Faults::Suggest(fault, key.str(), names);
  }

  std::string Text(const Value& value, const Words& what = kText) {
    const auto* text = value.node.as_string();
    if (text != nullptr && !IsBlank(text->get())) return text->get();
    faults_.ReportValue(value, what);
    return {};
  }

  /// Every key with a text.
  void Texts(const Value& value, std::map<std::string, std::string, std::less<>>& into) {
    const toml::table* table = value.node.as_table();
    if (table == nullptr) return faults_.ReportValue(value, kTable);
    for (const auto& [key, node] : *table) into[std::string(key.str())] = Text({Below(value.key, key.str()), node});
  }

  void Lint(const Value& value) {
    const std::vector<Member> members = {
        {"fail-level", [&](const Value& level) { FailLevel(level); }},
        {"baseline", [&](const Value& path) { settings_.baseline = Text(path); }},
        {"cache", [&](const Value& path) { settings_.cache = Text(path); }},
        {"levels", [&](const Value& levels) { Levels(levels, settings_.levels); }},
        {"paths", [&](const Value& paths) { Tables(paths, [&](const Value& path) { Path(path); }); }},
        {"waivers", [&](const Value& rows) { Tables(rows, [&](const Value& row) { Waiver(row); }); }}};
    Members(value, members);
  }

  void Tables(const Value& value, const std::function<void(const Value&)>& take) {
    const toml::array* list = value.node.as_array();
    if (list == nullptr) return faults_.ReportValue(value, kTables);
    for (const toml::node& node : *list) take({value.key, node});
  }

  void FailLevel(const Value& value) {
    const auto* word = value.node.as_string();
    settings_.fail_level = word == nullptr ? std::nullopt : LevelNamed(word->get());
    if (!settings_.fail_level) faults_.ReportValue(value, kLevel);
  }

  /// The rules that a code or the letter of a family names; reports a word that names none.
  std::vector<RuleCode> RulesNamed(std::string_view word, std::size_t line) {
    std::vector<RuleCode> rules = RulesOf(word);
    if (!rules.empty()) return rules;
    std::vector<std::string> codes;
    for (const RuleRow& row : RuleRows()) codes.emplace_back(row.text);
    Diagnostic& fault = faults_.Report(Code::kLintRuleUnknown, line, {{"word", word}});
    // K5 is meant for K05, though K15 is as near.
    const auto meant = word.size() == 2 ? RuleNamed(std::string{word[0], '0', word[1]}) : std::nullopt;
    if (meant) codes = {std::string(RowOf(*meant).text)};
    Faults::Suggest(fault, word, codes);
    const Words place{fmt::format("写在“{}”第{}行。", faults_.File(), line),
                      fmt::format("It stands in {}, line {}. ", faults_.File(), line)};
    fault.help = {place.zh + fault.help.zh, place.en + fault.help.en};
    return rules;
  }

  void Levels(const Value& value, std::map<RuleCode, RuleLevel>& levels) {
    const toml::table* table = value.node.as_table();
    if (table == nullptr) return faults_.ReportValue(value, kTable);
    for (const bool families : {true, false}) {  // what is said of one rule holds against what is said of its family
      for (const auto& [key, node] : *table) {
        if ((key.str().size() == 1) != families) continue;
        const std::vector<RuleCode> rules = RulesNamed(key.str(), key.source().begin.line);
        SetLevel({Below(value.key, key.str()), node}, rules, levels);
      }
    }
  }

  void SetLevel(const Value& value, const std::vector<RuleCode>& rules, std::map<RuleCode, RuleLevel>& levels) {
    const auto* word = value.node.as_string();
    const RuleLevel level = word == nullptr ? std::nullopt : LevelNamed(word->get());
    if (!level && (word == nullptr || word->get() != "off")) return faults_.ReportValue(value, kLevelOrOff);
    for (const RuleCode rule : rules) levels[rule] = level;
  }

  /// Reports the members that a table must have and has not.
  void Require(const Value& value, std::initializer_list<std::pair<std::string_view, const Words*>> needed) {
    const toml::table* table = value.node.as_table();
    if (table == nullptr) return;
    for (const auto& [key, what] : needed) {
      if (table->contains(key)) continue;
      const diagnostics::Argument name("key", Below(value.key, key));
      faults_.Report(Code::kSettingsValue, value.Line(), {name, {"what", *what}}).help = {"这个键不能缺少。",
                                                                                          "This key must be there."};
    }
  }

  void Path(const Value& value) {
    PathLevels path;
    const std::vector<Member> members = {{"pattern", [&](const Value& text) { path.pattern = Text(text); }},
                                         {"levels", [&](const Value& levels) { Levels(levels, path.levels); }}};
    Members(value, members);
    Require(value, {{"pattern", &kText}, {"levels", &kTable}});
    settings_.paths.push_back(std::move(path));
  }

  void Waiver(const Value& value) {
    SettingsWaiver waiver;
    waiver.line = value.Line();
    const std::vector<Member> members = {{"rule", [&](const Value& rule) { WaivedRule(rule, waiver); }},
                                         {"entry", [&](const Value& id) { waiver.subject = Text(id); }},
                                         {"reason", [&](const Value& text) { waiver.reason = Text(text); }},
                                         {"until", [&](const Value& day) { waiver.until = Date(day); }}};
    Members(value, members);
    Require(value, {{"rule", &kText}, {"entry", &kText}, {"reason", &kText}});
    settings_.waivers.push_back(std::move(waiver));
  }

  /// One rule: a waiver of a whole family would hide what nobody has looked at.
  void WaivedRule(const Value& value, SettingsWaiver& waiver) {
    static const Words kRule{"一条规则的代码，如 \"K05\"", "the code of one rule, such as \"K05\""};
    const std::string word = Text(value, kRule);
    if (word.size() == 1) return faults_.ReportValue(value, kRule);
    if (word.empty()) return;
    const std::vector<RuleCode> rules = RulesNamed(word, value.Line());
    if (!rules.empty()) waiver.rule = rules.front();
  }

  /// A date of TOML, or a text in the same form.
  std::optional<base::Date> Date(const Value& value) {
    std::optional<base::Date> date;
    if (const auto* day = value.node.as_date()) {
      const auto [year, month, number] = day->get();
      date = base::ParseDate(fmt::format("{:04}-{:02}-{:02}", year, month, number));
    } else if (const auto* text = value.node.as_string()) {
      date = base::ParseDate(text->get());
    }
    if (!date) faults_.ReportValue(value, kDate);
    return date;
  }

  void CodeTables(const Value& value) {
    std::vector<Member> members;
    for (const std::string_view attribute : kTranslated) {
      members.push_back({attribute, [&, attribute](const Value& table) { CodeTable(table, attribute); }});
    }
    Members(value, members);
  }

  void CodeTable(const Value& value, std::string_view attribute) {
    auto& table = settings_.code_tables[std::string(attribute)];
    Texts(value, table);
    const vocabulary::Enumeration& enumeration =
        vocabulary_.enumerations[vocabulary::FindEnumeration(vocabulary_, attribute)];
    std::vector<std::string> codes;
    for (const vocabulary::Enumerator& member : enumeration.members) codes.push_back(member.code);
    const toml::table* rows = value.node.as_table();
    if (rows == nullptr) return;
    for (const auto& [key, node] : *rows) {
      const auto* code = node.as_string();
      if (code == nullptr || IsBlank(code->get()) || std::ranges::find(codes, code->get()) != codes.end()) continue;
      const Words what{"其中之一：" + Joined(codes, "、"), "one of " + Joined(codes, ", ")};
      faults_.ReportValue({Below(value.key, key.str()), node}, what);
    }
  }

  void Authorities(const Value& value) {
    const std::vector<Member> members = {{"names", [&](const Value& names) { Names(names); }}};
    Members(value, members);
  }

  void Names(const Value& value) {
    const toml::array* list = value.node.as_array();
    if (list == nullptr) return faults_.ReportValue(value, kTextList);
    for (const toml::node& node : *list) settings_.authorities.push_back(Text({value.key, node}));
  }

  const vocabulary::Vocabulary& vocabulary_;
  Settings& settings_;
  Faults& faults_;
};

/// Whether a character outside ASCII stands at line and column (in code points): TOML has them inside quotation marks only.
bool IsWide(std::string_view text, std::size_t line, std::size_t column) {
  for (; line > 1 && !text.empty(); --line) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  for (const char c : text.substr(0, text.find('\n'))) {
    const bool first = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (first && --column == 0) return static_cast<unsigned char>(c) >= 0x80;
  }
  return false;
}

void ReportSyntax(const toml::parse_error& error, std::string_view text, Faults& faults) {
  const auto [line, column] = error.source().begin;
  Diagnostic& fault = faults.Report(Code::kSettingsSyntax, line, {{"column", std::to_string(column)}});
  if (IsWide(text, line, column)) {
    fault.help = {"汉字和中文标点只能写在英文引号 \"…\" 里面，键也一样。",
                  "Chinese characters and punctuation stand inside \"…\" only; keys too."};
  } else {
    const std::string told(error.description());
    fault.help = {"TOML 解析程序的说明：" + told, "The TOML parser says: " + told};
  }
}

}  // namespace

std::optional<Settings> ReadSettings(const std::string& name, std::string_view text,
                                     const vocabulary::Vocabulary& vocabulary, diagnostics::Sink& sink) {
  Settings settings;
  settings.file = name;
  settings.digest = base::Digest(text);
  Faults faults(name);
  const toml::parse_result parsed = toml::parse(text, name);
  if (parsed) {
    Reader(vocabulary, settings, faults).Read(parsed.table());
  } else {
    ReportSyntax(parsed.error(), text, faults);
  }
  if (faults.None()) return settings;
  faults.TellInOrder(sink);
  return std::nullopt;
}

}  // namespace zhun::lint
