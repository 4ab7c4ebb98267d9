#include "runtime/base/bytes.h"

#include <string>

#include <gtest/gtest.h>

namespace zhun::base {
namespace {

TEST(FewBytes, AreTheBytesFirstLowest) {
  const std::string text = "abcdefg";
  for (std::size_t size = 1; size <= 7; ++size) {
    std::uint64_t expected = 0;
    for (std::size_t i = 0; i < size; ++i) expected |= std::uint64_t{static_cast<unsigned char>(text[i])} << 8 * i;
    EXPECT_EQ(FewBytes(text.data(), size), expected) << size;
  }
}

TEST(SameBytes, SeesAChangeInAnyByteAndNoneBehind) {
  for (std::size_t size = 0; size <= 40; ++size) {
    const std::string one(size, 'x');
    std::string other = one;
    EXPECT_TRUE(SameBytes(one.data(), (other + "y").data(), size));
    for (std::size_t i = 0; i < size; ++i) {
      other[i] = 'y';
      EXPECT_FALSE(SameBytes(one.data(), other.data(), size)) << i << " of " << size;
      other[i] = 'x';
    }
  }
}

}  // namespace
}  // namespace zhun::base
