#include <cstring>

#include <gtest/gtest.h>

#include "runtime/machine/batch.h"
#include "runtime/residual/verify.h"
#include "tests/machine/case.h"
#include "tests/oracle/pair.h"
#include "tests/oracle/setting.h"

namespace zhun::machine {
namespace {

/// Changes one byte of one of the tables.
template <class T>
void Alter(std::vector<T>& table, oracle::RandomSource& random) {
  if (table.empty()) return;
  char* bytes = reinterpret_cast<char*>(table.data());
  bytes[random.Below(table.size() * sizeof(T))] = static_cast<char>(random.Below(256));
}

void AlterSomething(residual::Storage& storage, oracle::RandomSource& random) {
  switch (random.Below(9)) {
    case 0: return Alter(storage.slots, random);
    case 1: return Alter(storage.domains, random);
    case 2: return Alter(storage.places, random);
    case 3: return Alter(storage.rules, random);
    case 4: return Alter(storage.codes, random);
    case 5: return Alter(storage.periods, random);
    case 6: return Alter(storage.entries, random);
    case 7: return Alter(storage.constants, random);
    default: return Alter(storage.instructions, random);
  }
}

/// The sanitizers see what a run over tables that verify by mistake would touch.
TEST(HostileTables, AreRefusedOrHarmless) {
  const oracle::Setting& setting = oracle::TheSetting();
  int taken = 0, refused = 0;
  for (std::uint64_t policy = 0; policy < 6; ++policy) {
    const std::uint64_t seed = setting.seed * 71 + policy;
    oracle::RandomSource random(seed);
    std::string messages;
    const auto rules =
        oracle::CompileRules(oracle::MakeRules(oracle::ShippedLibrary().vocabulary, policy % 2 == 0, random), messages);
    ASSERT_NE(rules, nullptr) << messages;
    const program::Bundle& bundle = *rules->bundle;
    oracle::RandomSource papers_random(seed * 31);
    oracle::Papers papers =
        oracle::MakePapers(oracle::ShippedLibrary().vocabulary, decision::FindingCodes(bundle), papers_random);
    Settle(papers.application);
    specialise::Catalogue catalogue(bundle);
    diagnostics::Sink sink;
    ASSERT_TRUE(catalogue.Add(papers.entry.dump(), "entry", sink));
    const residual::Storage sound = catalogue.Finish();
    for (int turn = 0; turn < setting.pairs / 10; ++turn) {
      residual::Storage storage = sound;
      for (std::uint64_t change = 0; change <= random.Below(3); ++change) AlterSomething(storage, random);
      const residual::Residual tables = storage.View();
      if (!residual::Verify(tables, bundle.program.rules.size(), bundle.program.findings.size())) {
        ++refused;
        continue;
      }
      ++taken;
      facts::Reader reader(tables, bundle);
      Machine machine(tables, bundle.vocabulary);
      facts::Facts facts;
      facts.facts.resize(machine.Room());
      if (!reader.Read(papers.application.dump(), papers.context.dump(), *base::MakeDate(2026, 10, 8), facts)) continue;
      machine.Decide(facts);
      machine.Reasons();
      Columns columns(tables);
      columns.Add(facts);
      Batch::DecideAll(columns, bundle.vocabulary, 1);
    }
  }
  EXPECT_GT(refused, 0);
  EXPECT_GT(taken, 0);  // a changed constant is another policy, not a broken one
}

}  // namespace
}  // namespace zhun::machine
