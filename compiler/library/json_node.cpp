#include "compiler/library/json_node.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace zhun::library {
namespace {

using diagnostics::Code;

/// Builds the tree; what nlohmann's own tree forgets (duplicate keys, order) is kept or refused here.
class Builder {
 public:
  Builder(const std::string& file, diagnostics::Sink& sink) : file_(file), sink_(sink) {}

  bool null() { return Put({}); }
  bool boolean(bool value) {
    JsonNode node;
    node.kind = JsonKind::kBool;
    node.yes = value;
    return Put(std::move(node));
  }
  bool number_integer(std::int64_t value) {
    JsonNode node;
    node.kind = JsonKind::kNumber;
    node.number = value;
    return Put(std::move(node));
  }
  bool number_unsigned(std::uint64_t value) {
    if (value > static_cast<std::uint64_t>(INT64_MAX)) return Refuse(Code::kLibraryNumber, std::to_string(value));
    return number_integer(static_cast<std::int64_t>(value));
  }
  bool number_float(nlohmann::json::number_float_t, const std::string& written) {
    return Refuse(Code::kLibraryNumber, written);
  }
  bool string(std::string& value) {
    JsonNode node;
    node.kind = JsonKind::kText;
    node.text = std::move(value);
    return Put(std::move(node));
  }
  bool binary(nlohmann::json::binary_t&) { return false; }
  bool start_object(std::size_t) { return Open(JsonKind::kObject); }
  bool start_array(std::size_t) { return Open(JsonKind::kList); }
  bool end_object() { return Close(); }
  bool end_array() { return Close(); }
  bool key(std::string& value) {
    for (const auto& member : open_.back().members) {
      if (member.key == value) return Refuse(Code::kLibraryKeyTwice, value);
    }
    keys_.back() = std::move(value);
    return true;
  }
  bool parse_error(std::size_t byte, const std::string&, const nlohmann::detail::exception&) {
    sink_.ReportIn(Code::kLibrarySyntax, file_, "", {{"byte", std::to_string(byte)}});
    return false;
  }

  JsonNode Take() { return std::move(root_); }

 private:
  static constexpr std::size_t kDeepest = 32;

  bool Refuse(Code code, const std::string& what) {
    sink_.ReportIn(code, file_, "", {{"what", what}});
    return false;
  }
  bool Open(JsonKind kind) {
    if (open_.size() >= kDeepest) return Refuse(Code::kLibraryTooDeep, std::to_string(kDeepest));
    JsonNode node;
    node.kind = kind;
    open_.push_back(std::move(node));
    keys_.emplace_back();
    return true;
  }
  bool Close() {
    JsonNode node = std::move(open_.back());
    open_.pop_back();
    keys_.pop_back();
    return Put(std::move(node));
  }
  bool Put(JsonNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
    } else if (open_.back().kind == JsonKind::kList) {
      open_.back().elements.push_back(std::move(node));
    } else {
      open_.back().members.push_back({keys_.back(), std::move(node)});
    }
    return true;
  }

  const std::string& file_;
  diagnostics::Sink& sink_;
  JsonNode root_;
  std::vector<JsonNode> open_;
  std::vector<std::string> keys_;  // of the member being read, for each open node
};

std::string Escaped(std::string_view token) {
  std::string result;
  for (const char character : token) {
    if (character == '~') {
      result += "~0";
    } else if (character == '/') {
      result += "~1";
    } else {
      result += character;
    }
  }
  return result;
}

base::Words NameOf(JsonKind kind) {
  switch (kind) {
    case JsonKind::kNull: return {"空", "null"};
    case JsonKind::kBool: return {"真假值", "true or false"};
    case JsonKind::kNumber: return {"整数", "a whole number"};
    case JsonKind::kText: return {"文字", "a text"};
    case JsonKind::kList: return {"列表", "a list"};
    case JsonKind::kObject: return {"对象", "an object"};
  }
  return {};
}

}  // namespace

std::optional<JsonNode> ReadJson(const std::filesystem::path& path, diagnostics::Sink& sink) {
  const std::string file = path.string();
  std::ifstream in(path, std::ios::binary);
  std::error_code error;
  if (!in || !std::filesystem::is_regular_file(path, error)) {
    sink.ReportIn(Code::kLibraryFileMissing, file, "", {{"file", file}});
    return std::nullopt;
  }
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  Builder builder(file, sink);
  if (!nlohmann::json::sax_parse(text, &builder)) return std::nullopt;
  return builder.Take();
}

