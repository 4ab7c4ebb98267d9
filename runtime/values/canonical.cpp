#include "runtime/values/canonical.h"

#include <algorithm>
#include <vector>

#include "runtime/base/json_writer.h"
#include "runtime/values/utf8.h"

namespace zhun::values {
namespace {

/// First UTF-16 code unit of a code point: what decides between two different ones, but for two that share a high
/// surrogate, whose order is that of the code points.
char32_t FirstUnit(char32_t point) { return point < 0x10000 ? point : 0xD800 + ((point - 0x10000) >> 10); }

void Write(const Json& json, std::string& out);

void WriteList(const Json& json, std::string& out) {
  out += '[';
  for (std::size_t i = 0; i < json.count; ++i) {
    if (i > 0) out += ',';
    Write(json.Elements()[i], out);
  }
  out += ']';
}

void WriteObject(const Json& json, std::string& out) {
  std::vector<const JsonMember*> members;
  members.reserve(json.count);
  for (const JsonMember& member : json.Members()) members.push_back(&member);
  std::sort(members.begin(), members.end(),
            [](const JsonMember* left, const JsonMember* right) { return BeforeInUtf16(left->key, right->key); });
  out += '{';
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (i > 0) out += ',';
    base::AppendQuoted(members[i]->key, out);
    out += ':';
    Write(members[i]->value, out);
  }
  out += '}';
}

void Write(const Json& json, std::string& out) {
  switch (json.kind) {
    case JsonKind::kNull: out += "null"; break;
    case JsonKind::kBool: out += json.number != 0 ? "true" : "false"; break;
    case JsonKind::kNumber: out += std::to_string(json.number); break;
    case JsonKind::kFraction: break;  // a document with a fraction is refused before it is printed
    case JsonKind::kText: base::AppendQuoted(json.text, out); break;
    case JsonKind::kList: WriteList(json, out); break;
    case JsonKind::kObject: WriteObject(json, out); break;
  }
}

}  // namespace

bool BeforeInUtf16(std::string_view left, std::string_view right) {
  std::size_t at_left = 0;
  std::size_t at_right = 0;
  while (at_left < left.size() && at_right < right.size()) {
    const char32_t a = NextCodePoint(left, &at_left);
    const char32_t b = NextCodePoint(right, &at_right);
    if (a == b) continue;
    return FirstUnit(a) != FirstUnit(b) ? FirstUnit(a) < FirstUnit(b) : a < b;
  }
  return at_left == left.size() && at_right < right.size();
}

std::string Canonical(const Json& json) {
  std::string out;
  Write(json, out);
  return out;
}

}  // namespace zhun::values
