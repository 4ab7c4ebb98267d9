#include "tests/explain/situation.h"

#include <filesystem>
#include <functional>
#include <regex>
#include <sstream>
#include <stdexcept>

#include "compiler/pipeline/compile.h"
#include "compiler/scenario/scenario.h"
#include "runtime/program/bundle.h"
#include "runtime/values/document.h"
#include "tests/driver/zhun_process.h"
#include "tests/explain/situation_files.h"

namespace zhun::explain::testing {
namespace {

namespace fs = std::filesystem;
using driver_test::TemporaryFolder;

pipeline::Library ShippedLibrary() {
  diagnostics::Sink sink;
  return pipeline::LoadLibrary(fs::path(ZHUN_SOURCE_DIR) / "stdlib", sink).value();
}

const pipeline::Library& Library() {
  static const pipeline::Library library = ShippedLibrary();
  return library;
}

void Add(const diagnostics::Sink& sink, Outcome& outcome) {
  for (const diagnostics::Diagnostic& found : sink.All()) {
    outcome.codes.emplace(diagnostics::CodeText(found.code));
    outcome.told.append("\n  ").append(diagnostics::CodeText(found.code)).append(" ");
    outcome.told += diagnostics::MessageOf(found).zh;
  }
}

/// The files that every folder has: what a sample names without bringing it along.
void WriteSoundFiles(const TemporaryFolder& folder) {
  folder.Write("entry.json", SoundEntry() + "\n");
  folder.Write("application.json", SoundApplication() + "\n");
}

/// Runs the tests in the files, as `zhun test` does, under no other rules than these.
void RunTests(pipeline::Compilation& compilation, Outcome& outcome) {
  const auto scenarios = scenario::Collect(compilation, {}, "");
  if (scenarios.empty()) return;
  pipeline::Library library = ShippedLibrary();
  const program::Bundle bundle{std::move(library.vocabulary),  std::move(library.law),
                               std::move(library.calendar),    std::move(library.regions),
                               std::move(compilation.program), {}};
  for (const scenario::Scenario& each : scenarios) {
    const scenario::Result result = scenario::Run(each, bundle, compilation.sources);
    Add(result.faults, outcome);
    if (result.verdict == scenario::Verdict::kFailed) outcome.codes.insert("a test that does not pass");
    for (const base::Words& difference : result.differences) outcome.told += "\n  " + difference.zh;
  }
}

Outcome Check(const std::vector<pipeline::PolicyFile>& files) {
  Outcome outcome;
  diagnostics::Sink sink;
  pipeline::Compilation compilation;
  const bool sound = pipeline::Compile(Library(), files, pipeline::Step::kEmit, compilation, sink);
  Add(sink, outcome);
  if (sound) RunTests(compilation, outcome);
  return outcome;
}

Outcome CheckOne(const std::string& text, sema::Role role) {
  const TemporaryFolder folder;
  WriteSoundFiles(folder);
  return Check({{folder.Write("policy.zhun", text), role, {}}});
}

/// The rest of a line that begins with `// `; nothing where `line` is none that names a file.
std::string NamedBy(const std::string& line) {
  const bool names = line.starts_with("// ") && line.find(' ', 3) == std::string::npos;
  return names && line.find('.') != std::string::npos ? line.substr(3) : "";
}

Outcome CheckFiles(const std::string& text) {
  std::vector<std::pair<std::string, std::string>> named;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (const std::string name = NamedBy(line); !name.empty()) {
      named.emplace_back(name, "");
    } else {
      if (named.empty()) named.emplace_back("policy.zhun", "");
      named.back().second += line + "\n";
    }
  }
  const TemporaryFolder folder;
  WriteSoundFiles(folder);
  std::vector<pipeline::PolicyFile> files;
  for (const auto& [name, content] : named) {
    const sema::Role role = name.starts_with("regulation/") ? sema::Role::kBase : sema::Role::kEntry;
    files.push_back({folder.Write(name, content), role, {}});
  }
  return Check(files);
}

Outcome Bind(const std::string& entry_text, const std::string& application_text) {
  Outcome outcome;
  diagnostics::Sink sink;
  const values::Binding binding{Library().vocabulary, Library().law, base::ParseDate("2026-09-28").value()};
  if (const auto entry = values::BindEntry(binding, entry_text, "entry.json", sink)) {
    values::BindApplication(binding, *entry, {}, application_text, "application.json", sink);
  }
  Add(sink, outcome);
  return outcome;
}

/// What stands behind `// ` in the first line, and the rest.
std::pair<std::string, std::string> HeadAndRest(const std::string& text) {
  const std::size_t end = text.find('\n');
  if (!text.starts_with("// ") || end == std::string::npos) throw std::logic_error("no first line // …");
  return {text.substr(3, end - 3), text.substr(end + 1)};
}

Outcome BindOther(const std::string& text) {
  const auto [record, json] = HeadAndRest(text);
  Outcome outcome;
  diagnostics::Sink sink;
  const values::Binding binding{Library().vocabulary, Library().law, base::ParseDate("2026-09-28").value()};
  values::BindRecord(binding, record, json, record + ".json", sink);
  Add(sink, outcome);
  return outcome;
}

Outcome ReadTables(const std::string& text) {
  const auto [head, rows] = HeadAndRest(text);
  const fs::path table = head;
  const TemporaryFolder folder;
  const fs::path stdlib = folder.Path() / "stdlib";
  fs::copy(fs::path(ZHUN_SOURCE_DIR) / "stdlib", stdlib, fs::copy_options::recursive);
  const std::string before = table.extension() == ".json" ? "" : driver_test::ReadText(stdlib / table);
  folder.Write(("stdlib" / table).string(), before + rows + "\n");
  Outcome outcome;
  diagnostics::Sink sink;
  pipeline::LoadLibrary(stdlib, sink);
  Add(sink, outcome);
  return outcome;
}

/// The program as it is installed, bin/zhun and share/zhun; for samples that copy and damage it.
class Installation {
 public:
  Installation() {
    fs::create_directories(folder_.Path() / "bin");
    fs::create_directories(folder_.Path() / "share");
    fs::copy(driver_test::ZhunPath(), folder_.Path() / "bin");
    fs::copy(driver_test::SharePath(), folder_.Path() / "share" / "zhun", fs::copy_options::recursive);
  }
  std::string Bin() const { return (folder_.Path() / "bin").string(); }

