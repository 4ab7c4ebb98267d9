#include "runtime/values/citation_record.h"

#include <string>

#include "runtime/law/standing.h"
#include "runtime/values/utf8.h"

namespace zhun::values {
namespace {

using diagnostics::Code;
using vocabulary::Base;

Truth InForce(const law::Standing& standing) {
  switch (standing.force) {
    case law::Force::kInForce: return Truth::kTrue;
    case law::Force::kNotYet:
    case law::Force::kNoLonger: return Truth::kFalse;
    case law::Force::kBeforeRegistry:
    case law::Force::kUndated: return Truth::kUnknown;
  }
  return Truth::kUnknown;
}

/// Exists and is in force. Before the registry begins nobody knows which provisions there were.
Truth Validity(const law::Standing& standing) {
  if (!standing.registered || standing.force == law::Force::kBeforeRegistry) return Truth::kUnknown;
  return standing.Exists() ? InForce(standing) : Truth::kFalse;
}

}  // namespace

CitationReader::CitationReader(const Binding& binding)
    : binding_(binding),
      type_(vocabulary::FindRecord(binding.vocabulary, "citation")),
      ranks_(vocabulary::FindEnumeration(binding.vocabulary, "rank")) {
  const vocabulary::Record& citation = binding.vocabulary.records[type_];
  text_ = vocabulary::FindKey(citation, "text");
  registered_ = vocabulary::FindKey(citation, "registered");
  valid_ = vocabulary::FindKey(citation, "valid");
  rank_ = vocabulary::FindKey(citation, "rank");
}

Value CitationReader::RankValue(std::string_view code) const {
  return Value::Of(Base::kEnum, vocabulary::FindCode(binding_.vocabulary.enumerations[ranks_], code));
}

const Record* CitationReader::Read(std::string_view text, Arena& arena, const Place& place, std::string_view name,
                                   diagnostics::Sink& sink) const {
  const std::span<Value> fields = arena.Make<Value>(binding_.vocabulary.records[type_].attributes.size());
  fields[text_] = Value::OfText(text);
  law::CitationFault fault{};
  const std::optional<law::Citation> citation = law::ParseCitation(text, &fault);
  if (citation) {
    const law::Standing standing = law::StandingOf(binding_.law, *citation, binding_.as_of);
    const bool ranked = standing.registered && standing.rank != law::Rank::kUnknown;
    fields[registered_] = Value::Of(standing.registered ? Truth::kTrue : Truth::kFalse);
    fields[valid_] = Value::Of(Validity(standing));
    fields[rank_] = ranked ? RankValue(law::RankCode(standing.rank)) : Value::In(State::kUncertain);
    if (standing.registered && standing.provision == law::Provision::kStructureUnknown) {
      sink.ReportIn(Code::kDocumentStructureUnknown, std::string(name), place.Pointer(), {{"text", Shortened(text)}});
    }
  } else {
    fields[registered_] = Value::Of(Truth::kFalse);
    fields[valid_] = Value::Of(Truth::kFalse);
    fields[rank_] = RankValue(law::RankCode(law::Rank::kUnknown));
    sink.ReportIn(Code::kDocumentNotACitation, std::string(name), place.Pointer(), {{"text", Shortened(text)}}).help =
        law::FaultText(fault);
  }
  Record* record = arena.Make<Record>(1).data();
  record->type = type_;
  record->fields = fields;
  return record;
}

}  // namespace zhun::values
