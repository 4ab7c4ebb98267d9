#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "runtime/store/file.h"
#include "runtime/store/writer.h"

// The file that docs/program_format.md prints is one that is written and read.
namespace zhun::store {
namespace {

/// The bytes of the page's example: lines of an offset and sixteen bytes.
std::string Example() {
  std::ifstream page(ZHUN_SOURCE_DIR "/docs/program_format.md");
  std::string bytes;
  bool inside = false;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("<!-- example:")) inside = !inside;
    std::istringstream words(line);
    std::string word;
    if (!inside || !line.starts_with("    ") || !(words >> word)) continue;
    while (words >> word) bytes += static_cast<char>(std::stoi(word, nullptr, 16));
  }
  return bytes;
}

TEST(FormatPage, PrintsTheFileThatIsWritten) {
  Writer writer;
  writer.Add(Kind::kLaw, "law", 64);
  EXPECT_EQ(Example(), writer.Finish());
}

TEST(FormatPage, PrintsAFileThatCanBeRead) {
  const Opened opened = File::Copy(Example());
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened.file->Section(Kind::kLaw).value, "law");
}

}  // namespace
}  // namespace zhun::store
