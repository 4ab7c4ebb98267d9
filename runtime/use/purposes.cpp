#include "runtime/use/purposes.h"

#include <algorithm>
#include <array>
#include <vector>

namespace zhun::use {
namespace {

using values::Value;

constexpr std::array<std::string_view, 12> kSeparators = {"、", "，", ",",  "；", ";",     "以及",
                                                          "及", "和", "与", "并", " and ", "／"};

std::string_view Trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// How many bytes at the beginning of `text` are a separator.
std::size_t SeparatorAt(std::string_view text) {
  for (const std::string_view separator : kSeparators) {
    if (text.starts_with(separator)) return separator.size();
  }
  return 0;
}

}  // namespace

Value PurposesIn(const Value& text, values::Arena& arena) {
  if (!text.IsKnown()) return text.state == values::State::kNone ? Value() : text;
  std::vector<std::string_view> parts;
  const std::string_view all = text.Text();
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= all.size();) {
    const std::size_t length = at == all.size() ? 1 : SeparatorAt(all.substr(at));
    if (length == 0) {
      ++at;
      continue;
    }
    if (const std::string_view part = Trimmed(all.substr(begin, at - begin)); !part.empty()) parts.push_back(part);
    at += length;
    begin = at;
  }
  const std::span<Value> elements = arena.Make<Value>(parts.size());
  std::ranges::transform(parts, elements.begin(), [](std::string_view part) { return Value::OfText(part); });
  values::List* list = arena.Make<values::List>(1).data();
  list->elements = elements;
  return values::ListOf(vocabulary::Base::kText, list);
}

}  // namespace zhun::use
