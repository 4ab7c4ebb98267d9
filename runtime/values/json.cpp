#include "runtime/values/json.h"

#include <algorithm>
#include <string>
#include <vector>

#include <simdjson.h>

#include "runtime/values/json_fault.h"
#include "runtime/values/place.h"
#include "runtime/values/utf8.h"

namespace zhun::values {
namespace {

using diagnostics::Code;
namespace dom = simdjson::dom;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kBlanks = " \t\r\n";

/// Copies a parsed document into the arena and looks for keys that stand twice.
class Copier {
 public:
  Copier(std::string_view name, Arena& arena, diagnostics::Sink& sink) : name_(name), arena_(arena), sink_(sink) {}

  Json Copy(dom::element element, const Place& place) {
    Json json;
    switch (element.type()) {
      case dom::element_type::NULL_VALUE: break;
      case dom::element_type::BOOL:
        json.kind = JsonKind::kBool;
        json.number = bool(element) ? 1 : 0;
        break;
      case dom::element_type::INT64:
        json.kind = JsonKind::kNumber;
        json.number = std::int64_t(element);
        break;
      case dom::element_type::UINT64:  // simdjson uses it only beyond the largest signed number
      case dom::element_type::DOUBLE: json.kind = JsonKind::kFraction; break;
      case dom::element_type::STRING:
        json.kind = JsonKind::kText;
        json.text = arena_.Keep(std::string_view(element));
        break;
      case dom::element_type::ARRAY: return CopyList(dom::array(element), place);
      case dom::element_type::OBJECT: return CopyObject(dom::object(element), place);
    }
    return json;
  }

 private:
  Json CopyList(dom::array array, const Place& place) {
    std::vector<Json> elements;
    for (const dom::element element : array) elements.push_back(Copy(element, Place(&place, elements.size())));
    const std::span<Json> kept = arena_.Make<Json>(elements.size());
    std::copy(elements.begin(), elements.end(), kept.begin());
    Json json;
    json.kind = JsonKind::kList;
    json.count = kept.size();
    json.first_element = kept.data();
    return json;
  }

  Json CopyObject(dom::object object, const Place& place) {
    std::vector<JsonMember> members;
    for (const dom::key_value_pair pair : object) {
      const std::string_view key = arena_.Keep(pair.key);
      members.push_back({key, Copy(pair.value, Place(&place, key))});
    }
    DropRepetitions(members, place);
    const std::span<JsonMember> kept = arena_.Make<JsonMember>(members.size());
    std::copy(members.begin(), members.end(), kept.begin());
    Json json;
    json.kind = JsonKind::kObject;
    json.count = kept.size();
    json.first_member = kept.data();
    return json;
  }

  void DropRepetitions(std::vector<JsonMember>& members, const Place& place) {
    std::vector<std::size_t> order(members.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
      return members[left].key != members[right].key ? members[left].key < members[right].key : left < right;
    });
    std::vector<bool> again(members.size());
    for (std::size_t i = 1; i < order.size(); ++i) again[order[i]] = members[order[i]].key == members[order[i - 1]].key;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (again[i]) {
        ReportRepetition(members[i].key, place);
      } else {
        members[kept++] = members[i];
      }
    }
    members.resize(kept);
  }

  void ReportRepetition(std::string_view key, const Place& place) {
    sink_.ReportIn(Code::kDocumentKeyTwice, std::string(name_), Place(&place, key).Pointer(),
                   {{"key", Shortened(key)}});
  }

  std::string_view name_;
  Arena& arena_;
  diagnostics::Sink& sink_;
};

/// What can be said without parsing; true where something was.
bool RefuseOutright(std::string_view text, std::string_view name, diagnostics::Sink& sink) {
  const std::string file(name);
  if (text.size() > kLargestDocument) {
    sink.ReportIn(Code::kDocumentTooLarge, file, "", {{"limit", std::to_string(kLargestDocument >> 20)}});
  } else if (text.find_first_not_of(kBlanks) == std::string_view::npos) {
    sink.ReportIn(Code::kDocumentEmpty, file, "");
  } else if (text.starts_with(kByteOrderMark)) {
    sink.ReportIn(Code::kDocumentByteOrderMark, file, "");
  } else {
    return false;
  }
  return true;
}

void ReportRefusal(std::string_view text, std::string_view name, diagnostics::Sink& sink) {
  const std::size_t invalid = FirstInvalidUtf8(text);
  if (invalid != std::string_view::npos) {
    ReportAt(Code::kDocumentUtf8, text, invalid, name, sink);
  } else {
    ReportMalformed(text, name, sink);
  }
}

}  // namespace

std::optional<Json> ReadJson(std::string_view text, std::string_view name, Arena& arena, diagnostics::Sink& sink) {
  if (RefuseOutright(text, name, sink)) return std::nullopt;
  dom::parser parser(kLargestDocument);
  if (parser.allocate(text.size(), kDeepestDocument) != simdjson::SUCCESS) {  // out of memory
    sink.ReportIn(Code::kDocumentTooLarge, std::string(name), "", {{"limit", std::to_string(kLargestDocument >> 20)}});
    return std::nullopt;
  }
  dom::element root;
  if (parser.parse(text.data(), text.size()).get(root) != simdjson::SUCCESS) {
    ReportRefusal(text, name, sink);
    return std::nullopt;
  }
  return Copier(name, arena, sink).Copy(root, Place());
}

const Json* Member(const Json& json, std::string_view key) {
  if (json.kind != JsonKind::kObject) return nullptr;
  for (const JsonMember& member : json.Members()) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

}  // namespace zhun::values
