#include "runtime/machine/batch.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "runtime/engine/engine.h"
#include "tests/machine/case.h"
#include "tests/oracle/pair.h"
#include "tests/oracle/setting.h"

namespace zhun::machine {
namespace {

constexpr int kEntries = 4;
constexpr std::size_t kRows = 150;  ///< of each policy: more than two blocks

/// Entries of a catalogue and applications to them, by chance.
struct Work {
  residual::Storage storage;
  std::vector<std::string> applications, contexts;
};

Work MakeWork(const program::Bundle& bundle, std::uint64_t seed) {
  Work work;
  specialise::Catalogue catalogue(bundle);
  diagnostics::Sink sink;
  const std::vector<std::string> findings = decision::FindingCodes(bundle);
  for (int entry = 1; entry <= kEntries; ++entry) {
    oracle::RandomSource random(seed * 77 + static_cast<std::uint64_t>(entry));
    oracle::Papers papers = oracle::MakePapers(oracle::ShippedLibrary().vocabulary, findings, random);
    papers.entry["id"] = "E-" + std::to_string(entry);
    if (entry % 2 == 0) Settle(papers.entry);
    EXPECT_TRUE(catalogue.Add(papers.entry.dump(), "entry", sink));
  }
  work.storage = catalogue.Finish();
  for (std::size_t row = 0; row < kRows; ++row) {
    oracle::RandomSource random(seed * 1009 + row);
    oracle::Papers papers = oracle::MakePapers(oracle::ShippedLibrary().vocabulary, findings, random);
    papers.application["entry"] = "E-" + std::to_string(1 + row % kEntries);
    Settle(papers.application);
    Settle(papers.context);
    work.applications.push_back(papers.application.dump());
    work.contexts.push_back(papers.context.dump());
  }
  return work;
}

/// What the machine says of each application, and the rows in columns in the order given.
void Decide(const program::Bundle& bundle, const Work& work, const std::vector<std::size_t>& order, Columns& columns,
            std::vector<Outcome>& outcomes) {
  const residual::Residual tables = work.storage.View();
  facts::Reader reader(tables, bundle);
  Machine machine(tables, bundle.vocabulary);
  facts::Facts facts;
  facts.facts.resize(machine.Room());
  for (const std::size_t row : order) {
    if (!reader.Read(work.applications[row], work.contexts[row], *base::MakeDate(2026, 10, 8), facts)) continue;
    columns.Add(facts);
    outcomes.push_back(machine.Decide(facts));
  }
}

/// The first row of which the two say something else; empty where there is none.
std::string Difference(const residual::Residual& tables, const Columns& columns, const std::vector<Outcome>& batch,
                       const std::vector<Outcome>& machine) {
  const auto [first, second] = std::ranges::mismatch(batch, machine);
  if (first == batch.end()) return "";
  const auto row = static_cast<std::uint32_t>(first - batch.begin());
  std::string text = "row " + std::to_string(row) + ": batch " + std::string(engine::CodeOf(*first)) + ", machine " +
                     std::string(engine::CodeOf(*second)) + "\n";
  for (const Group& group : columns.Groups()) {
    if (std::ranges::find(group.rows, row) == group.rows.end()) continue;
    text += residual::Print(tables, static_cast<std::uint32_t>(group.code - tables.codes.data()));
  }
  return text;
}

TEST(Batch, SaysOfEachRowWhatTheMachineSaysInWhateverOrderOnAnyNumberOfThreads) {
  const oracle::Setting& setting = oracle::TheSetting();
  const auto policies = std::max<std::uint64_t>(2, static_cast<std::uint64_t>(setting.pairs) / kRows);
  std::size_t rows = 0;
  for (std::uint64_t i = 0; i < policies; ++i) {
    const std::uint64_t seed = setting.seed * 1'000'003u + i;
    oracle::RandomSource random(seed);
    std::string messages;
    const auto rules =
        oracle::CompileRules(oracle::MakeRules(oracle::ShippedLibrary().vocabulary, seed % 2 == 0, random), messages);
    ASSERT_NE(rules, nullptr) << messages;
    const Work work = MakeWork(*rules->bundle, seed);
    std::vector<std::size_t> order(kRows);
    for (std::size_t row = 0; row < kRows; ++row) order[row] = row;
    for (int turn = 0; turn < 2; ++turn) {
      const residual::Residual tables = work.storage.View();
      Columns columns(tables);
      std::vector<Outcome> outcomes;
      Decide(*rules->bundle, work, order, columns, outcomes);
      rows += outcomes.size();
      for (const std::size_t threads : {1, 3}) {
        const std::vector<Outcome> batch = Batch::DecideAll(columns, rules->bundle->vocabulary, threads);
        ASSERT_EQ(Difference(tables, columns, batch, outcomes), "") << "seed " << seed << "\n"
                                                                    << rules->texts.base << rules->texts.entry;
      }
      std::ranges::reverse(order);
    }
  }
  EXPECT_GT(rows, policies * kRows / 2);  // the rest are not read quickly
}

}  // namespace
}  // namespace zhun::machine
