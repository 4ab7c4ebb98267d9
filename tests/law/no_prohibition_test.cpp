#include "compiler/library/no_prohibition.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include <gtest/gtest.h>

#include "runtime/law/standing.h"
#include "tests/law/corpus.h"

namespace zhun::library {
namespace {

namespace fs = std::filesystem;

/// Whether a table with this one row is taken.
bool Takes(const std::string& row) {
  const fs::path folder = fs::path(ZHUN_BINARY_DIR) / "no_prohibition";
  fs::create_directories(folder);
  std::ofstream(folder / "no_prohibition.tsv") << row << "\n";
  diagnostics::Sink sink;
  const bool taken = LoadNoProhibitions(folder, sink).has_value();
  EXPECT_EQ(taken, !sink.HasErrors());
  return taken;
}

TEST(NoProhibitions, NameProvisionsThatTheRegistryHasOnceEach) {
  diagnostics::Sink sink;
  const auto rows = LoadNoProhibitions(fs::path(ZHUN_SOURCE_DIR) / "stdlib/law", sink);
  ASSERT_TRUE(rows);
  ASSERT_FALSE(rows->empty());
  std::set<std::pair<std::string, law::Position>> seen;
  for (const NoProhibition& row : *rows) {
    const std::string place = row.instrument + law::PrintPosition(row.place);
    EXPECT_TRUE(seen.emplace(row.instrument, row.place).second) << place << " stands twice";
    const auto& all = law::Corpus().instruments;
    const auto found = std::ranges::find(all, row.instrument, &law::Instrument::id);
    ASSERT_NE(found, all.end()) << place;
    EXPECT_EQ(law::ProvisionOf(*found, row.place, std::nullopt), law::Provision::kExists) << place;
  }
}

TEST(NoProhibitions, AreRefusedWhereACellIsWrong) {
  EXPECT_TRUE(Takes("cn/law/x/2020\t第八条第二款\t规定保密\tconfidentiality\ta source"));
  for (const char* row :
       {"cn/law/x/2020\t第8条\t规定保密\tconfidentiality\ta source",
        "cn/law/x/2020\t-\t规定保密\tconfidentiality\ta source", "-\t第八条\t规定保密\tconfidentiality\ta source",
        "cn/law/x/2020\t第八条\t-\tconfidentiality\ta source", "cn/law/x/2020\t第八条\t规定保密\tconfidentiality\t-",
        "cn/law/x/2020\t第八条至第九条\t规定保密\tx\ta source", "cn/law/x/2020\t第八条\t规定保密\tconfidentiality"}) {
    EXPECT_FALSE(Takes(row)) << row;
  }
}

}  // namespace
}  // namespace zhun::library
