#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace zhun::law {

/// Chinese numeral from 1 to 9999 as statutes print it: 十, 二十一, 一百零三, 一千二百六十. 〇 may stand for 零 and 两 for 二
/// before 百 and 千. Anything else (一十, 一百十, 一〇三, 021) is nothing: each number has one form.
std::optional<int> ParseNumeral(std::string_view text);

/// The one form of `value`; empty outside 1 … 9999.
std::string PrintNumeral(int value);

}  // namespace zhun::law
