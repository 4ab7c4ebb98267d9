#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "runtime/values/arena.h"
#include "runtime/values/citation_record.h"

namespace zhun::facts {

/// Citations that were looked up before, as of one day.
class Citations {
 public:
  Citations(const vocabulary::Vocabulary& vocabulary, const law::Registry& law) : vocabulary_(vocabulary), law_(law) {}

  /// Another case begins, decided as of `as_of`: records given out before may go.
  void Begin(base::Date as_of);
  struct Known {
    const values::Record* record = nullptr;
    bool warned = false;  ///< the binder has a warning about it
  };
  Known Find(std::string_view text);

 private:
  static constexpr std::size_t kMost = 4096;

  const vocabulary::Vocabulary& vocabulary_;
  const law::Registry& law_;
  base::Date as_of_;
  std::unique_ptr<values::Arena> arena_;
  std::unique_ptr<values::CitationReader> reader_;
  std::map<std::string, Known, std::less<>> known_;
};

}  // namespace zhun::facts
