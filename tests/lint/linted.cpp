#include "tests/lint/linted.h"

#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "runtime/diagnostics/render_text.h"

namespace zhun::testing {
namespace {

namespace fs = std::filesystem;

/// The words of a message in English, since its places are those of the Chinese one.
std::string English(const diagnostics::Diagnostic& found) {
  std::string text = fmt::format("English: {}\n", diagnostics::MessageOf(found).en);
  for (const diagnostics::Label& label : found.labels) text += fmt::format("  label: {}\n", label.text.en);
  if (!found.help.en.empty()) text += fmt::format("  help: {}\n", found.help.en);
  for (const diagnostics::Fix& fix : found.fixes) text += fmt::format("  fix: {}\n", fix.text.en);
  return text;
}

std::string Basis(const diagnostics::Diagnostic& found) {
  std::string text;
  for (const diagnostics::Basis& basis : found.basis) text += (text.empty() ? "basis: " : "、") + basis.citation;
  return text.empty() ? text : text + "\n";
}

std::optional<lint::DocumentText> Beside(const fs::path& path, const std::string& ending) {
  fs::path beside = path;
  beside.replace_extension(ending);
  if (!fs::exists(beside)) return std::nullopt;
  return lint::DocumentText{beside.filename().string(), ReadWhole(beside)};
}

}  // namespace

const pipeline::Library& ShippedLibrary() {
  static const std::optional<pipeline::Library> library = [] {
    diagnostics::Sink sink;
    return pipeline::LoadLibrary(fs::path(ZHUN_SOURCE_DIR) / "stdlib", sink);
  }();
  return library.value();
}

std::vector<pipeline::PolicyFile> BasePolicies() {
  diagnostics::Sink sink;
  // Names from the current folder: messages quote them, and must not differ from machine to machine.
  const fs::path folder = fs::proximate(fs::path(ZHUN_SOURCE_DIR) / "policies" / "regulation");
  return pipeline::FindPolicies(folder, sema::Role::kBase, sink);
}

base::Date ReviewDay() { return base::ParseDate("2026-11-02").value(); }

lint::Request EmptyRequest() { return {ShippedLibrary(), {}, {}, {}, {}, ReviewDay(), {}, {}}; }

void AddPolicy(lint::Request& request, const fs::path& path, sema::Role role) {
  if (request.files.empty()) request.files = BasePolicies();
  request.files.push_back({path, role, {}});
  request.wanted.push_back({path, role, {}});
}

std::string ReadWhole(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

fs::path LintCases() { return fs::path(ZHUN_SOURCE_DIR) / "tests" / "golden" / "lint"; }

lint::Outcome LintCase(const fs::path& path, const lint::Cache* cache) {
  fs::current_path(path.parent_path());  // messages name files as they were given
  lint::Request request = EmptyRequest();
  request.cache = cache;
  if (path.extension() == ".json") {
    const bool applications = path.stem().string().ends_with("_application");
    auto& document = applications ? request.applications : request.catalogue;
    document = lint::DocumentText{path.filename().string(), ReadWhole(path)};
    return lint::Run(request);
  }
  const bool base = path.stem().string().ends_with("_base");
  AddPolicy(request, path.filename(), base ? sema::Role::kBase : sema::Role::kEntry);
  request.catalogue = Beside(path, ".catalog.json");
  request.applications = Beside(path, ".application.json");
  return lint::Run(request);
}

std::string ShowFindings(const lint::Outcome& outcome) {
  std::string text;
  const auto show = [&](const diagnostics::Diagnostic& message) {
    text += text.empty() ? "" : "\n";
    text += diagnostics::RenderText(message, outcome.compilation.sources, base::Language::kChinese);
    text += English(message) + Basis(message);
  };
  for (const diagnostics::Diagnostic& fault : outcome.faults.All()) show(fault);
  for (const lint::Finding& finding : outcome.findings) {
    show(lint::MessageOf(finding, outcome, ShippedLibrary().law, ReviewDay()));
    if (finding.suppression) text += "waived: " + finding.suppression->reason + "\n";
    if (!finding.witness.empty()) text += "witness: " + finding.witness + "\n";
  }
  for (const auto& open : outcome.undecided) {
    text += fmt::format("无法判定 {}: {} / {}\n", lint::RowOf(open.rule).text, open.what.zh, open.what.en);
  }
  return text.empty() ? "nothing found\n" : text;
}

}  // namespace zhun::testing
