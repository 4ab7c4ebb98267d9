#include "tests/architecture/tree.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>

namespace zhun::architecture {
namespace {

namespace fs = std::filesystem;

bool IsOutput(const fs::path& relative) {
  const std::string name = relative.filename().string();
  if (name == ".git" || name == ".cache" || name == "node_modules" || name == "__pycache__") return true;
  return !relative.has_parent_path() && (name == "build" || name.starts_with("build-"));
}

std::string ReadText(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// Where the comment or literal that begins at `at` ends; `at` itself where none begins.
std::size_t EndOfComment(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) == "//") return std::min(text.find('\n', at), text.size());
  if (text.substr(at, 2) != "/*") return at;
  const std::size_t end = text.find("*/", at + 2);
  return end == std::string_view::npos ? text.size() : end + 2;
}

std::size_t EndOfRawString(std::string_view text, std::size_t at) {
  const std::size_t open = text.find('(', at);
  if (open == std::string_view::npos) return text.size();
  const std::string close = ")" + std::string(text.substr(at + 2, open - at - 2)) + "\"";
  const std::size_t end = text.find(close, open);
  return end == std::string_view::npos ? text.size() : end + close.size();
}

bool IsWordCharacter(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

std::size_t EndOfLiteral(std::string_view text, std::size_t at) {
  const bool in_word = at > 0 && IsWordCharacter(text[at - 1]);
  if (text.substr(at, 2) == "R\"" && !in_word) return EndOfRawString(text, at);
  // 1'000: the mark between digits opens nothing.
  if (text[at] != '"' && (text[at] != '\'' || in_word)) return at;
  std::size_t end = at + 1;
  while (end < text.size() && text[end] != text[at] && text[end] != '\n') end += text[end] == '\\' ? 2 : 1;
  return std::min(end + 1, text.size());
}

void Blank(std::string& code, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    if (code[i] != '\n') code[i] = ' ';
  }
}

}  // namespace

Tree ReadTree(const fs::path& root) {
  Tree tree;
  for (auto entry = fs::recursive_directory_iterator(root); entry != fs::recursive_directory_iterator(); ++entry) {
    const fs::path relative = entry->path().lexically_relative(root);
    if (IsOutput(relative)) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file()) {
      tree.push_back({relative.generic_string(), ReadText(entry->path())});
    }
  }
  std::ranges::sort(tree, {}, &File::path);
  return tree;
}

std::vector<Include> IncludesOf(const File& file) {
  static const std::regex pattern(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
  const std::string code = CodeOf(file.text, true);
  std::vector<Include> includes;
  int number = 0;
  for (const std::string_view line : LinesOf(code)) {
    ++number;
    std::cmatch match;
    if (std::regex_search(line.data(), line.data() + line.size(), match, pattern)) {
      includes.push_back({number, match[1] == "\"", match[2]});
    }
  }
  return includes;
}

std::string CodeOf(std::string_view text, bool literals) {
  std::string code(text);
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t comment = EndOfComment(text, at);
    const std::size_t literal = comment == at ? EndOfLiteral(text, at) : at;
    if (comment != at) Blank(code, at, comment);
    if (literal != at && !literals) Blank(code, at, literal);
    at = std::max({comment, literal, at + 1});
  }
  return code;
}

std::vector<std::string_view> LinesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string_view FolderOf(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view ExtensionOf(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
}

bool Under(std::string_view path, std::string_view folder) {
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

bool IsHeader(const File& file) { return ExtensionOf(file.path) == "h" || ExtensionOf(file.path) == "hpp"; }

bool IsInstalledBeside(const File& file, const Include& include) {
  return file.path == "runtime/embed/zhun.hpp" && include.target == "zhun.h";
}

bool IsCpp(const File& file) {
  const std::string_view extension = ExtensionOf(file.path);
  return extension == "cpp" || extension == "h" || extension == "hpp" || extension == "def";
}

}  // namespace zhun::architecture
