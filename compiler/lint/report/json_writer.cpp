#include "compiler/lint/report/json_writer.h"

#include <nlohmann/json.hpp>

namespace zhun::lint {

void JsonWriter::Separate() {
  if (comma_) out_ += ',';
  if (line_) out_ += '\n';
  comma_ = line_ = false;
}

void JsonWriter::Open(char bracket) {
  Separate();
  out_ += bracket;
}

void JsonWriter::Close(char bracket) {
  if (line_) out_ += '\n';
  line_ = false;
  out_ += bracket;
  comma_ = true;
}

void JsonWriter::Key(std::string_view key) {
  Separate();
  out_.append("\"").append(key).append("\":");
}

void JsonWriter::Text(std::string_view text) {
  Raw(nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

void JsonWriter::Number(std::uint64_t number) { Raw(std::to_string(number)); }

void JsonWriter::Flag(bool flag) { Raw(flag ? "true" : "false"); }

void JsonWriter::Raw(std::string_view json) {
  Separate();
  out_ += json;
  comma_ = true;
}

void JsonWriter::Member(std::string_view key, std::string_view text) {
  Key(key);
  Text(text);
}

void JsonWriter::Member(std::string_view key, std::uint64_t number) {
  Key(key);
  Number(number);
}

void JsonWriter::OpenMember(std::string_view key, char bracket) {
  Key(key);
  Open(bracket);
}

}  // namespace zhun::lint
