#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace zhun::syntax {

/// Whether `code` may stand in a Chinese numeral of a provision (零 to 千).
bool IsNumeral(char32_t code);
/// 一百二十三 -> 123, 二〇 -> 20; nothing where `text` is no numeral from 1 to 9999.
std::optional<int> ReadNumeral(std::string_view text);
/// 123 -> 一百二十三; `number` from 1 to 9999.
std::string WriteNumeral(int number);

}  // namespace zhun::syntax
