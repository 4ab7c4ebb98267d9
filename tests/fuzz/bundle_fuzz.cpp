// Any bytes as a bundle: refused with a message, or decided with. Random bytes never get past the checksum, so most inputs
// are changes to a real bundle, whose checksum is then made to fit: what the verifier lets through must not hurt.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "compiler/pipeline/compile.h"
#include "runtime/decision/decide.h"
#include "runtime/decision/to_json.h"
#include "runtime/program/bundle.h"
#include "tests/store/reseal.h"

namespace {

using namespace zhun;

constexpr const char* kEntry =
    R"({"id": "E-1", "version": "1", "status": "published", "sharing": "conditional", "secrecy": "none", "modes": ["api"],
    "provider": {"name": "甲", "code": "A", "kind": "government_department", "level": "province", "region": "440000"},
    "items": [{"name": "a", "personal": "sensitive"}, {"name": "b", "secrecy": "state_secret"}],
    "conditions": {"max_days": 30, "purposes": ["p"], "materials": ["m"], "others": [{"no": 1}]}})";
constexpr const char* kApplication =
    R"({"id": "S", "entry": "E-1", "received_at": "2026-09-24T10:00:00+08:00", "items": ["a", "b"], "mode": "api",
    "applicant": {"code": "B", "kind": "government_department", "level": "city", "region": "440100"}, "basis": ["《政务数据共享条例》第三条"],
    "period": {"from": "2026-11-01", "to": "2027-04-30"}, "approval": {"role": "sharing_office_head", "on": "2026-09-20"}})";

/// The base policies as a bundle, without the table of regions, which is large and plain.
std::string MakeBundle() {
  diagnostics::Sink sink;
  std::optional<pipeline::Library> library = pipeline::LoadLibrary(ZHUN_SOURCE_DIR "/stdlib", sink);
  if (!library) std::abort();
  const auto files = pipeline::FindPolicies(ZHUN_SOURCE_DIR "/policies/regulation", sema::Role::kBase, sink);
  pipeline::Compilation compilation;
  if (!pipeline::Compile(*library, files, pipeline::Step::kEmit, compilation, sink)) std::abort();
  program::Bundle bundle{std::move(library->vocabulary), std::move(library->law),
                         std::move(library->calendar),   {},
                         std::move(compilation.program), {}};
  return program::WriteBundle(bundle);
}

/// Byte 0: how. Then groups of four: where (three bytes) and what is put there.
std::string Changed(const std::string& bundle, const std::uint8_t* data, std::size_t size) {
  std::string changed = bundle;
  for (std::size_t i = 1; i + 4 <= size; i += 4) {
    const std::size_t where = (data[i] | data[i + 1] << 8 | data[i + 2] << 16) % bundle.size();
    changed[where] = static_cast<char>(data[i + 3]);
  }
  if (data[0] % 4 == 1) changed.resize(changed.size() * data[0] / 256);
  store_test::Reseal(changed);
  return changed;
}

void DecideWith(const program::Bundle& bundle) {
  diagnostics::Sink sink;
  const values::Binding binding{bundle.vocabulary, bundle.law, *base::MakeDate(2026, 10, 8)};
  std::optional<values::Document> entry = values::BindEntry(binding, kEntry, "entry.json", sink);
  if (!entry) return;
  auto application =
      values::BindApplication(binding, *entry, decision::FindingCodes(bundle), kApplication, "application.json", sink);
  if (!application) return;
  values::Document context = values::EmptyContext(bundle.vocabulary);
  const auto decision = decision::Decider(bundle).Decide({*entry, *application, context, binding.as_of}, sink);
  if (decision) decision::ToJson(*decision, bundle.vocabulary, 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string bundle = MakeBundle();
  if (size == 0) return 0;
  const std::string bytes =
      data[0] % 8 == 0 ? std::string(reinterpret_cast<const char*>(data), size) : Changed(bundle, data, size);
  diagnostics::Sink sink;
  const std::optional<program::Bundle> read = program::ReadBundle(bytes, "fuzz.zb", sink);
  if (read.has_value() == sink.HasErrors()) std::abort();
  if (read) DecideWith(*read);
  return 0;
}
