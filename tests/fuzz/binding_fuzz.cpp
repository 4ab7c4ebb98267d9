// Any bytes bound as each kind of document: a message or a document, never a crash, and never both a fault and a document.
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/library/law.h"
#include "compiler/library/vocabulary.h"
#include "runtime/values/document.h"

namespace {

using namespace zhun;

/// What every input is bound against, loaded once.
struct World {
  vocabulary::Vocabulary vocabulary;
  law::Registry law;
  std::optional<values::Document> entry;

  World() {
    diagnostics::Sink sink;
    std::optional<vocabulary::Vocabulary> words = library::LoadVocabulary(ZHUN_SOURCE_DIR "/stdlib/vocabulary", sink);
    std::optional<law::Registry> registry = library::LoadRegistry(ZHUN_SOURCE_DIR "/stdlib/law", sink);
    if (!words || !registry) std::abort();
    vocabulary = *std::move(words);
    law = *std::move(registry);
    entry =
        values::BindEntry(Binding(), R"({"id": "E-1", "status": "published", "sharing": "conditional", "provider": {},
      "items": [{"name": "a", "personal": "sensitive"}, {"name": "b"}],
      "conditions": {"others": [{"no": 1}, {"pending": "x"}]}})",
                          "entry.json", sink);
    if (!entry) std::abort();
  }
  values::Binding Binding() const { return {vocabulary, law, *base::MakeDate(2026, 10, 8)}; }
};

void Expect(const std::optional<values::Document>& document, const diagnostics::Sink& sink) {
  if (document.has_value() == sink.HasErrors()) std::abort();
  for (const diagnostics::Diagnostic& message : sink.All()) {
    if (diagnostics::MessageOf(message).zh.empty()) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const World world;
  static const std::vector<std::string> findings = {"duty_necessity", "third_party_consent"};
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  diagnostics::Sink as_entry;
  Expect(values::BindEntry(world.Binding(), json, "entry.json", as_entry), as_entry);
  diagnostics::Sink as_context;
  Expect(values::BindContext(world.Binding(), json, "context.json", as_context), as_context);
  diagnostics::Sink as_application;
  Expect(values::BindApplication(world.Binding(), *world.entry, findings, json, "application.json", as_application),
         as_application);
  for (const char* record : {"decision_paper", "use_event"}) {
    diagnostics::Sink as_record;
    Expect(values::BindRecord(world.Binding(), record, json, "paper.json", as_record), as_record);
  }
  diagnostics::Sink as_case;
  if (values::BindCasePaper(world.Binding(), findings, json, "case.json", as_case).has_value() == as_case.HasErrors())
    std::abort();
  values::ReadAsOf(json);
  return 0;
}
