#include "runtime/arrow/rows.h"

#include <cstring>
#include <string_view>

#include "runtime/arrow/columns.h"
#include "runtime/base/date.h"
#include "runtime/base/json_writer.h"

namespace zhun::arrow {
namespace {

constexpr std::int64_t kSecondsADay = 86'400, kMillisADay = 86'400'000;

std::int64_t FloorDivide(std::int64_t number, std::int64_t by) { return number / by - (number % by < 0 ? 1 : 0); }

bool BitOf(const void* bits, std::int64_t place) {
  return (static_cast<const unsigned char*>(bits)[place / 8] >> place % 8 & 1) != 0;
}

/// Number `place` of a buffer of numbers of `width` bytes.
std::int64_t SignedAt(const void* buffer, unsigned width, std::int64_t place) {
  const char* at = static_cast<const char*>(buffer) + place * width;
  const auto read = [&]<class Number>(Number number) {
    std::memcpy(&number, at, sizeof number);
    return static_cast<std::int64_t>(number);
  };
  switch (width) {
    case 1: return read(std::int8_t{});
    case 2: return read(std::int16_t{});
    case 4: return read(std::int32_t{});
    default: return read(std::int64_t{});
  }
}

std::uint64_t UnsignedAt(const void* buffer, unsigned width, std::int64_t place) {
  const auto number = static_cast<std::uint64_t>(SignedAt(buffer, width, place));
  return width == 8 ? number : number & ((std::uint64_t{1} << 8 * width) - 1);
}

/// The bytes of a text; empty where its offsets make no sense.
std::string_view TextAt(const Column& column, std::int64_t place) {
  const std::int64_t from = SignedAt(column.array->buffers[1], column.width, place),
                     to = SignedAt(column.array->buffers[1], column.width, place + 1);
  if (from < 0 || to <= from || column.array->buffers[2] == nullptr) return {};
  return {static_cast<const char*>(column.array->buffers[2]) + from, static_cast<std::size_t>(to - from)};
}

std::string DateOf(std::int64_t days) {
  const bool there = days >= INT32_MIN && days <= INT32_MAX;
  return there ? base::FormatDate({static_cast<std::int32_t>(days)}) : std::to_string(days);
}

/// In Universal Time.
void WriteInstant(std::int64_t seconds, std::string& text) {
  const std::int64_t days = FloorDivide(seconds, kSecondsADay), rest = seconds - days * kSecondsADay;
  text.append("\"").append(DateOf(days)).append("T");
  for (const std::int64_t part : {rest / 3600, rest / 60 % 60, rest % 60}) {
    text.append({static_cast<char>('0' + part / 10), static_cast<char>('0' + part % 10), ':'});
  }
  text.back() = 'Z';
  text += '"';
}

bool WriteValue(const Column& column, std::int64_t row, std::string& text);

/// Members [from, to) of the one column inside.
void WriteList(const Column& column, std::int64_t from, std::int64_t to, std::string& text) {
  const Column& members = column.children[0];
  if (from < 0) from = to;  // offsets that make no sense
  text += '[';
  for (std::int64_t i = from; i < to && i < members.array->length; ++i) {
    if (i != from) text += ',';
    if (!WriteValue(members, i, text)) text += "null";
  }
  text += ']';
}

/// A group without members says nothing. `place` is absolute for what the members stand in.
bool WriteRecord(const Column& column, std::int64_t place, std::string& text) {
  const std::size_t before = text.size();
  text += '{';
  bool any = false;
  for (const Column& member : column.children) {
    const std::size_t size = text.size();
    if (any) text += ',';
    text += member.key;
    if (WriteValue(member, place, text)) {
      any = true;
    } else {
      text.resize(size);
    }
  }
  text += '}';
  if (column.kind == Kind::kGroup && !any) text.resize(before);
  return any || column.kind != Kind::kGroup;
}

bool WriteFromDictionary(const Column& column, std::int64_t place, std::string& text) {
  const void* places = column.array->buffers[1];
  const Column& values = column.dictionary[0];
  const std::int64_t at = column.kind == Kind::kSigned
                              ? SignedAt(places, column.width, place)
                              : static_cast<std::int64_t>(UnsignedAt(places, column.width, place));
  return at >= 0 && at < values.array->length && WriteValue(values, at, text);
}

/// Row `row` of the column; false, and nothing written, where it is null.
bool WriteValue(const Column& column, std::int64_t row, std::string& text) {
  if (column.kind == Kind::kGroup) return WriteRecord(column, row, text);
  if (column.kind == Kind::kNull) return false;
  const std::int64_t place = column.array->offset + row;
  const void* const* buffers = column.array->buffers;
  if (column.array->null_count != 0 && buffers[0] != nullptr && !BitOf(buffers[0], place)) return false;
  if (!column.dictionary.empty()) return WriteFromDictionary(column, place, text);
  switch (column.kind) {
    case Kind::kBool: text += BitOf(buffers[1], place) ? "true" : "false"; break;
    case Kind::kSigned: text += std::to_string(SignedAt(buffers[1], column.width, place)); break;
    case Kind::kUnsigned: text += std::to_string(UnsignedAt(buffers[1], column.width, place)); break;
    case Kind::kText: base::AppendQuoted(TextAt(column, place), text); break;
    case Kind::kDays: base::AppendQuoted(DateOf(SignedAt(buffers[1], 4, place)), text); break;
    case Kind::kMillis:
      base::AppendQuoted(DateOf(FloorDivide(SignedAt(buffers[1], 8, place), kMillisADay)), text);
      break;
    case Kind::kInstant: WriteInstant(FloorDivide(SignedAt(buffers[1], 8, place), column.unit), text); break;
    case Kind::kList:
      WriteList(column, SignedAt(buffers[1], column.width, place), SignedAt(buffers[1], column.width, place + 1), text);
      break;
    case Kind::kFixedList: WriteList(column, place * column.unit, (place + 1) * column.unit, text); break;
    case Kind::kRecord: return WriteRecord(column, place, text);
    case Kind::kNull:
    case Kind::kGroup: return false;
  }
  return true;
}

}  // namespace

std::optional<Rows> Rows::Of(const ArrowSchema& schema, const ArrowArray& array, diagnostics::Sink& sink) {
  auto root = ReadColumn(schema, array, "", sink);
  if (!root) return std::nullopt;
  if (root->kind != Kind::kRecord && root->kind != Kind::kText) {
    sink.ReportIn(diagnostics::Code::kColumnType, "", "", {{"column", ""}, {"format", schema.format}});
    return std::nullopt;
  }
  Rows rows;
  rows.root_ = *std::move(root);
  rows.size_ = static_cast<std::size_t>(array.length);
  return rows;
}

void Rows::Write(std::size_t row, std::string& text) const {
  const auto number = static_cast<std::int64_t>(row);
  const bool document = root_.kind == Kind::kText;
  const ArrowArray& array = *root_.array;
  const bool null = array.null_count != 0 && array.n_buffers > 0 && array.buffers[0] != nullptr &&
                    !BitOf(array.buffers[0], array.offset + number);
  if (null) {
    text += "null";
  } else if (document) {
    text += TextAt(root_, array.offset + number);
  } else {
    WriteValue(root_, number, text);
  }
}

}  // namespace zhun::arrow
