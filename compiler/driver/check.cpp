// zhun check
#include <ostream>

#include "compiler/driver/corrections.h"
#include "compiler/driver/cost_page.h"
#include "compiler/driver/rules.h"
#include "runtime/diagnostics/render_text.h"

namespace zhun::driver {
namespace {

base::Words Verdict(std::size_t files, const diagnostics::Sink& sink, base::Language language) {
  const std::string counts = diagnostics::RenderSummary(sink, language);
  const std::string number = std::to_string(files);
  const std::string checked = files == 1 ? "1 file" : number + " files";
  if (counts.empty()) return {"已检查 " + number + " 个文件：没有错误。", "Checked " + checked + ": no errors."};
  return {"已检查 " + number + " 个文件：" + counts + "。", "Checked " + checked + ": " + counts + "."};
}

void Say(const base::Words& words, const Arguments& arguments, Host& host) {
  if (!arguments.Json()) host.out << base::In(arguments.Language(), words) << '\n';
}

}  // namespace

int RunCheck(const Arguments& arguments, Host& host) {
  diagnostics::Sink sink;
  pipeline::Compilation compilation;
  const auto library = ReadLibrary(host, sink);
  const auto selection = Select(arguments.Operands(), arguments.Value(Option::kBase), host, sink);
  const bool ready = library && selection && !sink.HasErrors();
  if (ready && arguments.Has(Option::kFix)) {
    const Corrections corrections = Correct(*library, *selection);
    if (!WriteCorrections(corrections, arguments, host)) return exit_code::kRefused;
    Say(SaidOf(corrections), arguments, host);
  }
  const bool compiled =
      ready && pipeline::Compile(*library, selection->files, pipeline::Step::kEmit, compilation, sink);
  sink.Sort();
  Tell(sink, compilation.sources, arguments.HowToSpeak(), host);
  if (!compiled) return exit_code::kRefused;
  if (arguments.Has(Option::kCost)) {
    host.out << (arguments.Json() ? CostAsJson(compilation, *library, *selection)
                                  : CostAsText(compilation, *library, *selection, arguments.Language()));
  } else {
    Say(Verdict(selection->wanted.size(), sink, arguments.Language()), arguments, host);
  }
  return exit_code::kDone;
}

}  // namespace zhun::driver
