#include "runtime/base/json_writer.h"

#include <random>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace zhun::base {
namespace {

using Json = nlohmann::ordered_json;

void Write(const Json& json, JsonWriter& out) {
  if (json.is_object()) {
    out.BeginObject();
    for (const auto& [key, value] : json.items()) {
      out.Key(key);
      Write(value, out);
    }
    return out.EndObject();
  }
  if (json.is_array()) {
    out.BeginArray();
    for (const Json& each : json) Write(each, out);
    return out.EndArray();
  }
  if (json.is_string()) return out.Text(json.get<std::string>());
  if (json.is_number()) return out.Number(json.get<std::int64_t>());
  if (json.is_boolean()) return out.Truth(json.get<bool>());
  out.Null();
}

std::string Written(const Json& json, int indent) {
  JsonWriter out(indent);
  Write(json, out);
  return out.Take();
}

Json RandomJson(std::mt19937_64& random, int depth) {
  static const std::vector<std::string> kPieces = {
      "a", "准", "\"", "\\", "\n", "\x01", "\x1F", "\x7F", "/", "0123456789abcdef", "é", "𠮷"};
  const auto text = [&] {
    std::string made;
    for (std::uint64_t i = random() % 6; i > 0; --i) made += kPieces[random() % kPieces.size()];
    return made;
  };
  switch (random() % (depth > 0 ? 7 : 5)) {
    case 0: return nullptr;
    case 1: return random() % 2 == 0;
    case 2: return static_cast<std::int64_t>(random());
    case 3:
    case 4: return text();
    case 5: {
      Json list = Json::array();
      for (std::uint64_t i = random() % 4; i > 0; --i) list.push_back(RandomJson(random, depth - 1));
      return list;
    }
    default: {
      Json object = Json::object();
      for (std::uint64_t i = random() % 4; i > 0; --i) object[text()] = RandomJson(random, depth - 1);
      return object;
    }
  }
}

TEST(JsonWriter, WritesWhatALibraryWrites) {
  std::mt19937_64 random(7);
  for (int turn = 0; turn < 3000; ++turn) {
    const Json json = RandomJson(random, 4);
    for (const int indent : {-1, 0, 2}) ASSERT_EQ(Written(json, indent), json.dump(indent)) << indent;
  }
}

TEST(JsonWriter, EscapesEveryByteThatNeedsItWhereverItStands) {
  for (int byte = 0; byte < 0x80; ++byte) {
    for (std::size_t place = 0; place < 40; place += 3) {
      std::string text(40, 'x');
      text[place] = static_cast<char>(byte);
      ASSERT_EQ(Written(text, -1), Json(text).dump()) << byte << " at " << place;
    }
  }
}

}  // namespace
}  // namespace zhun::base
