#include "compiler/driver/arguments.h"

#include <algorithm>

#include "compiler/sema/suggest.h"

namespace zhun::driver {
namespace {

using diagnostics::Code;
using diagnostics::Diagnostic;

void Suggest(Diagnostic& report, std::string_view word, const std::vector<std::string>& candidates) {
  if (const auto near = sema::Nearest(word, candidates))
    report.help = {"是否指 " + *near + "？", "Did you mean " + *near + "?"};
}

/// Both languages' words in one, as "text|json" is shown: text、json / text, json.
base::Words Listed(std::string_view choices) {
  base::Words list;
  for (const char c : choices) {
    list.zh += c == '|' ? std::string("、") : std::string(1, c);
    list.en += c == '|' ? std::string(", ") : std::string(1, c);
  }
  return list;
}

bool IsChoice(std::string_view choices, std::string_view value) {
  if (choices.empty()) return true;
  const std::string all = "|" + std::string(choices) + "|";
  return value.find('|') == std::string_view::npos && all.find("|" + std::string(value) + "|") != std::string::npos;
}

class Parser {
 public:
  Parser(const std::vector<std::string>& words, diagnostics::Sink& sink) : words_(words), sink_(sink) {}

  std::optional<Arguments> Run() {
    const std::optional<Command> command = TakeCommand();
    if (!command) return std::nullopt;
    arguments_.emplace(*command, MannerOf(words_));
    while (at_ < words_.size()) TakeWord(words_[at_++]);
    if (arguments_->Has(Option::kHelp)) return HelpOn(*command);
    CheckOperands();
    if (sink_.HasErrors()) return std::nullopt;
    return std::move(arguments_);
  }

 private:
  const CommandRow& Row() const { return arguments_->Row(); }

  /// The first word that is no option; `--help` and `--version` may stand in its place.
  std::optional<Command> TakeCommand() {
    while (at_ < words_.size() && words_[at_].starts_with("--lang")) at_ += words_[at_] == "--lang" ? 2 : 1;
    if (at_ >= words_.size()) {
      sink_.ReportIn(Code::kCommandMissing, "", "");
      return std::nullopt;
    }
    const std::string& word = words_[at_++];
    if (word == "--help" || word == "-h") return Command::kHelp;
    if (word == "--version") return Command::kVersion;
    for (const CommandRow& row : Commands()) {
      if (row.word == word) return row.command;
    }
    std::vector<std::string> candidates;
    for (const CommandRow& row : Commands()) candidates.emplace_back(row.word);
    Suggest(sink_.ReportIn(Code::kCommandUnknown, "", "", {{"word", word}}), word, candidates);
    return std::nullopt;
  }

  /// `zhun --lang en help` speaks English too, although the word stands before the command.
  Arguments HelpOn(Command command) const {
    Arguments help(Command::kHelp, MannerOf(words_));
    help.AddOperand(std::string(RowOf(command).word));
    return help;
  }

  void TakeWord(const std::string& word) {
    if (only_operands_ || word == "-" || !word.starts_with("-")) return arguments_->AddOperand(word);
    if (word == "--") {
      only_operands_ = true;
      return;
    }
    const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string::npos;
    const std::string name = word.substr(0, equals);
    const std::optional<Option> option = Find(name);
    if (!option) return ReportUnknown(name);
    TakeOption(RowOf(*option), name,
               equals == std::string::npos ? std::nullopt : std::optional(word.substr(equals + 1)));
  }

  std::optional<Option> Find(const std::string& name) const {
    for (const Option option : OptionsOf(Row())) {
      const OptionRow& row = RowOf(option);
      if (name == "--" + std::string(row.word) || (row.letter != 0 && name == std::string("-") + row.letter))
        return option;
    }
    return std::nullopt;
  }

