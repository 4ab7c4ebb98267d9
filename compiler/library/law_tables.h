#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "compiler/library/json_node.h"
#include "runtime/law/registry.h"

/// The parts of the law registry, one file each. Each reports into the sink of `JsonPlace`; `LoadRegistry` is the gate.
namespace zhun::library {

/// 21, or 17-1 for an inserted article. Reports anything else at `place`.
std::optional<law::Position> ReadArticleNumber(std::string_view text, const JsonPlace& place);

law::Instrument ReadInstrument(const JsonPlace& place);

/// Reads the verbatim text of one instrument, which must be registered under its name and number, into it.
void ReadText(const JsonPlace& place, law::Registry& registry);

/// Reads article maps; the registry's instruments must be complete.
law::Renumbering ReadRenumbering(const JsonPlace& place, const law::Registry& registry);

}  // namespace zhun::library
