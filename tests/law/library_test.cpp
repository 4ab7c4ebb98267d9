#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "compiler/library/law.h"
#include "compiler/library/region.h"
#include "tests/law/corpus.h"

namespace zhun::library {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kInstruments =
    R"([{"id":"t/a/2020","name":"甲法","short_names":["甲"],"number":"一号","rank":"law","issuer":"乙","effective_from":"2020-01-01",)"
    R"("effective_to":"2021-12-31","articles":2,"structure":{"1":[0],"2":[0,2]},"source":"s"},)"
    R"({"id":"t/a/2022","name":"甲法","short_names":["甲"],"number":"二号","rank":"law","issuer":"乙","effective_from":"2022-01-01",)"
    R"("effective_to":null,"articles":2,"structure":{"1":[0],"1-1":[0],"2":[]},"inserted":1,"deleted":["2"],"source":"s"}])";
constexpr std::string_view kText =
    R"({"name":"甲法","full_name":"甲法","number":"一号","rank":"law","effective_from":"2020-01-01","source":"s","chapters":)"
    R"([{"chapter":1,"title":"总","articles":[{"article":1,"paragraphs":[{"text":"壹"}]},{"article":2,"paragraphs":)"
    R"([{"text":"贰"},{"text":"叁","items":[{"item":1,"text":"子"},{"item":2,"text":"丑"}]}]}]}]})";
constexpr std::string_view kRenumberings =
    R"([{"instrument":"甲法","from_id":"t/a/2020","to_id":"t/a/2022","effective":"2022-01-01","map":{"1":"1"},)"
    R"("unmapped":["2"],"added":["1-1"],"amended":["1"],"method":"m"}])";

void Write(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

/// A small library in a folder of its own.
class Library : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        fs::path(ZHUN_BINARY_DIR) / "tests/law/small" / ::testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(folder_);
    Write(folder_ / "instruments.json", kInstruments);
    Write(folder_ / "texts/a.json", kText);
    Write(folder_ / "renumberings.json", kRenumberings);
  }

  /// Codes and pointers of what loading reports; "loaded" first where there is a registry.
  std::vector<std::string> Load() {
    diagnostics::Sink sink;
    std::vector<std::string> said;
    if (LoadRegistry(folder_, sink)) said.push_back("loaded");
    for (const auto& each : sink.All()) {
      said.push_back(std::string(diagnostics::CodeText(each.code)) + each.pointer);
      const base::Words words = diagnostics::MessageOf(each);
      EXPECT_EQ(words.zh.find('{'), std::string::npos) << words.zh;
      EXPECT_EQ(words.en.find('{'), std::string::npos) << words.en;
    }
    return said;
  }

  /// The same after one change in one file.
  std::vector<std::string> LoadWith(std::string_view file, std::string_view text, std::string_view from,
                                    std::string_view to) {
    std::string changed(text);
    const std::size_t at = changed.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    if (at != std::string::npos) changed.replace(at, from.size(), to);
    Write(folder_ / file, changed);
    std::vector<std::string> said = Load();
    Write(folder_ / file, text);
    return said;
  }

  fs::path folder_;
};

struct Change {
  std::string from, to, said;
};

TEST_F(Library, LoadsWhatIsSound) {
  EXPECT_EQ(Load(), std::vector<std::string>{"loaded"});
  diagnostics::Sink sink;
  const std::optional<law::Registry> registry = LoadRegistry(folder_, sink);
  ASSERT_TRUE(registry.has_value());
  const law::Instrument& second = registry->instruments.at(1);
  EXPECT_EQ(law::ProvisionOf(second, {1, 1, 0, 0, 0}, {}), law::Provision::kExists);
  EXPECT_EQ(law::ProvisionOf(second, {2, 0, 0, 0, 0}, {}), law::Provision::kNoSuchProvision);
  EXPECT_EQ(registry->instruments.at(0).texts.All().at(1).paragraphs.at(1).items.at(1), "丑");
}

