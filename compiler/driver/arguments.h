#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/driver/command.h"
#include "runtime/base/date.h"
#include "runtime/base/words.h"
#include "runtime/diagnostics/diagnostic.h"

namespace zhun::driver {

/// How a run speaks. Known before the rest of the command line is understood, so that its errors use it too.
struct Manner {
  base::Language language = base::Language::kChinese;
  bool json = false;
};

Manner MannerOf(const std::vector<std::string>& words);

/// A command line that was understood.
class Arguments {
 public:
  Arguments(Command command, Manner manner) : command_(command), manner_(manner) {}

  Command Which() const { return command_; }
  const CommandRow& Row() const { return RowOf(command_); }
  base::Language Language() const { return manner_.language; }
  bool Json() const { return manner_.json; }
  Manner HowToSpeak() const { return manner_; }
  const std::vector<std::string>& Operands() const { return operands_; }

  bool Has(Option option) const { return given_.contains(option); }
  /// Nothing where it was not given.
  const std::string* Value(Option option) const;
  /// Of an option that may be repeated; empty where it was not given.
  std::vector<std::string> Values(Option option) const;

  void Add(Option option, std::string value) { given_[option].push_back(std::move(value)); }
  void AddOperand(std::string operand) { operands_.push_back(std::move(operand)); }

 private:
  Command command_;
  Manner manner_;
  std::map<Option, std::vector<std::string>> given_;
  std::vector<std::string> operands_;
};

/// Understands what stands behind the name of the program. Every mistake is reported (and is a usage error); then there
/// are no arguments. `--` ends the options; `-` alone is an operand; --help turns any command into `help`.
std::optional<Arguments> Parse(const std::vector<std::string>& words, diagnostics::Sink& sink);

/// "--entry"
std::string Spelled(Option option);
/// "zhun decide"
std::string Spelled(const CommandRow& command);

/// The day of --as-of; reports what is neither date nor instant. Nothing without a report: not given.
std::optional<base::Date> AsOf(const Arguments& arguments, diagnostics::Sink& sink);

}  // namespace zhun::driver
