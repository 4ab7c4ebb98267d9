#pragma once

#include <span>
#include <string>

#include "runtime/base/words.h"
#include "runtime/vocabulary/vocabulary.h"

/// Names of places in a case, for people and for decisions.
namespace zhun::values {

/// The dotted path of JSON keys: application.period.from. `fields` are attribute indices from the root down; the path
/// ends where one of them does not exist or the attribute above it is no record.
std::string PathText(const vocabulary::Vocabulary& vocabulary, std::uint16_t root,
                     std::span<const vocabulary::FieldIndex> fields);

/// The same in the words of policies: 申请.使用时限.起 / application.period.from.
base::Words PathWords(const vocabulary::Vocabulary& vocabulary, std::uint16_t root,
                      std::span<const vocabulary::FieldIndex> fields);

/// The attribute that `fields` leads to; nullptr where there is none.
const vocabulary::Attribute* AttributeAt(const vocabulary::Vocabulary& vocabulary, std::uint16_t root,
                                         std::span<const vocabulary::FieldIndex> fields);

/// How replies call an attribute or an enumerator: its label, or its name where it has none.
const base::Words& LabelOf(const vocabulary::Attribute& attribute);
const base::Words& LabelOf(const vocabulary::Enumerator& enumerator);

}  // namespace zhun::values