TEST_F(Library, RefusesInstrumentsThatAreMalformed) {
  const std::vector<Change> rows = {
      {"[{", "[{,", "Z6102"},
      {R"("id":"t/a/2020",)", R"("id":"t/a/2020","id":"x",)", "Z6103"},
      {R"("articles":2)", R"("articles":2.5)", "Z6104"},
      {R"("articles":2)", R"("articles":99999999999999999999)", "Z6104"},
      {R"("articles":2)", R"("articles":18446744073709551615)", "Z6104"},
      {R"("articles":2)", R"("articles":"2")", "Z6106/0/articles"},
      {R"("rank":"law")", R"("rank":"Law")", "Z6106/0/rank"},
      {R"("effective_from":"2020-01-01")", R"("effective_from":"2020-02-30")", "Z6106/0/effective_from"},
      {R"("1":[0])", R"("I":[0])", "Z6106/0/structure/I"},
      {R"("1":[0])", R"("1":[-1])", "Z6106/0/structure/1/0"},
      {R"("name":)", R"("nome":)", "Z6107/0/nome"},
      {R"("issuer":"乙",)", "", "Z6108/0"},
      {R"("issuer":"乙")", R"("issuer":null)", "Z6108/0"},
      {"t/a/2022", "t/a/2020", "Z6109/1"},
      {R"("articles":2)", R"("articles":3)", "Z6110/0"},
      {R"("1":[0],"2":[0,2])", R"("1":[0],"3":[0,2])", "Z6110/0"},
      {R"("inserted":1)", R"("inserted":2)", "Z6110/1"},
      {R"("deleted":["2"])", R"("deleted":[])", "Z6110/1"},
      {R"("effective_to":"2021-12-31")", R"("effective_to":"2019-12-31")", "Z6110/0"},
      {R"("effective_to":"2021-12-31")", R"("effective_to":"2022-01-01")", "Z6110"},
      {R"("effective_to":"2021-12-31")", R"("effective_to":null)", "Z6110"},
  };
  for (const Change& row : rows) {
    const std::vector<std::string> said = LoadWith("instruments.json", kInstruments, row.from, row.to);
    ASSERT_FALSE(said.empty()) << row.to;
    EXPECT_NE(said[0], "loaded") << row.to;
    EXPECT_NE(std::find(said.begin(), said.end(), row.said), said.end()) << row.to << " said " << said[0];
  }
}

TEST_F(Library, RefusesTextsThatDifferFromTheRegistry) {
  const std::vector<Change> rows = {
      {R"("number":"一号")", R"("number":"三号")", "Z6110"},
      {R"("rank":"law")", R"("rank":"department_rule")", "Z6110"},
      {R"("article":2)", R"("article":3)", "Z6110/chapters/0/articles/1"},
      {R"("article":2)", R"("article":1)", "Z6109/chapters/0/articles/1"},
      {R"({"text":"贰"},)", "", "Z6110/chapters/0/articles/1"},
      {R"("item":2)", R"("item":3)", "Z6106/chapters/0/articles/1/paragraphs/1/items/1/item"},
      {R"("text":"子")", R"("text":"")", "Z6106/chapters/0/articles/1/paragraphs/1/items/0/text"},
      {R"({"article":1,"paragraphs":[{"text":"壹"}]},)", "", "Z6110/chapters"},
  };
  for (const Change& row : rows) {
    const std::vector<std::string> said = LoadWith("texts/a.json", kText, row.from, row.to);
    EXPECT_NE(std::find(said.begin(), said.end(), row.said), said.end()) << row.to << " said " << said.at(0);
    EXPECT_NE(said.at(0), "loaded") << row.to;
  }
}

TEST_F(Library, RefusesRenumberingsBetweenVersionsThatAreNotThere) {
  const std::vector<Change> rows = {
      {"t/a/2022", "t/a/2023", "Z6110/0"},
      {R"("1":"1")", R"("1":"9")", "Z6110/0/map/1"},
      {R"("1":"1")", R"("9":"1")", "Z6110/0/map/9"},
      {R"("effective":"2022-01-01")", R"("effective":"2022-01-02")", "Z6110/0"},
      {R"("method":"m")", R"("method":"")", "Z6106/0/method"},
      {R"(["1-1"])", R"("1-1")", "Z6106/0/added"},
  };
  for (const Change& row : rows) {
    const std::vector<std::string> said = LoadWith("renumberings.json", kRenumberings, row.from, row.to);
    EXPECT_NE(std::find(said.begin(), said.end(), row.said), said.end()) << row.to << " said " << said.at(0);
    EXPECT_NE(said.at(0), "loaded") << row.to;
  }
}

