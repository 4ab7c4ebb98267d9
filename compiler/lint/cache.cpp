#include "compiler/lint/cache.h"

#include <fstream>
#include <map>
#include <sstream>

#include "compiler/lint/outcome_fields.h"
#include "runtime/base/digest.h"

namespace zhun::lint {
namespace {

constexpr std::string_view kMark = "zhun lint 1\n";
constexpr std::size_t kDigest = 71;  ///< "sha256:" and 64 digits

/// A text that took part, in the order of the sources.
struct Part {
  std::string name, digest;
};

/// What is kept of a run.
struct Kept {
  std::vector<Part> parts;
  std::vector<Finding> findings;
  std::vector<Findings::Open> undecided;
  std::vector<Waiver> waivers;
  std::vector<diagnostics::Diagnostic> faults;
  std::vector<std::string> subjects;
  std::size_t entries = 0, applications = 0, policies = 0;
};

template <class A>
void Fields(A& a, Part& v) {
  program::All(a, v.name, v.digest);
}

template <class A>
void Fields(A& a, Kept& v) {
  program::All(a, v.parts, v.findings, v.undecided, v.waivers, v.faults, v.subjects, v.entries, v.applications,
               v.policies);
}

/// What the run is, all but the texts of its policies, which may import others.
std::string NameOf(const Request& request) {
  program::Writer writer;
  const auto put = [&](std::string_view text) { writer.Text(text); };
  put(request.cache->build);
  put(base::FormatDate(request.as_of));
  for (const RuleCode rule : request.rules) put(RowOf(rule).text);
  const Settings& settings = request.settings;
  for (const std::string* text : {&settings.file, &settings.digest, &settings.folder, &settings.working}) put(*text);
  for (const auto* files : {&request.files, &request.wanted}) {
    writer.Unsigned(files->size());
    for (const pipeline::PolicyFile& file : *files)
      put((file.role == sema::Role::kBase ? "b" : "e") + file.path.string());
  }
  for (const auto* document : {&request.catalogue, &request.applications}) {
    put(*document ? (*document)->name : "");
    put(*document ? base::Digest((*document)->text) : "");
  }
  return "run-" + lint::NameOf(writer.Take());
}

/// The texts by name, as the run would read them.
class Texts {
 public:
  explicit Texts(const Request& request) {
    for (const pipeline::PolicyFile& file : request.files) {
      if (file.text) given_[file.path.string()] = &*file.text;
    }
    for (const auto* document : {&request.catalogue, &request.applications}) {
      if (*document) given_[(*document)->name] = &(*document)->text;
    }
  }

  std::optional<std::string> Read(const std::string& name) const {
    if (const auto text = given_.find(name); text != given_.end()) return *text->second;
    std::ifstream in(name, std::ios::binary);
    std::ostringstream text;
    if (!in || !(text << in.rdbuf())) return std::nullopt;
    return std::move(text).str();
  }

 private:
  std::map<std::string, const std::string*> given_;
};

/// Reads the texts into the store. False where one is not what it was.
bool ReadParts(const Request& request, const std::vector<Part>& parts, base::SourceStore& sources) {
  const Texts texts(request);
  for (const Part& part : parts) {
    std::optional<std::string> text = texts.Read(part.name);
    if (!text || base::Digest(*text) != part.digest) return false;
    sources.Add(part.name, std::move(*text));
  }
  return true;
}

/// The sources of a run without errors: a policy file each, then the documents.
std::vector<Part> PartsOf(const Request& request, const Outcome& outcome) {
  const auto count = outcome.compilation.files.size() + (request.catalogue ? 1 : 0) + (request.applications ? 1 : 0);
  std::vector<Part> parts;
  for (std::uint32_t i = 0; i < count; ++i) {
    const base::Source& source = outcome.compilation.sources[base::SourceId{i}];
    parts.push_back({source.name, base::Digest(source.text)});
  }
  return parts;
}

}  // namespace

std::string NameOf(std::string_view bytes) {
  constexpr std::string_view kPrefix = "sha256:";
  constexpr std::size_t kDigits = 32;
  return base::Digest(bytes).substr(kPrefix.size(), kDigits);
}

std::string Sealed(std::string_view payload) {
  return std::string(kMark) + base::Digest(payload) + std::string(payload);
}

std::optional<std::string_view> Unsealed(std::string_view bytes) {
  if (!bytes.starts_with(kMark) || bytes.size() < kMark.size() + kDigest) return std::nullopt;
  const std::string_view payload = bytes.substr(kMark.size() + kDigest);
  if (base::Digest(payload) != bytes.substr(kMark.size(), kDigest)) return std::nullopt;
  return payload;
}

std::optional<Outcome> Recall(const Request& request) {
  const std::optional<std::string> bytes = request.cache->load(NameOf(request));
  const auto payload = bytes ? Unsealed(*bytes) : std::nullopt;
  if (!payload) return std::nullopt;
  Kept kept;
  program::Reader reader(*payload);
  Fields(reader, kept);
  Outcome outcome;
  if (reader.Failed() || !reader.AtEnd()) return std::nullopt;
  if (!ReadParts(request, kept.parts, outcome.compilation.sources)) return std::nullopt;
  outcome.findings = std::move(kept.findings);
  outcome.undecided = std::move(kept.undecided);
  outcome.waivers = std::move(kept.waivers);
  for (diagnostics::Diagnostic& fault : kept.faults) outcome.faults.Report(fault.code, fault.span) = std::move(fault);
  outcome.subjects = std::move(kept.subjects);
  outcome.entries = kept.entries;
  outcome.applications = kept.applications;
  outcome.policies = kept.policies;
  return outcome;
}

void Keep(const Request& request, const Outcome& outcome) {
  if (outcome.faults.HasErrors()) return;
  Kept kept{PartsOf(request, outcome), outcome.findings, outcome.undecided,    outcome.waivers, outcome.faults.All(),
            outcome.subjects,          outcome.entries,  outcome.applications, outcome.policies};
  program::Writer writer;
  Fields(writer, kept);
  request.cache->save(NameOf(request), Sealed(writer.Take()));
}

}  // namespace zhun::lint
