#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/sema/cases.h"

/// A beginner's policies under tests/golden/beginner, and what becomes of them when the offered fixes are applied.
namespace zhun::testing {

/// tests/golden/beginner
std::filesystem::path BeginnerFolder();

/// Files that hold a trial put right: by the only fix of each message, by the first or the second of two, or by hand.
inline const std::vector<std::string> kPutRight = {".fixed.zhun", ".first.zhun", ".second.zhun", ".corrected.zhun"};

/// The bytes of a file.
std::string ReadBytes(const std::filesystem::path& path);

/// Checks `text` as if it were the policy file `name`.
Checked CheckText(const std::string& text, const std::string& name);

/// `text` with fix number `choice` (from 0) of every message that offers as many; all of one run at once.
std::string WithFixes(const std::string& text, const Checked& checked, std::size_t choice);

}  // namespace zhun::testing
