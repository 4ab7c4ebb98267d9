#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/lint/subject/policies.h"

/// Lengths of time, in conditions and in prose, and which of two is longer.
namespace zhun::lint {

/// 10个工作日
struct Length {
  std::int64_t amount = 0;
  std::uint16_t unit = vocabulary::kNone;  ///< of the vocabulary; a unit of time

  bool operator==(const Length&) const = default;
};

/// 10个工作日 / 10 working days
base::Words WordsOf(const vocabulary::Vocabulary& vocabulary, const Length& length);

/// Whether a condition holds for entries of the class `sharing` (code of the enumeration) whatever else is so; nothing:
/// that depends on more.
std::optional<bool> HoldsFor(const PolicySubject& subject, sema::ExprId condition, std::string_view sharing);

/// What a limit can be for entries of the class. Empty where it is not written out in numbers.
std::vector<Length> LengthsFor(const PolicySubject& subject, sema::ExprId length, std::string_view sharing);

/// A beginning for which one length ends after another.
struct Overrun {
  std::optional<base::Date> from;  ///< nothing: for every beginning, the units being the same
  base::Date one_ends, other_ends;
};

/// Where `one` can end later than `other`, counted from the same day. Lengths of different units are counted on the
/// calendar, beginning on each day of the last year that is announced; days that cannot be counted are passed over.
std::optional<Overrun> OutlastsSomewhere(const Background& background, const Length& one, const Length& other);

/// A length of time that stands in a Chinese text.
struct StatedLength {
  Length length;
  bool within = false;  ///< 内、以内、之内 follows
  std::size_t begin = 0, end = 0;  ///< bytes
};
std::vector<StatedLength> LengthsIn(const vocabulary::Vocabulary& vocabulary, std::string_view text);

}  // namespace zhun::lint
