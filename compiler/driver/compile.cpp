// zhun compile
#include <ostream>

#include "compiler/driver/catalogue_check.h"
#include "compiler/driver/files.h"
#include "compiler/driver/rules.h"
#include "compiler/specialise/catalogue.h"
#include "runtime/engine/catalogue.h"
#include "runtime/residual/mapped.h"

namespace zhun::driver {
namespace {

/// Whether no input would be overwritten.
bool IsFree(const std::string& output, const Arguments& arguments, const Selection& selection,
            diagnostics::Sink& sink) {
  const auto clashes = [&](const std::string& input) {
    if (!SameFile(output, input)) return false;
    sink.ReportIn(diagnostics::Code::kOutputIsInput, "", "", {{"file", output}});
    return true;
  };
  for (const pipeline::PolicyFile& file : selection.files) {
    if (clashes(file.path.string())) return false;
  }
  const std::string* catalogue = arguments.Value(Option::kCatalog);
  return catalogue == nullptr || !clashes(*catalogue);
}

bool Write(const std::string& output, const std::string& bytes, Host& host, diagnostics::Sink& sink) {
  if (output != "-") return WriteFile(output, bytes, sink);
  host.out << bytes;
  return true;
}

/// Whether both files hold the same in every section that is not of the catalogue: rules, law, vocabulary.
bool SameRules(const store::File& one, const store::File& other) {
  for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(store::Kind::kCatalogueHead); ++i) {
    const auto kind = static_cast<store::Kind>(i);
    if (one.Has(kind) != other.Has(kind)) return false;
    if (!one.Has(kind)) continue;
    const auto left = one.Section(kind), right = other.Section(kind);
    if (!left || !right || left.value != right.value) return false;
  }
  return true;
}

/// The bundle of the last time.
struct Former {
  program::Bundle bundle;
  std::unique_ptr<const residual::Mapped> entries;  ///< nullptr: of other rules, or none
};

/// Nothing where the file is no bundle; that is reported, and so is one that cannot be reused.
std::optional<Former> ReadFormer(const std::string& path, program::Bundle& bundle, Host& host,
                                 diagnostics::Sink& sink) {
  auto read = ReadBundleFile(path, host, sink);
  if (!read) return std::nullopt;
  Former former{*std::move(read), nullptr};
  const store::Opened now = store::File::Copy(program::WriteBundle(bundle));
  if (now.file != nullptr && SameRules(*former.bundle.file, *now.file))
    former.entries = engine::OpenCatalogue(former.bundle, path, sink);
  if (former.entries == nullptr) sink.ReportIn(diagnostics::Code::kNothingReused, path, "", {{"file", path}});
  return former;
}

/// The policies, specialised for every entry; those at a terminal are told how far it is.
bool Specialise(const std::string& path, const std::vector<Line>& lines, program::Bundle& bundle,
                const Arguments& arguments, Host& host, store::Writer& writer, diagnostics::Sink& sink) {
  constexpr std::size_t kProgressStep = 1000;
  specialise::Catalogue catalogue(bundle);
  std::optional<Former> former;
  if (const std::string* reuse = arguments.Value(Option::kReuse)) {
    former = ReadFormer(*reuse, bundle, host, sink);
    if (!former) return false;
    if (former->entries != nullptr) catalogue.Reuse(*former->entries);
  }
  const std::size_t errors = sink.ErrorCount();
  for (const Line& line : lines) {
    catalogue.Add(line.text, path + ":" + std::to_string(line.number), sink);
    if (!host.terminal || line.number % kProgressStep != 0) continue;
    const std::string count = std::to_string(line.number);
    host.err << '\r' << base::In(arguments.Language(), {"已编入 " + count + " 个条目", count + " entries compiled"})
             << std::flush;
  }
  if (host.terminal && lines.size() >= kProgressStep) host.err << "\r\x1b[K" << std::flush;
  if (sink.ErrorCount() != errors) return false;
  residual::AddSections(catalogue.Finish(), writer);
  return true;
}

/// Everything up to the file; whatever is wrong is in `sink`.
bool CompileInto(const std::string& output, const Arguments& arguments, Host& host, pipeline::Compilation& compilation,
                 diagnostics::Sink& sink) {
  std::optional<pipeline::Library> library = ReadLibrary(host, sink);
  const auto selection = Select(arguments.Operands(), arguments.Value(Option::kBase), host, sink);
  if (!library || !selection || !IsFree(output, arguments, *selection, sink)) return false;
  if (!pipeline::Compile(*library, selection->files, pipeline::Step::kEmit, compilation, sink)) return false;
  const std::string* catalogue = arguments.Value(Option::kCatalog);
  const auto lines = catalogue == nullptr ? std::optional(std::vector<Line>()) : ReadCatalogue(*catalogue, host, sink);
  if (!lines || (catalogue != nullptr && !CheckAgainstCatalogue(*catalogue, *lines, compilation, sink))) return false;
  program::Bundle bundle{std::move(library->vocabulary), std::move(library->law),        std::move(library->calendar),
                         std::move(library->regions),    std::move(compilation.program), {}};
  store::Writer writer = program::Sections(bundle);
  if (catalogue != nullptr && !Specialise(*catalogue, *lines, bundle, arguments, host, writer, sink)) return false;
  return Write(output, writer.Finish(), host, sink);
}

}  // namespace

int RunCompile(const Arguments& arguments, Host& host) {
  diagnostics::Sink sink;
  const std::string* output = arguments.Value(Option::kOutput);
  const bool needs_catalogue = arguments.Has(Option::kReuse) && !arguments.Has(Option::kCatalog);
  if (output == nullptr || needs_catalogue) {
    const Option needed = output == nullptr ? Option::kOutput : Option::kCatalog;
    sink.ReportIn(diagnostics::Code::kOptionNeeded, "", "",
                  {{"command", Spelled(arguments.Row())}, {"option", Spelled(needed)}});
    Tell(sink, arguments.HowToSpeak(), host);
    return exit_code::kUsage;
  }
  pipeline::Compilation compilation;
  const bool written = CompileInto(*output, arguments, host, compilation, sink);
  sink.Sort();
  Tell(sink, compilation.sources, arguments.HowToSpeak(), host);
  return written ? exit_code::kDone : exit_code::kRefused;
}

}  // namespace zhun::driver
