#include "runtime/timeline/timeline.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "runtime/timeline/answer_text.h"
#include "runtime/timeline/batch.h"
#include "runtime/timeline/chronicle.h"
#include "tests/policies/shipped.h"

namespace zhun::timeline {
namespace {

using ::testing::HasSubstr;
using Json = nlohmann::json;

std::string ReadText(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const program::Bundle& Shipped() { return policies::ShippedBundle(); }

Json Fixture(const std::string& name) {
  return Json::parse(ReadText(ZHUN_SOURCE_DIR "/policies/regulation/fixtures/" + name));
}

Moment EndOf(std::string_view day) { return Moment::EndOf(base::ParseDate(day).value()); }

/// The answer as JSON, or the codes and pointers of what was refused.
std::string Follow(const Json& paper, Moment as_of, const Readings& readings = {}, bool brief = false) {
  diagnostics::Sink sink;
  const std::string text = paper.dump();
  const auto result = Timeline(Shipped(), readings).Follow({text, "case", as_of, brief}, sink);
  if (result) return brief ? ToBriefJson(*result) : ToJson(*result, Shipped().vocabulary, -1);
  std::string faults;
  for (const auto& each : sink.All())
    faults += std::string(diagnostics::CodeText(each.code)) + " " + each.file + each.pointer + ";";
  return faults;
}

Json DeadlineOf(const Json& answer, std::string_view id) {
  for (const Json& each : answer["deadlines"]) {
    if (each["id"] == id) return each;
  }
  return {};
}

TEST(ACase, IsRefusedWithThePlace) {
  Json paper = Fixture("case.json");
  paper["events"] = Json::array({{{"type", "repplied"}, {"at", "2026-10-10T09:00:00+08:00"}}, {{"type", "replied"}}});
  EXPECT_THAT(Follow(paper, EndOf("2026-10-15")), HasSubstr("Z5013 case/events/0/type;"));
  EXPECT_THAT(Follow(paper, EndOf("2026-10-15")), HasSubstr("Z5010 case/events/1/at;"));
  paper["events"] = Json::array();
  paper["application"]["entry"] = "X";
  EXPECT_EQ(Follow(paper, EndOf("2026-10-15")), "Z5022 case/application/entry;");
  paper.erase("entry");
  EXPECT_THAT(Follow(paper, EndOf("2026-10-15")), HasSubstr("Z5010 case/entry;"));
  EXPECT_THAT(Follow(Json::array(), EndOf("2026-10-15")), HasSubstr("Z5012 case;"));
}

TEST(ACase, OfTheCatalogueAloneNeedsNoApplication) {
  Json paper = Fixture("case.json");
  paper.erase("application");
  paper["events"] = Json::array({{{"type", "catalogue_triggered"}, {"at", "2026-11-02T09:00:00+08:00"}}});
  const Json answer = Json::parse(Follow(paper, EndOf("2026-11-10")));
  EXPECT_EQ(answer["states"]["catalogue"]["state"], "update_due");
  EXPECT_EQ(DeadlineOf(answer, "update_the_catalogue")["due"], "2026-11-16");
  EXPECT_TRUE(answer["conclusion"].is_null());
}

TEST(ACase, DoesNotKnowWhatComesLater) {
  Json paper = Fixture("case_in_use.json");
  const Json early = Json::parse(Follow(paper, EndOf("2026-10-13")));
  EXPECT_EQ(early["states"]["application"]["state"], "awaiting_reply");
  EXPECT_EQ(early["conclusion"]["source"], "rules");
  const Json at = Json::parse(Follow(paper, Moment::At(base::ParseInstant("2026-10-14T15:00:00+08:00")->seconds)));
  EXPECT_EQ(at["states"]["application"]["state"], "granted");
  EXPECT_EQ(at["conclusion"]["source"], "event");
}

TEST(ACase, SaysWhatCannotBeTold) {
  Json paper = Fixture("case_in_use.json");
  paper["events"].push_back({{"type", "correction_requested"}, {"at", "2026-11-02T09:00:00+08:00"}});
  paper["events"].push_back({{"type", "correction_answered"}, {"at", "2026-11-05T09:00:00+08:00"}});
  const Json answer = Json::parse(Follow(paper, EndOf("2026-11-21")));
  EXPECT_TRUE(answer["states"]["correction"]["state"].is_null());
  ASSERT_EQ(answer["doubts"].size(), 1u);
  EXPECT_EQ(answer["doubts"][0]["id"], "correction_complete");
  EXPECT_TRUE(answer["breaches"].empty());
}

TEST(ACase, TellsTheHistoryOfItsStates) {
  const Json answer = Json::parse(Follow(Fixture("case_in_use.json"), EndOf("2026-11-21")));
  std::vector<std::string> states;
  for (const Json& step : answer["states"]["authorisation"]["history"]) states.push_back(step["state"]);
  EXPECT_THAT(states, ::testing::ElementsAre("none", "awaiting_provision", "in_use"));
}

TEST(Readings, ChangeTheClockAndAreEchoed) {
  Json paper = Fixture("case.json");
  paper["events"] =
      Json::array({{{"type", "supplement_notified"}, {"at", "2026-10-12T09:00:00+08:00"}, {"missing", {"使用场景"}}},
                   {{"type", "supplement_received"}, {"at", "2026-10-20T09:00:00+08:00"}}});
  const std::uint16_t clock = vocabulary::FindReading(Shipped().vocabulary, "supplement_clock");
  const auto due = [&](std::uint16_t value) {
    const Json answer = Json::parse(Follow(paper, EndOf("2026-10-21"), {{clock, value}}));
    EXPECT_EQ(answer["readings"]["supplement_clock"], Shipped().vocabulary.readings[clock].values[value].code);
    return DeadlineOf(answer, "reply")["due"].get<std::string>();
  };
  EXPECT_EQ(due(0), "2026-11-03");  // ten more from the day it came in
  EXPECT_EQ(due(1), "2026-10-23");  // seven were used up on 12 October
  EXPECT_EQ(due(2), "2026-10-15");
}

TEST(Regions, HaveASmallestOneThatHoldsBoth) {
  EXPECT_EQ(CommonRegion(330106, 330108), 330100);
  EXPECT_EQ(CommonRegion(330106, 330200), 330000);
  EXPECT_EQ(CommonRegion(330106, 330000), 330000);
  EXPECT_EQ(CommonRegion(330106, 440100), 100000);
  EXPECT_EQ(CommonRegion(330106, 330106), 330106);
  EXPECT_EQ(CommonRegion(0, 330106), 0);
}

/// A case with some events of every kind at different times.
Json RandomCase(std::mt19937& chance) {
  Json paper = Fixture(chance() % 2 == 0 ? "case.json" : "case_in_use.json");
  const vocabulary::Enumeration& types =
      Shipped().vocabulary.enumerations[vocabulary::FindEnumeration(Shipped().vocabulary, "event_type")];
  const std::size_t count = chance() % 12;
  for (std::size_t i = 0; i < count; ++i) {
    Json event = {{"type", types.members[chance() % types.members.size()].code}};
    const std::int64_t from = base::ParseInstant("2026-09-20T00:00:00+08:00")->seconds;
    event["at"] = base::FormatInstant(from + static_cast<std::int64_t>(chance() % (150 * 86400)) / 97 * 97 +
                                      static_cast<std::int64_t>(i));
    const char* const actors[] = {"provider", "applicant", "authority", "某市医疗保障局", "别的机构"};
    if (chance() % 3 != 0) event["by"] = actors[chance() % 5];
    if (chance() % 2 == 0) event["decision"] = chance() % 2 == 0 ? "grant" : "refuse";
    if (chance() % 2 == 0) event["missing"] = {chance() % 2 == 0 ? "使用场景" : "承诺书"};
    if (chance() % 2 == 0) event["agreed"] = chance() % 2 == 0;
    for (const char* flag : {"verified", "corrected", "reported", "unsatisfactory"}) {
      if (chance() % 2 == 0) event[flag] = chance() % 2 == 0;
    }
    paper["events"].push_back(event);
  }
  return paper;
}

std::size_t Cases() {
  const char* count = std::getenv("ZHUN_CASES");
  return count == nullptr ? 300 : static_cast<std::size_t>(std::atoi(count));
}

Json WithoutReceipt(const std::string& answer) {
  Json json = Json::parse(answer);
  json.erase("receipt");
  return json;
}

TEST(RandomCases, DoNotHangOnTheOrderOfTheirEvents) {
  std::mt19937 chance(11);
  for (std::size_t i = 0; i < Cases(); ++i) {
    Json paper = RandomCase(chance);
    const Moment as_of = EndOf("2026-12-31");
    const Json answer = WithoutReceipt(Follow(paper, as_of));
    std::vector<Json> events = paper["events"];
    std::ranges::shuffle(events, chance);
    paper["events"] = events;
    ASSERT_EQ(WithoutReceipt(Follow(paper, as_of)), answer) << paper.dump();
  }
}

/// Time heals nothing: what was not done in time by one day was not done in time by any later day. A fulfilment may only
/// come to be known.
TEST(RandomCases, StayOverdue) {
  std::mt19937 chance(12);
  for (std::size_t i = 0; i < Cases() / 3; ++i) {
    Json paper = RandomCase(chance);
    std::set<std::string> before;
    for (const char* day : {"2026-10-20", "2026-11-20", "2026-12-20"}) {
      const Json answer = Json::parse(Follow(paper, EndOf(day)));
      std::set<std::string> late;
      for (const Json& each : answer["deadlines"]) {
        // The reply's decides which duties there are: only of those whose ground is an event is this asked.
        const bool fixed = each["id"] == "answer_correction" || each["id"] == "update_the_catalogue";
        if (fixed && each["status"] == "overdue" && !each.contains("extended_from"))
          late.insert(each["id"].get<std::string>() + each["event"]["at"].get<std::string>());
      }
      for (const std::string& each : before) ASSERT_TRUE(late.contains(each)) << each << " " << day << paper.dump();
      before = std::move(late);
    }
  }
}

/// A slow and obvious second opinion on two duties: the events one after the other, the calendar day by day.
class Naive {
 public:
  explicit Naive(const Json& paper) {
    for (const Json& each : paper["events"]) events_.push_back(each);
    std::ranges::stable_sort(events_, {}, AtOf);
  }

  /// "from due status" of every instance, in order.
  std::vector<std::string> Of(const std::string& trigger, const std::string& answer, const std::string& extension,
                              base::Date as_of) const {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < events_.size(); ++i) {
      if (events_[i]["type"] != trigger || DayOf(events_[i]) > as_of) continue;
      base::Date due = After(DayOf(events_[i]), 10);
      bool extended = false;
      std::string status = due < as_of ? "overdue" : "pending";
      for (std::size_t j = i + 1; j < events_.size(); ++j) {
        const Json& event = events_[j];
        if (DayOf(event) > as_of) break;
        if (event["type"] == extension && !extended && MayConsent(event) && DayOf(event) <= due) {
          due = After(due, 5);
          extended = true;
          status = due < as_of ? "overdue" : "pending";
        }
        if (event["type"] != answer || !IsFit(event)) continue;
        status = DayOf(event) <= due ? "met" : "overdue";
        break;
      }
      all.push_back(base::FormatDate(DayOf(events_[i])) + " " + base::FormatDate(due) + " " + status);
    }
    return all;
  }

 private:
  static std::int64_t AtOf(const Json& event) { return base::ParseInstant(event["at"].get<std::string>())->seconds; }
  static base::Date DayOf(const Json& event) { return base::ShanghaiDate(AtOf(event)); }

  /// Only somebody known to be another cannot consent.
  static bool MayConsent(const Json& event) {
    const std::string by = event.value("by", "");
    return by.empty() || by == "authority" || by == "别的机构";
  }

  static bool IsFit(const Json& event) {
    return event["type"] != "correction_answered" || (event.value("verified", true) && event.value("reported", true));
  }

  static base::Date After(base::Date day, int count) {
    while (count > 0) {
      day = base::AddDays(day, 1);
      if (calendar::IsWorkingDay(Shipped().calendar, 330000, day) == calendar::WorkingDay::kYes) --count;
    }
    return day;
  }

  std::vector<Json> events_;
};

TEST(RandomCases, AgreeWithASlowSecondOpinion) {
  std::mt19937 chance(15);
  for (std::size_t i = 0; i < Cases(); ++i) {
    const Json paper = RandomCase(chance);
    const char* const day = i % 2 == 0 ? "2026-11-18" : "2026-12-08";  // so that every end lies in the announced year
    const Json answer = Json::parse(Follow(paper, EndOf(day)));
    const auto found = [&](const char* id) {
      std::vector<std::string> all;
      for (const Json& each : answer["deadlines"]) {
        if (each["id"] != id) continue;
        const std::string from = each["event"]["at"].get<std::string>().substr(0, 10);
        all.push_back(from + " " + each["due"].get<std::string>() + " " + each["status"].get<std::string>());
      }
      return all;
    };
    const Naive naive(paper);
    const base::Date as_of = base::ParseDate(day).value();
    ASSERT_EQ(found("answer_correction"), naive.Of("correction_requested", "correction_answered", "", as_of))
        << paper.dump();
    ASSERT_EQ(found("update_the_catalogue"),
              naive.Of("catalogue_triggered", "catalogue_updated", "catalogue_extension_approved", as_of))
        << paper.dump();
  }
}

TEST(RandomCases, AreAnsweredAlikeInBrief) {
  std::mt19937 chance(13);
  for (std::size_t i = 0; i < Cases(); ++i) {
    const Json paper = RandomCase(chance);
    const Moment as_of = EndOf("2026-12-01");
    const Json whole = Json::parse(Follow(paper, as_of)), brief = Json::parse(Follow(paper, as_of, {}, true));
    std::vector<std::string> wanted, got;
    for (const Json& each : whole["deadlines"]) {
      if (each["status"] == "overdue") wanted.push_back(each["id"].get<std::string>() + each["due"].get<std::string>());
    }
    for (const Json& each : brief["overdue"])
      got.push_back(each["id"].get<std::string>() + each["due"].get<std::string>());
    ASSERT_EQ(got, wanted) << paper.dump();
  }
}

TEST(ABatch, DoesNotHangOnTheNumberOfThreads) {
  std::mt19937 chance(14);
  std::vector<std::string> cases;
  for (std::size_t i = 0; i < Cases(); ++i) cases.push_back(RandomCase(chance).dump());
  cases[7] = "{";
  cases[8] = "";
  const std::string one = Batch(Shipped(), {}, 1).Follow(cases, "cases", EndOf("2026-12-01"), true, 1);
  EXPECT_EQ(Batch(Shipped(), {}, 4).Follow(cases, "cases", EndOf("2026-12-01"), true, 1), one);
  EXPECT_THAT(one, HasSubstr("{\"line\":8,\"fault\":["));
  EXPECT_THAT(one, HasSubstr("{\"line\":9,\"fault\":["));
  EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(one, '\n')), cases.size());
}

}  // namespace
}  // namespace zhun::timeline
