#include "runtime/base/source.h"

#include <chrono>

#include <gtest/gtest.h>

namespace zhun::base {
namespace {

bool BeginsCharacter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

/// The same by counting from the beginning of the text.
Position Counted(std::string_view text, std::uint32_t offset) {
  Position position;
  for (const char byte : text.substr(0, offset)) {
    if (byte == '\n') {
      ++position.line;
      position.column = 1;
    } else if (BeginsCharacter(byte)) {
      ++position.column;
    }
  }
  return position;
}

std::string Repeated(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

TEST(Source, EveryPlaceIsWhatCountingFromTheBeginningGives) {
  const std::string texts[] = {
      "",
      "\n",
      "no line end",
      "一\r\n二三\n\n四",
      std::string(4096, 'x'),
      std::string(4095, 'x') + "准许\n共享",
      Repeated("政务数据 shared\n", 700),
      Repeated("整行没有换行", 1200),
  };
  for (const std::string& text : texts) {
    SourceStore sources;
    const SourceId id = sources.Add("text", text);
    for (std::uint32_t offset = 0; offset <= text.size(); ++offset) {
      const Position found = sources.PositionOf(id, offset), counted = Counted(text, offset);
      ASSERT_EQ(found.line, counted.line) << "at " << offset << " of " << text.size();
      ASSERT_EQ(found.column, counted.column) << "at " << offset << " of " << text.size();
    }
  }
}

TEST(Source, APlaceBehindTheTextIsItsEnd) {
  SourceStore sources;
  const SourceId id = sources.Add("text", "一\n二");
  EXPECT_EQ(sources.PositionOf(id, 999).line, 2u);
  EXPECT_EQ(sources.PositionOf(id, 999).column, 2u);
  EXPECT_EQ(sources.LineOf(id, 999), "二");
}

TEST(Source, ALineIsGivenWithoutItsLineEnd) {
  SourceStore sources;
  const SourceId id = sources.Add("text", "一\r\n\n二三");
  EXPECT_EQ(sources.LineOf(id, 0), "一");
  EXPECT_EQ(sources.LineOf(id, 4), "一") << "the line feed belongs to the line that it ends";
  EXPECT_EQ(sources.LineOf(id, 5), "");
  EXPECT_EQ(sources.LineOf(id, 6), "二三");
}

TEST(Source, PlacesInAVeryLargeTextAreFoundWithoutReadingItAgain) {
  // Read from the beginning each time, these places would take minutes.
  const std::string text = Repeated(std::string(2999, 'x') + "\n", 20'000);
  SourceStore sources;
  const SourceId id = sources.Add("catalogue", text);
  const auto begin = std::chrono::steady_clock::now();
  for (std::uint32_t i = 0; i < 60'000; ++i) {
    const Position position = sources.PositionOf(id, i * 1000);
    ASSERT_EQ(position.line, i / 3 + 1);
    ASSERT_EQ(position.column, i % 3 * 1000 + 1);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

}  // namespace
}  // namespace zhun::base
