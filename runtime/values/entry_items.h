#pragma once

#include <map>
#include <string_view>

#include "runtime/values/arena.h"
#include "runtime/values/document.h"

namespace zhun::values {

/// The items of an entry by name, for applications that name them. Of two items of one name the first counts.
class EntryItems {
 public:
  EntryItems(const vocabulary::Vocabulary& vocabulary, const Document& entry);

  /// A record of type item for `name`: a copy of the entry's with `listed` true; without one `listed` false and
  /// nothing else supplied; where the entry does not say what items it has, all but the name is uncertain.
  const Record* RecordFor(std::string_view name, Arena& arena) const;

 private:
  vocabulary::RecordIndex type_;
  vocabulary::FieldIndex name_field_;
  vocabulary::FieldIndex listed_field_;
  std::size_t field_count_;
  bool complete_ = false;  ///< every item of the entry is known by name
  std::map<std::string_view, const Record*> by_name_;
};

}  // namespace zhun::values
