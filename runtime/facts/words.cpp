#include "runtime/facts/words.h"

#include "runtime/base/date.h"
#include "runtime/values/region.h"
#include "runtime/values/social_code.h"
#include "runtime/values/utf8.h"

namespace zhun::facts {

using values::State;
using values::Value;
using vocabulary::Absence;
using vocabulary::Attribute;
using vocabulary::Base;
using vocabulary::Form;

bool Fits(std::string_view text, std::uint32_t longest) {
  return text.size() <= longest || values::CountCodePoints(text) <= longest;
}

bool ReadWord(const vocabulary::Vocabulary& vocabulary, const Attribute& attribute, std::string_view text,
              std::uint32_t longest, Value& read, bool& warned) {
  switch (attribute.type.base) {
    case Base::kEnum: {
      const std::uint16_t member = vocabulary::FindCode(vocabulary.enumerations[attribute.type.of], text);
      if (member == vocabulary::kNone) return false;
      read = Value::Of(Base::kEnum, member);
      return true;
    }
    case Base::kDate: {
      const std::optional<base::Date> date = base::ParseDate(text);
      if (date) read = Value::Of(Base::kDate, date->days);
      if (date || attribute.form != Form::kDay) return date.has_value();
      const std::optional<base::Instant> instant = base::ParseInstant(text);
      if (instant) read = Value::Of(Base::kDate, base::ShanghaiDate(instant->seconds).days);
      return instant.has_value();
    }
    case Base::kInstant: {
      const std::optional<base::Instant> instant = base::ParseInstant(text);
      if (instant) read = Value::Of(Base::kInstant, instant->seconds);
      return instant.has_value();
    }
    case Base::kRegion: {
      const std::optional<std::int64_t> region = values::ParseRegion(text);
      if (region) read = Value::Of(Base::kRegion, *region);
      return region.has_value();
    }
    case Base::kText:
      read = Value::OfText(text);
      if (attribute.form == Form::kSocialCode && values::CheckSocialCode(text) != values::SocialCode::kSound)
        warned = true;
      return Fits(text, longest);
    default: return false;
  }
}

bool ReadAmount(vocabulary::Type type, std::uint16_t day_unit, std::int64_t number, Value& read) {
  if (type.base != Base::kNumber && number < 0) return false;
  read = Value::Of(type.base, number);
  if (type.base == Base::kLength) read.unit = day_unit;
  if (type.base == Base::kQuantity) read.unit = type.of;
  return true;
}

Value UnsuppliedMember(const Attribute& attribute) {
  static constexpr values::List kEmptyList;
  const bool none = attribute.absence == Absence::kAsNone && attribute.form != Form::kComputed;
  if (none && attribute.type.list) return values::ListOf(attribute.type.base, &kEmptyList);
  if (none && attribute.type.base == Base::kBool) return Value::Of(Base::kBool, 0);
  Value value = Value::In(none ? State::kNone : State::kAbsent);
  if (attribute.form == Form::kComputed) value.state = State::kUncertain;
  value.kind = attribute.type.base;
  if (none && value.kind == Base::kText) value.text = "";
  return value;
}

}  // namespace zhun::facts
