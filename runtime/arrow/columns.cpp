// From schema and array to columns that can be read.
#include "runtime/arrow/columns.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "runtime/base/json_writer.h"

namespace zhun::arrow {
namespace {

using diagnostics::Code;

constexpr int kMostLevels = 16;
constexpr std::int64_t kLongestList = 1 << 20;  ///< of lists that all have the same length

/// A type of the interface: its format, how it is written, and how many buffers it has.
struct Type {
  std::string_view format;
  Kind kind;
  std::uint8_t width;
  std::int64_t unit;
  std::int64_t buffers;
};

constexpr Type kTypes[] = {
    {"n", Kind::kNull, 0, 0, 0},     {"b", Kind::kBool, 0, 0, 2},     {"c", Kind::kSigned, 1, 0, 2},
    {"C", Kind::kUnsigned, 1, 0, 2}, {"s", Kind::kSigned, 2, 0, 2},   {"S", Kind::kUnsigned, 2, 0, 2},
    {"i", Kind::kSigned, 4, 0, 2},   {"I", Kind::kUnsigned, 4, 0, 2}, {"l", Kind::kSigned, 8, 0, 2},
    {"L", Kind::kUnsigned, 8, 0, 2}, {"u", Kind::kText, 4, 0, 3},     {"U", Kind::kText, 8, 0, 3},
    {"tdD", Kind::kDays, 4, 0, 2},   {"tdm", Kind::kMillis, 8, 0, 2}, {"+l", Kind::kList, 4, 0, 2},
    {"+L", Kind::kList, 8, 0, 2},    {"+s", Kind::kRecord, 0, 0, 1},
};
/// These end in something more: a time zone, a number.
constexpr Type kOpenTypes[] = {
    {"tss:", Kind::kInstant, 8, 1, 2},         {"tsm:", Kind::kInstant, 8, 1'000, 2},
    {"tsu:", Kind::kInstant, 8, 1'000'000, 2}, {"tsn:", Kind::kInstant, 8, 1'000'000'000, 2},
    {"+w:", Kind::kFixedList, 0, 0, 1},
};

/// The type of a format; kind kGroup where attributes have no such type.
Type TypeOf(std::string_view format) {
  for (const Type& type : kTypes) {
    if (type.format == format) return type;
  }
  for (Type type : kOpenTypes) {
    if (!format.starts_with(type.format)) continue;
    const std::string_view more = format.substr(type.format.size());
    if (more.empty()) break;  // without a zone it is no instant
    if (type.kind == Kind::kInstant) return type;
    const auto [end, error] = std::from_chars(more.data(), more.data() + more.size(), type.unit);
    if (error == std::errc() && end == more.data() + more.size() && type.unit >= 0 && type.unit <= kLongestList)
      return type;
  }
  return {format, Kind::kGroup, 0, 0, 0};
}

class ColumnReader {
 public:
  explicit ColumnReader(diagnostics::Sink& sink) : sink_(sink) {}

  bool Read(const ArrowSchema& schema, const ArrowArray& array, const std::string& name, int level, Column& column) {
    const std::string_view format = schema.format == nullptr ? "" : schema.format;
    const Type type = TypeOf(format);
    if (type.kind == Kind::kGroup || level > kMostLevels) {
      sink_.ReportIn(Code::kColumnType, "", "", {{"column", name}, {"format", std::string(format)}});
      return false;
    }
    column.kind = type.kind;
    column.width = type.width;
    column.unit = type.unit;
    column.array = &array;
    if (!Fits(schema, array, type)) return Misfit(name);
    if (schema.dictionary != nullptr) return ReadDictionary(schema, array, name, level, column);
    return ReadChildren(schema, array, name, level, column);
  }

 private:
  bool Misfit(const std::string& name) {
    sink_.ReportIn(Code::kColumnMisfit, "", "", {{"column", name}});
    return false;
  }

  /// What can be seen of an array without looking into its buffers.
  static bool Fits(const ArrowSchema& schema, const ArrowArray& array, const Type& type) {
    if (array.length < 0 || array.offset < 0 || array.length > INT64_MAX - array.offset - 1) return false;
    if (array.n_buffers != type.buffers || array.n_children != schema.n_children || array.n_children < 0) return false;
    if ((schema.dictionary == nullptr) != (array.dictionary == nullptr)) return false;
    if (array.n_buffers > 0 && array.buffers == nullptr) return false;
    // The first buffer says what is null, and need not be there; the bytes of texts need not where all are empty.
    if (array.length > 0 && array.n_buffers > 1 && array.buffers[1] == nullptr) return false;
    const bool list = type.kind == Kind::kList || type.kind == Kind::kFixedList;
    if (list ? schema.n_children != 1 : schema.n_children != 0 && type.kind != Kind::kRecord) return false;
    if (schema.n_children > 0 && (schema.children == nullptr || array.children == nullptr)) return false;
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
      if (schema.children[i] == nullptr || array.children[i] == nullptr) return false;
    }
    return true;
  }

  bool ReadDictionary(const ArrowSchema& schema, const ArrowArray& array, const std::string& name, int level,
                      Column& column) {
    if (column.kind != Kind::kSigned && column.kind != Kind::kUnsigned) return Misfit(name);
    return Read(*schema.dictionary, *array.dictionary, name, level + 1, column.dictionary.emplace_back());
  }

  bool ReadChildren(const ArrowSchema& schema, const ArrowArray& array, const std::string& name, int level,
                    Column& column) {
    std::vector<std::string> names;
    bool good = true;
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
      const ArrowSchema& inside = *schema.children[i];
      names.emplace_back(inside.name == nullptr ? "" : inside.name);
      const bool list = column.kind != Kind::kRecord;
      const std::string full = list ? name + "[]" : name.empty() ? names.back() : name + "." + names.back();
      bool read = Read(inside, *array.children[i], full, level + 1, column.children.emplace_back());
      if (read && !list && array.children[i]->length < array.length + array.offset) read = Misfit(full);
      column.children.back().key = KeyOf(names.back());
      good = read && good;
    }
    if (good && column.kind == Kind::kRecord) Group(column.children, names);
    return good;
  }

  diagnostics::Sink& sink_;
};

}  // namespace

std::string KeyOf(const std::string& name) {
  std::string key;
  base::AppendQuoted(name, key);
  return key + ":";
}

std::optional<Column> ReadColumn(const ArrowSchema& schema, const ArrowArray& array, const std::string& name,
                                 diagnostics::Sink& sink) {
  Column column;
  if (!ColumnReader(sink).Read(schema, array, name, 0, column)) return std::nullopt;
  return column;
}

void Group(std::vector<Column>& members, const std::vector<std::string>& names) {
  std::vector<Column> grouped;
  std::vector<std::string> heads;  // of `grouped`; empty where it is a member as it came
  std::vector<std::vector<std::string>> tails;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const std::size_t point = names[i].find('.');
    const std::string head = names[i].substr(0, point == std::string::npos ? 0 : point);
    std::size_t at = grouped.size();
    if (!head.empty()) at = static_cast<std::size_t>(std::ranges::find(heads, head) - heads.begin());
    if (at == grouped.size()) {
      heads.push_back(head);
      tails.emplace_back();
      grouped.emplace_back();
      if (!head.empty()) grouped.back() = {Kind::kGroup, 0, 0, nullptr, KeyOf(head), {}, {}};
    }
    if (head.empty()) {
      grouped[at] = std::move(members[i]);
      continue;
    }
    tails[at].push_back(names[i].substr(point + 1));
    members[i].key = KeyOf(tails[at].back());
    grouped[at].children.push_back(std::move(members[i]));
  }
  for (std::size_t i = 0; i < grouped.size(); ++i) {
    if (!heads[i].empty()) Group(grouped[i].children, tails[i]);
  }
  members = std::move(grouped);
}

}  // namespace zhun::arrow
