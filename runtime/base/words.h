#pragma once

#include <string>

namespace zhun::base {

/// One text in both languages of the house. Every text a person may read exists in Chinese and in English.
struct Words {
  std::string zh;
  std::string en;

  bool operator==(const Words&) const = default;
};

/// The language in which a text is printed.
enum class Language { kChinese, kEnglish };

/// The half of `words` for `language`; falls back to the other half where one is empty.
inline const std::string& In(Language language, const Words& words) {
  const std::string& wanted = language == Language::kChinese ? words.zh : words.en;
  const std::string& other = language == Language::kChinese ? words.en : words.zh;
  return wanted.empty() ? other : wanted;
}

}  // namespace zhun::base
