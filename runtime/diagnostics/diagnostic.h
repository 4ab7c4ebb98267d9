#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/source.h"
#include "runtime/base/words.h"

namespace zhun::diagnostics {

enum class Severity : std::uint8_t { kError, kWarning, kInformation };

/// Every message of the house, one row each in `catalogue.def`.
enum class Code : std::uint16_t {
#define ZHUN_DIAGNOSTIC(NAME, CODE, SEVERITY, ZH, EN, WHY_ZH, WHY_EN) k##NAME,
#include "runtime/diagnostics/catalogue.def"
#undef ZHUN_DIAGNOSTIC
};

/// A value for one `{key}` of a message. `words` may differ by language (a type name) or be equal (a quoted word).
struct Argument {
  Argument(std::string_view name, std::string_view value) : key(name), words{std::string(value), std::string(value)} {}
  Argument(std::string_view name, base::Words value) : key(name), words(std::move(value)) {}
  std::string key;
  base::Words words;
};

/// A second place a message speaks of.
struct Label {
  base::Span span;
  base::Words text;
};

/// Text that makes the message go away when put in place of `span`.
struct Fix {
  base::Span span;
  std::string replacement;
  base::Words text;  ///< what applying it does
  bool guess = false;  ///< a near name that may not be the one meant: shown, never applied unasked
};

/// A message that stands in another table of the house than `catalogue.def`: a finding of the linter.
struct OwnRow {
  std::string code;  ///< "K04"
  Severity severity = Severity::kError;
  base::Words message;
};

/// A provision that a message rests on, in canonical form, and its words where the corpus has them.
struct Basis {
  std::string citation;
  std::optional<std::string> text;
};

/// One message about one cause. Messages about policies have a `span`; messages about JSON documents have a
/// `pointer` (RFC 6901) and, where the text is malformed, a `span` as well; messages about files have neither.
struct Diagnostic {
  Code code{};
  std::vector<Argument> arguments;
  base::Span span;      ///< `span.source` is invalid where there is none
  std::string file;     ///< the document or file, where there is no span
  std::string pointer;  ///< JSON pointer; empty where none
  std::vector<Label> labels;
  std::vector<Fix> fixes;
  base::Words help;  ///< one more line; may be empty
  std::optional<OwnRow> own;  ///< in place of `code` and `arguments`
  std::vector<Basis> basis;
};

/// Collects what the steps have to say. Not thread-safe: one sink a run.
class Sink {
 public:
  /// At most `limit` errors are kept; then one row says that more were left out.
  explicit Sink(std::size_t limit = 100) : limit_(limit) {}

  /// Records a message; the reference is valid until the next call and lets the caller add labels, fixes and help.
  Diagnostic& Report(Code code, base::Span span, std::vector<Argument> arguments = {});
  /// The same for a JSON document or a file.
  Diagnostic& ReportIn(Code code, std::string file, std::string pointer, std::vector<Argument> arguments = {});

  bool HasErrors() const { return errors_ > 0; }
  std::size_t ErrorCount() const { return errors_; }
  const std::vector<Diagnostic>& All() const { return all_; }
  /// Puts messages in the order of their places (source, offset, pointer, code) and drops exact repetitions.
  void Sort();

 private:
  Diagnostic& Keep(Diagnostic diagnostic);

  std::size_t limit_;
  std::size_t errors_ = 0;    ///< reported, kept or not
  std::size_t left_out_ = 0;
  std::vector<Diagnostic> all_;
  Diagnostic overflow_;
};

Severity SeverityOf(Code code);
std::string_view CodeText(Code code);  ///< "Z3001"
Severity SeverityOf(const Diagnostic& diagnostic);
std::string_view CodeText(const Diagnostic& diagnostic);
/// The message in both languages with its arguments put in.
base::Words MessageOf(const Diagnostic& diagnostic);
/// Why the message exists and what to do, in both languages, for `zhun explain`; nullptr for an unknown code.
const base::Words* ExplanationOf(std::string_view code_text);

}  // namespace zhun::diagnostics