  void ReportUnknown(const std::string& name) {
    std::vector<std::string> candidates;
    for (const Option option : OptionsOf(Row())) candidates.push_back(Spelled(option));
    Suggest(sink_.ReportIn(Code::kOptionUnknown, "", "", {{"command", Spelled(Row())}, {"option", name}}), name,
            candidates);
    // What follows is more likely its value than an operand of ours.
    if (at_ < words_.size() && !words_[at_].starts_with("-") && Row().most == 0) ++at_;
  }

  void TakeOption(const OptionRow& row, const std::string& name, std::optional<std::string> value) {
    if (row.value.en.empty()) {
      if (value) {
        sink_.ReportIn(Code::kOptionWithValue, "", "", {{"option", name}, {"value", *value}});
        return;
      }
      value = "";
    } else if (!value && at_ < words_.size() && (words_[at_] == "-" || !words_[at_].starts_with("-"))) {
      value = words_[at_++];
    }
    if (!value || (value->empty() && !row.value.en.empty())) {
      sink_.ReportIn(Code::kOptionWithoutValue, "", "", {{"option", name}, {"value", row.value}});
    } else if (!IsChoice(row.choices, *value)) {
      const auto choices = Listed(row.choices);
      sink_.ReportIn(Code::kOptionValue, "", "", {{"option", name}, {"value", *value}, {"values", choices}});
    } else if (arguments_->Has(row.option) && !row.repeats && row.option != Option::kHelp) {
      sink_.ReportIn(Code::kOptionTwice, "", "", {{"option", name}});
    } else {
      arguments_->Add(row.option, *value);
    }
  }

  void CheckOperands() {
    const std::vector<std::string>& operands = arguments_->Operands();
    if (operands.size() < Row().least) {
      sink_.ReportIn(Code::kOperandMissing, "", "", {{"command", Spelled(Row())}, {"what", Row().operands}});
    }
    for (std::size_t i = Row().most; i < operands.size(); ++i) {
      sink_.ReportIn(Code::kOperandTooMany, "", "", {{"command", Spelled(Row())}, {"word", operands[i]}});
    }
  }

  const std::vector<std::string>& words_;
  diagnostics::Sink& sink_;
  std::size_t at_ = 0;
  bool only_operands_ = false;
  std::optional<Arguments> arguments_;
};

/// What stands behind --NAME or --NAME=, the last time.
std::string LastValue(const std::vector<std::string>& words, const std::string& name) {
  std::string value;
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    if (words[i] == name && i + 1 < words.size()) value = words[i + 1];
    if (words[i].starts_with(name + "=")) value = words[i].substr(name.size() + 1);
  }
  return value;
}

}  // namespace

Manner MannerOf(const std::vector<std::string>& words) {
  Manner manner;
  if (LastValue(words, "--lang") == "en") manner.language = base::Language::kEnglish;
  manner.json = LastValue(words, "--format") == "json";
  return manner;
}

const std::string* Arguments::Value(Option option) const {
  const auto found = given_.find(option);
  return found == given_.end() ? nullptr : &found->second.back();
}

std::vector<std::string> Arguments::Values(Option option) const {
  const auto found = given_.find(option);
  return found == given_.end() ? std::vector<std::string>() : found->second;
}

std::optional<Arguments> Parse(const std::vector<std::string>& words, diagnostics::Sink& sink) {
  return Parser(words, sink).Run();
}

std::string Spelled(Option option) { return "--" + std::string(RowOf(option).word); }
std::string Spelled(const CommandRow& command) { return "zhun " + std::string(command.word); }

std::optional<base::Date> AsOf(const Arguments& arguments, diagnostics::Sink& sink) {
  const std::string* text = arguments.Value(Option::kAsOf);
  if (text == nullptr) return std::nullopt;
  if (const auto day = base::ParseDay(*text)) return day;
  sink.ReportIn(Code::kOptionNotADate, "", "", {{"option", Spelled(Option::kAsOf)}, {"value", *text}});
  return std::nullopt;
}

}  // namespace zhun::driver
