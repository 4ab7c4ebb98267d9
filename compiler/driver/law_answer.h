#pragma once

#include <string>
#include <vector>

#include "runtime/base/words.h"
#include "runtime/law/standing.h"

/// Answers of `zhun law`, for people and for machines, each with its line end.
namespace zhun::driver {

struct LawAnswer {
  bool found = false;
  base::Words text;
  std::string json;
};

/// The text of a provision of a registered instrument; of a whole instrument all articles. Not found: no text here.
LawAnswer ShowText(const law::Registry& law, const law::Citation& citation, base::Date as_of);

/// Canonical form, version meant, rank, whether it exists and is in force, and where it is now. Not found: not registered
/// or no such provision.
LawAnswer ResolveCitation(const law::Registry& law, const law::Citation& citation, base::Date as_of);

/// Provisions that have all of `words`.
LawAnswer SearchText(const law::Registry& law, const std::vector<std::string>& words);

}  // namespace zhun::driver
