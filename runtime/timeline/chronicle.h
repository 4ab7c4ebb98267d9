#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "runtime/program/bundle.h"
#include "runtime/timeline/timeline.h"
#include "runtime/values/arena.h"
#include "runtime/values/document.h"

namespace zhun::timeline {

/// Where the members of the case file and its events lie, looked up once.
struct Shape {
  explicit Shape(const vocabulary::Vocabulary& vocabulary);

  vocabulary::RecordIndex file, event;
  std::uint16_t type, at, by, actor, decision, use, ref, extension_days;  ///< fields of an event
  std::uint16_t events, overdue, common_region;                           ///< fields of the file
  std::vector<std::uint16_t> field_of;  ///< by event of the vocabulary: field of the file, kNone where it has none
  std::vector<std::uint16_t> event_of;  ///< by member of event_type: event of the vocabulary
  std::uint16_t received, granted, replied, used;  ///< events of the vocabulary
  values::Document none_file, none_event;          ///< a file without events, an event of which nothing is known
};

/// Something that happened.
struct Happening {
  std::uint16_t event = vocabulary::kNone;  ///< of the vocabulary
  std::int64_t at = 0;
  base::Date day;
  const values::Record* record = nullptr;
  bool derived = false;
  bool expected = false;  ///< lies behind the moment that is asked about
  bool broke_a_rule = false;
};

/// The events of a case in order of time, those of one instant as they stand in the paper; with those that follow from them.
/// Events behind the moment do not count, but the end of sharing is known before it comes.
class Chronicle {
 public:
  Chronicle(const program::Bundle& bundle, const Shape& shape, values::CasePaper& paper, Moment as_of,
            values::Arena& arena);

  std::span<Happening> All() { return happenings_; }
  std::span<const Happening> All() const { return happenings_; }
  /// The case file as it was just before happening `end` (the number of all: at the moment that is asked about).
  /// `overdue`: codes of duties that are overdue by then.
  const values::Record* FileBefore(std::size_t end, const std::vector<std::string>& overdue = {});
  const std::optional<Happening>& EndOfSharing() const { return end_of_sharing_; }
  /// Adds that the data were granted on the day of `reply`.
  void AddGrant(const Happening& reply);
  /// Adds the end of sharing: the first of the events it may come with, or the last day of the period.
  void AddEndOfSharing(std::optional<base::Date> period_end);
  const Happening* Last(std::uint16_t event) const;
  EventSeen Seen(const Happening& happening) const;
  std::int64_t CommonRegion() const { return common_region_; }

 private:
  enum class Among : std::uint8_t { kFirst, kLast };  ///< of what happened at the same instant
  void Insert(Happening happening, Among among);
  void AddReceipt(const values::Value& at);
  values::Value Texts(const std::vector<std::string>& texts);
  values::Record* NewEvent(std::uint16_t event, std::int64_t at);
  void SupplyActor(values::Document& paper, const values::Record& event);

  const program::Bundle& bundle_;
  const Shape& shape_;
  values::CasePaper& paper_;
  Moment as_of_;
  values::Arena& arena_;
  std::vector<Happening> happenings_;
  std::optional<Happening> end_of_sharing_;
  std::int64_t common_region_ = 0;
};

/// The smallest region that holds both; the whole country holds all.
std::int64_t CommonRegion(std::int64_t one, std::int64_t other);

}  // namespace zhun::timeline
