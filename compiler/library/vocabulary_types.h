#pragma once

#include <string_view>

#include "compiler/library/table.h"
#include "runtime/vocabulary/vocabulary.h"

namespace zhun::library {

/// Reads text, bool, number, date, instant, region, length, quantity:unit, enum:key, record:key, list:any of these.
/// What is no type or points nowhere is reported; then the type is an error.
vocabulary::Type ReadType(const vocabulary::Vocabulary& vocabulary, std::string_view text, const RowReader& row);

/// Reads attributes.tsv into the records of `vocabulary`, whose enumerations, records and units are there.
void ReadAttributes(const Table& table, vocabulary::Vocabulary& vocabulary, diagnostics::Sink& sink);

/// The attribute that dotted JSON keys lead to (application.period.to); nullptr where there is none.
const vocabulary::Attribute* FindPath(const vocabulary::Vocabulary& vocabulary, std::string_view path);

}  // namespace zhun::library
