#include "compiler/reason/domain.h"

#include <algorithm>

namespace zhun::reason {

Intervals::Intervals(std::int64_t least, std::int64_t most) {
  if (least <= most) intervals_.emplace_back(least, most);
}

bool Intervals::Contains(std::int64_t number) const {
  return std::ranges::any_of(intervals_,
                             [&](const Interval& each) { return each.first <= number && number <= each.second; });
}

void Intervals::Add(std::int64_t least, std::int64_t most) {
  if (least > most) return;
  std::vector<Interval> all;
  for (const Interval& each : intervals_) {
    const bool apart = each.second < least - 1 || most + 1 < each.first;
    if (apart) {
      all.push_back(each);
    } else {
      least = std::min(least, each.first);
      most = std::max(most, each.second);
    }
  }
  all.emplace_back(least, most);
  std::ranges::sort(all);
  intervals_ = std::move(all);
}

Intervals Intervals::And(const Intervals& other) const {
  Intervals both;
  for (const Interval& left : intervals_) {
    for (const Interval& right : other.intervals_) {
      both.Add(std::max(left.first, right.first), std::min(left.second, right.second));
    }
  }
  return both;
}

Intervals Intervals::Without(const Intervals& other) const {
  Intervals rest = *this;
  for (const Interval& hole : other.intervals_) {
    Intervals left;
    for (const Interval& each : rest.intervals_) {
      left.Add(each.first, std::min(each.second, hole.first - 1));
      left.Add(std::max(each.first, hole.second + 1), each.second);
    }
    rest = left;
  }
  return rest;
}

Texts Texts::Only(std::set<std::string> texts) {
  Texts only;
  only.all_but_ = false;
  only.texts_ = std::move(texts);
  return only;
}

Texts Texts::Not() const {
  Texts rest = *this;
  rest.all_but_ = !all_but_;
  return rest;
}

Texts Texts::And(const Texts& other) const {
  if (all_but_ && other.all_but_) {
    Texts both = *this;
    both.texts_.insert(other.texts_.begin(), other.texts_.end());
    return both;
  }
  const Texts& listed = all_but_ ? other : *this;
  const Texts& test = all_but_ ? *this : other;
  std::set<std::string> kept;
  for (const std::string& text : listed.texts_) {
    if (test.Contains(text)) kept.insert(text);
  }
  return Only(std::move(kept));
}

}  // namespace zhun::reason
