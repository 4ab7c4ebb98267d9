#pragma once

#include <string_view>

#include "runtime/program/bundle.h"
#include "runtime/timeline/timeline.h"

namespace zhun::timeline {

/// The choices that the Regulation leaves open, as they are taken for this run: the policies' values, or those asked for.
class ReadingsTaken {
 public:
  ReadingsTaken(const program::Bundle& bundle, const Readings& asked)
      : bundle_(bundle),
        taken_(bundle.program.readings) {
    for (const program::Reading& each : asked) taken_[each.reading].value = each.value;
  }

  bool Is(std::string_view reading, std::string_view value) const {
    const std::uint16_t index = vocabulary::FindReading(bundle_.vocabulary, reading);
    return index != vocabulary::kNone && bundle_.vocabulary.readings[index].values[taken_[index].value].code == value;
  }

  /// Keys of readings with the codes of their values, in the order of the vocabulary.
  std::vector<std::pair<std::string, std::string>> All() const {
    std::vector<std::pair<std::string, std::string>> all;
    for (const program::Reading& each : taken_) {
      const vocabulary::Reading& row = bundle_.vocabulary.readings[each.reading];
      all.emplace_back(row.key, row.values[each.value].code);
    }
    return all;
  }

 private:
  const program::Bundle& bundle_;
  Readings taken_;
};

}  // namespace zhun::timeline
