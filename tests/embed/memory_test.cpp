#include <memory>

#include <gtest/gtest.h>

#include "tests/embed/scarce_memory.h"
#include "tests/embed/shipped.h"

// Memory that runs out anywhere: no exception leaves the C interface, and the next call works.
namespace zhun::embed_test {
namespace {

/// Runs `make` with 0, 1, 2, … allocations, in growing steps, until it gives a handle. How often it gave none.
template <class Make, class Check>
int FailuresBefore(Make make, Check check) {
  int failures = 0;
  for (long allowed = 0;; allowed += 1 + allowed / 8, ++failures) {
    AllowAllocations(allowed);
    auto made = make();
    AllowAllocations(kAnyNumber);
    if (made != nullptr) return failures;
    check();
  }
}

TEST(MemoryThatRunsOut, GivesNoDecisionAndLeavesTheDeciderFitForTheNext) {
  const Example example = ReadExample("04_supplement");
  const std::string &entry = example.entry, &application = example.application, &context = example.context;
  const auto decide = [&](zhun_decider* decider) {
    return std::unique_ptr<zhun_decision, decltype(&zhun_decision_free)>(
        zhun_decider_decide(decider, entry.data(), entry.size(), application.data(), application.size(), context.data(),
                            context.size(), nullptr, nullptr),
        zhun_decision_free);
  };
  const std::unique_ptr<zhun_decider, decltype(&zhun_decider_free)> decider(zhun_decider_new(Shipped().Get(), nullptr),
                                                                            zhun_decider_free);
  const auto json_of = [](const zhun_decision* decision) {
    const std::unique_ptr<char, decltype(&zhun_free)> text(zhun_decision_json(decision, nullptr), zhun_free);
    return std::string(text == nullptr ? "" : text.get());
  };
  const std::string expected = json_of(decide(decider.get()).get());
  const auto decides_again = [&] { EXPECT_EQ(json_of(decide(decider.get()).get()), expected); };
  EXPECT_GT(FailuresBefore([&] { return decide(decider.get()); }, decides_again), 10);
  const auto decision = decide(decider.get());
  const auto write = [&] {
    return std::unique_ptr<char, decltype(&zhun_free)>(zhun_decision_text(decision.get(), ZHUN_CHINESE, nullptr),
                                                       zhun_free);
  };
  EXPECT_GT(FailuresBefore(write, [] {}), 3);
}

TEST(MemoryThatRunsOut, GivesNoBundle) {
  const auto read = [] {
    return std::unique_ptr<zhun_bundle, decltype(&zhun_bundle_free)>(
        zhun_bundle_read(ShippedBytes().data(), ShippedBytes().size(), nullptr, nullptr), zhun_bundle_free);
  };
  ShippedBytes();
  EXPECT_GT(FailuresBefore(read, [] {}), 10);
}

TEST(MemoryThatRunsOut, IsNotToldAsAFaultOfABundle) {
  zhun_diagnostics* faults = nullptr;
  ShippedBytes();
  AllowAllocations(0);
  EXPECT_EQ(zhun_bundle_read(ShippedBytes().data(), ShippedBytes().size(), nullptr, &faults), nullptr);
  AllowAllocations(kAnyNumber);
  EXPECT_EQ(faults, nullptr);
}

}  // namespace
}  // namespace zhun::embed_test
