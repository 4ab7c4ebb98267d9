#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "runtime/base/date.h"
#include "runtime/diagnostics/diagnostic.h"
#include "runtime/law/registry.h"
#include "runtime/values/value.h"
#include "runtime/vocabulary/vocabulary.h"

/// JSON documents bound to record types of the vocabulary: the facts of a case.
namespace zhun::values {

class Arena;

/// What officials have determined, in document order: finding code, and a known bool (null is "no") or kPending. A
/// finding that is not there is unknown.
struct Findings {
  std::vector<std::pair<std::string, Value>> answers;

  const Value* Find(std::string_view code) const;
};

/// One document bound to a record type. Owns the memory its values point into: they live as long as the document and
/// stay where they are when it is moved. Reading is safe from several threads, `SetComputed` is not.
class Document {
 public:
  Document(std::shared_ptr<Arena> arena, const Record* root, std::string digest, Findings findings);
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  const Record& Root() const { return *root_; }
  Value RootValue() const { return Value::OfRecord(root_); }
  const std::string& Digest() const { return digest_; }        ///< sha256:…, of the canonical JSON (RFC 8785)
  const Findings& Answers() const { return findings_; }        ///< of an application; empty elsewhere

  /// Sets an attribute of form `computed` of `record`, which must be this document's. Texts, records and lists in
  /// `value` must outlive the document.
  void SetComputed(const Record& record, vocabulary::FieldIndex field, const Value& value);

 private:
  std::shared_ptr<Arena> arena_;  ///< documents read from one text share it
  const Record* root_;
  std::string digest_;
  Findings findings_;
};

/// What documents are read against. Citations are looked up in `law` and judged as of `as_of`. `digests`: whether documents
/// are to have theirs, which takes as long as reading them.
struct Binding {
  const vocabulary::Vocabulary& vocabulary;
  const law::Registry& law;
  base::Date as_of;
  bool digests = true;
};

/// Reads one JSON text. Every fault is reported, with its JSON pointer, as a message about `name`; a document with a
/// fault is not bound. The text may be freed afterwards.
std::optional<Document> BindEntry(const Binding& binding, std::string_view json, std::string_view name,
                                  diagnostics::Sink& sink);
/// A context holds no citations: `binding.as_of` is not read.
std::optional<Document> BindContext(const Binding& binding, std::string_view json, std::string_view name,
                                    diagnostics::Sink& sink);
/// `entry` gives the items that the application's items name and must outlive the result. `finding_codes` are the
/// findings of the loaded policies; besides them condition_<no> of the entry's own conditions is known.
std::optional<Document> BindApplication(const Binding& binding, const Document& entry,
                                        std::span<const std::string> finding_codes, std::string_view json,
                                        std::string_view name, diagnostics::Sink& sink);
/// A document of any other record type of the vocabulary (a grant, a use event), by its key.
std::optional<Document> BindRecord(const Binding& binding, std::string_view record_key, std::string_view json,
                                   std::string_view name, diagnostics::Sink& sink);

/// The documents of one case over time, read from one text (contract, «A case over time»). `events` is the whole paper,
/// a record of type case_paper, whose own entry is not set.
struct CasePaper {
  Document entry;
  std::optional<Document> application;
  Document context;  ///< all of it none where none was given
  Document events;
};
std::optional<CasePaper> BindCasePaper(const Binding& binding, std::span<const std::string> finding_codes,
                                       std::string_view json, std::string_view name, diagnostics::Sink& sink);

/// The day that the member `key` of a document gives, before it is bound. Nothing where it gives none or is malformed; says
/// nothing, because binding does.
std::optional<base::Date> ReadDay(std::string_view json, std::string_view key);
/// The day a context document speaks of.
std::optional<base::Date> ReadAsOf(std::string_view json);

/// An empty context: nothing suspended, everything else not said. For commands that were given none.
Document EmptyContext(const vocabulary::Vocabulary& vocabulary);

/// A document of any record type in which nothing is given and everything counts as none: a case without events.
Document NoneDocument(const vocabulary::Vocabulary& vocabulary, std::string_view record_key);

/// Elements of `entry`'s conditions.others: known records of type condition, pending ones left out.
std::vector<const Record*> OtherConditions(const vocabulary::Vocabulary& vocabulary, const Document& entry);

/// Sets condition.governed and condition.met of one of `OtherConditions`.
void SetCondition(const vocabulary::Vocabulary& vocabulary, Document& entry, const Record& condition, Truth governed,
                  const Value& met);
/// Sets context.aligned.
void SetAligned(const vocabulary::Vocabulary& vocabulary, Document& context, const Value& aligned);

}  // namespace zhun::values
