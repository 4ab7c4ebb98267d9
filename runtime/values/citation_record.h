#pragma once

#include <string_view>

#include "runtime/diagnostics/diagnostic.h"
#include "runtime/values/arena.h"
#include "runtime/values/document.h"
#include "runtime/values/place.h"

namespace zhun::values {

/// Makes records of type citation out of texts: looks each up in the law registry.
///   registered  the registry has the instrument and version; known
///   valid       the provision exists and is in force; uncertain where unregistered or before the registry begins
///   rank        uncertain where unregistered; `unknown` for a text that is no citation, which is also a warning
class CitationReader {
 public:
  explicit CitationReader(const Binding& binding);

  const Record* Read(std::string_view text, Arena& arena, const Place& place, std::string_view name,
                     diagnostics::Sink& sink) const;

 private:
  Value RankValue(std::string_view code) const;

  Binding binding_;
  vocabulary::RecordIndex type_;
  vocabulary::EnumIndex ranks_;
  vocabulary::FieldIndex text_, registered_, valid_, rank_;
};

}  // namespace zhun::values