TEST_F(Library, RefusesMissingFilesAndDepthBombs) {
  Write(folder_ / "instruments.json", std::string(100000, '['));
  EXPECT_EQ(Load(), std::vector<std::string>{"Z6105"});
  Write(folder_ / "instruments.json", "\xFF\xFE");
  EXPECT_EQ(Load(), std::vector<std::string>{"Z6102"});
  Write(folder_ / "instruments.json", R"(["\ud800"])");
  EXPECT_EQ(Load(), std::vector<std::string>{"Z6102"});
  Write(folder_ / "instruments.json", "");
  EXPECT_EQ(Load(), std::vector<std::string>{"Z6102"});
  Write(folder_ / "instruments.json", "null");
  EXPECT_EQ(Load().at(0), "Z6106");
  fs::remove(folder_ / "instruments.json");
  EXPECT_EQ(Load(), std::vector<std::string>{"Z6101"});
  fs::create_directories(folder_ / "instruments.json");
  EXPECT_EQ(Load(), std::vector<std::string>{"Z6101"});
}

TEST_F(Library, NeverBreaksOnATruncatedFile) {
  for (std::size_t length = 0; length < kInstruments.size(); length += 7) {
    Write(folder_ / "instruments.json", kInstruments.substr(0, length));
    const std::vector<std::string> said = Load();
    ASSERT_FALSE(said.empty());
    EXPECT_NE(said[0], "loaded") << length;
  }
}

TEST(Corpus, HoldsWhatTheContractRestsOn) {
  const law::Registry& registry = law::Corpus();
  EXPECT_EQ(registry.instruments.size(), 90U);
  EXPECT_EQ(registry.renumberings.size(), 17U);
  EXPECT_EQ(law::StandingOn("《政务数据共享条例》第一条", "2025-08-01").rank, law::Rank::kAdministrativeRegulation);
}

class RegionFile : public ::testing::Test {
 protected:
  std::vector<std::string> Load(std::string_view table) {
    const fs::path folder = fs::path(ZHUN_BINARY_DIR) / "tests/law/regions";
    Write(folder / "regions.tsv", table);
    diagnostics::Sink sink;
    std::vector<std::string> said;
    if (LoadRegions(folder, sink)) said.push_back("loaded");
    for (const auto& each : sink.All()) said.emplace_back(diagnostics::CodeText(each.code));
    return said;
  }
};

TEST_F(RegionFile, IsReadLineByLine) {
  EXPECT_EQ(Load("# c\n100000\t国\t\n440000\t甲\t100000\n440100\t乙\t440000\n"), std::vector<std::string>{"loaded"});
  EXPECT_EQ(Load("100000\t国\t\n44000\t甲\t100000\n"), std::vector<std::string>{"Z6111"});
  EXPECT_EQ(Load("100000\t国\t\n440000\t甲\n"), std::vector<std::string>{"Z6111"});
  EXPECT_EQ(Load("100000\t国\t\n440000\t甲\t100000\tx\n"), std::vector<std::string>{"Z6111"});
  EXPECT_EQ(Load("100000\t国\t\n440000\t\t100000\n"), std::vector<std::string>{"Z6111"});
  EXPECT_EQ(Load("100000\t国\t\n440000\t甲\t100000\n430000\t乙\t100000\n"), std::vector<std::string>{"Z6109"});
  EXPECT_EQ(Load("100000\t国\t\n440100\t乙\t440000\n"), std::vector<std::string>{"Z6110"});
  EXPECT_EQ(Load("100000\t国\t\n430000\t甲\t100000\n440100\t乙\t430000\n"), std::vector<std::string>{"Z6110"});
  diagnostics::Sink sink;
  EXPECT_FALSE(LoadRegions(fs::path(ZHUN_BINARY_DIR) / "nowhere", sink).has_value());
  EXPECT_EQ(sink.All().at(0).code, diagnostics::Code::kLibraryFileMissing);
}

}  // namespace
}  // namespace zhun::library
