// zhun_bundle_* and zhun_version
#include <optional>
#include <string_view>

#include "runtime/embed/handles.h"
#include "runtime/engine/catalogue.h"

namespace {

using zhun::diagnostics::Sink;
using zhun::embed::IsGiven;

zhun_bundle* Shared(std::optional<zhun::program::Bundle> bundle, const char* name, Sink& sink) {
  if (!bundle) return nullptr;
  std::shared_ptr<const zhun::residual::Mapped> catalogue = zhun::engine::OpenCatalogue(*bundle, name, sink);
  if (sink.HasErrors()) return nullptr;
  return new zhun_bundle{std::make_shared<const zhun::program::Bundle>(std::move(*bundle)), std::move(catalogue)};
}

const zhun::program::Policy* PolicyAt(const zhun_bundle* bundle, size_t index) {
  return bundle == nullptr ? nullptr : zhun::embed::At(bundle->bundle->program.policies, index);
}

}  // namespace

extern "C" {

const char* zhun_version(void) { return ZHUN_VERSION; }

unsigned zhun_bundle_format(void) { return zhun::program::kBundleFormat; }

zhun_bundle* zhun_bundle_open(const char* path, zhun_diagnostics** faults) {
  return zhun::embed::AnswerOrTell(faults, [&](Sink& sink) -> zhun_bundle* {
    if (!IsGiven(path, "zhun_bundle_open", "path", sink)) return nullptr;
    return Shared(zhun::program::ReadBundleFile(path, sink), path, sink);
  });
}

zhun_bundle* zhun_bundle_read(const void* bytes, size_t size, const char* name, zhun_diagnostics** faults) {
  return zhun::embed::AnswerOrTell(faults, [&](Sink& sink) -> zhun_bundle* {
    if (!IsGiven(bytes, "zhun_bundle_read", "bytes", sink)) return nullptr;
    const std::string_view text(static_cast<const char*>(bytes), size);
    if (name == nullptr) name = zhun::embed::kBundleName;
    return Shared(zhun::program::ReadBundle(text, name, sink), name, sink);
  });
}

void zhun_bundle_free(zhun_bundle* bundle) { delete bundle; }

const char* zhun_bundle_digest(const zhun_bundle* bundle, zhun_part part) {
  if (bundle == nullptr) return nullptr;
  const zhun::program::Digests& digests = bundle->bundle->digests;
  switch (part) {
    case ZHUN_POLICIES: return digests.policies.c_str();
    case ZHUN_LAW: return digests.law.c_str();
    case ZHUN_CALENDAR: return digests.calendar.c_str();
  }
  return nullptr;
}

size_t zhun_bundle_entry_count(const zhun_bundle* bundle) {
  return bundle == nullptr || bundle->catalogue == nullptr ? 0 : bundle->catalogue->View().entries.size();
}

size_t zhun_bundle_policy_count(const zhun_bundle* bundle) {
  return bundle == nullptr ? 0 : bundle->bundle->program.policies.size();
}

const char* zhun_bundle_policy_code(const zhun_bundle* bundle, size_t index) {
  const auto* policy = PolicyAt(bundle, index);
  return policy == nullptr ? nullptr : policy->code.c_str();
}

const char* zhun_bundle_policy_name(const zhun_bundle* bundle, size_t index) {
  const auto* policy = PolicyAt(bundle, index);
  return policy == nullptr ? nullptr : policy->name.c_str();
}

const char* zhun_bundle_policy_version(const zhun_bundle* bundle, size_t index) {
  const auto* policy = PolicyAt(bundle, index);
  return policy == nullptr ? nullptr : policy->version.c_str();
}

const char* zhun_bundle_policy_entry(const zhun_bundle* bundle, size_t index) {
  const auto* policy = PolicyAt(bundle, index);
  return policy == nullptr ? nullptr : policy->entry_id.c_str();
}

}  // extern "C"
