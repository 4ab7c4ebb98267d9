#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

/// Tests that compare what a step makes of an input file with a text kept beside it.
namespace zhun::golden {

/// One input file.
struct Case {
  std::string name;            ///< path below the folder of the suite, without its ending: "if/else"
  std::filesystem::path path;  ///< of the input
  std::string input;           ///< its bytes, unchanged
};

/// All inputs below one folder, and what is done with each.
struct Suite {
  std::string name;                      ///< of the GoogleTest suite
  std::filesystem::path folder;          ///< searched with all its subfolders
  std::vector<std::string> inputs;       ///< endings of inputs: ".zhun", ".json", ".args"
  std::function<std::string(const Case&)> produce;
  std::string expected = ".expected.txt";  ///< takes the place of the ending of the input
  std::vector<std::string> beside = {};    ///< endings of files that stand beside inputs and are none themselves
};

/// The inputs of `suite`, by name; an input that cannot be read is a failure of the running test.
std::vector<Case> Discover(const Suite& suite);

/// The file with the text expected for an input of `suite`.
std::filesystem::path ExpectedPath(const Suite& suite, const Case& golden_case);

/// What is wrong with `suite` as a whole: no inputs, texts without input, inputs that share one text. With `update`
/// texts without input are removed instead. Empty where all is well.
std::string CheckFolder(const Suite& suite, bool update);

/// Compares the case with its text, or writes the text where it differs and `update` is set. Returns the difference
/// for a person to read; empty where there is none.
std::string CheckCase(const Suite& suite, const Case& golden_case, bool update);

/// The whole test program: registers a GoogleTest case for every input and one for every folder, and runs them.
/// `--update` on the command line writes texts instead of failing. Returns the exit code.
int Run(int argc, char** argv, const std::vector<Suite>& suites);

}  // namespace zhun::golden
