#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/library/no_prohibition.h"
#include "compiler/lint/subject/settings.h"
#include "runtime/base/date.h"
#include "runtime/base/source.h"
#include "runtime/calendar/calendar.h"
#include "runtime/law/registry.h"
#include "runtime/values/json.h"
#include "runtime/values/region.h"
#include "runtime/vocabulary/vocabulary.h"

/// A catalogue entry as a reviewer reads it: whatever is there, malformed or not. Texts point into the arena that the
/// entry was read into. An absent or wrongly typed member is empty; `Has` tells absent from empty.
namespace zhun::lint {

/// What rules are judged against, besides their subject. Shared between threads; nothing in it changes.
struct Background {
  const vocabulary::Vocabulary& vocabulary;
  const law::Registry& law;
  const values::RegionTable& regions;
  const calendar::Book& calendar;
  const Settings& settings;
  base::Date as_of;
  const std::vector<library::NoProhibition>& no_prohibitions;
};

struct Organisation {
  bool given = false;
  std::string_view name, code, kind, level, system;
  std::optional<std::int64_t> region;
  std::vector<std::string_view> mandate;
};

struct Item {
  std::string_view name, personal, sharing, secrecy;
  bool minor = false;
};

struct Condition {
  std::string no;
  std::string_view text, policy;
};

struct Conditions {
  bool given = false;  ///< an object, however empty
  std::vector<std::string_view> levels, systems, purposes, returns, materials;
  std::vector<std::int64_t> regions;
  std::optional<std::int64_t> max_days;
  std::vector<Condition> others;
};

struct Refusal {
  bool given = false;
  std::string_view reason;
  std::vector<std::string_view> basis;
};

struct Assessments {
  bool given = false;
  std::optional<base::Date> secrecy_done_on, privacy_done_on, approved_on;
  std::string_view approved_by;
};

struct Entry {
  Entry(const Background& judged_against, const values::Json& document, base::Span place)
      : background(judged_against),
        json(document),
        span(place) {}

  const Background& background;
  const values::Json& json;  ///< the whole document
  base::Span span;           ///< its text
  std::string_view id, version, title, status, format, update_frequency, sharing, secrecy, theme, data_level;
  Organisation provider;
  std::vector<std::string_view> modes;
  std::vector<Item> items;
  Conditions conditions;
  Refusal refusal;
  Assessments assessments;

  bool IsPublished() const { return status == "published"; }
  /// Taken out of the catalogue: what it lacks need not be supplied any more.
  bool IsOffline() const { return status == "offline"; }
};

/// Reads what is there; reports nothing (K02, and the binder for what breaks the contract, do). `json` and its arena must
/// outlive the result. A sharing class written as a number or digit is translated by the settings' code table.
Entry ReadEntry(const Background& background, const values::Json& json, base::Span span);

/// Whether the settings' code table has the class of sharing as the document writes it.
bool IsTranslated(const Background& background, const values::Json& json);

/// Whether the member at the dotted path ("classification.level") is there, not null, and not an empty text or list.
bool Has(const values::Json& json, std::string_view path);

/// One body, as it stands in entries and applications.
Organisation ReadOrganisation(const values::Json* json);
/// The texts of a list; of anything else none.
std::vector<std::string_view> ReadTexts(const values::Json* json);
std::string_view ReadText(const values::Json* json);

}  // namespace zhun::lint
