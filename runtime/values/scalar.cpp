#include "runtime/values/scalar.h"

#include <string>

#include "runtime/base/date.h"
#include "runtime/values/nearest.h"
#include "runtime/values/region.h"
#include "runtime/values/social_code.h"
#include "runtime/values/utf8.h"

namespace zhun::values {
namespace {

using diagnostics::Code;
using vocabulary::Base;
using vocabulary::Form;
using vocabulary::Type;

base::Words NameOf(JsonKind kind) {
  switch (kind) {
    case JsonKind::kNull: return {"null", "null"};
    case JsonKind::kBool: return {"是否值", "true or false"};
    case JsonKind::kNumber: return {"整数", "a whole number"};
    case JsonKind::kFraction: return {"小数或者超出64位的数", "a number that is no whole number of 64 bits"};
    case JsonKind::kText: return {"文字", "a text"};
    case JsonKind::kList: return {"列表", "a list"};
    case JsonKind::kObject: return {"对象", "an object"};
  }
  return {};
}

/// 无条件共享 unconditional、… for the message about a code that is none.
base::Words CodesOf(const vocabulary::Enumeration& enumeration) {
  base::Words words;
  for (const vocabulary::Enumerator& member : enumeration.members) {
    if (!words.zh.empty()) {
      words.zh += "、";
      words.en += ", ";
    }
    words.zh += member.code + "（" + member.name.zh + "）";
    words.en += member.code;
  }
  return words;
}

Value Defective(Base kind) {
  Value value = Value::In(State::kDefective);
  value.kind = kind;
  return value;
}

}  // namespace

base::Words ExpectedWords(Type type, Form form) {
  if (form == Form::kCitation) return {"引用（文字）", "a citation (text)"};
  if (form == Form::kLabel) return {"文字或者整数", "a text or a whole number"};
  if (form == Form::kDay) return {"日期（如 2026-03-01）", "a date such as 2026-03-01"};
  if (form == Form::kItemName) return {"数据项名称（文字）", "the name of an item (text)"};
  switch (type.base) {
    case Base::kBool: return {"true 或者 false", "true or false"};
    case Base::kEnum: return {"代码（文字）", "a code (text)"};
    case Base::kText: return {"文字", "a text"};
    case Base::kNumber:
    case Base::kQuantity: return {"整数", "a whole number"};
    case Base::kLength: return {"天数（整数）", "a number of days"};
    case Base::kDate: return {"日期（如 2026-03-01）", "a date such as 2026-03-01"};
    case Base::kInstant: return {"时间（如 2026-03-01T09:00:00+08:00）", "a time such as 2026-03-01T09:00:00+08:00"};
    case Base::kRegion: return {"六位行政区划代码（文字）", "a six-digit region code (text)"};
    case Base::kRecord: return {"对象", "an object"};
    case Base::kError: return {};
  }
  return {};
}

diagnostics::Diagnostic& ScalarReader::Report(Code code, const Place& place,
                                              std::vector<diagnostics::Argument> arguments) const {
  return sink_.ReportIn(code, std::string(name_), place.Pointer(), std::move(arguments));
}

void ScalarReader::WrongType(const base::Words& expected, const Json& json, const Place& place) const {
  Report(Code::kDocumentWrongType, place, {{"expected", expected}, {"found", NameOf(json.kind)}});
}

std::optional<std::string_view> ScalarReader::Text(const base::Words& expected, std::uint32_t longest, const Json& json,
                                                   const Place& place) const {
  if (json.kind != JsonKind::kText) {
    WrongType(expected, json, place);
    return std::nullopt;
  }
  const std::size_t length = CountCodePoints(json.text);
  if (length > longest) {
    Report(Code::kDocumentTextTooLong, place, {{"limit", std::to_string(longest)}, {"found", std::to_string(length)}});
    return std::nullopt;
  }
  return json.text;
}

Value ScalarReader::Read(Type type, Form form, std::uint32_t longest, const Json& json, const Place& place,
                         Arena& arena) const {
  if (form == Form::kLabel) return Label(longest, json, place, arena);
  if (type.base == Base::kNumber || type.base == Base::kQuantity || type.base == Base::kLength)
    return Number(type, json, place);
  const base::Words expected = ExpectedWords(type, form);
  if (type.base == Base::kBool) {
    if (json.kind == JsonKind::kBool) return Value::Of(Base::kBool, json.number);
    WrongType(expected, json, place);
    return Defective(Base::kBool);
  }
  constexpr std::uint32_t kLongestWord = 1000;  // codes and dates have their own rules; this only bounds the message
  const std::optional<std::string_view> text =
      Text(expected, type.base == Base::kText ? longest : kLongestWord, json, place);
  if (!text) return Defective(type.base);
  switch (type.base) {
    case Base::kEnum: return Enumerator(type.of, *text, place);
    case Base::kDate: return Day(*text, form, place);
    case Base::kInstant: return Instant(*text, place);
    case Base::kRegion: return Region(*text, place);
    case Base::kText:
      if (form == Form::kSocialCode) CheckCode(*text, place);
      return Value::OfText(*text);
    case Base::kBool:
    case Base::kNumber:
    case Base::kQuantity:
    case Base::kLength:
    case Base::kRecord:
    case Base::kError: break;
  }
  return Defective(type.base);
}

Value ScalarReader::Enumerator(vocabulary::EnumIndex index, std::string_view code, const Place& place) const {
  const vocabulary::Enumeration& enumeration = vocabulary_.enumerations[index];
  const std::uint16_t member = vocabulary::FindCode(enumeration, code);
  if (member != vocabulary::kNone) return Value::Of(Base::kEnum, member);
  diagnostics::Diagnostic& report =
      Report(Code::kDocumentUnknownCode, place,
             {{"code", Shortened(code)}, {"of", enumeration.name}, {"codes", CodesOf(enumeration)}});
  std::vector<std::string_view> codes;
  for (const vocabulary::Enumerator& candidate : enumeration.members) codes.push_back(candidate.code);
  if (const auto nearest = Nearest(code, codes)) {
    report.help = {"是否想写“" + std::string(*nearest) + "”？", "Did you mean " + std::string(*nearest) + "?"};
  }
  return Defective(Base::kEnum);
}

Value ScalarReader::Day(std::string_view text, Form form, const Place& place) const {
  if (const std::optional<base::Date> date = base::ParseDate(text)) return Value::Of(Base::kDate, date->days);
  if (form == Form::kDay) {
    if (const std::optional<base::Instant> instant = base::ParseInstant(text)) {
      return Value::Of(Base::kDate, base::ShanghaiDate(instant->seconds).days);
    }
  }
  Report(Code::kDocumentDate, place, {{"text", Shortened(text)}});
  return Defective(Base::kDate);
}

Value ScalarReader::Instant(std::string_view text, const Place& place) const {
  if (const std::optional<base::Instant> instant = base::ParseInstant(text))
    return Value::Of(Base::kInstant, instant->seconds);
  Report(Code::kDocumentInstant, place, {{"text", Shortened(text)}});
  return Defective(Base::kInstant);
}

Value ScalarReader::Region(std::string_view text, const Place& place) const {
  if (const std::optional<std::int64_t> region = ParseRegion(text)) return Value::Of(Base::kRegion, *region);
  Report(Code::kDocumentRegion, place, {{"text", Shortened(text)}});
  return Defective(Base::kRegion);
}

Value ScalarReader::Number(Type type, const Json& json, const Place& place) const {
  const bool counted = type.base != Base::kNumber;
  if (json.kind != JsonKind::kNumber) {
    WrongType(ExpectedWords(type, Form::kPlain), json, place);
  } else if (counted && json.number < 0) {
    Report(Code::kDocumentNegative, place, {{"text", std::to_string(json.number)}});
  } else {
    Value value = Value::Of(type.base, json.number);
    if (type.base == Base::kLength) value.unit = vocabulary::FindUnit(vocabulary_, "day");
    if (type.base == Base::kQuantity) value.unit = type.of;
    return value;
  }
  return Defective(type.base);
}

Value ScalarReader::Label(std::uint32_t longest, const Json& json, const Place& place, Arena& arena) const {
  if (json.kind == JsonKind::kNumber) return Value::OfText(arena.Keep(std::to_string(json.number)));
  const std::optional<std::string_view> text =
      Text(ExpectedWords({Base::kText, vocabulary::kNone, false}, Form::kLabel), longest, json, place);
  return text ? Value::OfText(*text) : Defective(Base::kText);
}

void ScalarReader::CheckCode(std::string_view code, const Place& place) const {
  switch (CheckSocialCode(code)) {
    case SocialCode::kSound: return;
    case SocialCode::kWrongLength: Report(Code::kDocumentCodeLength, place, {{"text", Shortened(code)}}); return;
    case SocialCode::kWrongCheck: Report(Code::kDocumentCodeCheck, place, {{"text", Shortened(code)}}); return;
  }
}

}  // namespace zhun::values
