#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "runtime/base/words.h"

/// The command line: one table for commands, one for options, one for the examples in the help.
namespace zhun::driver {

class Arguments;
struct Host;

enum class Command : std::uint8_t {
#define ZHUN_COMMAND(NAME, WORD, OPERANDS_ZH, OPERANDS_EN, LEAST, MOST, OPTIONS, ZH, EN, MORE_ZH, MORE_EN) k##NAME,
#include "compiler/driver/commands.def"
#undef ZHUN_COMMAND
};

enum class Option : std::uint8_t {
#define ZHUN_OPTION(NAME, WORD, LETTER, VALUE_ZH, VALUE_EN, CHOICES, REPEATS, ZH, EN) k##NAME,
#include "compiler/driver/options.def"
#undef ZHUN_OPTION
  kNone,  ///< in a row of commands.def: no options but those of every command
};

/// How a command ended (CONTRACT.md, «Command line»).
namespace exit_code {
inline constexpr int kDone = 0;
inline constexpr int kNegative = 1;  ///< a test failed, a look-up found nothing
inline constexpr int kUsage = 2;
inline constexpr int kRefused = 3;   ///< a policy does not compile, a document is malformed, a file cannot be used
inline constexpr int kInternal = 4;
}  // namespace exit_code

inline constexpr std::size_t kManyOperands = 10'000;

struct CommandRow {
  Command command;
  std::string_view word;
  base::Words operands;         ///< as usage shows them; empty: none
  std::size_t least, most;      ///< how many operands
  std::vector<Option> options;  ///< without those of every command
  base::Words summary;
  base::Words more;
  int (*run)(const Arguments&, Host&);
};

struct OptionRow {
  Option option;
  std::string_view word;     ///< behind --
  char letter;               ///< behind -, 0: none
  base::Words value;         ///< name of the value; empty: a switch
  std::string_view choices;  ///< closed list of values, | between them; empty: any
  bool repeats;
  base::Words text;
};

struct ExampleRow {
  Command command;
  std::string_view line;
  base::Words text;
};

/// In the order of the tables.
std::span<const CommandRow> Commands();
std::span<const OptionRow> Options();
std::span<const ExampleRow> Examples();

const CommandRow& RowOf(Command command);
const OptionRow& RowOf(Option option);
/// Options that `command` takes, those of every command included.
std::vector<Option> OptionsOf(const CommandRow& command);

}  // namespace zhun::driver
