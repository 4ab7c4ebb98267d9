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

std::string DigestOf(const Binding& binding, const Json& json) {
  return binding.digests ? base::Digest(Canonical(json)) : std::string();
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
  return Document(std::move(arena), root, DigestOf(request.binding, *json), binder.TakeFindings());
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
                std::string_view name, diagnostics::Sink& sink, const std::string& pointer = "/entry") {
  const Value named = FieldOf(vocabulary, application.Root(), "entry");
  const Value id = FieldOf(vocabulary, entry.Root(), "id");
  if (!named.IsKnown() || !id.IsKnown() || named.Text() == id.Text()) return true;
  sink.ReportIn(Code::kDocumentOtherEntry, std::string(name), pointer,
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

namespace {

/// The entry of a case; reported where it is not there. What is wrong inside is reported too, and what is right kept.
const Record* EntryOf(const Binding& binding, const Json& json, std::string_view name, Arena& arena,
                      diagnostics::Sink& sink) {
  const vocabulary::RecordIndex type = vocabulary::FindRecord(binding.vocabulary, "entry");
  const Json* entry = Member(json, "entry");
  Binder binder(binding, nullptr, name, arena, sink);
  if (entry != nullptr && entry->kind != JsonKind::kNull) {
    const Place top;
    return binder.BindRecord(type, *entry, Place(&top, "entry"));
  }
  if (json.kind == JsonKind::kObject) {
    sink.ReportIn(entry == nullptr ? Code::kDocumentKeyMissing : Code::kDocumentKeyNull, std::string(name), "/entry",
                  {{"key", "entry"}, {"name", binding.vocabulary.records[type].name}});
  }
  return binder.NoneRecord(type);
}

/// The paper without its entry, which is read first: the application's items are looked up in it.
Json WithoutEntry(const Json& json, Arena& arena) {
  Json rest = json;
  if (json.kind != JsonKind::kObject) return rest;
  const std::span<JsonMember> members = arena.Make<JsonMember>(json.count);
  rest.first_member = members.data();
  rest.count = 0;
  for (const JsonMember& member : json.Members()) {
    if (member.key != "entry") members[rest.count++] = member;
  }
  return rest;
}

}  // namespace

std::optional<CasePaper> BindCasePaper(const Binding& binding, std::span<const std::string> finding_codes,
                                       std::string_view text, std::string_view name, diagnostics::Sink& sink) {
  const vocabulary::Vocabulary& vocabulary = binding.vocabulary;
  const std::size_t errors = sink.ErrorCount();
  const auto arena = std::make_shared<Arena>();
  const std::optional<Json> json = ReadJson(text, name, *arena, sink);
  if (!json) return std::nullopt;
  const auto digest = [&](std::string_view key) {
    const Json* member = Member(*json, key);
    return member == nullptr ? std::string() : DigestOf(binding, *member);
  };
  Document entry(arena, EntryOf(binding, *json, name, *arena, sink), digest("entry"), {});
  ListItems(vocabulary, entry);
  const EntryItems items(vocabulary, entry);
  const std::vector<std::string> conditions = ConditionFindings(vocabulary, entry);
  ApplicationBinding application{
      items, {finding_codes.begin(), finding_codes.end()}, ConditionsAreOpen(vocabulary, entry)};
  application.findings.insert(application.findings.end(), conditions.begin(), conditions.end());
  Binder binder(binding, &application, name, *arena, sink);
  const Record* root =
      binder.BindRecord(vocabulary::FindRecord(vocabulary, "case_paper"), WithoutEntry(*json, *arena), Place());
  const Record* context = FieldOf(vocabulary, *root, "context").record;
  CasePaper paper{std::move(entry), std::nullopt, Document(arena, context, "", {}),
                  Document(arena, root, DigestOf(binding, *json), {})};
  if (const Value applied = FieldOf(vocabulary, *root, "application"); applied.IsKnown()) {
    paper.application.emplace(arena, applied.record, digest("application"), binder.TakeFindings());
    NamesEntry(vocabulary, *paper.application, paper.entry, name, sink, "/application/entry");
  }
  if (sink.ErrorCount() != errors) return std::nullopt;
  return paper;
}

std::optional<base::Date> ReadDay(std::string_view json, std::string_view key) {
  Arena arena;
  diagnostics::Sink unheard;
  const std::optional<Json> context = ReadJson(json, "", arena, unheard);
  const Json* day = context ? Member(*context, key) : nullptr;
  if (day == nullptr || day->kind != JsonKind::kText) return std::nullopt;
  return base::ParseDay(day->text);
}

std::optional<base::Date> ReadAsOf(std::string_view json) { return ReadDay(json, "as_of"); }

Document NoneDocument(const vocabulary::Vocabulary& vocabulary, std::string_view record_key) {
  const law::Registry no_law;
  diagnostics::Sink unheard;
  auto arena = std::make_unique<Arena>();
  Binder binder({vocabulary, no_law, {}}, nullptr, "", *arena, unheard);
  const Record* root = binder.NoneRecord(vocabulary::FindRecord(vocabulary, record_key));
  return Document(std::move(arena), root, "", {});
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
