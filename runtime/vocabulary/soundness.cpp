#include "runtime/vocabulary/soundness.h"

#include <algorithm>
#include <utility>

namespace zhun::vocabulary {
namespace {

/// What binding, evaluation and decisions ask for by key, and the type they rely on. `of` is a record or enumeration.
struct Needed {
  std::string_view record, key;
  Base base;
  std::string_view of = "";
  bool list = false;
};
constexpr Needed kNeeded[] = {{"entry", "id", Base::kText},
                              {"entry", "version", Base::kText},
                              {"entry", "title", Base::kText},
                              {"entry", "provider", Base::kRecord, "organization"},
                              {"entry", "items", Base::kRecord, "item", true},
                              {"entry", "conditions", Base::kRecord, "conditions"},
                              {"organization", "name", Base::kText},
                              {"organization", "region", Base::kRegion},
                              {"conditions", "others", Base::kRecord, "condition", true},
                              {"condition", "no", Base::kText},
                              {"condition", "text", Base::kText},
                              {"condition", "policy", Base::kText},
                              {"condition", "governed", Base::kBool},
                              {"condition", "met", Base::kBool},
                              {"item", "name", Base::kText},
                              {"item", "listed", Base::kBool},
                              {"application", "id", Base::kText},
                              {"application", "entry", Base::kText},
                              {"application", "received_at", Base::kInstant},
                              {"application", "applicant", Base::kRecord, "organization"},
                              {"application", "items", Base::kRecord, "item", true},
                              {"application", "regions", Base::kRegion, "", true},
                              {"application", "purpose", Base::kText},
                              {"application", "mode", Base::kEnum, "mode"},
                              {"application", "returns", Base::kEnum, "returns"},
                              {"application", "period", Base::kRecord, "period"},
                              {"application", "materials", Base::kRecord, "material", true},
                              {"application", "third_parties", Base::kRecord, "organization", true},
                              {"application", "processors", Base::kRecord, "processor", true},
                              {"material", "name", Base::kText},
                              {"period", "from", Base::kDate},
                              {"period", "to", Base::kDate},
                              {"citation", "text", Base::kText},
                              {"citation", "registered", Base::kBool},
                              {"citation", "valid", Base::kBool},
                              {"citation", "rank", Base::kEnum, "rank"},
                              {"grant", "purpose", Base::kText},
                              {"grant", "purposes", Base::kText, "", true},
                              {"grant", "entry", Base::kText},
                              {"grant", "decision", Base::kEnum, "outcome"},
                              {"grant", "others", Base::kRecord, "use_term", true},
                              {"use_term", "rule", Base::kText},
                              {"use_event", "at", Base::kInstant},
                              {"use_event", "purpose", Base::kText},
                              {"use_event", "purposes", Base::kText, "", true},
                              {"decision_paper", "decision", Base::kText},
                              {"decision_paper", "terms", Base::kRecord, "grant"},
                              {"decision_paper", "receipt", Base::kRecord, "decision_receipt"},
                              {"decision_receipt", "as_of", Base::kDate},
                              {"decision_receipt", "received_on", Base::kDate},
                              {"case_file", "events", Base::kRecord, "event_record", true},
                              {"case_file", "overdue", Base::kText, "", true},
                              {"case_file", "common_region", Base::kRegion},
                              {"event_record", "type", Base::kEnum, "event_type"},
                              {"event_record", "at", Base::kInstant},
                              {"event_record", "by", Base::kText},
                              {"event_record", "actor", Base::kEnum, "actor"},
                              {"event_record", "decision", Base::kEnum, "outcome"},
                              {"event_record", "use", Base::kRecord, "use_event"},
                              {"organization", "code", Base::kText},
                              {"context", "as_of", Base::kDate},
                              {"context", "aligned", Base::kBool},
                              {"context", "calendar_region", Base::kRegion}};
/// Roots, and what they are.
constexpr Needed kNeededRoots[] = {{"application", "", Base::kRecord, "application"},
                                   {"entry", "", Base::kRecord, "entry"},
                                   {"context", "", Base::kRecord, "context"},
                                   {"grant", "", Base::kRecord, "grant"},
                                   {"use", "", Base::kRecord, "use_event"},
                                   {"case_file", "", Base::kRecord, "case_file"},
                                   {"event", "", Base::kRecord, "event_record"},
                                   {"today", "", Base::kDate},
                                   {"outcome", "", Base::kEnum, "outcome"}};
/// Members of enumerations that the engine speaks of itself.
constexpr std::pair<std::string_view, std::string_view> kNeededMembers[] = {
    {"rank", "unknown"},       {"stage", "application"},       {"stage", "use"},          {"outcome", "out_of_scope"},
    {"outcome", "refer"},      {"outcome", "not_requestable"}, {"outcome", "supplement"}, {"outcome", "refuse_by_law"},
    {"outcome", "refuse"},     {"outcome", "partial_grant"},   {"outcome", "grant"},      {"actor", "applicant"},
    {"actor", "government"},   {"use_answer", "permit"},       {"use_answer", "deny"},    {"use_answer", "refer"},
    {"event_type", "replied"}, {"event_type", "used"}};
constexpr std::string_view kNeededUnits[] = {"day", "month", "year"};

bool PointsInside(const Vocabulary& vocabulary, Type type) {
  switch (type.base) {
    case Base::kEnum:
      return type.of < vocabulary.enumerations.size() && !vocabulary.enumerations[type.of].members.empty();
    case Base::kRecord: return type.of < vocabulary.records.size();
    case Base::kQuantity: return type.of < vocabulary.units.size();
    case Base::kBool:
    case Base::kText:
    case Base::kNumber:
    case Base::kLength:
    case Base::kDate:
    case Base::kInstant:
    case Base::kRegion: return true;
    case Base::kError: return false;
  }
  return false;
}

bool FormFits(const Vocabulary& vocabulary, const Attribute& attribute) {
  const auto is_record = [&](std::string_view key) {
    return attribute.type.base == Base::kRecord && attribute.type.of == FindRecord(vocabulary, key);
  };
  switch (attribute.form) {
    case Form::kCitation: return is_record("citation");
    case Form::kItemName: return is_record("item");
    case Form::kLabel:
    case Form::kFindings:
    case Form::kSocialCode: return attribute.type.base == Base::kText;
    case Form::kDay: return attribute.type.base == Base::kDate;
    case Form::kPlain:
    case Form::kComputed:
    case Form::kIgnored: return true;
  }
  return false;
}

/// Records reached from `record`, depth first; false where it reaches itself.
bool IsFinite(const Vocabulary& vocabulary, RecordIndex record, std::vector<RecordIndex>& above) {
  if (std::find(above.begin(), above.end(), record) != above.end()) return false;
  above.push_back(record);
  for (const Attribute& attribute : vocabulary.records[record].attributes) {
    if (attribute.type.base == Base::kRecord && !IsFinite(vocabulary, attribute.type.of, above)) return false;
  }
  above.pop_back();
  return true;
}

bool Fits(const Vocabulary& vocabulary, Type type, const Needed& needed) {
  if (type.base != needed.base || type.list != needed.list) return false;
  if (needed.base == Base::kRecord) return type.of == FindRecord(vocabulary, needed.of);
  return needed.base != Base::kEnum || type.of == FindEnumeration(vocabulary, needed.of);
}

bool HasNeededAttributes(const Vocabulary& vocabulary) {
  return std::all_of(std::begin(kNeeded), std::end(kNeeded), [&](const Needed& needed) {
    const RecordIndex record = FindRecord(vocabulary, needed.record);
    const FieldIndex field = record == kNone ? kNone : FindKey(vocabulary.records[record], needed.key);
    return field != kNone && Fits(vocabulary, vocabulary.records[record].attributes[field].type, needed);
  });
}

bool HasNeededRoots(const Vocabulary& vocabulary) {
  return std::all_of(std::begin(kNeededRoots), std::end(kNeededRoots), [&](const Needed& needed) {
    const std::uint16_t root = FindRoot(vocabulary, needed.record);
    return root != kNone && Fits(vocabulary, vocabulary.roots[root].type, needed);
  });
}

bool HasNeededMembers(const Vocabulary& vocabulary) {
  const auto has_member = [&](const auto& needed) {
    const EnumIndex index = FindEnumeration(vocabulary, needed.first);
    return index != kNone && FindCode(vocabulary.enumerations[index], needed.second) != kNone;
  };
  // Suppliers are members of `actor` by position.
  const EnumIndex actor = FindEnumeration(vocabulary, "actor");
  return std::all_of(std::begin(kNeededMembers), std::end(kNeededMembers), has_member) &&
         vocabulary.enumerations[actor].members.size() > static_cast<std::size_t>(Supplier::kGovernment);
}

bool HasNeeded(const Vocabulary& vocabulary) {
  const auto has_unit = [&](std::string_view key) { return FindUnit(vocabulary, key) != kNone; };
  return HasNeededAttributes(vocabulary) && HasNeededRoots(vocabulary) && HasNeededMembers(vocabulary) &&
         std::all_of(std::begin(kNeededUnits), std::end(kNeededUnits), has_unit);
}

/// The dotted path of an event's date leads from a root to a date or instant.
bool DateHolds(const Vocabulary& vocabulary, std::string_view path) {
  if (path.empty()) return true;
  std::size_t dot = path.find('.');
  const std::uint16_t root = FindRoot(vocabulary, path.substr(0, dot));
  if (root == kNone) return false;
  Type type = vocabulary.roots[root].type;
  while (dot != std::string_view::npos) {
    if (type.base != Base::kRecord || type.list) return false;
    const std::size_t next = path.find('.', dot + 1);
    const Record& record = vocabulary.records[type.of];
    const FieldIndex field =
        FindKey(record, path.substr(dot + 1, next == std::string_view::npos ? next : next - dot - 1));
    if (field == kNone) return false;
    type = record.attributes[field].type;
    dot = next;
  }
  return !type.list && (type.base == Base::kDate || type.base == Base::kInstant);
}

/// The events and outcomes that an event speaks of are there.
bool EffectsHold(const Vocabulary& vocabulary, const Event& event) {
  const auto known = [&](const std::string& key) { return key.empty() || FindEvent(vocabulary, key) != kNone; };
  const EnumIndex outcomes = FindEnumeration(vocabulary, "outcome");
  const bool concludes =
      event.concludes.empty() || FindCode(vocabulary.enumerations[outcomes], event.concludes) != kNone;
  return known(event.stops) && known(event.resumes) && concludes && std::ranges::all_of(event.earliest_of, known);
}

}  // namespace

bool IsSound(const Vocabulary& vocabulary) {
  const auto inside = [&](Type type) { return PointsInside(vocabulary, type); };
  for (const Record& record : vocabulary.records) {
    for (const Attribute& attribute : record.attributes) {
      if (!inside(attribute.type) || !FormFits(vocabulary, attribute)) return false;
    }
  }
  if (!std::all_of(vocabulary.roots.begin(), vocabulary.roots.end(),
                   [&](const Root& root) { return inside(root.type); }))
    return false;
  std::vector<RecordIndex> above;
  for (RecordIndex i = 0; i < vocabulary.records.size(); ++i) {
    if (!IsFinite(vocabulary, i, above)) return false;
  }
  const auto holds = [&](const Event& event) {
    return DateHolds(vocabulary, event.date) && EffectsHold(vocabulary, event);
  };
  return HasNeeded(vocabulary) && std::all_of(vocabulary.events.begin(), vocabulary.events.end(), holds);
}

}  // namespace zhun::vocabulary
