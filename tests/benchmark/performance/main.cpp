// zhun_performance FOLDER [--rounds=N] [--seconds=S] [--figures=FILE]: the table of measures and targets, in Markdown, and
// what is compared with peers as JSON in FILE.
// zhun_performance FOLDER --count: decides every request of FOLDER/one once each way and measures nothing.
// FOLDER has the work: one, batch, and any number of folders many_*, each made by sharing/generate.py.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/benchmark/performance/rows.h"

namespace {

namespace fs = std::filesystem;
using zhun::benchmark::Row;

std::vector<std::string> FoldersOfMany(const std::string& folder) {
  std::vector<std::string> found;
  for (const fs::directory_entry& each : fs::directory_iterator(folder)) {
    if (each.path().filename().string().starts_with("many_")) found.push_back(each.path().string());
  }
  std::ranges::sort(found, {}, [](const std::string& path) { return std::pair(path.size(), path); });
  if (found.empty()) throw std::runtime_error(folder + " has no folder many_*");
  return found;
}

void Append(std::vector<Row>& rows, std::vector<Row> more, const char* what) {
  std::fprintf(stderr, "measured: %s\n", what);
  std::ranges::move(more, std::back_inserter(rows));
}

std::vector<Row> AllRows(const zhun::benchmark::Effort& effort, const std::string& folder,
                         zhun::benchmark::Figures& figures) {
  const std::vector<std::string> many = FoldersOfMany(folder);
  std::vector<Row> rows;
  Append(rows, zhun::benchmark::ScalarRows(effort, folder + "/one", many, figures), "decisions one at a time");
  Append(rows, zhun::benchmark::ShippedRows(effort), "the shipped policies");
  Append(rows, zhun::benchmark::RandomRows(effort), "a random policy");
  Append(rows, zhun::benchmark::BatchRows(effort, folder + "/one", folder + "/batch"), "the batch");
  for (const std::string& each : many) {
    std::vector<Row> bundle = zhun::benchmark::BundleRows(effort, each, figures);
    if (each == many.back()) Append(rows, std::move(bundle), "the bundle");
  }
  return rows;
}

void Write(const zhun::benchmark::Figures& figures, const std::string& path) {
  std::ofstream out(path);
  const char* between = "{";
  for (const auto& [entries, of] : figures) {
    out << between << '"' << entries << "\":";
    between = "{";
    for (const auto& [name, figure] : of) {
      out << between << '"' << name << "\":" << figure;
      between = ",";
    }
    out << '}';
  }
  out << "}\n";
}

}  // namespace

int main(int count, char** arguments) {
  zhun::benchmark::Effort effort;
  std::string folder, figures_path;
  bool counting = false;
  for (int i = 1; i < count; ++i) {
    const std::string argument = arguments[i];
    if (argument.starts_with("--rounds=")) {
      effort.rounds = std::max(1, std::atoi(argument.c_str() + 9));
    } else if (argument.starts_with("--seconds=")) {
      effort.seconds = std::atof(argument.c_str() + 10);
    } else if (argument.starts_with("--figures=")) {
      figures_path = argument.substr(10);
    } else if (argument == "--count") {
      counting = true;
    } else {
      folder = argument;
    }
  }
  try {
    if (counting) return zhun::benchmark::RunForCounting(folder + "/one"), 0;
    zhun::benchmark::Figures figures;
    std::fputs(zhun::benchmark::Markdown(AllRows(effort, folder, figures)).c_str(), stdout);
    if (!figures_path.empty()) Write(figures, figures_path);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "error: %s\n", error.what());
    return 1;
  }
  return 0;
}
