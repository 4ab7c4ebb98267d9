#include "runtime/law/citation.h"

#include <array>
#include <cstddef>

#include "runtime/law/numeral.h"

namespace zhun::law {
namespace {

/// Reads a text from front to back.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  bool AtEnd() const { return text_.empty(); }
  bool Sees(std::string_view wanted) const { return text_.substr(0, wanted.size()) == wanted; }
  bool Take(std::string_view wanted) {
    if (!Sees(wanted)) return false;
    text_.remove_prefix(wanted.size());
    return true;
  }
  bool TakeOpening() { return Take("（") || Take("("); }
  bool TakeClosing() { return Take("）") || Take(")"); }
  bool SeesOpening() const { return Sees("（") || Sees("("); }

  void SkipSpaces() {
    while (Take(" ") || Take("\t") || Take("\u3000")) {
    }
  }

  /// One character, of however many bytes.
  std::string_view TakeCharacter() {
    std::size_t length = 1;
    while (length < text_.size() && (static_cast<unsigned char>(text_[length]) & 0xC0U) == 0x80U) ++length;
    const std::string_view character = text_.substr(0, length);
    text_.remove_prefix(length);
    return character;
  }

  std::string_view Rest() const { return text_; }

 private:
  std::string_view text_;
};

/// Value of an Arabic digit of either width, or -1.
int ArabicDigit(std::string_view character) {
  if (character.size() == 1 && character[0] >= '0' && character[0] <= '9') return character[0] - '0';
  if (character.size() == 3 && character.substr(0, 2) == "\xEF\xBC") {
    const int digit = static_cast<unsigned char>(character[2]) - 0x90;
    if (digit >= 0 && digit <= 9) return digit;
  }
  return -1;
}

enum class Level : std::uint8_t { kNone, kArticle, kParagraph, kItem, kPoint };

struct Unit {
  std::string_view name;
  Level level;
};
constexpr std::array<Unit, 4> kUnits = {
    {{"条", Level::kArticle}, {"款", Level::kParagraph}, {"项", Level::kItem}, {"目", Level::kPoint}}};

/// One step of a place: a number and what it counts.
struct Part {
  Level level = Level::kNone;
  int number = 0;
  int insert = 0;
};

class LocatorParser {
 public:
  explicit LocatorParser(std::string_view text) : cursor_(text) {}

  std::optional<Range> Parse() {
    Range range;
    Level depth = Level::kNone;
    if (!ParsePlace(range.from, depth)) return std::nullopt;
    if (cursor_.Take("至") && !ParseEnd(range, depth)) return std::nullopt;
    if (!cursor_.AtEnd()) return Fail(CitationFault::kTrailingText), std::nullopt;
    return range;
  }

  CitationFault fault() const { return fault_; }

 private:
  bool Fail(CitationFault fault) {
    fault_ = fault;
    return false;
  }

  bool ParseEnd(Range& range, Level depth) {
    Position end = range.from;
    Level end_depth = Level::kNone;
    inherit_ = true;
    if (!ParsePlace(end, end_depth)) return false;
    if (end_depth != depth || !(range.from < end)) return Fail(CitationFault::kBackwardsRange);
    range.to = end;
    return true;
  }

  /// Reads parts into `position`; `depth` is the level of the last one.
  bool ParsePlace(Position& position, Level& depth) {
    do {
      Part part;
      if (!ParsePart(part)) return false;
      if (!Put(part, position, depth)) return Fail(CitationFault::kWrongOrder);
      depth = part.level;
    } while (cursor_.Sees("第"));
    return true;
  }

  bool Put(const Part& part, Position& position, Level depth) {
    if (part.level <= depth) return false;
    const bool first = depth == Level::kNone;
    if (first && !inherit_ && part.level != Level::kArticle) return false;
    switch (part.level) {
      case Level::kArticle: position = {part.number, part.insert, 0, 0, 0}; return true;
      case Level::kParagraph: position.paragraph = part.number, position.item = position.point = 0; return true;
      case Level::kItem: position.item = part.number, position.point = 0; return true;
      case Level::kPoint: position.point = part.number; return position.item > 0;
      case Level::kNone: return false;
    }
    return false;
  }

  bool ParsePart(Part& part) {
    if (!cursor_.Take("第")) return Fail(CitationFault::kNotACitation);
    const bool bracketed = cursor_.TakeOpening();
    std::string numeral;
    int arabic = -1;
    if (!TakeNumber(numeral, arabic)) return false;
    if (bracketed && !cursor_.TakeClosing()) return Fail(CitationFault::kItemBrackets);
    if (!TakeUnit(part)) return Fail(CitationFault::kBadNumeral);
    if (arabic >= 0 && part.level != Level::kPoint) return Fail(CitationFault::kArabicNumerals);
    if (bracketed != (part.level == Level::kItem)) return Fail(CitationFault::kItemBrackets);
    const std::optional<int> number = arabic >= 0 ? arabic : ParseNumeral(numeral);
    if (!number || *number == 0) return Fail(CitationFault::kBadNumeral);
    part.number = *number;
    return part.level != Level::kArticle || ParseInsert(part);
  }

