#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "runtime/diagnostics/diagnostic.h"

namespace zhun::diagnostics {
namespace {

using ::testing::ElementsAre;

/// Any error row will do; the row about the limit itself is special and therefore not used here.
constexpr Code kError = Code{0};

base::Span At(std::uint32_t source, std::uint32_t begin, std::uint32_t end) {
  return {base::SourceId{source}, begin, end};
}

std::vector<std::string> Pointers(const Sink& sink) {
  std::vector<std::string> pointers;
  for (const Diagnostic& diagnostic : sink.All()) pointers.push_back(diagnostic.file + diagnostic.pointer);
  return pointers;
}

std::vector<std::uint32_t> Begins(const Sink& sink) {
  std::vector<std::uint32_t> begins;
  for (const Diagnostic& diagnostic : sink.All()) begins.push_back(diagnostic.span.begin);
  return begins;
}

TEST(Sink, TheRowUsedByTheseTestsIsAnError) {
  ASSERT_EQ(SeverityOf(kError), Severity::kError);
  ASSERT_NE(kError, Code::kTooManyErrors);
}

TEST(Sink, StartsWithoutErrors) {
  const Sink sink;
  EXPECT_FALSE(sink.HasErrors());
  EXPECT_EQ(sink.ErrorCount(), 0u);
  EXPECT_TRUE(sink.All().empty());
}

TEST(Sink, KeepsWhatIsAddedToTheReference) {
  Sink sink;
  sink.Report(kError, At(0, 3, 5)).help = {"帮助。", "Help."};
  ASSERT_EQ(sink.All().size(), 1u);
  EXPECT_EQ(sink.All().front().help.en, "Help.");
  EXPECT_EQ(sink.All().front().span, At(0, 3, 5));
  EXPECT_TRUE(sink.HasErrors());
}

TEST(Sink, ADocumentMessageHasNoSpan) {
  Sink sink;
  const Diagnostic& diagnostic = sink.ReportIn(kError, "a.json", "/period", {{"key", "to"}});
  EXPECT_FALSE(diagnostic.span.source.IsValid());
  EXPECT_EQ(diagnostic.pointer, "/period");
  EXPECT_EQ(diagnostic.arguments.front().key, "key");
}

TEST(Sink, BeyondTheLimitOneRowCountsTheRest) {
  Sink sink(2);
  for (std::uint32_t i = 0; i < 7; ++i) sink.Report(kError, At(0, 10 * i, 10 * i + 1)).help = {"甲", "A"};
  ASSERT_EQ(sink.All().size(), 3u);
  EXPECT_EQ(sink.All().back().code, Code::kTooManyErrors);
  EXPECT_THAT(MessageOf(sink.All().back()).en, ::testing::HasSubstr("5"));
  EXPECT_EQ(sink.ErrorCount(), 7u);
  EXPECT_TRUE(sink.All().back().help.en.empty()) << "what is added to a message left out must not be seen";
}

TEST(Sink, ALimitOfExactlyTheErrorsLeavesNothingOut) {
  Sink sink(2);
  sink.Report(kError, At(0, 1, 2));
  sink.Report(kError, At(0, 2, 3));
  EXPECT_EQ(sink.All().size(), 2u);
}

TEST(Sink, TheRowAboutTheRestStaysLast) {
  Sink sink(1);
  for (std::uint32_t i = 0; i < 3; ++i) sink.Report(kError, At(0, i, i));
  sink.ReportIn(kError, "z.json", "");
  sink.Sort();
  ASSERT_EQ(sink.All().size(), 2u);
  EXPECT_EQ(sink.All().back().code, Code::kTooManyErrors);
}

TEST(Sink, SortsBySourceAndOffset) {
  Sink sink;
  sink.Report(kError, At(1, 1, 2));
  sink.Report(kError, At(0, 9, 10));
  sink.Report(kError, At(0, 4, 8));
  sink.Report(kError, At(0, 4, 6));
  sink.Sort();
  EXPECT_THAT(Begins(sink), ElementsAre(4, 4, 9, 1));
  EXPECT_EQ(sink.All().front().span.end, 6u);
}

TEST(Sink, SortsDocumentsByFileAndPointerWithNumbersAsNumbers) {
  Sink sink;
  for (const char* pointer : {"/items/10/name", "/items/2", "", "/items/2/name", "/basis", "/items"}) {
    sink.ReportIn(kError, "a", pointer);
  }
  sink.ReportIn(kError, "A", "/z");
  sink.Sort();
  EXPECT_THAT(Pointers(sink),
              ElementsAre("A/z", "a", "a/basis", "a/items", "a/items/2", "a/items/2/name", "a/items/10/name"));
}

TEST(Sink, MessagesWithAPlaceInASourceStandBeforeThoseAboutDocuments) {
  Sink sink;
  sink.ReportIn(kError, "a", "/x");
  sink.Report(kError, At(3, 0, 1));
  sink.Sort();
  EXPECT_TRUE(sink.All().front().span.source.IsValid());
}

TEST(Sink, AtOnePlaceTheCodeDecides) {
  const Code other{1};
  Sink sink;
  const bool ascending = CodeText(kError) < CodeText(other);
  sink.Report(ascending ? other : kError, At(0, 1, 2));
  sink.Report(ascending ? kError : other, At(0, 1, 2));
  sink.Sort();
  EXPECT_LT(CodeText(sink.All()[0].code), CodeText(sink.All()[1].code));
}

TEST(Sink, ExactRepetitionsAreDroppedAndNotCounted) {
  Sink sink;
  sink.Report(kError, At(0, 1, 2), {{"name", "甲"}});
  sink.Report(kError, At(0, 1, 2), {{"name", "乙"}});
  sink.Report(kError, At(0, 1, 2), {{"name", "甲"}});
  sink.Sort();
  EXPECT_EQ(sink.All().size(), 2u);
  EXPECT_EQ(sink.ErrorCount(), 2u);
}

TEST(Sink, WhatDiffersInAnyPartIsNoRepetition) {
  Sink sink;
  sink.Report(kError, At(0, 1, 2));
  sink.Report(kError, At(0, 1, 3));
  sink.Report(kError, At(0, 1, 2)).help = {"甲", "A"};
  sink.Report(kError, At(0, 1, 2)).labels.push_back({At(0, 7, 8), {"乙", "B"}});
  sink.Report(kError, At(0, 1, 2)).fixes.push_back({At(0, 7, 8), "x", {}});
  sink.ReportIn(kError, "f", "a");
  sink.ReportIn(kError, "f", "b");
  sink.Sort();
  EXPECT_EQ(sink.All().size(), 7u);
}

TEST(Sink, SortingAgainChangesNothing) {
  Sink sink(3);
  for (std::uint32_t i = 0; i < 9; ++i) sink.Report(kError, At(i % 2, 50 - i, 60), {{"name", std::to_string(i)}});
  sink.Sort();
  const std::vector<std::uint32_t> once = Begins(sink);
  sink.Sort();
  EXPECT_EQ(Begins(sink), once);
  EXPECT_EQ(sink.ErrorCount(), 9u);
}

}  // namespace
}  // namespace zhun::diagnostics
