#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/values/citation_record.h"
#include "runtime/values/document.h"
#include "runtime/values/entry_items.h"
#include "runtime/values/scalar.h"

namespace zhun::values {

/// What only an application's document is read against.
struct ApplicationBinding {
  const EntryItems& items;
  std::vector<std::string_view> findings;  ///< known finding codes
  bool any_condition = false;              ///< condition_<anything> is known: the entry does not say what it has
};

/// Turns one parsed document into values, attribute by attribute as the vocabulary says, and reports every fault on
/// its way. One binder a document.
class Binder {
 public:
  /// `application` may be nullptr. Everything must outlive the binder; `json` texts must live in `arena`.
  Binder(const Binding& binding, const ApplicationBinding* application, std::string_view name, Arena& arena,
         diagnostics::Sink& sink);

  const Record* BindRecord(vocabulary::RecordIndex type, const Json& json, const Place& place);
  Findings TakeFindings() { return std::move(findings_); }
  /// A record all of whose members are none; the same one each time.
  const Record* NoneRecord(vocabulary::RecordIndex type);

 private:
  Value BindAttribute(const vocabulary::Attribute& attribute, const Json& json, const Place& place);
  Value BindList(const vocabulary::Attribute& attribute, const Json& json, const Place& place);
  Value BindElement(const vocabulary::Attribute& attribute, const Json& json, const Place& place);
  Value BindCitation(const Json& json, const Place& place);
  Value BindItemName(const Json& json, const Place& place);
  Value BindFindings(const Json& json, const Place& place);
  void BindFinding(std::string_view code, const Json& json, const Place& place);
  /// The value of an attribute that is not in the document or is null there.
  Value Unsupplied(const vocabulary::Attribute& attribute, bool null, const Place& place);
  /// {"pending": why}
  Value Pending(vocabulary::Base kind, const Json& json, const Place& place);
  Value NoneOf(vocabulary::Type type);
  bool IsFinding(std::string_view code) const;
  void RefuseKey(std::string_view key, const base::Words& of, std::span<const std::string_view> known,
                 const Place& place);
  void RefuseFractions(const Json& json, const Place& place);
  std::uint32_t BoundOf(std::string_view record, std::string_view key) const;

  const vocabulary::Vocabulary& vocabulary_;
  const ApplicationBinding* application_;
  std::string_view name_;
  Arena& arena_;
  diagnostics::Sink& sink_;
  ScalarReader scalars_;
  CitationReader citations_;
  std::map<vocabulary::RecordIndex, const Record*> none_records_;
  Findings findings_;
  int unknown_keys_ = 0;
};

}  // namespace zhun::values
