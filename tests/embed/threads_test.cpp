#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "tests/embed/shipped.h"

namespace zhun::embed_test {
namespace {

constexpr int kThreads = 4;
constexpr int kRounds = 5;

std::vector<Example> Examples() {
  std::vector<Example> examples;
  for (const std::string& folder : ExampleFolders()) examples.push_back(ReadExample(folder));
  return examples;
}

TEST(Threads, ShareABundleAndComeToTheSameDecisions) {
  const std::vector<Example> examples = Examples();
  std::vector<std::string> expected;
  Decider decider(Shipped());
  for (const Example& example : examples) expected.push_back(decider.Decide(example.Papers())->Json());
  std::atomic<int> different = 0;
  const auto decide_all = [&, bundle = Shipped()] {
    Decider own(bundle);
    for (int round = 0; round < kRounds; ++round) {
      for (std::size_t i = 0; i < examples.size(); ++i) {
        const Result<Decision> decision = own.Decide(examples[i].Papers());
        if (!decision || decision->Json() != expected[i]) ++different;
      }
    }
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) threads.emplace_back(decide_all);
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(different, 0);
}

TEST(Threads, MayReadOneDecisionTogether) {
  Decider decider(Shipped());
  const Example example = ReadExample("04_supplement");
  const Result<Decision> decision = decider.Decide(example.Papers());
  const std::string json = decision->Json(), reply = decision->Reply();
  std::atomic<int> different = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      if (decision->Json() != json || decision->Reply() != reply || decision->Missing().size() != 2) ++different;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(different, 0);
}

TEST(Threads, MayFreeABundleThatOthersStillDecideBy) {
  const Example example = ReadExample("01_granted");
  auto bundle = std::make_unique<Result<Bundle>>(Bundle::Read(ShippedBytes()));
  Decider decider(**bundle);
  std::thread freeing([&] { bundle.reset(); });
  const Result<Decision> decision = decider.Decide(example.Papers());
  freeing.join();
  ASSERT_TRUE(decision);
  EXPECT_EQ(decision->Outcome(), Outcome::kGrant);
}

}  // namespace
}  // namespace zhun::embed_test
