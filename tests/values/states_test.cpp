#include <gtest/gtest.h>

#include "tests/values/fixture.h"

namespace zhun::values {
namespace {

using testing::Application;
using testing::ApplicationText;
using testing::At;
using testing::Entry;
using testing::Show;
using testing::Words;

struct Case {
  const char* more;  ///< what the application says besides its required keys
  const char* path;
  const char* value;
};

class StateOfAnAttribute : public ::testing::TestWithParam<Case> {};

TEST_P(StateOfAnAttribute, IsWhatTheDocumentSays) {
  const Document entry = Entry();
  EXPECT_EQ(Show(At(Application(entry, ApplicationText(GetParam().more)), GetParam().path)), GetParam().value)
      << GetParam().more;
}

INSTANTIATE_TEST_SUITE_P(
    Scalars, StateOfAnAttribute,
    ::testing::Values(Case{R"("purpose": "核验")", "purpose", "“核验”"}, Case{R"("purpose": "")", "purpose", "“”"},
                      Case{"", "purpose", "absent"}, Case{R"("purpose": null)", "purpose", "absent"},
                      Case{R"("purpose": {"pending": "待盖章"})", "purpose", "pending 待盖章"},
                      Case{R"("mode": "batch")", "mode", "1"}, Case{R"("mode": {"pending": "x"})", "mode", "pending x"},
                      Case{"", "flowback", "no"}, Case{R"("flowback": null)", "flowback", "no"},
                      Case{R"("flowback": true)", "flowback", "yes"}, Case{"", "entry_version", "none"},
                      Case{R"("entry_version": null)", "entry_version", "none"}, Case{"", "received_at", "1777249800"},
                      Case{R"("period": {"from": "2026-06-01"})", "period.from", "20605"},
                      Case{R"("period": {"from": "2026-06-01"})", "period.to", "absent"},
                      Case{R"("period": {})", "period", "record"}, Case{R"("period": null)", "period", "absent"},
                      Case{R"("period": {"pending": "商定中"})", "period", "pending 商定中"},
                      Case{R"("period": {"to": {"pending": "商定中"}})", "period.to", "pending 商定中"}));

INSTANTIATE_TEST_SUITE_P(RecordsWhoseAbsenceIsAnAnswer, StateOfAnAttribute,
                         ::testing::Values(Case{"", "consent", "absent"}, Case{R"("consent": null)", "consent", "none"},
                                           Case{R"("consent": null)", "consent.kind", "none"},
                                           Case{R"("consent": {})", "consent.kind", "absent"},
                                           Case{R"("consent": {"kind": "separate"})", "consent.kind", "0"}));

INSTANTIATE_TEST_SUITE_P(
    Lists, StateOfAnAttribute,
    ::testing::Values(Case{"", "third_parties", "[]"}, Case{R"("third_parties": null)", "third_parties", "[]"},
                      Case{R"("third_parties": [])", "third_parties", "[]"}, Case{"", "basis", "absent"},
                      Case{R"("basis": null)", "basis", "absent"}, Case{R"("basis": [])", "basis", "[]"},
                      Case{R"("regions": ["440100", {"pending": "核对"}])", "regions", "[440100, pending 核对]"},
                      Case{R"("regions": {"pending": "核对"})", "regions", "pending 核对"},
                      Case{"", "applicant.mandate", "absent"},
                      Case{R"("materials": [{"name": "函"}])", "materials.0.name", "“函”"},
                      Case{R"("materials": [{"name": "函"}])", "materials.0.sha256", "none"}));

INSTANTIATE_TEST_SUITE_P(ItemsByName, StateOfAnAttribute,
                         ::testing::Values(Case{R"("items": ["姓名"])", "items.0.listed", "yes"},
                                           Case{R"("items": ["姓名"])", "items.0.personal", "2"},
                                           Case{R"("items": ["姓名"])", "items.0.minor", "yes"},
                                           Case{R"("items": ["住址"])", "items.0.personal", "absent"},
                                           Case{R"("items": ["住址"])", "items.0.sharing", "none"},
                                           Case{R"("items": ["姓名", "电话"])", "items.1.name", "“电话”"},
                                           Case{R"("items": ["姓名", "电话"])", "items.1.listed", "no"},
                                           Case{R"("items": ["姓名", "电话"])", "items.1.personal", "absent"},
                                           Case{R"("items": [{"pending": "x"}])", "items", "[pending x]"}));

TEST(ApplicantsMandate, OfNullIsAKnownEmptyList) {
  const Document entry = Entry();
  const char* text =
      R"({"id": "1", "entry": "E-1", "received_at": "2026-04-27T08:30:00Z", "applicant": {"mandate": null}})";
  EXPECT_EQ(Show(At(Application(entry, text), "applicant.mandate")), "[]");
}

struct EntryCase {
  const char* more;
  const char* path;
  const char* value;
};

class StateInAnEntry : public ::testing::TestWithParam<EntryCase> {};

std::string EntryText(std::string_view more) {
  const std::string text = R"({"id": "E-1", "status": "published", "provider": {}, "sharing": "conditional")";
  return text + (more.empty() ? "" : ", ") + std::string(more) + "}";
}

TEST_P(StateInAnEntry, IsWhatTheDocumentSays) {
  EXPECT_EQ(Show(At(Entry(EntryText(GetParam().more)), GetParam().path)), GetParam().value) << GetParam().more;
}

INSTANTIATE_TEST_SUITE_P(
    Conditions, StateInAnEntry,
    ::testing::Values(EntryCase{"", "conditions", "none"}, EntryCase{"", "conditions.purposes", "[]"},
                      EntryCase{"", "conditions.max_days", "none"}, EntryCase{"", "conditions.recipients", "none"},
                      EntryCase{"", "conditions.recipients.levels", "[]"},
                      EntryCase{R"("conditions": {})", "conditions", "record"},
                      EntryCase{R"("conditions": {})", "conditions.recipients.regions", "[]"},
                      EntryCase{R"("conditions": {"max_days": 90})", "conditions.max_days", "90"},
                      EntryCase{R"("conditions": {"others": [{"no": 7}]})", "conditions.others.0.no", "“7”"},
                      EntryCase{R"("conditions": {"others": [{"no": "7"}]})", "conditions.others.0.governed",
                                "uncertain"},
                      EntryCase{R"("conditions": {"others": [{"no": "7"}]})", "conditions.others.0.met", "uncertain"},
                      EntryCase{"", "items", "absent"}, EntryCase{"", "refusal", "none"},
                      EntryCase{R"("refusal": {"reason": "x"})", "refusal.basis", "[]"},
                      EntryCase{R"("modes": ["api", "file"])", "modes", "[0, 2]"}));

TEST(Items, OfAnEntryThatDoesNotSayItsItemsAreUncertain) {
  const Document entry = Entry(EntryText(""));
  const Document application = Application(entry, ApplicationText(R"("items": ["姓名"])"));
  EXPECT_EQ(Show(At(application, "items.0.listed")), "uncertain");
  EXPECT_EQ(Show(At(application, "items.0.personal")), "uncertain");
  EXPECT_EQ(Show(At(application, "items.0.name")), "“姓名”");
}

TEST(Items, NotFoundWhileAnItemOfTheEntryIsPendingAreUncertain) {
  const Document entry = Entry(EntryText(R"("items": [{"name": "姓名"}, {"pending": "x"}])"));
  const Document application = Application(entry, ApplicationText(R"("items": ["姓名", "电话"])"));
  EXPECT_EQ(Show(At(application, "items.0.listed")), "yes");
  EXPECT_EQ(Show(At(application, "items.1.listed")), "uncertain");
}

TEST(ALength, IsInDays) {
  const Value days = At(Entry(), "conditions.max_days");
  EXPECT_EQ(days.kind, vocabulary::Base::kLength);
  EXPECT_EQ(days.unit, vocabulary::FindUnit(Words(), "day"));
}

TEST(Findings, KeepTheirOrderAndNullIsNo) {
  const Document entry = Entry();
  const Document application = Application(
      entry,
      ApplicationText(
          R"("findings": {"third_party_consent": null, "condition_2": {"pending": "开会"}, "duty_necessity": true})"));
  std::string answers;
  for (const auto& [code, value] : application.Answers().answers) answers += code + "=" + Show(value) + " ";
  EXPECT_EQ(answers, "third_party_consent=no condition_2=pending 开会 duty_necessity=yes ");
  ASSERT_NE(application.Answers().Find("duty_necessity"), nullptr);
  EXPECT_EQ(application.Answers().Find("condition_1"), nullptr);
}

TEST(Findings, OfPendingConditionsMayBearAnyNumber) {
  const Document entry = Entry(EntryText(R"("conditions": {"pending": "修订中"})"));
  const Document application = Application(entry, ApplicationText(R"("findings": {"condition_9": true})"));
  EXPECT_EQ(application.Answers().answers.size(), 1u);
}

TEST(ComputedAttributes, AreSetByTheEngine) {
  Document entry = Entry();
  const std::vector<const Record*> conditions = OtherConditions(Words(), entry);
  ASSERT_EQ(conditions.size(), 2u);
  SetCondition(Words(), entry, *conditions[1], Truth::kTrue, Value::Of(Truth::kFalse));
  EXPECT_EQ(Show(At(entry, "conditions.others.0.governed")), "uncertain");
  EXPECT_EQ(Show(At(entry, "conditions.others.1.governed")), "yes");
  EXPECT_EQ(Show(At(entry, "conditions.others.1.met")), "no");
  Document context = EmptyContext(Words());
  EXPECT_EQ(Show(At(context, "aligned")), "uncertain");
  SetAligned(Words(), context, Value::Of(Truth::kTrue));
  EXPECT_EQ(Show(At(context, "aligned")), "yes");
}

TEST(AnEmptyContext, SuspendsNobody) {
  const Document context = EmptyContext(Words());
  EXPECT_EQ(Show(At(context, "suspensions")), "[]");
  EXPECT_EQ(Show(At(context, "as_of")), "absent");
}

TEST(AsOf, IsADateOrTheShanghaiDateOfAnInstant) {
  const auto as_of = [](const char* json) {
    const std::optional<base::Date> date = ReadAsOf(json);
    return date ? base::FormatDate(*date) : "nothing";
  };
  EXPECT_EQ(as_of(R"({"as_of": "2026-10-08"})"), "2026-10-08");
  EXPECT_EQ(as_of(R"({"as_of": "2026-10-08T20:00:00Z"})"), "2026-10-09");
  EXPECT_EQ(as_of(R"({"as_of": "yesterday"})"), "nothing");
  EXPECT_EQ(as_of(R"({"as_of": 5})"), "nothing");
  EXPECT_EQ(as_of("{}"), "nothing");
  EXPECT_EQ(as_of("]"), "nothing");
  diagnostics::Sink sink;
  const auto context = BindContext(testing::TestBinding(), R"({"as_of": "2026-10-08T20:00:00Z"})", "c.json", sink);
  ASSERT_TRUE(context.has_value());
  EXPECT_EQ(base::FormatDate({static_cast<std::int32_t>(At(*context, "as_of").number)}), "2026-10-09");
}

TEST(ADocument, KeepsItsValuesWhenTheTextIsGoneAndItIsMoved) {
  auto text = std::make_unique<std::string>(ApplicationText(R"("purpose": "核验", "items": ["姓名"])"));
  const Document entry = Entry();
  std::optional<Document> first = Application(entry, *text);
  text->assign(text->size(), '#');
  text.reset();
  const Document second = std::move(*first);
  first.reset();
  EXPECT_EQ(Show(At(second, "purpose")), "“核验”");
  EXPECT_EQ(Show(At(second, "items.0.name")), "“姓名”");
}

TEST(ADocument, HasTheDigestOfItsContentsNotOfItsLayout) {
  const Document entry = Entry();
  const Document one = Application(entry, ApplicationText(R"("purpose": "核验", "duty": "x")"));
  const Document two = Application(entry, ApplicationText("\n \"duty\":\"\\u0078\" ,\t\"purpose\" : \"核验\""));
  const Document other = Application(entry, ApplicationText(R"("purpose": "核验", "duty": "y")"));
  EXPECT_EQ(one.Digest(), two.Digest());
  EXPECT_NE(one.Digest(), other.Digest());
  EXPECT_EQ(one.Digest().substr(0, 7), "sha256:");
}

}  // namespace
}  // namespace zhun::values
