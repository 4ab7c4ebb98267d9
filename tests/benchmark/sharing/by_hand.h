#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// The policy of sharing.zhun written by hand over interned ids: the limit of what this machine can do.
namespace zhun::benchmark::by_hand {

/// Reasons for refusing, a bit each, in the order of the rules of sharing.zhun.
enum Reason : std::uint32_t {
  kDepartment = 1,
  kRegion = 2,
  kPurpose = 4,
  kItems = 8,
  kChannel = 16,
  kDays = 32,
  kLegalBasis = 64,
  kOnward = 128,
  kSecrecy = 256
};

/// A request with ids instead of words; -1 where the word is none that any entry has.
struct Request {
  std::int32_t entry = -1;
  std::int16_t department = -1, purpose = -1, channel = -1, ground = -1, days = 0;
  std::uint32_t region = 0;
  bool onward = false, agreed = false, unknown_item = false;
  std::uint64_t items = 0;
};

struct Entry {
  std::uint64_t departments[4] = {};
  std::uint64_t items = 0;
  std::uint32_t purposes = 0, channels = 0, grounds = 0, lowest = 0, highest = 0;
  std::int32_t max_days = 0;
  std::uint8_t grade = 0, about_people = 0;
};

inline bool Has(std::uint32_t set, int id) { return id >= 0 && (set >> id & 1) != 0; }

inline bool IsGranted(const Entry& entry, const Request& request) {
  if ((request.onward && !request.agreed) || entry.grade >= 3) return false;
  if (request.department < 0 || (entry.departments[request.department >> 6] >> (request.department & 63) & 1) == 0)
    return false;
  if (request.region < entry.lowest || request.region > entry.highest) return false;
  if (!Has(entry.purposes, request.purpose)) return false;
  if (request.unknown_item || (request.items & ~entry.items) != 0) return false;
  if (!Has(entry.channels, request.channel)) return false;
  if (request.days > entry.max_days) return false;
  return entry.about_people == 0 || Has(entry.grounds, request.ground);
}

/// Every condition is looked at, without a branch.
inline std::uint32_t ReasonsOf(const Entry& entry, const Request& request) {
  const auto lacks = [](std::uint32_t set, int id) { return std::uint32_t((id < 0) | !(set >> (id & 31) & 1)); };
  const std::uint32_t department = static_cast<std::uint16_t>(request.department);
  const std::uint64_t word = entry.departments[(department >> 6) & 3];
  std::uint32_t reasons = std::uint32_t((request.department < 0) | !(word >> (department & 63) & 1)) * kDepartment;
  reasons |= std::uint32_t(request.region - entry.lowest > entry.highest - entry.lowest) * kRegion;
  reasons |= lacks(entry.purposes, request.purpose) * kPurpose;
  reasons |= std::uint32_t(request.unknown_item | ((request.items & ~entry.items) != 0)) * kItems;
  reasons |= lacks(entry.channels, request.channel) * kChannel;
  reasons |= std::uint32_t(request.days > entry.max_days) * kDays;
  reasons |= (entry.about_people & lacks(entry.grounds, request.ground)) * kLegalBasis;
  reasons |= std::uint32_t(request.onward & !request.agreed) * kOnward;
  return reasons | std::uint32_t(entry.grade >= 3) * kSecrecy;
}

/// Entries and the ids of their words; reads requests against them. Not for two threads at once.
class Catalogue {
 public:
  /// One JSON document an entry.
  explicit Catalogue(const std::vector<std::string>& entries);
  ~Catalogue();

  const std::vector<Entry>& Entries() const;
  /// `checked`: with the checks that the contract demands: no key twice, no unknown key, nothing behind the document.
  bool Read(std::string_view request, bool checked, Request& read);

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace zhun::benchmark::by_hand
