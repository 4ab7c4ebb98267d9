// zhun help
#include <algorithm>
#include <ostream>

#include "compiler/driver/host.h"
#include "compiler/sema/suggest.h"
#include "runtime/diagnostics/visible_text.h"

namespace zhun::driver {
namespace {

using base::In;
using base::Language;

std::size_t WidthOf(std::string_view text) { return diagnostics::MakeVisible(text).columns.back(); }

std::string Padded(const std::string& text, std::size_t width) {
  const std::size_t used = WidthOf(text);
  return text + std::string(used < width ? width - used : 0, ' ');
}

/// Lines of two columns, the second aligned.
std::string Table(const std::vector<std::pair<std::string, std::string>>& rows) {
  std::size_t width = 0;
  for (const auto& [left, right] : rows) width = std::max(width, WidthOf(left));
  std::string text;
  for (const auto& [left, right] : rows) text += "  " + Padded(left, width) + "  " + right + "\n";
  return text;
}

std::string OptionWords(const OptionRow& row, Language language) {
  std::string words = row.letter == 0 ? "" : std::string("-") + row.letter + ", ";
  words += "--" + std::string(row.word);
  if (!row.value.en.empty()) words += " " + In(language, row.value);
  return words;
}

/// Breaks at blanks so that lines stay readable on a terminal; Chinese is broken by the terminal itself.
std::string Wrapped(const std::string& text) {
  constexpr std::size_t kWidth = 100;
  std::string lines, line;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    const std::string word = text.substr(at, end - at);
    if (!line.empty() && WidthOf(line) + 1 + WidthOf(word) > kWidth) {
      lines += line + "\n";
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
    if (end < text.size() && text[end] == '\n') {
      lines += line + "\n";
      line.clear();
    }
    at = end + 1;
  }
  return lines + line + "\n";
}

std::string Overview(Language language) {
  std::vector<std::pair<std::string, std::string>> rows;
  for (const CommandRow& row : Commands()) rows.emplace_back(std::string(row.word), In(language, row.summary));
  const base::Words title{"准：依法共享政务数据的策略语言",
                          "Zhun: a policy language for sharing government data lawfully"};
  const base::Words usage{"用法：zhun 命令 [选项] …", "Usage: zhun COMMAND [OPTION] …"};
  const base::Words commands{"命令：", "Commands:"};
  const base::Words more{"zhun help 命令 有各命令的选项和例子；--lang en 显示英文。",
                         "zhun help COMMAND has options and examples; --lang zh shows Chinese."};
  return In(language, title) + "\n\n" + In(language, usage) + "\n\n" + In(language, commands) + "\n" + Table(rows) +
         "\n" + In(language, more) + "\n";
}

std::string Page(const CommandRow& command, Language language) {
  std::string text =
      Spelled(command) + (language == Language::kChinese ? "：" : ": ") + In(language, command.summary) + "\n\n";
  text += In(language, {"用法：", "Usage: "}) + Spelled(command) + In(language, {" [选项]", " [OPTION]"});
  if (!command.operands.en.empty()) text += " " + In(language, command.operands);
  text += "\n\n" + Wrapped(In(language, command.more)) + "\n";
  std::vector<std::pair<std::string, std::string>> rows;
  for (const Option option : OptionsOf(command)) {
    rows.emplace_back(OptionWords(RowOf(option), language), In(language, RowOf(option).text));
  }
  text += In(language, {"选项：", "Options:"}) + "\n" + Table(rows) + "\n" + In(language, {"例：", "Examples:"}) + "\n";
  for (const ExampleRow& example : Examples()) {
    if (example.command == command.command)
      text += "  " + std::string(example.line) + "\n      " + In(language, example.text) + "\n";
  }
  return text;
}

}  // namespace

int RunHelp(const Arguments& arguments, Host& host) {
  if (arguments.Operands().empty()) {
    host.out << Overview(arguments.Language());
    return exit_code::kDone;
  }
  const std::string& word = arguments.Operands().front();
  std::vector<std::string> words;
  for (const CommandRow& row : Commands()) {
    words.emplace_back(row.word);
    if (row.word != word) continue;
    host.out << Page(row, arguments.Language());
    return exit_code::kDone;
  }
  diagnostics::Sink sink;
  auto& report = sink.ReportIn(diagnostics::Code::kCommandUnknown, "", "", {{"word", word}});
  if (const auto near = sema::Nearest(word, words))
    report.help = {"是否指 " + *near + "？", "Did you mean " + *near + "?"};
  Tell(sink, arguments.HowToSpeak(), host);
  return exit_code::kUsage;
}

}  // namespace zhun::driver
