#include <algorithm>

#include <gtest/gtest.h>

#include "tests/architecture/checks.h"

namespace zhun::architecture {
namespace {

const Tree& House() {
  static const Tree tree = ReadTree(ZHUN_SOURCE_DIR);
  return tree;
}

std::string Listed(const Findings& findings) {
  std::string text;
  for (const std::string& finding : findings) text += "  " + finding + "\n";
  return text;
}

#define EXPECT_KEPT(check)                             \
  do {                                                 \
    const Findings findings = check(House());          \
    EXPECT_TRUE(findings.empty()) << Listed(findings); \
  } while (false)

TEST(House, IsReadFromTheSourceTree) {
  EXPECT_GT(House().size(), 50u);
  EXPECT_FALSE(IncludesOf(*std::ranges::find(House(), "runtime/base/date.cpp", &File::path)).empty());
}

TEST(House, RuntimeNeverIncludesCompiler) { EXPECT_KEPT(RuntimeReachingUp); }
TEST(House, RuntimeHeadersNeedOnlyTheStandardLibrary) { EXPECT_KEPT(RuntimeHeadersBeyondTheStandard); }
TEST(House, OnlySyntaxKnowsAntlr) { EXPECT_KEPT(AntlrOutsideSyntax); }
TEST(House, HeadersHideAntlrAndJsonLibraries) { EXPECT_KEPT(LibrariesInHeaders); }
TEST(House, TheOracleIncludesNothingOfWhatItJudges) { EXPECT_KEPT(OracleReadingWhatItJudges); }
TEST(House, FoldersIncludeEachOtherInOneDirectionOnly) { EXPECT_KEPT(FolderCycles); }

TEST(House, NoCodeHoldsAnArticleOrTheNameOfAStatute) { EXPECT_KEPT(LawInCode); }
TEST(House, NoCodeUsesFloatingPoint) { EXPECT_KEPT(FloatingPoint); }
TEST(House, NoCodeReadsClockLocaleEnvironmentOrChance) { EXPECT_KEPT(HiddenInputs); }
TEST(House, NothingIsMarkedUnfinished) { EXPECT_KEPT(UnfinishedMarks); }
TEST(House, NothingPointsOutsideTheRepository) { EXPECT_KEPT(SharedPaths); }

TEST(House, EveryFolderHasAReadme) { EXPECT_KEPT(MissingReadmes); }
TEST(House, ReadmesOfFoldersAreShort) { EXPECT_KEPT(LongReadmes); }
TEST(House, FilesAreShort) { EXPECT_KEPT(LongFiles); }
TEST(House, NamesSayWhatIsInside) { EXPECT_KEPT(VagueNames); }
TEST(House, FilesBeginProperly) { EXPECT_KEPT(BadBeginnings); }
TEST(House, TestsAreRun) { EXPECT_KEPT(TestsThatAreNotBuilt); }
TEST(House, IncludesArePathsFromTheRoot) { EXPECT_KEPT(UnrootedIncludes); }

}  // namespace
}  // namespace zhun::architecture
