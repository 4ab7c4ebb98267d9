#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include <gtest/gtest.h>

#include "compiler/library/law.h"
#include "runtime/law/standing.h"

namespace zhun::law {

/// The registry that ships, loaded once for the whole program.
inline const Registry& Corpus() {
  static const Registry registry = [] {
    diagnostics::Sink sink;
    std::optional<Registry> loaded = library::LoadRegistry(std::filesystem::path(ZHUN_SOURCE_DIR) / "stdlib/law", sink);
    for (const auto& diagnostic : sink.All()) {
      ADD_FAILURE() << diagnostics::CodeText(diagnostic.code) << " " << diagnostic.file << diagnostic.pointer << " "
                    << diagnostics::MessageOf(diagnostic).en;
    }
    return loaded.value_or(Registry{});
  }();
  return registry;
}

inline base::Date Day(std::string_view text) { return base::ParseDate(text).value(); }

inline Citation Cited(std::string_view text) {
  const std::optional<Citation> citation = ParseCitation(text);
  if (!citation) ADD_FAILURE() << text << " is no citation";
  return citation.value_or(Citation{});
}

inline Standing StandingOn(std::string_view text, std::string_view day) {
  return StandingOf(Corpus(), Cited(text), Day(day));
}

}  // namespace zhun::law
