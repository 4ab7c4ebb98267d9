#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/words.h"

/// The words policies and documents are made of: record types, enumerations, attributes, roots, events, readings.
/// They are data (stdlib/vocabulary/*.tsv), loaded by the compiler and carried in the bundle. An index into one of
/// the vectors below is the identity of a thing; the order of the tables is therefore part of the vocabulary.
namespace zhun::vocabulary {

using EnumIndex = std::uint16_t;
using RecordIndex = std::uint16_t;
using FieldIndex = std::uint16_t;
inline constexpr std::uint16_t kNone = 0xFFFF;

enum class Base : std::uint8_t {
  kBool,
  kEnum,      ///< `of` = EnumIndex
  kText,
  kNumber,    ///< whole number, 64 bits
  kQuantity,  ///< counted things; `of` = UnitIndex of a count unit (次, 条, 人 …)
  kLength,    ///< length of time; a constant carries its unit, a document value is in days
  kDate,      ///< civil date in Asia/Shanghai, days since 1970-01-01
  kInstant,   ///< seconds since 1970-01-01T00:00Z; compared with dates by its Shanghai date
  kRegion,    ///< six-digit GB/T 2260 code as a number
  kRecord,    ///< `of` = RecordIndex
  kError,     ///< type of a wrong expression; no message speaks of it again
};

/// Type of an attribute or expression. Lists hold scalars or records and do not nest.
struct Type {
  Base base = Base::kError;
  std::uint16_t of = kNone;
  bool list = false;

  bool operator==(const Type&) const = default;
};

/// Who can supply a fact (contract, closed list).
enum class Supplier : std::uint8_t { kApplicant, kProvider, kAuthority, kPlatform, kGovernment };

/// What a key that is not there means.
enum class Absence : std::uint8_t {
  kUnknown,   ///< not said yet: unknown
  kAsNone,    ///< none: an empty list, an empty text, "no", or a record all of whose members are absent
  kRequired,  ///< a document without it is a fault
};

/// How the value comes out of a document.
enum class Form : std::uint8_t {
  kPlain,     ///< as the type says
  kCitation,  ///< a text, parsed and looked up in the law registry (record `citation`)
  kItemName,  ///< a text naming an item of the entry (record `item`)
  kLabel,     ///< a text, or a whole number read as its digits (the number of a published condition)
  kDay,       ///< a date, or an instant read as its Shanghai date (`as_of`)
  kFindings,  ///< an object of yes/no answers to findings, by their codes
  kComputed,  ///< never in a document; the binder or the engine fills it in
  kIgnored,   ///< accepted in a document, no rule may read it
  kSocialCode,  ///< a text; a unified social credit code that fails its check is a warning
};

struct Attribute {
  base::Words name;       ///< as policies write it: 层级 / level
  std::string key;        ///< JSON key
  Type type;
  std::uint32_t bound;    ///< most elements of a list (0: not said), most code points of a text
  Supplier supplier;
  bool nullable;          ///< JSON null is an answer ("none"); otherwise null is the same as absent
  Absence absence;
  Form form;
  bool whole;             ///< what lacks inside it is reported as the attribute itself (application.period)
  base::Words label;      ///< long name for replies (使用时限); `name` where empty
};

struct Record {
  std::string key;
  base::Words name;
  std::vector<Attribute> attributes;
};

struct Enumerator {
  base::Words name;   ///< bare word in policies
  std::string code;   ///< JSON code
  base::Words label;  ///< as replies print it; `name` where empty
};

/// Members stand in ascending order where `ordered` (township < … < national).
struct Enumeration {
  std::string key;
  base::Words name;
  bool ordered;
  std::vector<Enumerator> members;
};

/// Part of a case that a stage may read; `stages` is a bit set over the members of enumeration `stage`.
struct Root {
  std::string key;  ///< application, entry, context, finding, outcome, today, grant, use, case
  base::Words name;
  Type type;
  std::uint32_t stages;
};

/// Something that happens in a case; deadlines run from events. `date` is the dotted JSON path of the date that
/// the application stage already knows (application.received_at), or empty.
struct Event {
  std::string key;
  base::Words name;
  std::string date;
  std::string stops;    ///< event whose clocks this one stops; empty: none
  std::string resumes;  ///< event whose clocks this one starts again
  std::string concludes;  ///< outcome code that the case has with it
  std::vector<std::string>
      earliest_of;  ///< it happens with the first of these events and its date, whichever comes first
};

/// A choice the Regulation leaves open (口径), with its closed list of values; the first is the default.
struct Reading {
  std::string key;
  base::Words name;
  std::vector<Enumerator> values;
};

/// Unit of a quantity: counts (次, 条, 人, 元, %) and lengths (日, 个工作日, 个月, 年).
struct Unit {
  std::string key;  ///< day, working_day, month, year, times, records …
  base::Words name;
  bool length;
};

struct Vocabulary {
  std::vector<Enumeration> enumerations;
  std::vector<Record> records;
  std::vector<Root> roots;
  std::vector<Event> events;
  std::vector<Reading> readings;
  std::vector<Unit> units;
};

/// Index by key, or kNone.
std::uint16_t FindEnumeration(const Vocabulary& vocabulary, std::string_view key);
std::uint16_t FindRecord(const Vocabulary& vocabulary, std::string_view key);
std::uint16_t FindRoot(const Vocabulary& vocabulary, std::string_view key);
std::uint16_t FindEvent(const Vocabulary& vocabulary, std::string_view key);
std::uint16_t FindUnit(const Vocabulary& vocabulary, std::string_view key);
std::uint16_t FindReading(const Vocabulary& vocabulary, std::string_view key);
/// Index of the attribute whose JSON key is `key` in `record`, or kNone.
std::uint16_t FindKey(const Record& record, std::string_view key);
/// Index of the enumerator whose code is `code`, or kNone.
std::uint16_t FindCode(const Enumeration& enumeration, std::string_view code);
/// True where `name` is the Chinese or the English name.
bool Names(const base::Words& words, std::string_view name);
/// The type as people read it: 文字、日期、层级的列表 / text, date, list of level.
base::Words Describe(const Vocabulary& vocabulary, Type type);

}  // namespace zhun::vocabulary
