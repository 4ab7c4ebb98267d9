#include "compiler/lint/subject/settings.h"

#include <filesystem>

namespace zhun::lint {

std::string NameUnder(const Settings& settings, const std::string& file) {
  const std::filesystem::path named = std::filesystem::path(settings.working) / file;
  const std::filesystem::path name = named.lexically_normal();
  const bool beside = name.is_absolute() && !settings.folder.empty();
  return (beside ? name.lexically_relative(settings.folder) : name).generic_string();
}

bool Matches(std::string_view pattern, std::string_view text) {
  if (pattern.empty()) return text.empty();
  if (pattern.front() != '*') {
    return !text.empty() && text.front() == pattern.front() && Matches(pattern.substr(1), text.substr(1));
  }
  const bool any = pattern.starts_with("**");
  const std::string_view rest = pattern.substr(any ? 2 : 1);
  for (std::size_t taken = 0;; ++taken) {
    if (Matches(rest, text.substr(taken))) return true;
    if (taken == text.size() || (!any && text[taken] == '/')) return false;
  }
}

}  // namespace zhun::lint
