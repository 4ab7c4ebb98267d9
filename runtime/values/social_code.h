#pragma once

#include <cstdint>
#include <string_view>

namespace zhun::values {

enum class SocialCode : std::uint8_t { kSound, kWrongLength, kWrongCheck };

/// Checks a unified social credit code: 18 characters of the alphabet of GB 32100-2015 (digits and capitals without
/// I, O, S, V, Z), the last of them the check character. Codes given out early fail it and are lawful all the same.
SocialCode CheckSocialCode(std::string_view code);

}  // namespace zhun::values
