// The doors of the folder: JSON texts in, bound documents out.
#include "runtime/base/digest.h"
#include "runtime/values/binder.h"
#include "runtime/values/canonical.h"
#include "runtime/values/document.h"
#include "runtime/values/json.h"
#include "runtime/values/utf8.h"

namespace zhun::values {
namespace {

using diagnostics::Code;

/// What is to be read, and against what.
struct Request {
  const Binding& binding;
  const ApplicationBinding* application;
  std::string_view record_key;
  std::string_view json;
  std::string_view name;
};

Value FieldOf(const vocabulary::Vocabulary& vocabulary, const Record& record, std::string_view key) {
  const vocabulary::FieldIndex field = vocabulary::FindKey(vocabulary.records[record.type], key);
  return field < record.fields.size() ? record.fields[field] : Value();
}

std::optional<Document> Bind(const Request& request, diagnostics::Sink& sink) {
  const vocabulary::RecordIndex type = vocabulary::FindRecord(request.binding.vocabulary, request.record_key);
  if (type == vocabulary::kNone) {
    sink.ReportIn(Code::kDocumentNoRecord, std::string(request.name), "", {{"record", request.record_key}});
    return std::nullopt;
  }
  const std::size_t errors = sink.ErrorCount();
  auto arena = std::make_unique<Arena>();
  const std::optional<Json> json = ReadJson(request.json, request.name, *arena, sink);
  if (!json) return std::nullopt;
  Binder binder(request.binding, request.application, request.name, *arena, sink);
  const Record* root = binder.BindRecord(type, *json, Place());
  if (sink.ErrorCount() != errors) return std::nullopt;
  return Document(std::move(arena), root, base::Digest(Canonical(*json)), binder.TakeFindings());
}

/// condition_<no> of each published condition that only a person can judge.
std::vector<std::string> ConditionFindings(const vocabulary::Vocabulary& vocabulary, const Document& entry) {
  std::vector<std::string> codes;
  for (const Record* condition : OtherConditions(vocabulary, entry)) {
    const Value number = FieldOf(vocabulary, *condition, "no");
    if (number.IsKnown()) codes.push_back("condition_" + std::string(number.Text()));
  }
  return codes;
}

/// Whether the entry leaves open which other conditions it has.
bool ConditionsAreOpen(const vocabulary::Vocabulary& vocabulary, const Document& entry) {
  const Value conditions = FieldOf(vocabulary, entry.Root(), "conditions");
  if (conditions.state == State::kNone) return false;
  if (!conditions.IsKnown()) return true;
  const Value others = FieldOf(vocabulary, *conditions.record, "others");
  if (!others.IsKnown()) return true;
  return OtherConditions(vocabulary, entry).size() < others.list->elements.size();
}

/// The application must speak of the entry it is bound with.
bool NamesEntry(const vocabulary::Vocabulary& vocabulary, const Document& application, const Document& entry,
                std::string_view name, diagnostics::Sink& sink) {
  const Value named = FieldOf(vocabulary, application.Root(), "entry");
  const Value id = FieldOf(vocabulary, entry.Root(), "id");
  if (!named.IsKnown() || !id.IsKnown() || named.Text() == id.Text()) return true;
  sink.ReportIn(Code::kDocumentOtherEntry, std::string(name), "/entry",
                {{"found", Shortened(named.Text())}, {"entry", Shortened(id.Text())}});
  return false;
}

}  // namespace

std::optional<Document> BindRecord(const Binding& binding, std::string_view record_key, std::string_view json,
                                   std::string_view name, diagnostics::Sink& sink) {
  return Bind({binding, nullptr, record_key, json, name}, sink);
}

namespace {

/// Items of the entry are listed in it, by definition.
void ListItems(const vocabulary::Vocabulary& vocabulary, Document& entry) {
  const std::uint16_t listed =
      vocabulary::FindKey(vocabulary.records[vocabulary::FindRecord(vocabulary, "item")], "listed");
  const Value items = entry.Root().fields[vocabulary::FindKey(vocabulary.records[entry.Root().type], "items")];
  if (!items.IsKnown() || !IsList(items)) return;
  for (const Value& item : items.list->elements) {
    if (item.IsKnown()) entry.SetComputed(*item.record, listed, Value::Of(Truth::kTrue));
  }
}

}  // namespace

std::optional<Document> BindEntry(const Binding& binding, std::string_view json, std::string_view name,
                                  diagnostics::Sink& sink) {
  std::optional<Document> entry = BindRecord(binding, "entry", json, name, sink);
  if (entry) ListItems(binding.vocabulary, *entry);
  return entry;
}

std::optional<Document> BindContext(const Binding& binding, std::string_view json, std::string_view name,
                                    diagnostics::Sink& sink) {
  return BindRecord(binding, "context", json, name, sink);
}

std::optional<Document> BindApplication(const Binding& binding, const Document& entry,
                                        std::span<const std::string> finding_codes, std::string_view json,
                                        std::string_view name, diagnostics::Sink& sink) {
  const vocabulary::Vocabulary& vocabulary = binding.vocabulary;
  const EntryItems items(vocabulary, entry);
  const std::vector<std::string> conditions = ConditionFindings(vocabulary, entry);
  ApplicationBinding application{
      items, {finding_codes.begin(), finding_codes.end()}, ConditionsAreOpen(vocabulary, entry)};
  application.findings.insert(application.findings.end(), conditions.begin(), conditions.end());
  std::optional<Document> document = Bind({binding, &application, "application", json, name}, sink);
  if (document && !NamesEntry(vocabulary, *document, entry, name, sink)) return std::nullopt;
  return document;
}

std::optional<base::Date> ReadAsOf(std::string_view json) {
  Arena arena;
  diagnostics::Sink unheard;
  const std::optional<Json> context = ReadJson(json, "", arena, unheard);
  const Json* as_of = context ? Member(*context, "as_of") : nullptr;
  if (as_of == nullptr || as_of->kind != JsonKind::kText) return std::nullopt;
  return base::ParseDay(as_of->text);
}

Document EmptyContext(const vocabulary::Vocabulary& vocabulary) {
  const law::Registry no_law;
  diagnostics::Sink unheard;
  auto arena = std::make_unique<Arena>();
  Json nothing;
  nothing.kind = JsonKind::kObject;
  Binder binder({vocabulary, no_law, {}}, nullptr, "", *arena, unheard);
  const Record* root = binder.BindRecord(vocabulary::FindRecord(vocabulary, "context"), nothing, Place());
  return Document(std::move(arena), root, base::Digest(Canonical(nothing)), {});
}

}  // namespace zhun::values
