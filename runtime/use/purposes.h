#pragma once

#include <string_view>

#include "runtime/values/arena.h"
#include "runtime/values/value.h"

namespace zhun::use {

/// The purposes that a text names, as a list value in `arena`: “低保审核、信用评价” names two. Texts are parted at list marks
/// (、，,；;) and at the words 以及, 及, 和, 与, 并, “ and ”; blanks around a purpose do not count. A purpose that itself
/// contains such a word is parted alike on both sides of a comparison. A text that is not known gives what it is.
values::Value PurposesIn(const values::Value& text, values::Arena& arena);

}  // namespace zhun::use
