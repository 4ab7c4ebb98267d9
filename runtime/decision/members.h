#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "runtime/values/value.h"

namespace zhun::decision {

/// The member of a record by JSON keys: {"provider", "region"}. Absent where something on the way is not there.
values::Value MemberAt(const vocabulary::Vocabulary& vocabulary, const values::Record& record,
                       std::initializer_list<std::string_view> keys);

/// The same where it is a known text; empty otherwise.
std::string TextAt(const vocabulary::Vocabulary& vocabulary, const values::Record& record,
                   std::initializer_list<std::string_view> keys);

}  // namespace zhun::decision
