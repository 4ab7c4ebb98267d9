#pragma once

#include <string_view>

#include "runtime/values/value.h"

namespace zhun::facts {

/// What a text of a document says, as an attribute has it: a code, date, instant, region or text of at most `longest` code
/// points. False where the binder would not take it; `warned` is set where it would take it with a warning.
bool ReadWord(const vocabulary::Vocabulary& vocabulary, const vocabulary::Attribute& attribute, std::string_view text,
              std::uint32_t longest, values::Value& read, bool& warned);

/// What a number says, as an attribute of that type has it. False where the binder would not take it.
bool ReadAmount(vocabulary::Type type, std::uint16_t day_unit, std::int64_t number, values::Value& read);

bool Fits(std::string_view text, std::uint32_t longest);

/// The value of an attribute that a member of a list does not have.
values::Value UnsuppliedMember(const vocabulary::Attribute& attribute);

}  // namespace zhun::facts
