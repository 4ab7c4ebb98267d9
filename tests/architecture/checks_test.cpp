#include "tests/architecture/checks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace zhun::architecture {
namespace {

/// A small tree and how many breaches a check must find in it.
struct Case {
  const char* name;
  Findings (*check)(const Tree&);
  Tree tree;
  std::size_t findings;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

std::string Repeated(std::size_t lines) {
  std::string text;
  for (std::size_t i = 0; i < lines; ++i) text += "x\n";
  return text;
}

const char* const kSharedPath =
    "see ../"
    "shared/data";
const char* const kMark =
    "// TO"
    "DO: later";

const std::vector<Case>& Cases() {
  static const std::vector<Case> cases = {
      {"RuntimeIncludesCompiler", RuntimeReachingUp, {{"runtime/vm/a.cpp", "#include \"compiler/ir/graph.h\"\n"}}, 1},
      {"RuntimeLinksCompiler",
       RuntimeReachingUp,
       {{"runtime/vm/CMakeLists.txt", "zhun_folder(LIBS zhun_compiler_ir)"}},
       1},
      {"CompilerIncludesRuntime", RuntimeReachingUp, {{"compiler/ir/a.cpp", "#include \"runtime/base/id.h\"\n"}}, 0},
      {"CommentedIncludeIsNone", RuntimeReachingUp, {{"runtime/vm/a.cpp", "// #include \"compiler/ir/graph.h\"\n"}}, 0},

      {"FmtInRuntimeHeader", RuntimeHeadersBeyondTheStandard, {{"runtime/vm/a.h", "#include <fmt/format.h>\n"}}, 1},
      {"StandardInRuntimeHeader",
       RuntimeHeadersBeyondTheStandard,
       {{"runtime/vm/a.h", "#include <string>\n#include \"runtime/base/id.h\"\n"}},
       0},
      {"FmtInInstalledHeader",
       RuntimeHeadersBeyondTheStandard,
       {{"runtime/embed/zhun.hpp", "#include <fmt/core.h>\n"}},
       1},
      {"InstalledHeaders",
       RuntimeHeadersBeyondTheStandard,
       {{"runtime/embed/zhun.h", "#include <stddef.h>\n"}, {"runtime/embed/zhun.hpp", "#include \"zhun.h\"\n"}},
       0},
      {"FmtInRuntimeSource", RuntimeHeadersBeyondTheStandard, {{"runtime/vm/a.cpp", "#include <fmt/format.h>\n"}}, 0},

      {"AntlrInSema", AntlrOutsideSyntax, {{"compiler/sema/a.cpp", "#include <antlr4-runtime.h>\n"}}, 1},
      {"AntlrInTests", AntlrOutsideSyntax, {{"tests/syntax/a.cpp", "#  include <antlr4-runtime/Lexer.h>\n"}}, 1},
      {"AntlrInSyntax", AntlrOutsideSyntax, {{"compiler/syntax/a.cpp", "#include <antlr4-runtime.h>\n"}}, 0},

      {"JsonInHeader", LibrariesInHeaders, {{"compiler/library/a.h", "#include <nlohmann/json.hpp>\n"}}, 1},
      {"SimdjsonInHeader", LibrariesInHeaders, {{"runtime/values/a.h", "#include <simdjson.h>\n"}}, 1},
      {"TomlInHeader", LibrariesInHeaders, {{"compiler/lint/a.h", "#include <toml++/toml.h>\n"}}, 1},
      {"AntlrInSyntaxHeader", LibrariesInHeaders, {{"compiler/syntax/a.h", "#include \"antlr4-runtime.h\"\n"}}, 1},
      {"JsonInSource", LibrariesInHeaders, {{"runtime/values/a.cpp", "#include <simdjson.h>\n"}}, 0},

      {"OracleIncludesVm",
       OracleReadingWhatItJudges,
       {{"tests/oracle/evaluator.cpp", "#include \"runtime/vm/run.h\"\n"}},
       1},
      {"OracleTestIncludesVm",
       OracleReadingWhatItJudges,
       {{"tests/oracle/pairs_test.cpp", "#include \"runtime/vm/run.h\"\n"}},
       0},

      {"CycleOfTwoFolders",
       FolderCycles,
       {{"runtime/a/a.h", "#include \"runtime/b/b.h\"\n"}, {"runtime/b/b.h", "#include \"runtime/a/c.h\"\n"}},
       2},
      {"CycleOfThreeFolders",
       FolderCycles,
       {{"runtime/a/a.h", "#include \"runtime/b/b.h\"\n"},
        {"runtime/b/b.h", "#include \"runtime/c/c.h\"\n"},
        {"runtime/c/c.h", "#include \"runtime/a/a.h\"\n"}},
       3},
      {"ChainOfFolders",
       FolderCycles,
       {{"runtime/a/a.h", "#include \"runtime/b/b.h\"\n"}, {"runtime/b/b.h", "#include \"runtime/c/c.h\"\n"}},
       0},

      {"ArticleInCode", LawInCode, {{"runtime/vm/a.cpp", "auto x = \"第二十一条第二款\";\n"}}, 1},
      {"ArticleInArabicNumerals", LawInCode, {{"runtime/vm/a.cpp", "auto x = \"第21条\";\n"}}, 1},
      {"ArticleInComment", LawInCode, {{"compiler/sema/a.h", "/// 第三条\n"}}, 1},
      {"ArticleInEnglish", LawInCode, {{"runtime/vm/a.cpp", "auto x = \"under Article 21\";\n"}}, 1},
      {"SourceOfARuleInEnglishComment", LawInCode, {{"runtime/vm/a.cpp", "/// Source: Art. 21.\n"}}, 0},
      {"StatuteInCode", LawInCode, {{"runtime/vm/a.cpp", "auto x = \"《民法典》\";\n"}}, 1},
      {"StatuteAfterAPlaceholder", LawInCode, {{"runtime/vm/a.cpp", "auto x = \"《{}》不是《民法典》\";\n"}}, 1},
      {"StatuteInATable", LawInCode, {{"runtime/diagnostics/catalogue.def", "ROW(\"《民法典》\")\n"}}, 1},
      {"FormatsOfCitations",
       LawInCode,
       {{"runtime/law/a.cpp", "f(\"《{}》\", \"第{}条\", \"第N条\", \"《名称》\", \"《…》\", \"第一款\");\n"}},
       0},
      {"TheBracketItself", LawInCode, {{"runtime/diagnostics/catalogue.def", "ROW(\"“《”之后缺少“》”\")\n"}}, 0},
      {"LawInTests", LawInCode, {{"tests/law/a_test.cpp", "auto x = \"《民法典》第一条\";\n"}}, 0},
      {"LawInPolicies", LawInCode, {{"policies/regulation/scope.zhun", "依据 《政务数据共享条例》第二条\n"}}, 0},

      {"DoubleInJudgement", FloatingPoint, {{"runtime/vm/a.cpp", "double x = 1;\n"}}, 1},
      {"DoubleInProse", FloatingPoint, {{"runtime/vm/a.cpp", "// double\nauto x = \"a double\"; int doubled;\n"}}, 0},
      {"DoubleInRawString", FloatingPoint, {{"runtime/vm/a.cpp", "auto x = R\"(a \" double)\"; int y;\n"}}, 0},
      {"DoubleAfterDigitSeparator", FloatingPoint, {{"runtime/vm/a.cpp", "int x = 1'000; double y;\n"}}, 1},

      {"ClockInRuntime", HiddenInputs, {{"runtime/calendar/a.cpp", "auto t = std::chrono::system_clock::now();\n"}}, 1},
      {"EnvironmentInCompiler", HiddenInputs, {{"compiler/library/a.cpp", "auto h = std::getenv(\"HOME\");\n"}}, 1},
      {"ClockInDriver", HiddenInputs, {{"compiler/driver/a.cpp", "auto t = std::chrono::system_clock::now();\n"}}, 0},

      {"MarkInCode", UnfinishedMarks, {{"runtime/vm/a.cpp", kMark}}, 1},
      {"SharedPathInReadme", SharedPaths, {{"README.md", kSharedPath}}, 1},

      {"FolderWithoutReadme", MissingReadmes, {{"runtime/README.md", ""}, {"runtime/vm/a.cpp", ""}}, 1},
      {"TopAndPartWithoutReadme", MissingReadmes, {{"policies/household/a.zhun", ""}}, 2},
      {"DeeperFolderWithCode",
       MissingReadmes,
       {{"tests/README.md", ""}, {"tests/golden/README.md", ""}, {"tests/golden/sema/a.cpp", ""}},
       1},
      {"DeeperFolderOfData",
       MissingReadmes,
       {{"tests/README.md", ""}, {"tests/golden/README.md", ""}, {"tests/golden/sema/a.txt", ""}},
       0},

      {"LongReadme", LongReadmes, {{"runtime/README.md", Repeated(31)}}, 1},
      {"ShortReadme", LongReadmes, {{"README.md", Repeated(31)}, {"runtime/README.md", Repeated(30)}}, 0},
      {"LongSource", LongFiles, {{"runtime/vm/a.cpp", Repeated(401)}}, 1},
      {"LongHeader", LongFiles, {{"runtime/vm/a.h", Repeated(201)}}, 1},
      {"LongestAllowed", LongFiles, {{"runtime/vm/a.cpp", Repeated(400)}, {"runtime/vm/a.h", Repeated(200)}}, 0},

      {"FileOfHelpers", VagueNames, {{"runtime/vm/text_helpers.cpp", ""}}, 1},
      {"FolderOfUtils", VagueNames, {{"runtime/utils/a.cpp", ""}, {"runtime/utils/b.cpp", ""}}, 1},
      {"CommonFolder", VagueNames, {{"runtime/common/a.cpp", ""}}, 1},
      {"CommonSuperior", VagueNames, {{"runtime/law/common_superior.cpp", ""}}, 0},

      {"HeaderWithoutPragma", BadBeginnings, {{"runtime/vm/a.h", "// what\n#include <string>\n"}}, 1},
      {"HeaderWithPragma", BadBeginnings, {{"runtime/vm/a.h", "// what\n#pragma once\n#include <string>\n"}}, 0},
      {"SourceWithoutInclude", BadBeginnings, {{"runtime/vm/a.cpp", "int x;\n#include <string>\n"}}, 1},
      {"OwnHeaderLast",
       BadBeginnings,
       {{"runtime/vm/a.cpp", "#include <string>\n#include \"runtime/vm/a.h\"\n"}, {"runtime/vm/a.h", "#pragma once\n"}},
       1},
      {"OwnHeaderFirst",
       BadBeginnings,
       {{"runtime/vm/a.cpp", "#include \"runtime/vm/a.h\"\n\n#include <string>\n"},
        {"runtime/vm/a.h", "#pragma once\n"}},
       0},

      {"ForgottenTest",
       TestsThatAreNotBuilt,
       {{"tests/vm/CMakeLists.txt", "zhun_test(a SOURCES b_test.cpp)"},
        {"tests/vm/a_test.cpp", ""},
        {"tests/vm/b_test.cpp", ""}},
       1},
      {"GatheredTests",
       TestsThatAreNotBuilt,
       {{"tests/vm/CMakeLists.txt", "zhun_test(a)"}, {"tests/vm/a_test.cpp", ""}},
       0},

      {"RelativeInclude", UnrootedIncludes, {{"runtime/vm/a.cpp", "#include \"a.h\"\n"}, {"runtime/vm/a.h", ""}}, 1},
      {"InstalledBeside", UnrootedIncludes, {{"runtime/embed/zhun.hpp", "#include \"zhun.h\"\n"}}, 0},
      {"RootedInclude",
       UnrootedIncludes,
       {{"runtime/vm/a.cpp", "#include \"runtime/vm/a.h\"\n"}, {"runtime/vm/a.h", ""}},
       0},
  };
  return cases;
}

class Check : public testing::TestWithParam<Case> {};

TEST_P(Check, FindsExactlyTheBreaches) {
  const Case& c = GetParam();
  EXPECT_THAT(c.check(c.tree), testing::SizeIs(c.findings));
}

INSTANTIATE_TEST_SUITE_P(EveryRule, Check, testing::ValuesIn(Cases()),
                         [](const testing::TestParamInfo<Case>& one) { return std::string(one.param.name); });

TEST(Findings, NamePathLineAndRemedy) {
  const Tree tree = {{"runtime/vm/a.cpp", "#include <string>\n#include \"compiler/ir/graph.h\"\n"}};
  EXPECT_THAT(RuntimeReachingUp(tree),
              testing::ElementsAre("runtime/vm/a.cpp:2: runtime/ never includes compiler/: compiler/ir/graph.h"));
}

}  // namespace
}  // namespace zhun::architecture
