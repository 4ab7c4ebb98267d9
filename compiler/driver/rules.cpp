#include "compiler/driver/rules.h"

#include <algorithm>
#include <istream>
#include <set>

#include "compiler/driver/files.h"

namespace zhun::driver {
namespace {

namespace fs = std::filesystem;
using diagnostics::Code;
using pipeline::PolicyFile;
using sema::Role;

constexpr const char* kBundleName = "default.zb";
constexpr const char* kLibraryName = "stdlib";
constexpr const char* kPoliciesName = "policies";
constexpr const char* kBaseFolder = "regulation";

/// The one name of a file, whichever way it was reached.
fs::path Canonical(const fs::path& path) {
  std::error_code error;
  const fs::path canonical = fs::weakly_canonical(path, error);
  return error ? fs::absolute(path, error).lexically_normal() : canonical;
}

bool IsUnder(const fs::path& path, const fs::path& folder) {
  const auto [at, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return at == folder.end() && rest != path.end();
}

bool IsUnderBaseFolder(const fs::path& path) {
  const fs::path folder = path.parent_path();
  return std::find(folder.begin(), folder.end(), fs::path(kBaseFolder)) != folder.end();
}

class Selector {
 public:
  Selector(const std::string* base, const Host& host, diagnostics::Sink& sink) : host_(host), sink_(sink) {
    if (base != nullptr) base_ = Canonical(*base);
  }

  std::optional<Selection> Run(const std::vector<std::string>& paths, const std::string* base) {
    if (base != nullptr) Take(*base, paths.empty(), true);
    for (const std::string& path : paths) Take(path, true, false);
    if (base == nullptr && paths.empty()) Take(Shared(host_, kPoliciesName, sink_), true, true);
    if (base == nullptr) TakeBaseAround();
    if (base == nullptr && !paths.empty() && !has_base_) {
      Take(Shared(host_, kPoliciesName, sink_) / kBaseFolder, false, true);
    }
    if (sink_.HasErrors()) return std::nullopt;
    const auto is_base = [](const PolicyFile& file) { return file.role == Role::kBase; };
    std::stable_partition(selection_.files.begin(), selection_.files.end(), is_base);
    return std::move(selection_);
  }

 private:
  void Take(const fs::path& path, bool wanted, bool may_be_empty) {
    std::error_code none;
    if (may_be_empty && IsUnder(Canonical(path), Canonical(host_.share)) && !fs::exists(path, none)) return;
    const std::size_t errors = sink_.ErrorCount();
    const std::vector<PolicyFile> found = pipeline::FindPolicies(path, Role::kEntry, sink_);
    if (found.empty() && !may_be_empty && sink_.ErrorCount() == errors) {
      sink_.ReportIn(Code::kNoPolicies, "", "", {{"file", path.string()}});
    }
    for (const PolicyFile& file : found) Add(file.path, wanted);
  }

  /// A file of a base is looked at together with its base: alone it means little.
  void TakeBaseAround() {
    for (const PolicyFile& file : std::vector<PolicyFile>(selection_.wanted)) {
      if (file.role != Role::kBase) continue;
      fs::path folder = Canonical(file.path).parent_path();
      while (folder.filename() != kBaseFolder) folder = folder.parent_path();
      Take(folder, false, true);
    }
  }

  void Add(const fs::path& path, bool wanted) {
    const fs::path canonical = Canonical(path);
    const bool base = base_ ? IsUnder(canonical, *base_) || canonical == *base_ : IsUnderBaseFolder(canonical);
    const PolicyFile file{path, base ? Role::kBase : Role::kEntry, {}};
    has_base_ = has_base_ || base;
    if (seen_.insert(canonical).second) selection_.files.push_back(file);
    if (wanted && wanted_.insert(canonical).second) selection_.wanted.push_back(file);
  }

  const Host& host_;
  diagnostics::Sink& sink_;
  std::optional<fs::path> base_;
  bool has_base_ = false;
  std::set<fs::path> seen_, wanted_;
  Selection selection_;
};

std::optional<program::Bundle> CompileRules(const Arguments& arguments, Host& host) {
  diagnostics::Sink sink;
  pipeline::Compilation compilation;
  std::optional<pipeline::Library> library = ReadLibrary(host, sink);
  const auto selection = Select(arguments.Values(Option::kPolicies), arguments.Value(Option::kBase), host, sink);
  const bool ready = library && selection && !sink.HasErrors();
  const bool compiled =
      ready && pipeline::Compile(*library, selection->files, pipeline::Step::kEmit, compilation, sink);
  sink.Sort();
  Tell(sink, compilation.sources, arguments.HowToSpeak(), host);
  if (!compiled) return std::nullopt;
  return MakeBundle(std::move(*library), std::move(compilation.program));
}

}  // namespace

std::optional<Selection> Select(const std::vector<std::string>& paths, const std::string* base, const Host& host,
                                diagnostics::Sink& sink) {
  return Selector(base, host, sink).Run(paths, base);
}

std::optional<pipeline::Library> ReadLibrary(const Host& host, diagnostics::Sink& sink) {
  const std::size_t errors = sink.ErrorCount();
  const fs::path path = Shared(host, kLibraryName, sink);
  if (sink.ErrorCount() != errors) return std::nullopt;
  return pipeline::LoadLibrary(path, sink);
}

program::Bundle MakeBundle(pipeline::Library library, program::Program program) {
  program::Bundle bundle{std::move(library.vocabulary), std::move(library.law), std::move(library.calendar),
                         std::move(library.regions),    std::move(program),     {}};
  program::WriteBundle(bundle);
  return bundle;
}

std::optional<program::Bundle> ReadBundleFile(const std::string& path, Host& host, diagnostics::Sink& sink) {
  if (path != "-") return program::ReadBundleFile(path, sink);
  const std::optional<std::string> bytes = ReadFile(path, host.in, program::kLargestBundle, sink);
  return bytes ? program::ReadBundle(*bytes, path, sink) : std::nullopt;
}

std::optional<program::Bundle> ReadDefaultBundle(Host& host, diagnostics::Sink& sink) {
  const fs::path path = Shared(host, kBundleName, sink);
  if (sink.HasErrors()) return std::nullopt;
  return ReadBundleFile(path.string(), host, sink);
}

std::optional<program::Bundle> RulesFor(const Arguments& arguments, Host& host) {
  if (arguments.Has(Option::kPolicies) || arguments.Has(Option::kBase)) return CompileRules(arguments, host);
  diagnostics::Sink sink;
  const std::string* path = arguments.Value(Option::kBundle);
  std::optional<program::Bundle> bundle =
      path == nullptr ? ReadDefaultBundle(host, sink) : ReadBundleFile(*path, host, sink);
  Tell(sink, arguments.HowToSpeak(), host);
  return bundle;
}

}  // namespace zhun::driver
