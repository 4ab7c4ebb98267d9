#include "compiler/driver/command.h"

#include <algorithm>

namespace zhun::driver {

#define ZHUN_COMMAND(NAME, WORD, OPERANDS_ZH, OPERANDS_EN, LEAST, MOST, OPTIONS, ZH, EN, MORE_ZH, MORE_EN) \
  int Run##NAME(const Arguments& arguments, Host& host);
#include "compiler/driver/commands.def"
#undef ZHUN_COMMAND

std::span<const CommandRow> Commands() {
  using enum Option;
#define ZHUN_LIST(...) {__VA_ARGS__}
#define ZHUN_COMMAND(NAME, WORD, OPERANDS_ZH, OPERANDS_EN, LEAST, MOST, OPTIONS, ZH, EN, MORE_ZH, MORE_EN) \
  CommandRow{Command::k##NAME,  WORD,     {OPERANDS_ZH, OPERANDS_EN}, LEAST,    MOST,                      \
             ZHUN_LIST OPTIONS, {ZH, EN}, {MORE_ZH, MORE_EN},         Run##NAME},
  static const std::vector<CommandRow> rows = {
#include "compiler/driver/commands.def"
  };
#undef ZHUN_COMMAND
#undef ZHUN_LIST
  return rows;
}

std::span<const OptionRow> Options() {
#define ZHUN_OPTION(NAME, WORD, LETTER, VALUE_ZH, VALUE_EN, CHOICES, REPEATS, ZH, EN) \
  OptionRow{Option::k##NAME, WORD, LETTER, {VALUE_ZH, VALUE_EN}, CHOICES, REPEATS, {ZH, EN}},
  static const std::vector<OptionRow> rows = {
#include "compiler/driver/options.def"
  };
#undef ZHUN_OPTION
  return rows;
}

std::span<const ExampleRow> Examples() {
#define ZHUN_EXAMPLE(COMMAND, LINE, ZH, EN) ExampleRow{Command::k##COMMAND, LINE, {ZH, EN}},
  static const std::vector<ExampleRow> rows = {
#include "compiler/driver/examples.def"
  };
#undef ZHUN_EXAMPLE
  return rows;
}

const CommandRow& RowOf(Command command) { return Commands()[static_cast<std::size_t>(command)]; }
const OptionRow& RowOf(Option option) { return Options()[static_cast<std::size_t>(option)]; }

std::vector<Option> OptionsOf(const CommandRow& command) {
  std::vector<Option> options = command.options;
  std::erase(options, Option::kNone);
  options.push_back(Option::kLang);
  options.push_back(Option::kHelp);
  return options;
}

}  // namespace zhun::driver
