#include "compiler/driver/message_page.h"

#include <algorithm>
#include <sstream>

#include <nlohmann/json.hpp>

#include "compiler/explain/sample.h"
#include "runtime/diagnostics/visible_text.h"

namespace zhun::driver {
namespace {

using diagnostics::Code;
using Json = nlohmann::ordered_json;

const base::Words& WordsOf(diagnostics::Severity severity) {
  static const base::Words error{"错误", "error"}, warning{"警告", "warning"}, information{"提示", "information"};
  switch (severity) {
    case diagnostics::Severity::kError: return error;
    case diagnostics::Severity::kWarning: return warning;
    case diagnostics::Severity::kInformation: return information;
  }
  return error;
}

/// Indented, and with what a terminal would hide.
std::string Shown(const std::string& sample) {
  std::string text;
  std::istringstream lines(sample);
  for (std::string line; std::getline(lines, line);) {
    text += line.empty() ? "\n" : "    " + diagnostics::Visible(line) + "\n";
  }
  return text;
}

std::string SampleAsText(const explain::Sample& sample, base::Language language) {
  static const base::Words bad{"写错的：", "Wrong:"}, good{"改正后：", "Right:"}, nothing{"（空的）", "(empty)"};
  const auto shown = [&](const base::Words& words) {
    const std::string& text = base::In(language, words);
    return text.empty() ? "    " + base::In(language, nothing) + "\n" : Shown(text);
  };
  return "\n  " + base::In(language, bad) + "\n" + shown(sample.bad) + "\n  " + base::In(language, good) + "\n" +
         shown(sample.good);
}

Json Both(const base::Words& words) { return {{"zh", words.zh}, {"en", words.en}}; }

Json JsonOf(const Message& message) {
  const std::string_view code = diagnostics::CodeText(message.code);
  Json json = {{"code", code},
               {"severity", WordsOf(diagnostics::SeverityOf(message.code)).en},
               {"message", Both(message.pattern)},
               {"explanation", Both(*diagnostics::ExplanationOf(code))}};
  if (const explain::Sample* sample = explain::SampleOf(message.code)) {
    json["form"] = explain::FormOf(sample->frame);
    json["bad"] = Both(sample->bad);
    json["good"] = Both(sample->good);
  }
  return json;
}

std::vector<Message> ReadCatalogue() {
  std::vector<Message> rows = {
#define ZHUN_DIAGNOSTIC(NAME, CODE, SEVERITY, ZH, EN, WHY_ZH, WHY_EN) Message{Code::k##NAME, {ZH, EN}},
#include "runtime/diagnostics/catalogue.def"
#undef ZHUN_DIAGNOSTIC
  };
  std::ranges::sort(rows, {}, [](const Message& row) { return diagnostics::CodeText(row.code); });
  return rows;
}

}  // namespace

const std::vector<Message>& Messages() {
  static const std::vector<Message> rows = ReadCatalogue();
  return rows;
}

const Message* FindMessage(std::string_view code_text) {
  const auto code_of = [](const Message& row) { return diagnostics::CodeText(row.code); };
  const auto found = std::ranges::find(Messages(), code_text, code_of);
  return found == Messages().end() ? nullptr : &*found;
}

std::string MessageAsText(const Message& message, base::Language language) {
  const std::string_view code = diagnostics::CodeText(message.code);
  std::string text = std::string(code) + "  ";
  text += base::In(language, WordsOf(diagnostics::SeverityOf(message.code))) + "\n  ";
  text += base::In(language, message.pattern) + "\n\n  ";
  text += base::In(language, *diagnostics::ExplanationOf(code)) + "\n";
  const explain::Sample* sample = explain::SampleOf(message.code);
  return sample == nullptr ? text : text + SampleAsText(*sample, language);
}

std::string MessageAsJson(const Message& message) { return JsonOf(message).dump() + "\n"; }

std::string MessagesAsText(std::span<const Message> messages, base::Language language) {
  std::string text;
  for (const Message& message : messages) text += (text.empty() ? "" : "\n") + MessageAsText(message, language);
  return text;
}

std::string MessagesAsJson(std::span<const Message> messages) {
  std::string text;
  for (const Message& message : messages) text += (text.empty() ? "[\n" : ",\n") + JsonOf(message).dump();
  return text + "\n]\n";
}

}  // namespace zhun::driver
