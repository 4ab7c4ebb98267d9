#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The source tree as text, and what the checks read out of it.
namespace zhun::architecture {

struct File {
  std::string path;  ///< from the root, with '/': runtime/base/date.h
  std::string text;
};

/// Sorted by path. A real one comes from the disk, a test's own from a list.
using Tree = std::vector<File>;

/// Every file under `root` but build outputs, caches and git's own.
Tree ReadTree(const std::filesystem::path& root);

struct Include {
  int line = 0;
  bool quoted = false;  ///< "…" rather than <…>
  std::string target;
};

/// The #include lines of a C++ file, in order; commented ones do not count.
std::vector<Include> IncludesOf(const File& file);

/// The C++ text with every comment blanked out, and literals too where `literals` is false; lines stay where they were.
std::string CodeOf(std::string_view text, bool literals);

std::vector<std::string_view> LinesOf(std::string_view text);
/// runtime/base/date.h -> runtime/base; empty for a file at the root.
std::string_view FolderOf(std::string_view path);
/// runtime/base/date.h -> h; empty where there is none.
std::string_view ExtensionOf(std::string_view path);
bool Under(std::string_view path, std::string_view folder);
/// .h or .hpp
bool IsHeader(const File& file);
/// .cpp, .def or a header
bool IsCpp(const File& file);
/// Whether a header that is installed includes another one that is installed beside it, without a folder.
bool IsInstalledBeside(const File& file, const Include& include);

}  // namespace zhun::architecture
