#include "runtime/vocabulary/soundness.h"

#include <functional>

#include <gtest/gtest.h>

#include "compiler/library/vocabulary.h"

namespace zhun::vocabulary {
namespace {

struct Case {
  const char* what;
  std::function<void(Vocabulary&)> spoil;
};

TEST(AVocabulary, IsUnsoundWhereSomethingPointsOutsideOrLacks) {
  diagnostics::Sink sink;
  const std::optional<Vocabulary> shipped = library::LoadVocabulary(ZHUN_SOURCE_DIR "/stdlib/vocabulary", sink);
  ASSERT_TRUE(shipped.has_value());
  EXPECT_TRUE(IsSound(*shipped));
  const auto attribute = [](Vocabulary& words, const char* record, const char* key) -> Attribute& {
    Record& of = words.records[FindRecord(words, record)];
    return of.attributes[FindKey(of, key)];
  };
  const Case cases[] = {
      {"an enumeration that is not there",
       [&](Vocabulary& words) { attribute(words, "entry", "status").type.of = 500; }},
      {"an enumeration without members", [](Vocabulary& words) { words.enumerations[0].members.clear(); }},
      {"a record that is not there", [&](Vocabulary& words) { attribute(words, "entry", "provider").type.of = kNone; }},
      {"a unit that is not there", [&](Vocabulary& words) { attribute(words, "use_event", "volume").type.of = 99; }},
      {"an attribute of no type",
       [&](Vocabulary& words) { attribute(words, "entry", "title").type.base = Base::kError; }},
      {"a root of no record", [](Vocabulary& words) { words.roots[0].type.of = kNone; }},
      {"a citation that is a text",
       [&](Vocabulary& words) { attribute(words, "entry", "title").form = Form::kCitation; }},
      {"a record inside itself",
       [&](Vocabulary& words) {
         attribute(words, "recipients", "levels").type = {Base::kRecord, FindRecord(words, "conditions"), true};
       }},
      {"no item.listed", [&](Vocabulary& words) { attribute(words, "item", "listed").key = "x"; }},
      {"no unit of days", [](Vocabulary& words) { words.units.clear(); }},
      {"nothing", [](Vocabulary& words) { words = {}; }}};
  for (const Case& each : cases) {
    Vocabulary spoilt = *shipped;
    each.spoil(spoilt);
    EXPECT_FALSE(IsSound(spoilt)) << each.what;
  }
}

}  // namespace
}  // namespace zhun::vocabulary