JsonPlace::JsonPlace(const JsonPlace& parent, const JsonNode& node, std::string_view token)
    : file_(parent.file_),
      node_(&node),
      sink_(parent.sink_),
      pointer_(parent.pointer_ + "/" + Escaped(token)) {}

void JsonPlace::Wrong(Code code, std::vector<diagnostics::Argument> arguments) const {
  sink_->ReportIn(code, *file_, pointer_, std::move(arguments));
}

void JsonPlace::Expected(base::Words what) const { Wrong(Code::kLibraryExpected, {{"what", std::move(what)}}); }

std::vector<std::pair<std::string, JsonPlace>> JsonPlace::Children(JsonKind kind) const {
  std::vector<std::pair<std::string, JsonPlace>> children;
  if (!Is(kind)) {
    Expected(NameOf(kind));
    return children;
  }
  for (std::size_t index = 0; index < node_->elements.size(); ++index) {
    children.emplace_back("", JsonPlace(*this, node_->elements[index], std::to_string(index)));
  }
  for (const auto& [key, member] : node_->members) children.emplace_back(key, JsonPlace(*this, member, key));
  return children;
}

void JsonPlace::Allow(std::initializer_list<std::string_view> known) const {
  for (const auto& [key, member] : Children(JsonKind::kObject)) {
    if (std::find(known.begin(), known.end(), key) == known.end())
      member.Wrong(Code::kLibraryUnknownKey, {{"what", key}});
  }
}

std::optional<JsonPlace> JsonPlace::Optional(std::string_view key) const {
  for (const auto& [name, member] : node_->members) {
    if (name == key && member.kind != JsonKind::kNull) return JsonPlace(*this, member, name);
  }
  return std::nullopt;
}

std::optional<JsonPlace> JsonPlace::Required(std::string_view key) const {
  std::optional<JsonPlace> member = Optional(key);
  if (!member) Wrong(Code::kLibraryKeyMissing, {{"what", key}});
  return member;
}

std::string JsonPlace::Text() const {
  if (!Is(JsonKind::kText)) Expected(NameOf(JsonKind::kText));
  return node_->text;
}

std::int64_t JsonPlace::Number(std::int64_t least, std::int64_t most) const {
  if (Is(JsonKind::kNumber) && node_->number >= least && node_->number <= most) return node_->number;
  Expected({fmt::format("{}到{}的整数", least, most), fmt::format("a whole number from {} to {}", least, most)});
  return least;
}

std::optional<base::Date> JsonPlace::Date() const {
  const std::optional<base::Date> date = base::ParseDate(node_->text);
  if (!date) Expected({"日期，如2025-08-01", "a date such as 2025-08-01"});
  return date;
}

std::vector<std::string> JsonPlace::Texts() const {
  std::vector<std::string> texts;
  for (const auto& [key, element] : Children(JsonKind::kList)) texts.push_back(element.Text());
  return texts;
}

std::vector<base::Date> JsonPlace::Dates() const {
  std::vector<base::Date> dates;
  for (const auto& [key, element] : Children(JsonKind::kList)) {
    const std::optional<base::Date> date = element.Date();
    if (!date) continue;
    if (!dates.empty() && *date <= dates.back()) element.Wrong(Code::kLibraryOrder, {{"what", element.node_->text}});
    dates.push_back(*date);
  }
  return dates;
}

std::string JsonPlace::TextOr(std::string_view key) const {
  const std::optional<JsonPlace> member = Optional(key);
  return member ? member->Text() : std::string();
}

std::string JsonPlace::RequiredText(std::string_view key) const {
  const std::optional<JsonPlace> member = Required(key);
  if (!member) return {};
  std::string text = member->Text();
  if (text.empty()) member->Expected({"非空文字", "a text that is not empty"});
  return text;
}

std::optional<base::Date> JsonPlace::DateOr(std::string_view key) const {
  const std::optional<JsonPlace> member = Optional(key);
  return member ? member->Date() : std::nullopt;
}

std::vector<base::Date> JsonPlace::DatesOr(std::string_view key) const {
  const std::optional<JsonPlace> member = Optional(key);
  return member ? member->Dates() : std::vector<base::Date>();
}

}  // namespace zhun::library
