#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "runtime/base/words.h"

namespace zhun::law {

/// A place inside an instrument; 0 means "not given". A paragraph (款) needs an article (条), a point (目) an item (项);
/// an item may stand without its paragraph.
struct Position {
  int article = 0;
  int article_insert = 0;  ///< 之N
  int paragraph = 0;
  int item = 0;
  int point = 0;

  auto operator<=>(const Position&) const = default;
};

/// One place, or everything from one to another (至), both included.
struct Range {
  Position from;
  std::optional<Position> to;

  bool operator==(const Range&) const = default;
};

/// A citation as written. No article means the whole instrument.
struct Citation {
  std::string instrument;  ///< as written, without the outer brackets
  std::string version;  ///< document number or version, without brackets; empty where none
  Position from;
  std::optional<Position> to;

  bool operator==(const Citation&) const = default;
};

/// Why a text is no citation.
enum class CitationFault : std::uint8_t {
  kNotACitation,  ///< no 《名称》, or something after it that is no place
  kBadName,  ///< 《》 is empty, not closed, or nested without 〈〉
  kBadVersion,  ///< （ ） after the name is empty or not closed
  kArabicNumerals,  ///< Arabic digits where statutes print Chinese numerals
  kBadNumeral,  ///< not a numeral, or not in its one form
  kItemBrackets,  ///< an item without its brackets
  kWrongOrder,  ///< article, paragraph, item, point out of order, or a part without the part above it
  kBackwardsRange,  ///< the end of a range does not follow its beginning at the same depth
  kTrailingText,  ///< something after a whole place
};

/// `《名称》[（文号或者版本）][place]`. Brackets of both widths are read; spaces may stand only round the parts.
/// Nothing where the text has another form; then `*fault`, if given, says why.
std::optional<Citation> ParseCitation(std::string_view text, CitationFault* fault = nullptr);

/// The place alone: 条[之N][款][项][目][至…]. The end of a range may leave out the parts it shares with the beginning.
/// Points (目) are read with Arabic or Chinese numerals.
std::optional<Range> ParseLocator(std::string_view text, CitationFault* fault = nullptr);

/// What is wrong, in one sentence.
const base::Words& FaultText(CitationFault fault);

/// The place in its one form: Chinese numerals, items in full-width brackets, points in Arabic numerals.
std::string PrintPosition(const Position& position);
/// A range leaves out at its end what it shares with the beginning.
std::string PrintRange(const Range& range);
/// 《instrument》（version）place, nothing looked up. See `CanonicalText` for what decisions print.
std::string PrintCitation(const Citation& citation);

}  // namespace zhun::law
