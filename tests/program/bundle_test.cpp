#include "runtime/program/bundle.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "compiler/pipeline/compile.h"
#include "runtime/base/digest.h"

// Bundles as values: what is written is what is read.
namespace zhun::program {
namespace {

using store::Kind;

/// The shipped library and the base policies.
Bundle MakeBundle() {
  diagnostics::Sink sink;
  std::optional<pipeline::Library> library = pipeline::LoadLibrary(ZHUN_SOURCE_DIR "/stdlib", sink);
  const auto files = pipeline::FindPolicies(ZHUN_SOURCE_DIR "/policies/regulation", sema::Role::kBase, sink);
  pipeline::Compilation compilation;
  if (!library || !pipeline::Compile(*library, files, pipeline::Step::kEmit, compilation, sink)) return {};
  return {std::move(library->vocabulary), std::move(library->law),        std::move(library->calendar),
          std::move(library->regions),    std::move(compilation.program), {}};
}

class WrittenBundle : public ::testing::Test {
 protected:
  /// The bundle with one section replaced, read; what was reported, or nothing.
  std::string CodeOf(Kind kind, std::string bytes) {
    store::Writer writer = Sections(bundle_);
    writer.Add(kind, std::move(bytes));
    return CodeOf(writer.Finish());
  }
  static std::string CodeOf(const std::string& file) {
    diagnostics::Sink sink;
    const bool read = ReadBundle(file, "x.zb", sink).has_value();
    EXPECT_NE(read, sink.HasErrors());
    return read ? "" : std::string(diagnostics::CodeText(sink.All().front().code));
  }
  std::optional<Bundle> Read() {
    diagnostics::Sink sink;
    return ReadBundle(WriteBundle(bundle_), "x.zb", sink);
  }
  std::string SectionOf(Kind kind) {
    const store::Opened opened = store::File::Copy(WriteBundle(bundle_));
    return std::string(opened.file->Section(kind).value);
  }

