#include "tests/values/fixture.h"

#include <charconv>

#include <gtest/gtest.h>

#include "compiler/library/law.h"
#include "compiler/library/vocabulary.h"

namespace zhun::values::testing {
namespace {

const std::vector<std::string> kFindings = {"duty_necessity", "third_party_consent"};

template <class Loaded>
Loaded Shipped(std::optional<Loaded> loaded, const diagnostics::Sink& sink) {
  if (!loaded) throw std::runtime_error("the shipped tables do not load: " + ::testing::PrintToString(CodesOf(sink)));
  return *std::move(loaded);
}

}  // namespace

const char kEntry[] = R"({"id": "E-1", "version": "2026.1", "status": "published", "sharing": "conditional",
  "provider": {"name": "某市公安局"}, "modes": ["api"],
  "items": [{"name": "姓名", "personal": "sensitive", "minor": true}, {"name": "住址"}],
  "conditions": {"max_days": 365, "others": [{"no": 1, "text": "只限救助"}, {"no": "2", "text": "只限本市"}]}})";

const vocabulary::Vocabulary& Words() {
  static const vocabulary::Vocabulary vocabulary = [] {
    diagnostics::Sink sink;
    return Shipped(library::LoadVocabulary(ZHUN_SOURCE_DIR "/stdlib/vocabulary", sink), sink);
  }();
  return vocabulary;
}

const law::Registry& Law() {
  static const law::Registry registry = [] {
    diagnostics::Sink sink;
    return Shipped(library::LoadRegistry(ZHUN_SOURCE_DIR "/stdlib/law", sink), sink);
  }();
  return registry;
}

Binding TestBinding() { return {Words(), Law(), *base::MakeDate(2026, 10, 8)}; }

std::vector<std::string> CodesOf(const diagnostics::Sink& sink) {
  std::vector<std::string> codes;
  for (const diagnostics::Diagnostic& message : sink.All()) {
    std::string code(diagnostics::CodeText(message.code));
    codes.push_back(message.pointer.empty() ? code : code + " " + message.pointer);
  }
  return codes;
}

Document Entry(std::string_view json) {
  diagnostics::Sink sink;
  return Shipped(BindEntry(TestBinding(), json, "entry.json", sink), sink);
}

Document Application(const Document& entry, std::string_view json) {
  diagnostics::Sink sink;
  return Shipped(BindApplication(TestBinding(), entry, kFindings, json, "application.json", sink), sink);
}

std::string ApplicationText(std::string_view more) {
  std::string text = R"({"id": "SQ-1", "entry": "E-1", "received_at": "2026-04-27T08:30:00+08:00", "applicant": {})";
  return text + (more.empty() ? "" : ", ") + std::string(more) + "}";
}

Value At(const Document& document, std::string_view path) {
  Value value = document.RootValue();
  while (!path.empty()) {
    const std::size_t dot = path.find('.');
    const std::string_view key = path.substr(0, dot);
    path = dot == std::string_view::npos ? "" : path.substr(dot + 1);
    std::size_t index = 0;
    if (IsList(value)) {
      std::from_chars(key.data(), key.data() + key.size(), index);
      if (index >= value.list->elements.size()) return Value::In(State::kUncertain);
      value = value.list->elements[index];
    } else {
      const bool readable = value.kind == vocabulary::Base::kRecord && (value.IsKnown() || value.state == State::kNone);
      if (!readable) return value;
      const std::uint16_t field = vocabulary::FindKey(Words().records[value.record->type], key);
      if (field == vocabulary::kNone) throw std::runtime_error("no attribute " + std::string(key));
      value = value.record->fields[field];
    }
  }
  return value;
}

std::string Show(const Value& value) {
  switch (value.state) {
    case State::kNone: return "none";
    case State::kAbsent: return "absent";
    case State::kPending: return "pending " + std::string(value.Text());
    case State::kDefective: return "defective";
    case State::kUncertain: return "uncertain";
    case State::kKnown: break;
  }
  if (IsList(value)) {
    std::string text = "[";
    for (const Value& element : value.list->elements) text += (text.size() > 1 ? ", " : "") + Show(element);
    return text + "]";
  }
  if (value.kind == vocabulary::Base::kText) return "“" + std::string(value.Text()) + "”";
  if (value.kind == vocabulary::Base::kRecord) return "record";
  if (value.kind == vocabulary::Base::kBool) return value.number != 0 ? "yes" : "no";
  return std::to_string(value.number);
}

}  // namespace zhun::values::testing