  /// Everything up to a bracket, a unit or the end; `arabic` is its value where it is made of Arabic digits.
  bool TakeNumber(std::string& numeral, int& arabic) {
    while (!cursor_.AtEnd() && !cursor_.SeesOpening() && !cursor_.Sees("）") && !cursor_.Sees(")") && !SeesUnit()) {
      const std::string_view character = cursor_.TakeCharacter();
      if (const int digit = ArabicDigit(character); digit >= 0) {
        arabic = (arabic < 0 ? 0 : arabic) * 10 + digit;
        if (arabic > 9999) return Fail(CitationFault::kArabicNumerals);
        continue;
      }
      numeral += character;
      if (arabic >= 0 || numeral.size() > kLongestNumeral) return Fail(CitationFault::kBadNumeral);
    }
    if (arabic >= 0 && !numeral.empty()) return Fail(CitationFault::kBadNumeral);
    return true;
  }

  bool ParseInsert(Part& part) {
    if (!cursor_.Take("之")) return true;
    std::string numeral;
    while (!cursor_.AtEnd() && !cursor_.Sees("第") && !cursor_.Sees("至") && numeral.size() <= kLongestNumeral) {
      const std::string_view character = cursor_.TakeCharacter();
      if (ArabicDigit(character) >= 0) return Fail(CitationFault::kArabicNumerals);
      numeral += character;
    }
    const std::optional<int> number = ParseNumeral(numeral);
    if (!number) return Fail(CitationFault::kBadNumeral);
    part.insert = *number;
    return true;
  }

  bool SeesUnit() const {
    for (const Unit& unit : kUnits) {
      if (cursor_.Sees(unit.name)) return true;
    }
    return false;
  }

  bool TakeUnit(Part& part) {
    for (const Unit& unit : kUnits) {
      if (!cursor_.Take(unit.name)) continue;
      part.level = unit.level;
      return true;
    }
    return false;
  }

  static constexpr std::size_t kLongestNumeral = 24;

  Cursor cursor_;
  CitationFault fault_ = CitationFault::kNotACitation;
  bool inherit_ = false;  // the end of a range takes what it leaves out from the beginning
};

/// What stands between 《 and its 》; the cursor is behind 《.
std::optional<std::string> TakeName(Cursor& cursor) {
  std::string name;
  while (!cursor.AtEnd() && !cursor.Sees("》")) {
    const std::string_view character = cursor.TakeCharacter();
    if (character == "《" || static_cast<unsigned char>(character[0]) < 0x20U) return std::nullopt;
    name += character;
  }
  if (!cursor.Take("》") || name.find_first_not_of(' ') == std::string::npos) return std::nullopt;
  return name;
}

/// What stands between brackets, which may nest; the cursor is behind the first opening one.
std::optional<std::string> TakeVersion(Cursor& cursor) {
  std::string version;
  for (int depth = 1; !cursor.AtEnd();) {
    if (cursor.SeesOpening()) ++depth;
    if ((cursor.Sees("）") || cursor.Sees(")")) && --depth == 0) {
      cursor.TakeClosing();
      if (version.find_first_not_of(' ') == std::string::npos) return std::nullopt;
      return version;
    }
    version += cursor.TakeCharacter();
  }
  return std::nullopt;
}

std::string_view WithoutTrailingSpaces(std::string_view text) {
  constexpr std::string_view kWide = "\u3000";
  for (;;) {
    if (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
      text.remove_suffix(1);
    } else if (text.size() >= kWide.size() && text.substr(text.size() - kWide.size()) == kWide) {
      text.remove_suffix(kWide.size());
    } else {
      return text;
    }
  }
}

/// Why what follows the name is no place at all.
CitationFault FaultOfRest(std::string_view rest) {
  return ArabicDigit(Cursor(rest).TakeCharacter()) >= 0 ? CitationFault::kArabicNumerals : CitationFault::kTrailingText;
}

std::optional<Citation> Parse(std::string_view text, CitationFault& fault) {
  Cursor cursor(WithoutTrailingSpaces(text));
  cursor.SkipSpaces();
  fault = CitationFault::kNotACitation;
  if (!cursor.Take("《")) return std::nullopt;

  fault = CitationFault::kBadName;
  std::optional<std::string> name = TakeName(cursor);
  if (!name) return std::nullopt;
  Citation citation;
  citation.instrument = std::move(*name);

  cursor.SkipSpaces();
  fault = CitationFault::kBadVersion;
  if (cursor.TakeOpening()) {
    std::optional<std::string> version = TakeVersion(cursor);
    if (!version) return std::nullopt;
    citation.version = std::move(*version);
    cursor.SkipSpaces();
  }
  if (cursor.AtEnd()) return citation;

  fault = FaultOfRest(cursor.Rest());
  if (!cursor.Sees("第")) return std::nullopt;
  std::optional<Range> range = ParseLocator(cursor.Rest(), &fault);
  if (!range) return std::nullopt;
  citation.from = range->from;
  citation.to = range->to;
  return citation;
}

}  // namespace

std::optional<Citation> ParseCitation(std::string_view text, CitationFault* fault) {
  CitationFault found = CitationFault::kNotACitation;
  std::optional<Citation> citation = Parse(text, found);
  if (!citation && fault != nullptr) *fault = found;
  return citation;
}

std::optional<Range> ParseLocator(std::string_view text, CitationFault* fault) {
  LocatorParser parser(text);
  std::optional<Range> range = parser.Parse();
  if (!range && fault != nullptr) *fault = parser.fault();
  return range;
}

}  // namespace zhun::law
