#include "runtime/values/social_code.h"

namespace zhun::values {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::size_t kLength = 18;
constexpr std::size_t kModulus = 31;

}  // namespace

SocialCode CheckSocialCode(std::string_view code) {
  if (code.size() != kLength) return SocialCode::kWrongLength;
  std::size_t sum = 0;
  std::size_t weight = 1;  // 3 to the power of the place, modulo 31
  for (const char character : code.substr(0, kLength - 1)) {
    const std::size_t value = kAlphabet.find(character);
    if (value == std::string_view::npos) return SocialCode::kWrongCheck;
    sum += value * weight;
    weight = weight * 3 % kModulus;
  }
  const std::size_t check = (kModulus - sum % kModulus) % kModulus;
  return code.back() == kAlphabet[check] ? SocialCode::kSound : SocialCode::kWrongCheck;
}

}  // namespace zhun::values
