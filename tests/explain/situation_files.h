#pragma once

#include <string>

/// What stands around a sample: sound files, with nothing in them that a sample does not need.
namespace zhun::explain::testing {

/// Members of a policy between its head and its closing brace.
std::string EntryPolicy(const std::string& members);
std::string BasePolicy(const std::string& members);
/// Clauses of a requirement; a basis and a reason are added where the clauses have none.
std::string Requirement(const std::string& clauses);

/// JSON of an application for the entry below, and of that entry.
const std::string& SoundApplication();
const std::string& SoundEntry();
/// `whole` with the members of `part` in place of its own. Both are JSON objects.
std::string WithMembers(const std::string& whole, const std::string& part);
/// The same JSON without line ends, as a batch has it.
std::string OnOneLine(const std::string& json);

/// A C program that makes these statements and prints what it was told.
std::string ProgramOf(const std::string& statements);

}  // namespace zhun::explain::testing
