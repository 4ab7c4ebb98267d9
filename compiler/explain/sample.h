#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "runtime/base/words.h"
#include "runtime/diagnostics/diagnostic.h"

/// For each message something that brings it about and the same thing put right.
namespace zhun::explain {

/// What a sample is a part of. A test completes it and runs it; the reader of `zhun explain` sees the sample alone.
enum class Frame : std::uint8_t {
  kRule,         ///< clauses of a requirement in the policy of an entry
  kPolicy,       ///< members of the policy of an entry, tests included
  kBasePolicy,   ///< members of a base policy
  kFiles,        ///< whole policy files, each below a line `// name.zhun`; below regulation/ they are base policies
  kApplication,  ///< members of an application, put in place of those of a sound one
  kEntry,        ///< members of a catalogue entry, likewise
  kDocument,     ///< the whole text of an application
  kRecord,       ///< below a line `// record`: the whole text of a document of that type of record
  kLibrary,      ///< below a line `// table`: rows added to that table of stdlib/, or the whole of a JSON file there
  kCalls,        ///< statements of a C program that opened a bundle, made a decider and read sound documents
  kCommands,     ///< lines for a shell, in a folder that holds sound files
};

/// One row of the tables.
struct Sample {
  diagnostics::Code code{};
  Frame frame{};
  std::string_view also;  ///< codes that the wrong text cannot help reporting besides, blanks between them
  base::Words bad, good;
};

/// In the order of codes; each message once.
const std::vector<Sample>& Samples();

/// nullptr: the message has none.
const Sample* SampleOf(diagnostics::Code code);

/// What a text in this frame is written in, for those who typeset it: "zhun", "json", "data" (tables and files of
/// stdlib/), "c" or "commands".
std::string_view FormOf(Frame frame);

}  // namespace zhun::explain
