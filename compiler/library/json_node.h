#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "runtime/base/date.h"
#include "runtime/diagnostics/diagnostic.h"

namespace zhun::library {

enum class JsonKind : std::uint8_t { kNull, kBool, kNumber, kText, kList, kObject };

struct JsonMember;

/// A JSON document of the house's own tables, read whole. Members keep their order; keys are unique.
struct JsonNode {
  JsonKind kind = JsonKind::kNull;
  bool yes = false;
  std::int64_t number = 0;
  std::string text;
  std::vector<JsonNode> elements;
  std::vector<JsonMember> members;
};

struct JsonMember {
  std::string key;
  JsonNode value;
};

/// Reads a file; reports a missing file, a syntax error with its byte, a duplicate key, a number that is not whole.
std::optional<JsonNode> ReadJson(const std::filesystem::path& path, diagnostics::Sink& sink);

/// A node with the place it stands at, for messages. Every reader below reports what it does not find as expected and
/// then returns something empty, so that one pass over a table reports all its errors; `Sink::HasErrors` is the gate.
class JsonPlace {
 public:
  JsonPlace(const std::string& file, const JsonNode& node, diagnostics::Sink& sink)
      : file_(&file),
        node_(&node),
        sink_(&sink) {}

  const JsonNode& node() const { return *node_; }
  bool Is(JsonKind kind) const { return node_->kind == kind; }

  /// Elements of a list, members of an object (`key` is empty for elements).
  std::vector<std::pair<std::string, JsonPlace>> Children(JsonKind kind) const;
  /// Reports keys of an object that are not among `known`.
  void Allow(std::initializer_list<std::string_view> known) const;

  std::optional<JsonPlace> Optional(std::string_view key) const;  ///< nothing where absent or null
  std::optional<JsonPlace> Required(std::string_view key) const;  ///< reports where absent or null

  std::string Text() const;
  std::int64_t Number(std::int64_t least, std::int64_t most) const;
  std::optional<base::Date> Date() const;
  std::vector<std::string> Texts() const;
  std::vector<base::Date> Dates() const;  ///< ascending, without repetition; reports where they are not

  std::string TextOr(std::string_view key) const;  ///< empty where absent
  std::string RequiredText(std::string_view key) const;
  std::optional<base::Date> DateOr(std::string_view key) const;
  std::vector<base::Date> DatesOr(std::string_view key) const;

  /// Another error at this place.
  void Wrong(diagnostics::Code code, std::vector<diagnostics::Argument> arguments) const;

 private:
  JsonPlace(const JsonPlace& parent, const JsonNode& node, std::string_view token);
  void Expected(base::Words what) const;

  const std::string* file_;
  const JsonNode* node_;
  diagnostics::Sink* sink_;
  std::string pointer_;
};

}  // namespace zhun::library
