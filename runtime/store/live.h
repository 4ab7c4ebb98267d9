#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <list>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "runtime/base/date.h"

namespace zhun::store {

/// Several versions of one thing (a bundle), each from an instant on. An administrator adds the next one before it takes
/// effect; readers ask for the one of an instant, which they give: nothing here looks at a clock.
///
/// A reader takes no lock, counts no shared reference and writes to one cache line that is its own. It announces the epoch,
/// then loads the schedule; the administrator publishes a schedule, then begins an epoch, then looks at the announcements.
/// All of these are sequentially consistent, so of the two one sees the other: a reader that still got the old schedule had
/// announced an epoch no later than the one that the change ended, and the administrator finds that announcement. What was
/// dropped in an epoch is freed when no announcement is that old. A reader that announces and then sleeps delays the
/// freeing, never anybody's reading.
///
/// Threads: any number may read, each with a `Reader` of its own; any may call the rest, which locks.
template <class T>
class Live {
 public:
  class Reader;

  Live() : schedule_(new Schedule) {}
  Live(const Live&) = delete;
  Live& operator=(const Live&) = delete;
  /// No reader may be left.
  ~Live() { delete schedule_.load(); }

  /// `version` decides from `from` on, until the next later one does; one that was to begin at the same instant is replaced.
  void Add(std::unique_ptr<const T> version, base::Instant from) {
    const std::lock_guard lock(mutex_);
    std::vector<Version> versions = schedule_.load()->versions;
    const auto place = std::ranges::lower_bound(versions, from.seconds, {}, &Version::from);
    if (place != versions.end() && place->from == from.seconds) {
      place->value = std::move(version);
    } else {
      versions.insert(place, {from.seconds, std::move(version)});
    }
    Publish(std::move(versions));
  }

  /// Drops the versions that decide nothing at `instant` or later. Earlier instants get nothing from then on.
  void Retire(base::Instant instant) {
    const std::lock_guard lock(mutex_);
    std::vector<Version> versions = schedule_.load()->versions;
    const auto later = std::ranges::upper_bound(versions, instant.seconds, {}, &Version::from);
    if (later - versions.begin() < 2) return Free();
    versions.erase(versions.begin(), later - 1);
    Publish(std::move(versions));
  }

  /// Frees what no reader uses any more, as the calls above do too; how many schedules still wait for one.
  std::size_t Collect() {
    const std::lock_guard lock(mutex_);
    Free();
    return dropped_.size();
  }

 private:
  /// The administrator's count of references; readers never touch it.
  struct Version {
    std::int64_t from = 0;  ///< seconds since 1970-01-01T00:00Z
    std::shared_ptr<const T> value;
  };
  struct Schedule {
    std::vector<Version> versions;  ///< ascending by instant
  };
  struct Dropped {
    std::unique_ptr<const Schedule> schedule;
    std::uint64_t epoch = 0;  ///< the last in which a reader can have loaded it
  };
  static constexpr std::uint64_t kIdle = 0;
  struct alignas(64) Announcement {
    std::atomic<std::uint64_t> epoch = kIdle;
  };

  void Publish(std::vector<Version> versions) {
    std::unique_ptr<const Schedule> before(schedule_.exchange(new Schedule{std::move(versions)}));
    dropped_.push_back({std::move(before), epoch_.fetch_add(1)});
    Free();
  }

  void Free() {
    std::uint64_t oldest = epoch_.load();
    for (const Announcement& each : announcements_) {
      if (const std::uint64_t epoch = each.epoch.load(); epoch != kIdle) oldest = std::min(oldest, epoch);
    }
    std::erase_if(dropped_, [&](const Dropped& each) { return each.epoch < oldest; });
  }

  std::atomic<const Schedule*> schedule_;
  std::atomic<std::uint64_t> epoch_ = 1;
  std::mutex mutex_;  ///< of what follows, and of changes to what stands above
  std::list<Announcement> announcements_;  ///< one a reader
  std::vector<Dropped> dropped_;
};

/// What one thread reads with. Not to be shared; ends before the `Live`.
template <class T>
class Live<T>::Reader {
 public:
  explicit Reader(Live& live) : live_(live) {
    const std::lock_guard lock(live.mutex_);
    own_ = live.announcements_.emplace(live.announcements_.end());
  }
  ~Reader() {
    const std::lock_guard lock(live_.mutex_);
    live_.announcements_.erase(own_);
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  /// The version for an instant, kept alive as long as this object; false where there is none. A reader has one at a
  /// time: a second one ends the program.
  class Use {
   public:
    Use(Use&&) = delete;
    ~Use() { own_.epoch.store(kIdle, std::memory_order_release); }
    explicit operator bool() const { return value_ != nullptr; }
    const T& operator*() const { return *value_; }
    const T* operator->() const { return value_; }

   private:
    friend class Reader;
    Use(Announcement& own, const Live& live, base::Instant instant) : own_(own) {
      if (own_.epoch.load(std::memory_order_relaxed) != kIdle) std::abort();  // a second `Use` would end the first
      own_.epoch.store(live.epoch_.load());
      const std::vector<Version>& versions = live.schedule_.load()->versions;
      const auto later = std::ranges::upper_bound(versions, instant.seconds, {}, &Version::from);
      if (later != versions.begin()) value_ = std::prev(later)->value.get();
    }
    Announcement& own_;
    const T* value_ = nullptr;
  };
  Use At(base::Instant instant) { return Use(*own_, live_, instant); }

 private:
  Live& live_;
  typename std::list<Announcement>::iterator own_;
};

}  // namespace zhun::store
