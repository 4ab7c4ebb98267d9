#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/lint/subject/rule.h"
#include "runtime/base/date.h"
#include "runtime/diagnostics/diagnostic.h"

namespace zhun::lint {

/// Level of a rule as the settings have it; nothing in the optional: off.
using RuleLevel = std::optional<diagnostics::Severity>;

/// Levels for files whose path, or entries whose id, matches `pattern` (* any characters but /, ** any characters).
struct PathLevels {
  std::string pattern;
  std::map<RuleCode, RuleLevel> levels;
};

/// A waiver that stands in the settings, for entries, which have no place for one.
struct SettingsWaiver {
  RuleCode rule{};
  std::string subject;  ///< id of the entry; may hold *
  std::string reason;
  std::optional<base::Date> until;
  std::size_t line = 0;  ///< in the settings file
};

/// What a project says about its lint: zhun.toml. Plain data; the defaults are those of a project without one.
struct Settings {
  std::string file;     ///< as the user knows it; empty: none
  std::string digest;   ///< of its text
  std::string folder;   ///< the folder it stands in, and
  std::string working;  ///< the one that names of files start from, both absolute; empty where there is no file
  std::map<RuleCode, RuleLevel> levels;
  std::vector<PathLevels> paths;
  std::vector<SettingsWaiver> waivers;
  std::optional<diagnostics::Severity> fail_level;  ///< default: error
  std::string baseline;                             ///< path; empty: none
  std::string cache;                                ///< path of a folder; empty: none
  std::map<std::string, std::string, std::less<>> standards;  ///< standard -> version in use ("GB/T 2260" -> "2007")
  /// Code tables: attribute ("sharing") -> value as platforms write it ("1") -> code of the contract ("unconditional").
  std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> code_tables;
  std::vector<std::string> authorities;  ///< names of bodies that are known besides those found in the catalogue
  std::map<std::string, std::string, std::less<>> source_departments;  ///< data (title or item) -> 数源部门
};

/// The name of a file as patterns see it: from the folder of the settings, wherever the program was started.
std::string NameUnder(const Settings& settings, const std::string& file);

/// Whether `text` matches `pattern` (see PathLevels).
bool Matches(std::string_view pattern, std::string_view text);

}  // namespace zhun::lint
