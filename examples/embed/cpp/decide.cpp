// decide BUNDLE CASE [AS_OF]: decides the case in the folder CASE (entry.json, application.json and perhaps
// context.json) and prints how, and what is missing. Exit code 0: decided, whichever way; 3: something is at fault.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>

#include <zhun.hpp>

namespace {

/// Nothing where the file is not there.
std::optional<std::string> ReadDocument(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

int Tell(const zhun::Diagnostics& faults) {
  for (const zhun::Diagnostic& fault : faults) {
    std::cerr << fault.code << ' ' << fault.file << fault.pointer << ' ' << fault.message.zh << '\n';
  }
  return 3;
}

int Decide(zhun::Decider& decider, const std::filesystem::path& folder, const std::optional<std::string>& as_of) {
  const auto entry = ReadDocument(folder / "entry.json"), application = ReadDocument(folder / "application.json");
  const auto context = ReadDocument(folder / "context.json");
  if (!entry || !application) {
    std::cerr << folder << " 里没有 entry.json 或者 application.json。\n";
    return 3;
  }
  const auto decision =
      decider.Decide({.entry = *entry, .application = *application, .context = context, .as_of = as_of});
  if (!decision) return Tell(decision.Faults());
  std::cout << decision->Label().zh << "（" << decision->Code() << "）\n";
  for (const zhun::Missing& missing : decision->Missing()) {
    std::cout << "还缺：" << missing.label.zh << "（" << missing.path << "）\n";
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3 || argc > 4) {
    std::cerr << "decide BUNDLE CASE [AS_OF]\n";
    return 2;
  }
  const auto bundle = zhun::Bundle::Open(argv[1]);
  if (!bundle) return Tell(bundle.Faults());
  zhun::Decider decider(*bundle);  // one a thread, for all its cases
  return Decide(decider, argv[2], argc == 4 ? std::optional<std::string>(argv[3]) : std::nullopt);
}
