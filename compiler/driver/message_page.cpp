#include "compiler/driver/message_page.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "compiler/driver/sample_page.h"
#include "compiler/explain/sample.h"

namespace zhun::driver {
namespace {

using diagnostics::Code;
using Json = nlohmann::ordered_json;

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
  return sample == nullptr ? text : text + SampleAsText(sample->bad, sample->good, language);
}

std::string MessageAsJson(const Message& message) { return JsonOf(message).dump(); }

std::string MessagesAsText(std::span<const Message> messages, base::Language language) {
  std::string text;
  for (const Message& message : messages) text += (text.empty() ? "" : "\n") + MessageAsText(message, language);
  return text;
}

}  // namespace zhun::driver