  Bundle bundle_ = MakeBundle();
};

TEST_F(WrittenBundle, IsReadAsItWasWritten) {
  const std::optional<Bundle> read = Read();
  ASSERT_TRUE(read);
  EXPECT_EQ(read->law, bundle_.law);
  EXPECT_EQ(read->calendar, bundle_.calendar);
  EXPECT_EQ(read->regions, bundle_.regions);
  EXPECT_EQ(read->vocabulary.records.size(), bundle_.vocabulary.records.size());
  EXPECT_TRUE(std::ranges::any_of(read->law.instruments, [](const auto& each) { return !each.texts.empty(); }));
}

TEST_F(WrittenBundle, IsTheSameOnceReadAndWrittenAgain) {
  std::optional<Bundle> read = Read();
  ASSERT_TRUE(read);
  EXPECT_EQ(WriteBundle(*read), WriteBundle(bundle_));
}

TEST_F(WrittenBundle, IsTheSameMapped) {
  const std::string path = ::testing::TempDir() + "zhun_program_mapped.zb";
  std::ofstream(path, std::ios::binary) << WriteBundle(bundle_);
  diagnostics::Sink sink;
  const std::optional<Bundle> read = ReadBundle(store::File::Open(path), path, sink);
  std::filesystem::remove(path);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->law, bundle_.law);
}

TEST_F(WrittenBundle, QuotesDigestsOfItsSections) {
  const std::optional<Bundle> read = Read();
  ASSERT_TRUE(read);
  EXPECT_EQ(read->digests.policies, base::Digest(SectionOf(Kind::kProgram)));
  EXPECT_EQ(read->digests.law, base::Digest(SectionOf(Kind::kLaw) + SectionOf(Kind::kLawTexts)));
  EXPECT_EQ(read->digests.calendar, base::Digest(SectionOf(Kind::kCalendar)));
}

TEST_F(WrittenBundle, NeedsEverySection) {
  const store::Opened whole = store::File::Copy(WriteBundle(bundle_));
  constexpr Kind kKinds[] = {Kind::kDigests,  Kind::kVocabulary, Kind::kLaw,     Kind::kLawTexts,
                             Kind::kLawNames, Kind::kCalendar,   Kind::kRegions, Kind::kProgram};
  for (const Kind left_out : kKinds) {
    store::Writer writer;
    for (const Kind kind : kKinds) {
      if (kind != left_out) writer.Add(kind, std::string(whole.file->Section(kind).value));
    }
    EXPECT_EQ(CodeOf(writer.Finish()), "Z6004") << static_cast<int>(left_out);
  }
}

TEST_F(WrittenBundle, IsMalformedWhereASectionIsLongerOrShorter) {
  for (const Kind kind : {Kind::kDigests, Kind::kVocabulary, Kind::kLaw, Kind::kLawTexts, Kind::kLawNames,
                          Kind::kCalendar, Kind::kRegions, Kind::kProgram}) {
    const std::string sound = SectionOf(kind);
    EXPECT_EQ(CodeOf(kind, sound), "");
    EXPECT_EQ(CodeOf(kind, sound + '\0'), "Z6004") << static_cast<int>(kind);
    EXPECT_EQ(CodeOf(kind, sound.substr(0, sound.size() - 1)), "Z6004") << static_cast<int>(kind);
  }
}

/// Whoever prints or compares a text relies on it; the checksums of these files fit.
TEST_F(WrittenBundle, HoldsNoTextThatIsNotUtf8) {
  for (std::string* text : {&bundle_.vocabulary.records.front().key, &bundle_.law.instruments.front().name,
                            &bundle_.regions.regions.front().name, &bundle_.program.texts.front()}) {
    const std::string sound = *text;
    for (const char* broken : {"mod\xee", "\xff", "\xc0\x80", "\xed\xa0\x80"}) {
      *text = sound + broken;
      EXPECT_EQ(CodeOf(WriteBundle(bundle_)), "Z6004");
    }
    *text = sound;
  }
  EXPECT_EQ(CodeOf(WriteBundle(bundle_)), "");
}

/// The attribute that a sound value is read from names what is missing.
TEST_F(WrittenBundle, ReadsSoundValuesFromAttributes) {
  Program& program = bundle_.program;
  const auto sound = std::ranges::find(program.nodes, Op::kSound, &Node::op);
  ASSERT_NE(sound, program.nodes.end());
  std::uint32_t& operand = program.operands[sound->first_operand];
  operand = program.operands[sound->first_operand + 1];
  EXPECT_NE(program.nodes[operand].op, Op::kField);
  EXPECT_EQ(CodeOf(WriteBundle(bundle_)), "Z6004");
}

TEST_F(WrittenBundle, HasNamesInOrderAndOfInstrumentsThatThereAre) {
  bundle_.law.names.front().versions.front() = static_cast<std::uint32_t>(bundle_.law.instruments.size());
  EXPECT_EQ(CodeOf(WriteBundle(bundle_)), "Z6004");
  law::IndexNames(bundle_.law);
  EXPECT_EQ(CodeOf(WriteBundle(bundle_)), "");
  std::swap(bundle_.law.names.front(), bundle_.law.names.back());
  EXPECT_EQ(CodeOf(WriteBundle(bundle_)), "Z6004");
}

TEST_F(WrittenBundle, GivesTextsAlsoWhenItIsGoneItself) {
  std::optional<Bundle> read = Read();
  ASSERT_TRUE(read);
  const law::Registry law = read->law;
  read.reset();
  EXPECT_EQ(law, bundle_.law);
}

TEST_F(WrittenBundle, GivesTextsToThreadsAtOnce) {
  const std::optional<Bundle> read = Read();
  ASSERT_TRUE(read);
  std::vector<std::thread> readers;
  for (int i = 0; i < 4; ++i) readers.emplace_back([&] { EXPECT_EQ(read->law, bundle_.law); });
  for (std::thread& reader : readers) reader.join();
}

/// A part that is no list of texts, among sound ones and with fitting checksums: that instrument has no text.
TEST_F(WrittenBundle, HasNoTextWhereAForgedPartIsNone) {
  std::string parts;
  for (std::size_t i = 0; i < bundle_.law.instruments.size(); ++i) parts += std::string("\x02\xff\xff", 3);
  store::Writer writer = Sections(bundle_);
  writer.Add(Kind::kLawTexts, parts);
  diagnostics::Sink sink;
  const std::optional<Bundle> read = ReadBundle(writer.Finish(), "x.zb", sink);
  ASSERT_TRUE(read);
  for (const law::Instrument& instrument : read->law.instruments) EXPECT_TRUE(instrument.texts.empty());
}

}  // namespace
}  // namespace zhun::program
