#include <array>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/embed/in_c.h"
#include "tests/embed/shipped.h"

// The C interface where zhun.hpp does not lead: null handles, null arguments, indexes beyond the end.
namespace zhun::embed_test {
namespace {

using Told = std::unique_ptr<zhun_diagnostics, decltype(&zhun_diagnostics_free)>;

/// The code of the only message in `faults`, which is freed.
std::string Only(zhun_diagnostics* faults) {
  const Told told(faults, zhun_diagnostics_free);
  return zhun_diagnostics_count(faults) == 1 ? zhun_diagnostics_code(faults, 0) : "not one message";
}

TEST(InC, AnApplicationIsDecidedAndAFaultToldByItsCode) {
  const Example example = ReadExample("02_unconditional");
  std::array<char, 8> code{};
  const auto decide = [&](const std::string& bytes, const char* as_of) {
    return DecideInC(bytes.data(), bytes.size(), example.entry.c_str(), example.application.c_str(), as_of,
                     code.data());
  };
  EXPECT_EQ(decide(ShippedBytes(), "2026-10-08"), ZHUN_GRANT);
  EXPECT_STREQ(code.data(), "");
  EXPECT_EQ(decide(ShippedBytes(), nullptr), zhun_outcome{});
  EXPECT_STREQ(code.data(), "Z8101");
  EXPECT_EQ(decide("no bundle", "2026-10-08"), zhun_outcome{});
  EXPECT_STREQ(code.data(), "Z6001");
}

TEST(NullArguments, AreFaultsThatNameFunctionAndArgument) {
  zhun_diagnostics* faults = nullptr;
  EXPECT_EQ(zhun_bundle_open(nullptr, &faults), nullptr);
  EXPECT_STREQ(zhun_diagnostics_message(faults, 0, ZHUN_CHINESE), "调用 zhun_bundle_open 时没有给出 path。");
  EXPECT_STREQ(zhun_diagnostics_message(faults, 0, ZHUN_ENGLISH), "The call of zhun_bundle_open gives no path.");
  EXPECT_EQ(Only(faults), "Z8103");
  EXPECT_EQ(zhun_bundle_read(nullptr, 7, "rules.zb", &faults), nullptr);
  EXPECT_EQ(Only(faults), "Z8103");
  EXPECT_EQ(zhun_decider_new(nullptr, &faults), nullptr);
  EXPECT_EQ(Only(faults), "Z8103");
  EXPECT_EQ(zhun_decider_decide(nullptr, nullptr, 0, nullptr, 0, nullptr, 0, nullptr, &faults), nullptr);
  EXPECT_EQ(zhun_diagnostics_count(faults), 2u);  // decider, application; entry, context and day may be missing
  zhun_diagnostics_free(faults);
  EXPECT_EQ(zhun_decider_judge(nullptr, nullptr, 0, nullptr, 0, nullptr, &faults), zhun_outcome{});
  EXPECT_EQ(zhun_diagnostics_count(faults), 2u);
  zhun_diagnostics_free(faults);
  EXPECT_EQ(zhun_batch_new(nullptr, 2, &faults), nullptr);
  EXPECT_EQ(Only(faults), "Z8103");
  EXPECT_EQ(zhun_decider_of_schedule(nullptr, &faults), nullptr);
  EXPECT_EQ(Only(faults), "Z8103");
  EXPECT_EQ(zhun_schedule_add(nullptr, nullptr, nullptr, &faults), 0);
  EXPECT_EQ(zhun_diagnostics_count(faults), 3u);
  zhun_diagnostics_free(faults);
  EXPECT_EQ(zhun_schedule_retire(nullptr, nullptr, &faults), 0);
  EXPECT_EQ(zhun_diagnostics_count(faults), 2u);
  zhun_diagnostics_free(faults);
  size_t size = 7;
  EXPECT_EQ(zhun_batch_lines(nullptr, nullptr, 0, nullptr, 0, nullptr, &size, &faults), nullptr);
  EXPECT_EQ(size, 0u);
  EXPECT_EQ(zhun_diagnostics_count(faults), 2u);
  zhun_diagnostics_free(faults);
  EXPECT_EQ(zhun_batch_columns(nullptr, nullptr, nullptr, nullptr, 0, nullptr, nullptr, nullptr, &faults), 0);
  EXPECT_EQ(zhun_diagnostics_count(faults), 5u);
  zhun_diagnostics_free(faults);
}

TEST(NullArguments, ArePassedOverWhereTheyMayBeNull) {
  EXPECT_EQ(zhun_bundle_open("/nowhere", nullptr), nullptr);
  zhun_diagnostics* faults = nullptr;
  EXPECT_EQ(zhun_bundle_read("ZHUN", 4, nullptr, &faults), nullptr);
  EXPECT_EQ(Only(faults), "Z6003");
  zhun_free(nullptr);
  zhun_bundle_free(nullptr);
  zhun_decider_free(nullptr);
  zhun_batch_free(nullptr);
  zhun_schedule_free(nullptr);
  zhun_decision_free(nullptr);
  zhun_diagnostics_free(nullptr);
}

TEST(NullHandles, HaveNothingToSay) {
  EXPECT_EQ(zhun_bundle_digest(nullptr, ZHUN_LAW), nullptr);
  EXPECT_EQ(zhun_bundle_policy_count(nullptr), 0u);
  EXPECT_EQ(zhun_bundle_entry_count(nullptr), 0u);
  EXPECT_EQ(zhun_decider_rule_count(nullptr), 0u);
  EXPECT_EQ(zhun_decider_rule(nullptr, 0), nullptr);
  EXPECT_EQ(zhun_decider_has_all_rules(nullptr), 0);
  for (const auto ask :
       {zhun_bundle_policy_code, zhun_bundle_policy_name, zhun_bundle_policy_version, zhun_bundle_policy_entry}) {
    EXPECT_EQ(ask(nullptr, 0), nullptr);
  }
  EXPECT_EQ(zhun_decision_outcome(nullptr), zhun_outcome{});
  EXPECT_EQ(zhun_decision_code(nullptr), nullptr);
  EXPECT_EQ(zhun_decision_label(nullptr, ZHUN_CHINESE), nullptr);
  EXPECT_EQ(zhun_decision_missing_count(nullptr), 0u);
  EXPECT_EQ(zhun_decision_warnings(nullptr), nullptr);
  size_t size = 7;
  EXPECT_EQ(zhun_decision_json(nullptr, &size), nullptr);
  EXPECT_EQ(size, 0u);
  EXPECT_EQ(zhun_decision_text(nullptr, ZHUN_ENGLISH, nullptr), nullptr);
  EXPECT_EQ(zhun_diagnostics_count(nullptr), 0u);
  EXPECT_EQ(zhun_diagnostics_severity(nullptr, 0), zhun_severity{});
  EXPECT_EQ(zhun_diagnostics_json(nullptr), nullptr);
}

TEST(Indexes, BeyondTheEndGiveNothing) {
  const zhun_bundle* bundle = Shipped().Get();
  EXPECT_EQ(zhun_bundle_policy_code(bundle, zhun_bundle_policy_count(bundle)), nullptr);
  Decider decider(Shipped());
  const Example example = ReadExample("04_supplement");
  const Result<Decision> made = decider.Decide(example.Papers());
  const zhun_decision* decision = made->Get();
  ASSERT_EQ(zhun_decision_missing_count(decision), 2u);
  for (const auto ask : {zhun_decision_missing_path, zhun_decision_missing_state, zhun_decision_missing_supplier}) {
    EXPECT_NE(ask(decision, 1), nullptr);
    EXPECT_EQ(ask(decision, 2), nullptr);
  }
  for (const auto ask : {zhun_decision_missing_label, zhun_decision_missing_reason, zhun_decision_missing_when}) {
    EXPECT_NE(ask(decision, 1, ZHUN_ENGLISH), nullptr);
    EXPECT_EQ(ask(decision, 2, ZHUN_ENGLISH), nullptr);
  }
  const zhun_diagnostics* none = zhun_decision_warnings(decision);
  EXPECT_EQ(zhun_diagnostics_code(none, 0), nullptr);
  EXPECT_STREQ(zhun_diagnostics_json(none), "[]");
}

TEST(Success, LeavesNoFaultsBehind) {
  zhun_diagnostics* faults = reinterpret_cast<zhun_diagnostics*>(&faults);  // what was there is not looked at
  zhun_decider* decider = zhun_decider_new(Shipped().Get(), &faults);
  EXPECT_NE(decider, nullptr);
  EXPECT_EQ(faults, nullptr);
  zhun_decider_free(decider);
}

TEST(Diagnostics, PrintAsTheContractHasThem) {
  zhun_diagnostics* faults = nullptr;
  zhun_bundle_read("PK", 2, "rules.zb", &faults);
  const Told told(faults, zhun_diagnostics_free);
  EXPECT_EQ(zhun_diagnostics_severity(faults, 0), ZHUN_ERROR);
  EXPECT_STREQ(zhun_diagnostics_pointer(faults, 0), "");
  EXPECT_STREQ(zhun_diagnostics_file(faults, 0), "rules.zb");
  EXPECT_THAT(zhun_diagnostics_json(faults),
              ::testing::StartsWith(R"([{"code":"Z6001","severity":"error","message":)"));
}

}  // namespace
}  // namespace zhun::embed_test
