#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/facts/facts.h"
#include "runtime/program/program.h"
#include "runtime/residual/residual.h"

namespace zhun::facts {

/// The code of a text in a domain; residual::kNoCode where it has none.
std::int64_t CodeOf(const residual::Residual& residual, std::uint16_t domain, std::string_view text);

/// What an application says by name: items of the entry, and answers to findings. Kept until it is known which entry the
/// application is about.
class Names {
 public:
  Names(const residual::Residual& residual, const program::Program& program);

  void Begin();
  void AddItem(std::string_view name) { items_.push_back(name); }
  void ItemsEnd() { items_said_ = true; }
  std::size_t ItemCount() const { return items_.size(); }
  bool AddAnswer(std::string_view code, bool yes);  ///< false: it was answered before

  /// Writes facts, for an entry. False where a finding is not known.
  bool Settle(std::uint32_t entry, Fact* facts) const;

 private:
  struct Answer {
    std::string_view code;
    bool yes = false;
  };

  int PositionOf(const residual::Entry& entry, std::string_view name) const;
  std::uint16_t ConditionSlot(const residual::Entry& entry, std::string_view code) const;

  const residual::Residual& residual_;
  std::map<std::string, std::uint16_t, std::less<>> findings_;  ///< slots by code
  std::vector<std::uint16_t> conditions_;  ///< slots by position among the entry's conditions
  std::vector<std::string_view> items_;
  std::vector<Answer> answers_;
  bool items_said_ = false;
};

}  // namespace zhun::facts
