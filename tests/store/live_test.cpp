#include "runtime/store/live.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "runtime/store/file.h"
#include "runtime/store/writer.h"

// Versions that take turns while others read: one or the other, never a mixture, and none freed under a reader.
namespace zhun::store {
namespace {

base::Instant At(std::int64_t seconds) { return {seconds, 0}; }

/// Counts how many of its kind there are.
struct Counted {
  Counted(int number_, int& alive_) : number(number_), alive(alive_) { ++alive; }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;
  ~Counted() { --alive; }
  int number;
  int& alive;
};

class LiveVersions : public ::testing::Test {
 protected:
  void Add(int number, std::int64_t from) { live_.Add(std::make_unique<const Counted>(number, alive_), At(from)); }
  /// The number of the version for an instant; 0 where there is none.
  int NumberAt(std::int64_t seconds) {
    const auto use = reader_.At(At(seconds));
    return use ? use->number : 0;
  }

  int alive_ = 0;
  Live<Counted> live_;
  Live<Counted>::Reader reader_{live_};
};

TEST_F(LiveVersions, DecideFromTheirInstantOn) {
  EXPECT_EQ(NumberAt(0), 0);
  Add(1, 100);
  Add(2, 200);
  const std::pair<std::int64_t, int> cases[] = {{-5, 0}, {99, 0}, {100, 1}, {199, 1}, {200, 2}, {100000, 2}};
  for (const auto& [instant, number] : cases) EXPECT_EQ(NumberAt(instant), number) << instant;
}

TEST_F(LiveVersions, MayBeAddedInAnyOrderAndReplacedBeforeTheyDecide) {
  Add(2, 200);
  Add(1, 100);
  Add(3, 200);
  EXPECT_EQ(NumberAt(150), 1);
  EXPECT_EQ(NumberAt(200), 3);
  EXPECT_EQ(alive_, 2);
}

TEST_F(LiveVersions, InstantsAreComparedWhateverTheirOffset) {
  live_.Add(std::make_unique<const Counted>(1, alive_), {100, 8 * 3600});
  EXPECT_EQ(NumberAt(100), 1);
}

TEST_F(LiveVersions, ThatDecideNothingAnyMoreAreDropped) {
  Add(1, 100);
  Add(2, 200);
  Add(3, 300);
  const std::pair<std::int64_t, int> cases[] = {{50, 3}, {199, 3}, {200, 2}, {299, 2}, {1000, 1}};
  for (const auto& [instant, left] : cases) {
    live_.Retire(At(instant));
    EXPECT_EQ(alive_, left) << instant;
  }
  EXPECT_EQ(NumberAt(250), 0);
  EXPECT_EQ(NumberAt(300), 3);
}

TEST_F(LiveVersions, StayWhileTheyAreUsedAndGoAfterwards) {
  Add(1, 100);
  {
    const auto use = reader_.At(At(150));
    Add(2, 100);
    live_.Retire(At(150));
    EXPECT_EQ(live_.Collect(), 1u);
    EXPECT_EQ(alive_, 2);
    EXPECT_EQ(use->number, 1);
  }
  EXPECT_EQ(live_.Collect(), 0u);
  EXPECT_EQ(alive_, 1);
  EXPECT_EQ(NumberAt(150), 2);
}

TEST_F(LiveVersions, AreNotKeptByAReaderThatReadsSomethingLater) {
  Add(1, 100);
  Live<Counted>::Reader other(live_);
  Add(2, 100);
  const auto use = other.At(At(150));
  EXPECT_EQ(live_.Collect(), 0u);
  EXPECT_EQ(alive_, 1);
  EXPECT_EQ(use->number, 2);
}

TEST_F(LiveVersions, AllGoWithTheSchedule) {
  int alive = 0;
  {
    Live<Counted> live;
    for (int i = 0; i < 5; ++i) live.Add(std::make_unique<const Counted>(i, alive), At(i));
    EXPECT_EQ(alive, 5);
  }
  EXPECT_EQ(alive, 0);
}

using LiveVersionsDeathTest = LiveVersions;
TEST_F(LiveVersionsDeathTest, OneReaderUsesOneAtATime) {
  Add(1, 100);
  const auto use = reader_.At(At(100));
  EXPECT_DEATH(reader_.At(At(100)), "");
}

constexpr std::int64_t kStep = 10;  ///< version n decides from n * kStep on
constexpr int kVersions = 150;

/// Two sections, each full of the number of the version.
std::unique_ptr<const File> FileOf(int number) {
  const std::string byte(1, static_cast<char>(number));
  Writer writer;
  for (const Kind kind : {Kind::kLaw, Kind::kProgram}) {
    std::string bytes;
    for (int i = 0; i < 300; ++i) bytes += byte;
    writer.Add(kind, bytes, 64);
  }
  return File::Copy(writer.Finish()).file;
}

bool IsAllOf(const File& file, int number) {
  for (const Kind kind : {Kind::kLaw, Kind::kProgram}) {
    const auto section = file.Section(kind);
    if (!section || section.value.find_first_not_of(static_cast<char>(number)) != std::string_view::npos) return false;
  }
  return true;
}

/// Reads until told to stop; how often something else was seen than the version of the instant.
int WrongReadings(Live<File>& live, const std::atomic<int>& newest, const std::atomic<bool>& stop,
                  std::atomic<int>& seen) {
  Live<File>::Reader reader(live);
  int wrong = 0;
  for (int turn = 0; !stop; ++turn) {
    const int number = newest - turn % 2;  // this one or the one before it, both of which may be asked for
    const auto use = reader.At(At(number * kStep + turn % kStep));
    // The one before may have been dropped meanwhile; then there is nothing, not something else.
    if (use && !IsAllOf(*use, number)) ++wrong;
    if (!use && turn % 2 == 0 && newest == number) ++wrong;
    if (use) ++seen;
  }
  return wrong;
}

/// Meant for the thread sanitizer.
TEST(LiveSwitching, GivesEveryReaderOneOrTheOtherNeverAMixture) {
  Live<File> live;
  live.Add(FileOf(1), At(kStep));
  std::atomic<int> newest = 1;
  std::atomic<int> seen = 0;
  std::atomic<int> wrong = 0;
  std::atomic<bool> stop = false;
  std::vector<std::thread> readers;
  for (int i = 0; i < 4; ++i) readers.emplace_back([&] { wrong += WrongReadings(live, newest, stop, seen); });
  for (int number = 2; number <= kVersions; ++number) {
    live.Add(FileOf(number), At(number * kStep));
    newest = number;
    live.Retire(At((number - 1) * kStep));
    for (const int before = seen; seen < before + 3;) std::this_thread::yield();
  }
  stop = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(live.Collect(), 0u);
}

}  // namespace
}  // namespace zhun::store
