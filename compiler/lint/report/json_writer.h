#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace zhun::lint {

/// Writes JSON piece by piece onto a text, so that a report of many findings is never held as a tree. The caller opens
/// and closes; commas are put in here. What is not UTF-8 becomes U+FFFD.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void Open(char bracket);   ///< { or [
  void Close(char bracket);  ///< } or ]
  void Key(std::string_view key);
  void Text(std::string_view text);
  void Number(std::uint64_t number);
  void Flag(bool flag);
  void Raw(std::string_view json);  ///< a value that is JSON already
  /// A line end before the next value, for those who compare reports.
  void NewLine() { line_ = true; }

  void Member(std::string_view key, std::string_view text);
  void Member(std::string_view key, std::uint64_t number);
  void OpenMember(std::string_view key, char bracket);

 private:
  void Separate();

  std::string& out_;
  bool comma_ = false;  ///< before the next value
  bool line_ = false;
};

}  // namespace zhun::lint
