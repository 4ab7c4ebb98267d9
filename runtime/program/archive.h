#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "runtime/values/utf8.h"

/// Writing and reading plain structures as bytes. A structure names its members once, in `Fields(archive, value)`
/// (bundle_fields.h), and the same line serves both directions. Little-endian, lengths before contents, no pointers.
namespace zhun::program {

class Writer {
 public:
  static constexpr bool kReading = false;

  void Byte(std::uint8_t byte) { bytes_.push_back(static_cast<char>(byte)); }
  void Unsigned(std::uint64_t value) {  // seven bits a byte, low bits first
    for (; value >= 0x80; value >>= 7) Byte(static_cast<std::uint8_t>(value | 0x80));
    Byte(static_cast<std::uint8_t>(value));
  }
  void Text(std::string_view text) {
    Unsigned(text.size());
    bytes_.append(text);
  }
  bool Failed() const { return false; }
  std::string Take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads what `Writer` wrote. Bytes are not trusted: every length is checked against what is left, and after the first
/// fault everything reads as zero.
class Reader {
 public:
  static constexpr bool kReading = true;

  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::uint8_t Byte() {
    if (at_ >= bytes_.size()) return Fail();
    return static_cast<std::uint8_t>(bytes_[at_++]);
  }
  std::uint64_t Unsigned() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::uint8_t byte = Byte();
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if ((byte & 0x80) == 0) return value;
    }
    return Fail();
  }
  /// Well-formed UTF-8; whoever prints, compares or counts the text relies on it.
  std::string Text() {
    const std::string_view text = View();
    if (values::FirstInvalidUtf8(text) == std::string_view::npos) return std::string(text);
    Fail();
    return {};
  }
  /// Bytes in place, whatever they are.
  std::string_view View() {
    const std::size_t size = Length(1);
    const std::string_view text = bytes_.substr(at_, size);
    at_ += size;
    return text;
  }
  /// A count of things that take at least `least` bytes each; fails where so many cannot be left.
  std::size_t Length(std::size_t least) {
    const std::uint64_t count = Unsigned();
    if (failed_ || count > (bytes_.size() - at_) / least) return Fail();
    return static_cast<std::size_t>(count);
  }
  bool AtEnd() const { return at_ == bytes_.size(); }
  bool Failed() const { return failed_; }
  std::uint8_t Fail() {
    failed_ = true;
    at_ = bytes_.size();
    return 0;
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

template <class Archive, class T>
void Field(Archive& archive, T& value);

/// The last enumerator of an enumeration that is archived: `value`. One beyond it is a fault.
template <class T>
struct LastOf;

template <class Archive, class T>
void Number(Archive& archive, T& value) {
  using Wide = std::conditional_t<std::is_signed_v<T>, std::int64_t, std::uint64_t>;
  if constexpr (Archive::kReading) {
    const std::uint64_t raw = archive.Unsigned();
    const std::uint64_t wide = std::is_signed_v<T> ? (raw >> 1) ^ (~(raw & 1) + 1) : raw;
    value = static_cast<T>(wide);
    if (static_cast<Wide>(value) != static_cast<Wide>(wide)) archive.Fail();
  } else {
    const auto wide = static_cast<std::uint64_t>(static_cast<Wide>(value));
    archive.Unsigned(std::is_signed_v<T> ? (wide << 1) ^ (~(wide >> 63) + 1) : wide);
  }
}

template <class Archive, class T>
void Elements(Archive& archive, std::vector<T>& values) {
  if constexpr (Archive::kReading) {
    values.resize(archive.Length(1));
  } else {
    archive.Unsigned(values.size());
  }
  for (T& value : values) {
    Field(archive, value);
    if (archive.Failed()) return;
  }
}

template <class Archive, class T>
void Maybe(Archive& archive, std::optional<T>& value) {
  if constexpr (Archive::kReading) {
    if (archive.Byte() == 0) return;
    Field(archive, value.emplace());
  } else {
    archive.Byte(value ? 1 : 0);
    if (value) Field(archive, *value);
  }
}

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

/// One member: a number, text, list, maybe-value, or a structure with `Fields` of its own.
template <class Archive, class T>
void Field(Archive& archive, T& value) {
  if constexpr (std::is_same_v<T, std::string>) {
    if constexpr (Archive::kReading) {
      value = archive.Text();
    } else {
      archive.Text(value);
    }
  } else if constexpr (std::is_enum_v<T>) {
    auto number = static_cast<std::underlying_type_t<T>>(value);
    Number(archive, number);
    if constexpr (Archive::kReading) {
      const bool known = number <= static_cast<std::underlying_type_t<T>>(LastOf<T>::value);
      if (!known) archive.Fail();
      if (known) value = static_cast<T>(number);
    }
  } else if constexpr (std::is_same_v<T, bool>) {
    std::uint8_t byte = value ? 1 : 0;
    Number(archive, byte);
    value = byte == 1;
  } else if constexpr (std::is_integral_v<T>) {
    Number(archive, value);
  } else if constexpr (IsVector<T>::value) {
    Elements(archive, value);
  } else if constexpr (IsOptional<T>::value) {
    Maybe(archive, value);
  } else {
    Fields(archive, value);
  }
}

template <class Archive, class... T>
void All(Archive& archive, T&... values) {
  (Field(archive, values), ...);
}

}  // namespace zhun::program
