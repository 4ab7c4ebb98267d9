#include "runtime/program/bundle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/driver/cases.h"

// Bundles that are damaged, foreign or too large: refused, each with its message.
namespace zhun::driver_test {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;

class DamagedBundle : public ::testing::Test {
 protected:
  Outcome DecideBy(const std::string& bytes) {
    folder_.Write("damaged.zb", bytes);
    return DecideByFile();
  }
  Outcome DecideByFile() {
    folder_.Write("entry.json", Entry().dump());
    folder_.Write("application.json", Application().dump());
    return RunZhun({"decide", "--entry", "entry.json", "--application", "application.json", "--bundle", "damaged.zb"},
                   folder_.Path());
  }
  static void ExpectRefused(const Outcome& outcome, const char* code) {
    EXPECT_EQ(outcome.exit, 3);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, AllOf(HasSubstr(code), HasSubstr("damaged.zb"), HasSubstr("1 个错误")));
  }
  const std::string sound_ = ReadText(SharePath() / "default.zb");
  TemporaryFolder folder_;
};

TEST_F(DamagedBundle, AFileOfAnotherKindIsNoBundle) {
  for (const char* bytes : {"", "ZHU", "策略 「甲」 {", "PK\x03\x04"}) ExpectRefused(DecideBy(bytes), "Z6001");
}

TEST_F(DamagedBundle, OfAnotherFormatNamesBoth) {
  std::string bytes = sound_;
  bytes[4] = 9;
  const Outcome outcome = DecideBy(bytes);
  ExpectRefused(outcome, "Z6002");
  EXPECT_THAT(outcome.err, HasSubstr("格式是9，本程序读" + std::to_string(int{sound_[4]})));
}

TEST_F(DamagedBundle, TruncatedAnywhereIsRefused) {
  for (const std::size_t length :
       {std::size_t{4}, std::size_t{8}, std::size_t{40}, sound_.size() / 2, sound_.size() - 1}) {
    ExpectRefused(DecideBy(sound_.substr(0, length)), "Z6003");
  }
}

TEST_F(DamagedBundle, AlteredByOneBitIsRefused) {
  for (std::size_t part = 1; part < 8; ++part) {
    std::string bytes = sound_;
    bytes[part * (bytes.size() - 1) / 7] ^= 0x10;
    ExpectRefused(DecideBy(bytes), "Z6003");
  }
}

TEST_F(DamagedBundle, WithSomethingBehindItIsRefused) { ExpectRefused(DecideBy(sound_ + "x"), "Z6003"); }

/// The checksum is right; what it covers is no set of rules.
TEST_F(DamagedBundle, WhoseContentsMakeNoSenseIsRefused) {
  program::Bundle nothing;
  ExpectRefused(DecideBy(program::WriteBundle(nothing)), "Z6004");
}

TEST_F(DamagedBundle, BeyondTheLimitIsNotRead) {
  fs::resize_file(folder_.Write("damaged.zb", "ZHUN"), (std::uintmax_t{4} << 30) + 1);  // holes only, it takes no space
  ExpectRefused(DecideByFile(), "Z6203");
}

TEST_F(DamagedBundle, ASoundOneDecides) { EXPECT_NE(DecideBy(sound_).exit, 3); }

}  // namespace
}  // namespace zhun::driver_test
