#pragma once

#include <string>
#include <string_view>

#include "compiler/lint/subject/catalogue.h"

/// Names of items, entries and bodies, brought into a form in which they can be compared.
namespace zhun::lint {

/// A name without spaces, brackets and what stands in them, full-width letters as plain small ones.
std::string PlainName(std::string_view name);

/// Whether nearly every entry has an item of this plain name (姓名, 证件号码, 备注), or it is a field of the nationwide
/// forms of licences and penalties. That two entries share it says nothing about what they hold.
bool IsCommonItem(std::string_view plain);

/// Whether the plain name is that of a number by which records of one person are joined.
bool JoinsPersons(std::string_view plain);

/// What an entry is about: its title without region and provider in front, 信息 or 数据 behind.
std::string TopicOf(const EntryRow& row, const values::RegionTable& regions);
/// The same for a name that stands alone.
std::string TopicOf(std::string_view title);

/// What tells one body from another: its code, or its name where it has none.
std::string_view BodyOf(const EntryRow& row);

/// Whether two bodies are the same department at two levels (某省民政厅, 某市民政局).
bool InOneLine(const EntryRow& one, const EntryRow& other);

}  // namespace zhun::lint
