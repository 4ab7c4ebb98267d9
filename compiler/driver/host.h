#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>

#include "compiler/driver/arguments.h"
#include "runtime/base/source.h"
#include "runtime/diagnostics/diagnostic.h"

namespace zhun::driver {

/// What a command takes from the machine, filled once in main.cpp. Nothing else in the driver looks at the clock, at
/// terminals, or at where the program stands.
struct Host {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool terminal = false;        ///< `err` is one: colour and progress are welcome
  std::int64_t (*now)();        ///< seconds since 1970-01-01T00:00Z
  std::filesystem::path share;  ///< share/zhun: default.zb, stdlib, policies
  std::filesystem::path working;  ///< where relative names start
  std::string build;  ///< changes whenever the program does (`BuildOf`)
  bool out_terminal = false;    ///< `out` is one: a report for people may have colour
};

/// share/zhun of an installed program (bin/zhun) or of one in its build tree (compiler/driver/zhun).
std::filesystem::path ShareOf(const std::filesystem::path& executable);

/// Size and time of the program file: cached results of another build are not taken over. Empty: not known.
std::string BuildOf(const std::filesystem::path& executable);

/// Writes what `sink` holds to `host.err`: as JSON, one object a line, or as text for people with a summary.
void Tell(const diagnostics::Sink& sink, const base::SourceStore& sources, Manner manner, Host& host);
/// The same for messages without places in sources.
void Tell(const diagnostics::Sink& sink, Manner manner, Host& host);

/// The file with this name under share/zhun; reports where it is not there.
std::filesystem::path Shared(const Host& host, const char* name, diagnostics::Sink& sink);

}  // namespace zhun::driver
