#include "runtime/engine/engine.h"

#include <gtest/gtest.h>

#include "runtime/engine/catalogue.h"
#include "tests/machine/case.h"
#include "tests/oracle/pair.h"

namespace zhun::machine {
namespace {

/// A bundle with one entry in its file, and cases about the entry.
class HeldEntry : public ::testing::Test {
 protected:
  void Make(std::uint64_t seed) {
    oracle::RandomSource random(seed);
    std::string messages;
    rules_ = oracle::CompileRules(oracle::MakeRules(oracle::ShippedLibrary().vocabulary, true, random), messages);
    ASSERT_NE(rules_, nullptr) << messages;
    const std::vector<std::string> findings = decision::FindingCodes(*rules_->bundle);
    oracle::RandomSource papers_random(seed * 31);
    oracle::Papers papers = oracle::MakePapers(oracle::ShippedLibrary().vocabulary, findings, papers_random);
    specialise::Catalogue catalogue(*rules_->bundle);
    diagnostics::Sink sink;
    ASSERT_TRUE(catalogue.Add(papers.entry.dump(), "entry", sink));
    store::Writer writer = program::Sections(*rules_->bundle);
    residual::AddSections(catalogue.Finish(), writer);
    file_ = writer.Finish();
    Settle(papers.application);
    texts_ = {papers.entry.dump(), papers.application.dump(), papers.context.dump(), *base::MakeDate(2026, 10, 8)};
  }

  std::unique_ptr<oracle::Rules> rules_;
  std::string file_;
  Texts texts_;
};

/// What a file comes to: the outcome; "refused" where it, the entry or the case is not taken.
std::string Decide(std::string_view bytes, const Texts& texts) {
  diagnostics::Sink sink;
  const auto bundle = program::ReadBundle(bytes, "bundle", sink);
  if (!bundle) return "refused";
  const auto mapped = engine::OpenCatalogue(*bundle, "bundle", sink);
  if (mapped == nullptr) return "refused";
  engine::Engine engine(*bundle, *mapped);
  engine::Ruling ruling;
  if (!engine.Decide({texts.application, texts.context, texts.as_of}, sink, ruling)) return "refused";
  return std::string(ruling.outcome);
}

TEST_F(HeldEntry, IsDecidedAsIfItWereHandedIn) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    Make(seed);
    const Full full = DecideInFull(*rules_->bundle, texts_);
    EXPECT_EQ(Decide(file_, texts_), full.outcome.empty() ? "refused" : full.outcome) << "seed " << seed;
  }
}

TEST_F(HeldEntry, IsTheOnlyOneThatCanBeAskedFor) {
  Make(2);
  nlohmann::json application = nlohmann::json::parse(texts_.application);
  application["entry"] = "E-2";
  texts_.application = application.dump();
  EXPECT_EQ(Decide(file_, texts_), "refused");
}

TEST_F(HeldEntry, IsNotDecidedFromAFileThatWasAltered) {
  Make(4);
  const std::string outcome = Decide(file_, texts_);
  ASSERT_NE(outcome, "refused");
  oracle::RandomSource random(9);
  for (int turn = 0; turn < 150; ++turn) {
    std::string altered = file_;
    const std::size_t at = random.Below(altered.size());
    altered[at] = static_cast<char>(altered[at] ^ 1 << random.Below(8));
    const std::string now = Decide(altered, texts_);
    EXPECT_TRUE(now == "refused" || now == outcome) << "byte " << at << ": " << now;
  }
  EXPECT_EQ(Decide(std::string_view(file_).substr(0, file_.size() - 1), texts_), "refused");
}

}  // namespace
}  // namespace zhun::machine
