#include <algorithm>
#include <charconv>
#include <cstdint>
#include <tuple>
#include <utility>

#include "runtime/diagnostics/diagnostic.h"

namespace zhun::diagnostics {
namespace {

bool IsIndex(std::string_view segment) {
  return !segment.empty() && segment.size() <= 18 &&
         std::ranges::all_of(segment, [](char c) { return c >= '0' && c <= '9'; });
}

/// Segments of digits compare as numbers, so that /items/2 stands before /items/10.
std::strong_ordering CompareSegments(std::string_view left, std::string_view right) {
  if (!IsIndex(left) || !IsIndex(right)) return left <=> right;
  std::uint64_t a = 0;
  std::uint64_t b = 0;
  std::from_chars(left.data(), left.data() + left.size(), a);
  std::from_chars(right.data(), right.data() + right.size(), b);
  return a != b ? a <=> b : left <=> right;
}

std::string_view TakeSegment(std::string_view& pointer) {
  const std::size_t slash = pointer.find('/', 1);
  const std::string_view segment = pointer.substr(1, slash == pointer.npos ? slash : slash - 1);
  pointer.remove_prefix(std::min(slash, pointer.size()));
  return segment;
}

std::strong_ordering ComparePointers(std::string_view left, std::string_view right) {
  while (!left.empty() && !right.empty()) {
    const std::strong_ordering order = CompareSegments(TakeSegment(left), TakeSegment(right));
    if (order != 0) return order;
  }
  return right.empty() <=> left.empty();
}

std::strong_ordering ComparePlaces(const Diagnostic& left, const Diagnostic& right) {
  const bool left_last = left.code == Code::kTooManyErrors;
  const bool right_last = right.code == Code::kTooManyErrors;
  if (left_last != right_last) return left_last <=> right_last;
  const auto place = [](const Diagnostic& d) { return std::tie(d.span.source, d.span.begin, d.span.end, d.file); };
  if (const auto order = place(left) <=> place(right); order != 0) return order;
  if (const auto order = ComparePointers(left.pointer, right.pointer); order != 0) return order;
  return CodeText(left) <=> CodeText(right);
}

bool SameArgument(const Argument& left, const Argument& right) {
  return left.key == right.key && left.words == right.words;
}
bool SameLabel(const Label& left, const Label& right) { return left.span == right.span && left.text == right.text; }
bool SameFix(const Fix& left, const Fix& right) {
  return left.span == right.span && left.replacement == right.replacement && left.text == right.text;
}

bool SaysTheSame(const Diagnostic& left, const Diagnostic& right) {
  return ComparePlaces(left, right) == 0 && left.pointer == right.pointer && left.help == right.help &&
         std::ranges::equal(left.arguments, right.arguments, SameArgument) &&
         std::ranges::equal(left.labels, right.labels, SameLabel) &&
         std::ranges::equal(left.fixes, right.fixes, SameFix);
}

/// Whether `diagnostic` stands already among those at the end of `kept` that have its place and code.
bool IsRepetition(const std::vector<Diagnostic>& kept, const Diagnostic& diagnostic) {
  for (auto other = kept.rbegin(); other != kept.rend() && ComparePlaces(*other, diagnostic) == 0; ++other) {
    if (SaysTheSame(*other, diagnostic)) return true;
  }
  return false;
}

}  // namespace

Diagnostic& Sink::Report(Code code, base::Span span, std::vector<Argument> arguments) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.arguments = std::move(arguments);
  diagnostic.span = span;
  return Keep(std::move(diagnostic));
}

Diagnostic& Sink::ReportIn(Code code, std::string file, std::string pointer, std::vector<Argument> arguments) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.arguments = std::move(arguments);
  diagnostic.file = std::move(file);
  diagnostic.pointer = std::move(pointer);
  return Keep(std::move(diagnostic));
}

Diagnostic& Sink::Keep(Diagnostic diagnostic) {
  const bool is_error = SeverityOf(diagnostic) == Severity::kError;
  if (is_error) ++errors_;
  if (!is_error || errors_ - left_out_ <= limit_) return all_.emplace_back(std::move(diagnostic));

  auto row = std::ranges::find(all_, Code::kTooManyErrors, &Diagnostic::code);
  if (row == all_.end()) {
    Diagnostic rest;
    rest.code = Code::kTooManyErrors;
    row = all_.insert(all_.end(), std::move(rest));
  }
  row->arguments = {{"count", std::to_string(++left_out_)}};
  overflow_ = std::move(diagnostic);
  return overflow_;
}

void Sink::Sort() {
  std::ranges::stable_sort(all_, [](const Diagnostic& a, const Diagnostic& b) { return ComparePlaces(a, b) < 0; });
  std::vector<Diagnostic> kept;
  for (Diagnostic& diagnostic : all_) {
    if (!IsRepetition(kept, diagnostic)) {
      kept.push_back(std::move(diagnostic));
    } else if (SeverityOf(diagnostic) == Severity::kError) {
      --errors_;
    }
  }
  all_ = std::move(kept);
}

}  // namespace zhun::diagnostics
