#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/embed/shipped.h"

// Documents that are refused: no decision, and every fault told.
namespace zhun::embed_test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Diagnostics FaultsOf(const Papers& papers) {
  Decider decider(Shipped());
  const Result<Decision> decision = decider.Decide(papers);
  return decision ? Diagnostics() : decision.Faults();
}

class Faults : public ::testing::Test {
 protected:
  const Example example_ = ReadExample("02_unconditional");
  Papers papers_ = example_.Papers();
};

TEST_F(Faults, NameDocumentPlaceAndCauseInBothLanguages) {
  const std::string application = Changed(example_.application, "{", R"({"colour":"red",)");
  papers_.application = application;
  const Diagnostics faults = FaultsOf(papers_);
  ASSERT_THAT(Codes(faults), ElementsAre("Z5009"));
  EXPECT_EQ(faults[0].severity, Severity::kError);
  EXPECT_EQ(faults[0].file, "application");
  EXPECT_EQ(faults[0].pointer, "/colour");
  EXPECT_THAT(faults[0].message.zh, HasSubstr("没有“colour”这个键"));
  EXPECT_THAT(faults[0].message.en, HasSubstr("no key colour"));
}

TEST_F(Faults, OfAllDocumentsAreToldTogether) {
  const std::string application = Changed(example_.application, "{", R"({"colour":"red",)");
  papers_.application = application;
  papers_.context = R"({"as_of":"2026-10-08","weather":"fine"})";
  const Diagnostics faults = FaultsOf(papers_);
  ASSERT_THAT(Codes(faults), ElementsAre("Z5009", "Z5009"));
  EXPECT_EQ(faults[0].file, "context");
  EXPECT_EQ(faults[1].file, "application");
}

TEST_F(Faults, OfDocumentsThatAreNoJson) {
  for (const std::string_view entry : {"{", "[]", "null"}) {
    papers_.entry = entry;
    const Diagnostics faults = FaultsOf(papers_);
    ASSERT_FALSE(faults.empty()) << entry;
    EXPECT_EQ(faults[0].file, "entry") << entry;
  }
  papers_.entry = std::string_view();
  EXPECT_THAT(Codes(FaultsOf(papers_)), ElementsAre("Z5002"));
}

TEST_F(Faults, OfADocumentThatHidesSomethingBehindAZeroByte) {
  const std::string application = example_.application + std::string(1, '\0') + "{}";
  papers_.application = application;
  EXPECT_FALSE(FaultsOf(papers_).empty());
}

TEST_F(Faults, OfACaseWithoutADay) {
  papers_.context = std::nullopt;
  EXPECT_THAT(Codes(FaultsOf(papers_)), ElementsAre("Z8101"));
  papers_.context = "{}";
  EXPECT_THAT(Codes(FaultsOf(papers_)), ElementsAre("Z8101"));
}

TEST_F(Faults, OfADayThatIsNone) {
  for (const char* as_of : {"", "today", "2026-02-30", "2026-10-08T09:00:00"}) {
    papers_.as_of = as_of;
    EXPECT_THAT(Codes(FaultsOf(papers_)), ElementsAre("Z8102")) << as_of;
  }
}

TEST_F(Faults, OfAContextSpeakForThemselvesWhereItsDayCannotBeRead) {
  papers_.context = R"({"as_of":"soon"})";
  EXPECT_THAT(Codes(FaultsOf(papers_)), ElementsAre("Z5014"));
  papers_.context = "{";
  EXPECT_THAT(Codes(FaultsOf(papers_)), ElementsAre("Z5001"));
}

TEST_F(Faults, DoNotSpoilTheDeciderForTheNextCase) {
  Decider decider(Shipped());
  const std::string before = decider.Decide(papers_)->Json();
  Papers broken = papers_;
  broken.application = "{}";
  EXPECT_FALSE(decider.Decide(broken));
  EXPECT_EQ(decider.Decide(papers_)->Json(), before);
}

}  // namespace
}  // namespace zhun::embed_test
