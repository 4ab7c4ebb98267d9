#include "runtime/values/json_fault.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "runtime/values/json.h"
#include "runtime/values/place.h"
#include "runtime/values/utf8.h"

namespace zhun::values {
namespace {

using diagnostics::Code;

/// Follows a parse until it fails; knows where in the document it is.
class Tracker {
 public:
  bool null() { return Value(); }
  bool boolean(bool) { return Value(); }
  bool number_integer(std::int64_t) { return Value(); }
  bool number_unsigned(std::uint64_t) { return Value(); }
  /// Written as a whole number but read as a fraction: beyond 64 bits.
  template <class Fraction>
  bool number_float(Fraction, const std::string& written) {
    if (written.find_first_of(".eE") != std::string::npos) return Value();
    number_ = written;
    return false;
  }
  bool string(std::string&) { return Value(); }
  bool binary(nlohmann::json::binary_t&) { return false; }
  bool start_object(std::size_t) { return Open(); }
  bool start_array(std::size_t) { return Open(true); }
  bool end_object() { return Close(); }
  bool end_array() { return Close(); }
  bool key(std::string& key) {
    open_.back().key = key;
    return true;
  }
  bool parse_error(std::size_t position, const std::string& token, const nlohmann::detail::exception& exception) {
    constexpr int kNumberOverflow = 406;
    if (exception.id == kNumberOverflow) {
      number_ = token;
    } else {
      offset_ = position - std::min(position, IsWholeToken(exception.what()) ? token.size() : 1);
    }
    return false;
  }

  /// What was being read when it ended.
  const std::optional<std::string>& Number() const { return number_; }
  std::optional<std::size_t> Offset() const { return offset_; }
  bool RootIsClosed() const { return root_closed_; }
  bool IsTooDeep() const { return too_deep_; }
  std::string Pointer() const {
    std::string pointer;
    for (const Level& level : open_) {
      pointer += '/';
      pointer += level.list ? std::to_string(level.index) : EscapedToken(level.key);
    }
    return pointer;
  }

 private:
  struct Level {
    bool list = false;
    std::size_t index = 0;
    std::string key;
  };

  bool Value() {
    if (open_.empty()) {
      root_closed_ = true;
    } else {
      ++open_.back().index;
    }
    return true;
  }
  /// A text or number that is sound but does not belong: the place is where it begins. Otherwise it is where reading
  /// stopped.
  static bool IsWholeToken(std::string_view message) {
    return message.find("unexpected string literal") != std::string_view::npos ||
           message.find("unexpected number literal") != std::string_view::npos;
  }
  bool Open(bool list = false) {
    too_deep_ = open_.size() == kDeepestDocument;
    if (too_deep_) return false;
    open_.push_back({list, 0, ""});
    return true;
  }
  bool Close() {
    open_.pop_back();
    return Value();
  }

  std::vector<Level> open_;
  std::optional<std::string> number_;
  std::optional<std::size_t> offset_;
  bool root_closed_ = false;
  bool too_deep_ = false;
};

}  // namespace

void ReportAt(Code code, std::string_view text, std::size_t offset, std::string_view name, diagnostics::Sink& sink) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t start = before.rfind('\n') + 1;  // npos + 1 is 0
  const std::size_t column = CountCodePoints(before.substr(start)) + 1;
  sink.ReportIn(code, std::string(name), "", {{"line", std::to_string(line)}, {"column", std::to_string(column)}});
}

void ReportMalformed(std::string_view text, std::string_view name, diagnostics::Sink& sink) {
  Tracker tracker;
  nlohmann::json::sax_parse(text.begin(), text.end(), &tracker);
  if (tracker.Number()) {
    sink.ReportIn(Code::kDocumentNumber, std::string(name), tracker.Pointer(),
                  {{"text", Shortened(*tracker.Number())}});
    return;
  }
  if (tracker.IsTooDeep()) {
    sink.ReportIn(Code::kDocumentTooDeep, std::string(name), "", {{"limit", std::to_string(kDeepestDocument)}});
    return;
  }
  const Code code = tracker.RootIsClosed() ? Code::kDocumentTrailing : Code::kDocumentSyntax;
  ReportAt(code, text, tracker.Offset().value_or(text.size()), name, sink);
}

}  // namespace zhun::values
