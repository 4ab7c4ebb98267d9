#pragma once

#include <string_view>

#include "runtime/diagnostics/diagnostic.h"
#include "runtime/values/json.h"
#include "runtime/values/place.h"
#include "runtime/values/value.h"

namespace zhun::values {

/// Reads single values that are no records. What does not fit is reported at its place and comes back as kDefective,
/// so that reading can go on; the document is refused at the end.
class ScalarReader {
 public:
  ScalarReader(const vocabulary::Vocabulary& vocabulary, std::string_view name, diagnostics::Sink& sink)
      : vocabulary_(vocabulary),
        name_(name),
        sink_(sink) {}

  /// `longest` is the bound of a text in code points. `type` is no record; form plain, day, label or social code.
  Value Read(vocabulary::Type type, vocabulary::Form form, std::uint32_t longest, const Json& json, const Place& place,
             Arena& arena) const;

  /// A text of at most `longest` code points. Nothing, and a message, where there is something else.
  std::optional<std::string_view> Text(const base::Words& expected, std::uint32_t longest, const Json& json,
                                       const Place& place) const;

  void WrongType(const base::Words& expected, const Json& json, const Place& place) const;
  diagnostics::Diagnostic& Report(diagnostics::Code code, const Place& place,
                                  std::vector<diagnostics::Argument> arguments = {}) const;

 private:
  Value Enumerator(vocabulary::EnumIndex index, std::string_view code, const Place& place) const;
  Value Day(std::string_view text, vocabulary::Form form, const Place& place) const;
  Value Instant(std::string_view text, const Place& place) const;
  Value Region(std::string_view text, const Place& place) const;
  Value Number(vocabulary::Type type, const Json& json, const Place& place) const;
  Value Label(std::uint32_t longest, const Json& json, const Place& place, Arena& arena) const;
  void CheckCode(std::string_view code, const Place& place) const;

  const vocabulary::Vocabulary& vocabulary_;
  std::string_view name_;
  diagnostics::Sink& sink_;
};

/// What a document has to hold, in words: 日期（如 2026-03-01）、文字…
base::Words ExpectedWords(vocabulary::Type type, vocabulary::Form form);

}  // namespace zhun::values
