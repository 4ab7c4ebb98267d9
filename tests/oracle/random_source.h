#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace zhun::oracle {

/// Repeatable choices: the same seed gives the same choices on every machine and compiler (splitmix64).
class RandomSource {
 public:
  explicit RandomSource(std::uint64_t seed) : state_(seed) {}

  std::uint64_t Next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  /// 0 … count-1; `count` > 0.
  std::size_t Below(std::size_t count) { return Next() % count; }
  /// True `percent` times in a hundred.
  bool Chance(unsigned percent) { return Below(100) < percent; }
  template <class T>
  const T& Of(const std::vector<T>& choices) {
    return choices[Below(choices.size())];
  }

 private:
  std::uint64_t state_;
};

/// What documents and policies are filled with: few values, so that they often meet.
inline const std::vector<std::string>& SomeTexts() {
  static const std::vector<std::string> texts = {"甲", "乙", "丙"};
  return texts;
}
inline const std::vector<std::string>& SomeItems() {
  static const std::vector<std::string> names = {"姓名", "住址", "电话", "监护人"};
  return names;
}
inline const std::vector<std::string>& SomeDays() {
  static const std::vector<std::string> days = {"2025-07-15", "2026-01-01", "2026-03-31", "2026-10-08", "2027-02-28"};
  return days;
}
inline const std::vector<std::string>& SomeRegions() {
  static const std::vector<std::string> regions = {"100000", "440000", "440100", "440106", "510000"};
  return regions;
}
/// In force, of another rank, nonexistent, unregistered.
inline const std::vector<std::string>& SomeCitations() {
  static const std::vector<std::string> citations = {"《政务数据共享条例》第三条第二款",
                                                     "《中华人民共和国个人信息保护法》第十三条",
                                                     "《政务数据共享条例》第九百条", "《某市某某暂行办法》第一条"};
  return citations;
}

}  // namespace zhun::oracle
