// zhun compile
#include <ostream>

#include "compiler/driver/catalogue_check.h"
#include "compiler/driver/files.h"
#include "compiler/driver/rules.h"

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

/// Everything up to the file; whatever is wrong is in `sink`.
bool CompileInto(const std::string& output, const Arguments& arguments, Host& host, pipeline::Compilation& compilation,
                 diagnostics::Sink& sink) {
  std::optional<pipeline::Library> library = ReadLibrary(host, sink);
  const auto selection = Select(arguments.Operands(), arguments.Value(Option::kBase), host, sink);
  if (!library || !selection || !IsFree(output, arguments, *selection, sink)) return false;
  if (!pipeline::Compile(*library, selection->files, pipeline::Step::kEmit, compilation, sink)) return false;
  if (const std::string* catalogue = arguments.Value(Option::kCatalog)) {
    if (!CheckAgainstCatalogue(*catalogue, compilation, host, sink)) return false;
  }
  program::Bundle bundle{std::move(library->vocabulary), std::move(library->law),        std::move(library->calendar),
                         std::move(library->regions),    std::move(compilation.program), {}};
  return Write(output, program::WriteBundle(bundle), host, sink);
}

}  // namespace

int RunCompile(const Arguments& arguments, Host& host) {
  diagnostics::Sink sink;
  const std::string* output = arguments.Value(Option::kOutput);
  if (output == nullptr) {
    const std::string command = Spelled(arguments.Row());
    sink.ReportIn(diagnostics::Code::kOptionNeeded, "", "",
                  {{"command", command}, {"option", Spelled(Option::kOutput)}});
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