 private:
  TemporaryFolder folder_;
};

Outcome RunLines(const TemporaryFolder& folder, const std::string& lines) {
  static const Installation installation;
  const std::string path = "export PATH=" + installation.Bin() + ":/usr/bin:/bin\n";
  const auto ran = driver_test::RunProgram("/bin/sh", {"-c", path + lines}, folder.Path());
  Outcome outcome{{}, "\n" + ran.out + ran.err};
  static const std::regex code(R"((\[|"code":")(Z[0-9]{4})[\]"])");
  for (std::sregex_iterator at(outcome.told.begin(), outcome.told.end(), code), end; at != end; ++at) {
    outcome.codes.insert((*at)[2].str());
  }
  if (ran.exit == 127) outcome.codes.insert("a command that is not there");
  return outcome;
}

void WriteCatalogue(const TemporaryFolder& folder) {
  folder.Write("policy.zhun", EntryPolicy(Requirement("须 申请.用途 不为空")));
  folder.Write("entries.ndjson", OnOneLine(SoundEntry()) + "\n");
}

Outcome RunCommands(const std::string& lines) {
  const TemporaryFolder folder;
  WriteSoundFiles(folder);
  WriteCatalogue(folder);
  folder.Write("applications.ndjson", OnOneLine(SoundApplication()) + "\n");
  return RunLines(folder, lines);
}

/// The statements in a program of their own; it prints what it was told.
Outcome RunCalls(const std::string& statements) {
  const TemporaryFolder folder;
  WriteCatalogue(folder);
  folder.Write("calls.c", ProgramOf(statements));
  const std::string library = ZHUN_BINARY_DIR "/runtime/embed";
  const std::string headers = " -I" ZHUN_SOURCE_DIR "/runtime/embed -I" ZHUN_SOURCE_DIR "/runtime/arrow";
  return RunLines(folder,
                  "zhun compile policy.zhun --catalog entries.ndjson -o rules.zb\n" ZHUN_C_COMPILER " -Wno-unused" +
                      headers + " calls.c -o calls -L" + library + " -lzhun -Wl,-rpath," + library + "\n./calls\n");
}

}  // namespace

Outcome RunIn(Frame frame, const std::string& text) {
  switch (frame) {
    case Frame::kRule: return CheckOne(EntryPolicy(Requirement(text)), sema::Role::kEntry);
    case Frame::kPolicy: return CheckOne(EntryPolicy(text), sema::Role::kEntry);
    case Frame::kBasePolicy: return CheckOne(BasePolicy(text), sema::Role::kBase);
    case Frame::kFiles: return CheckFiles(text);
    case Frame::kApplication: return Bind(SoundEntry(), WithMembers(SoundApplication(), text));
    case Frame::kEntry: return Bind(WithMembers(SoundEntry(), text), SoundApplication());
    case Frame::kDocument: return Bind(SoundEntry(), text);
    case Frame::kRecord: return BindOther(text);
    case Frame::kLibrary: return ReadTables(text);
    case Frame::kCalls: return RunCalls(text);
    case Frame::kCommands: return RunCommands(text);
  }
  throw std::logic_error("a frame without a case");
}

}  // namespace zhun::explain::testing
