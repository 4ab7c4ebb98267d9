#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

/// Sets of values that a variable may still have.
namespace zhun::reason {

/// A set of whole numbers: disjoint closed intervals, ascending, never touching.
class Intervals {
 public:
  using Interval = std::pair<std::int64_t, std::int64_t>;

  Intervals() = default;  ///< empty
  Intervals(std::int64_t least, std::int64_t most);

  bool IsEmpty() const { return intervals_.empty(); }
  bool Contains(std::int64_t number) const;
  const std::vector<Interval>& All() const { return intervals_; }

  void Add(std::int64_t least, std::int64_t most);
  Intervals And(const Intervals& other) const;
  /// What is not in `other`.
  Intervals Without(const Intervals& other) const;

 private:
  std::vector<Interval> intervals_;
};

/// A set of texts: these, or all but these.
class Texts {
 public:
  Texts() = default;  ///< all texts
  static Texts Only(std::set<std::string> texts);

  bool IsEmpty() const { return !all_but_ && texts_.empty(); }
  bool Contains(const std::string& text) const { return texts_.contains(text) != all_but_; }
  bool AllBut() const { return all_but_; }
  const std::set<std::string>& Listed() const { return texts_; }

  Texts And(const Texts& other) const;
  Texts Not() const;

 private:
  bool all_but_ = true;
  std::set<std::string> texts_;
};

}  // namespace zhun::reason
