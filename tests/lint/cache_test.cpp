#include "compiler/lint/cache.h"

#include <map>

#include <gtest/gtest.h>

#include "compiler/lint/baseline.h"
#include "compiler/lint/entry_blocks.h"
#include "tests/driver/zhun_process.h"
#include "tests/lint/dirty_catalogue.h"
#include "tests/lint/linted.h"

/// With and without a cache the same comes out; what is kept is used when nothing changed and only then.
namespace zhun::lint {
namespace {

namespace fs = std::filesystem;
using testing::EntryWithId;
using testing::Lines;
using testing::ShowFindings;

/// A cache in memory that counts.
struct Memory {
  std::map<std::string, std::string> files;
  std::size_t hits = 0, saves = 0;
  Cache cache{"build", [this](const std::string& name) { return Load(name); },
              [this](const std::string& name, std::string_view bytes) {
                ++saves;
                files[name] = bytes;
              }};

  std::optional<std::string> Load(const std::string& name) {
    const auto file = files.find(name);
    if (file == files.end()) return std::nullopt;
    ++hits;
    return file->second;
  }
};

Outcome RunWith(Memory& memory, Request request) {
  request.cache = &memory.cache;
  return lint::Run(request);
}

/// Everything that people see of the outcome, and the counts.
std::string Shown(const Outcome& outcome) {
  std::string text = ShowFindings(outcome);
  for (const std::size_t count : {outcome.entries, outcome.applications, outcome.policies, outcome.waivers.size()}) {
    text += std::to_string(count) + " ";
  }
  for (const std::string& subject : outcome.subjects) text += subject + " ";
  for (const Finding& finding : outcome.findings) text += FingerprintOf(finding) + finding.owner + finding.title + "\n";
  return text;
}

std::vector<std::string> Entries(int count) {
  std::vector<std::string> entries;
  for (int i = 0; i < count; ++i) entries.push_back(EntryWithId("GD-MZ-" + std::to_string(10'000 + i), i % 7 == 0));
  return entries;
}

/// The cases of the rules that a request can be made of.
std::vector<fs::path> AllCases() {
  std::vector<fs::path> cases;
  for (const auto& each : fs::recursive_directory_iterator(testing::LintCases())) {
    const std::string name = each.path().filename().string();
    const bool beside = name.ends_with(".catalog.json") || name.ends_with(".application.json");
    if (!beside && (name.ends_with(".json") || name.ends_with(".zhun"))) cases.push_back(each.path());
  }
  std::ranges::sort(cases);
  return cases;
}

TEST(Cache, ChangesNoResultOfAnyCase) {
  const std::vector<fs::path> cases = AllCases();
  ASSERT_GT(cases.size(), 5u);
  for (const fs::path& path : cases) {
    Memory memory;
    const std::string without = Shown(testing::LintCase(path));
    const std::string first = Shown(testing::LintCase(path, &memory.cache));
    const std::string again = Shown(testing::LintCase(path, &memory.cache));
    EXPECT_EQ(without, first) << path;
    EXPECT_EQ(without, again) << path;
  }
}

TEST(Cache, TakesARunThatHasNotChanged) {
  Memory memory;
  const Request request = testing::RequestFor(Lines(Entries(20)));
  const std::string first = Shown(RunWith(memory, request));
  const std::size_t saves = memory.saves;
  EXPECT_EQ(Shown(RunWith(memory, request)), first);
  EXPECT_EQ(memory.saves, saves) << "the second run made everything anew";
}

TEST(Cache, SeesEveryChange) {
  const Request request = testing::RequestFor(Lines(Entries(20)));
  const std::vector<std::function<void(Request&)>> changes = {
      [](Request& r) { r.as_of = base::ParseDate("2026-11-03").value(); },
      [](Request& r) { r.rules = {RuleCode::kS02}; },
      [](Request& r) { r.settings.digest = "another"; },
      [](Request& r) { r.settings.working = "/elsewhere"; },
      [](Request& r) { r.catalogue->text += EntryWithId("GD-MZ-9"); },
      [](Request& r) { r.catalogue->name = "another.ndjson"; },
      [](Request& r) { r.applications = DocumentText{"a.json", "{}"}; }};
  for (std::size_t i = 0; i < changes.size(); ++i) {
    Memory memory;
    RunWith(memory, request);
    Request changed = request;
    changes[i](changed);
    const std::size_t saves = memory.saves;
    EXPECT_EQ(Shown(RunWith(memory, changed)), Shown(lint::Run(changed))) << i;
    EXPECT_GT(memory.saves, saves) << i;
  }
}

TEST(Cache, SeesAChangedPolicyAndAnImportedOne) {
  const driver_test::TemporaryFolder folder;
  const std::string text = testing::ReadWhole(testing::LintCases() / "p22" / "silent_settled_text.zhun");
  folder.Write("other.zhun", "// nothing\n");
  const fs::path path = folder.Write("policy.zhun", "引入 “other.zhun”\n" + text);
  Memory memory;
  Request request = testing::EmptyRequest();
  testing::AddPolicy(request, path, sema::Role::kEntry);
  RunWith(memory, request);
  const std::size_t saves = memory.saves;
  RunWith(memory, request);
  ASSERT_EQ(memory.saves, saves);
  folder.Write("other.zhun", "// nothing else\n");
  RunWith(memory, request);
  EXPECT_EQ(memory.saves, saves + 1);
}

TEST(Cache, IgnoresWhatIsDamagedOrStrange) {
  const Request request = testing::RequestFor(Lines(Entries(20)));
  const std::string expected = Shown(lint::Run(request));
  Memory sound;
  RunWith(sound, request);
  for (std::size_t at = 0; at < 200; ++at) {
    Memory damaged;
    for (const auto& [name, bytes] : sound.files) {
      std::string changed = bytes;
      changed[at * 131 % changed.size()] ^= 0x20;
      damaged.files[name] = at % 3 == 0 ? bytes.substr(0, at * 17 % bytes.size()) : changed;
    }
    EXPECT_EQ(Shown(RunWith(damaged, request)), expected) << at;
  }
  Memory strange;
  for (const auto& [name, bytes] : sound.files) strange.files[name] = Sealed("strange");
  EXPECT_EQ(Shown(RunWith(strange, request)), expected);
}

TEST(Cache, KeepsNothingOfAnotherBuild) {
  Memory memory;
  const Request request = testing::RequestFor(Lines(Entries(20)));
  RunWith(memory, request);
  const std::size_t hits = memory.hits;
  memory.cache.build = "later";
  RunWith(memory, request);
  EXPECT_EQ(memory.hits, hits);
}

TEST(Blocks, OfAChangedCatalogueAreTheSameButForThoseAroundTheChange) {
  std::vector<std::string> entries = Entries(3000);
  Memory memory;
  RunWith(memory, testing::RequestFor(Lines(entries)));
  entries.insert(entries.begin() + 1234, EntryWithId("GD-MZ-9"));
  const Request changed = testing::RequestFor(Lines(entries));
  EXPECT_EQ(Shown(RunWith(memory, changed)), Shown(lint::Run(changed)));
}

TEST(Blocks, MoveNoOtherBorderWhenADocumentComesIn) {
  const auto ends = [](const std::vector<std::string>& entries) {
    base::SourceStore sources;
    const base::SourceId source = sources.Add("c", Lines(entries));
    const std::vector<TextRange> documents = DocumentsIn(sources[source].text);
    std::vector<std::string> texts;
    for (const BlockPlace& place : CutIntoBlocks(documents, source, sources)) {
      texts.emplace_back(sources.TextOf(place.span));
    }
    return texts;
  };
  std::vector<std::string> entries = Entries(3000);
  const auto before = ends(entries);
  entries.insert(entries.begin() + 10, EntryWithId("GD-MZ-9"));
  const auto after = ends(entries);
  ASSERT_GT(before.size(), 4u);
  std::size_t same = 0;
  for (const std::string& text : before) same += std::ranges::count(after, text) > 0 ? 1 : 0;
  EXPECT_GE(same + 2, before.size());
}

}  // namespace
}  // namespace zhun::lint
