#pragma once

#include <string>
#include <string_view>

#include "runtime/timeline/timeline.h"

namespace zhun::picture {

/// `text` as it may stand in HTML, in an element or an attribute. Control characters are left out.
std::string Escaped(std::string_view text);

/// Says things in one language.
class Speaker {
 public:
  Speaker(const vocabulary::Vocabulary& vocabulary, base::Language language)
      : vocabulary_(vocabulary),
        language_(language) {}

  bool Chinese() const { return language_ == base::Language::kChinese; }
  base::Language Language() const { return language_; }
  const std::string& Say(const base::Words& words) const { return base::In(language_, words); }
  std::string Day(base::Date date) const;
  std::string Actors(const std::vector<std::string>& codes) const;
  /// What became of a deadline, in a few words.
  std::string StatusOf(const timeline::Deadline& deadline) const;
  /// 自收到申请（…）起不超过10个工作日
  std::string LengthOf(const timeline::Deadline& deadline) const;

 private:
  const vocabulary::Vocabulary& vocabulary_;
  base::Language language_;
};

}  // namespace zhun::picture
