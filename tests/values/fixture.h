#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/diagnostics/diagnostic.h"
#include "runtime/law/registry.h"
#include "runtime/values/document.h"
#include "runtime/vocabulary/vocabulary.h"

namespace zhun::values::testing {

/// The shipped tables, loaded once.
const vocabulary::Vocabulary& Words();
const law::Registry& Law();
/// The shipped vocabulary and law, as of 2026-10-08.
Binding TestBinding();

/// "Z5009 /bases" of every message, in order.
std::vector<std::string> CodesOf(const diagnostics::Sink& sink);

/// A small conditional entry with two items, 姓名 (sensitive, of minors) and 住址.
extern const char kEntry[];
/// Binds what must bind; fails the test with its messages otherwise.
Document Entry(std::string_view json = kEntry);
Document Application(const Document& entry, std::string_view json);
/// The required keys of an application for `kEntry`, and `more` after them.
std::string ApplicationText(std::string_view more = "");

/// The value at dotted keys; elements of lists by number: items.0.personal. Stops where reading stops.
Value At(const Document& document, std::string_view path);

/// "known 5", "known text", "known []", "none", "absent", "pending why" …
std::string Show(const Value& value);

}  // namespace zhun::values::testing
