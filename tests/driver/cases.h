#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "tests/driver/zhun_process.h"

/// The sample case of tests/driver/rules, and ways to change it.
namespace zhun::driver_test {

using Json = nlohmann::ordered_json;

std::filesystem::path RulesPath();  ///< tests/driver/rules
std::filesystem::path BasePath();   ///< its base policies
std::filesystem::path SamplePath(); ///< its entry policy

Json Entry();
Json Application();

/// `zhun decide` under the rules of these tests, with the documents written to a folder of their own.
Outcome Decide(const Json& entry, const Json& application, const std::vector<std::string>& more = {});
/// The same with texts, which may be malformed.
Outcome DecideTexts(const std::string& entry, const std::string& application,
                    const std::vector<std::string>& more = {});

/// --base and --policies of the rules of these tests.
std::vector<std::string> RulesOptions();

/// Lines of a text, without their ends.
std::vector<std::string> LinesOf(const std::string& text);

}  // namespace zhun::driver_test
