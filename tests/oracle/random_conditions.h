#pragma once

#include <string>
#include <vector>

#include "runtime/vocabulary/vocabulary.h"
#include "tests/oracle/random_source.h"

namespace zhun::oracle {

/// Something a condition can speak of.
struct Place {
  std::string path;             ///< 申请.使用时限.止, 其.名称
  vocabulary::Type type;
  std::vector<std::string> guards;  ///< records on the way that may be none: 不为空 must stand in front
};

/// All places below `path`, itself included where `itself`.
std::vector<Place> PlacesBelow(const vocabulary::Vocabulary& vocabulary, const std::string& path, vocabulary::Type type,
                               bool itself);

/// Random conditions about `places`, as policies write them.
class Conditions {
 public:
  Conditions(const vocabulary::Vocabulary& vocabulary, RandomSource& random) : words_(vocabulary), random_(random) {}

  /// `names`: conditions that have a name already (定义, 认定).
  std::string Condition(const std::vector<Place>& places, const std::vector<std::string>& names, int depth);

 private:
  std::string Junction(const std::vector<Place>& places, const std::vector<std::string>& names, int depth);
  std::string Relation(const std::vector<Place>& places);
  std::string OfList(const Place& place);
  std::string OfScalar(const Place& place, const std::vector<Place>& places);
  std::string Quantifier(const Place& place);
  std::string Constant(vocabulary::Type type);
  std::string Constants(vocabulary::Type type);
  std::string Pick(std::vector<std::string> words) { return random_.Of(words); }

  const vocabulary::Vocabulary& words_;
  RandomSource& random_;
  bool in_quantifier_ = false;
};

}  // namespace zhun::oracle
