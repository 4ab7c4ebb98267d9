#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "runtime/diagnostics/diagnostic.h"
#include "runtime/values/arena.h"

namespace zhun::values {

enum class JsonKind : std::uint8_t { kNull, kBool, kNumber, kFraction, kText, kList, kObject };

struct JsonMember;

/// One value of a JSON text. Texts and children live in the arena it was read into.
struct Json {
  JsonKind kind = JsonKind::kNull;
  std::int64_t number = 0;              ///< kNumber; kBool: 0 or 1
  std::string_view text;                ///< kText, unescaped UTF-8
  std::size_t count = 0;                ///< children of a list or object
  const Json* first_element = nullptr;
  const JsonMember* first_member = nullptr;

  std::span<const Json> Elements() const { return {first_element, count}; }  ///< kList
  std::span<const JsonMember> Members() const;  ///< kObject, in document order, no key twice
};

struct JsonMember {
  std::string_view key;
  Json value;
};

inline std::span<const JsonMember> Json::Members() const { return {first_member, count}; }

inline constexpr std::size_t kLargestDocument = 4u << 20;  ///< bytes
inline constexpr std::size_t kDeepestDocument = 32;        ///< objects and lists inside one another

/// Parses one whole document (RFC 8259) strictly: UTF-8 without byte order mark, nothing after it, sizes bounded, and
/// no key twice in one object, at any depth. What cannot be parsed is reported with line and column (code points, from
/// 1) and gives nothing. Keys that stand twice are reported; the first is kept, so that reading can go on. Numbers that
/// are no 64-bit integers are kept as kFraction for the caller to refuse at its place.
std::optional<Json> ReadJson(std::string_view text, std::string_view name, Arena& arena, diagnostics::Sink& sink);

/// The member of an object; nullptr where there is none or `json` is no object.
const Json* Member(const Json& json, std::string_view key);

}  // namespace zhun::values
