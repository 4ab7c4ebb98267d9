// zhun_batch_*
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/arrow/answers.h"
#include "runtime/arrow/rows.h"
#include "runtime/embed/handles.h"

namespace {

using zhun::diagnostics::Sink;
using zhun::embed::IsGiven;

/// The context and the day; nothing where there is no day.
std::optional<zhun::engine::Circumstances> CircumstancesOf(const zhun_batch& batch, const char* context, size_t size,
                                                           const char* as_of, Sink& sink) {
  std::optional<zhun::decision::Paper> paper;
  if (context != nullptr) paper = {{context, size}, "context"};
  const auto time = zhun::embed::TimeOf(as_of, paper, sink);
  if (!time && sink.HasErrors()) return std::nullopt;
  // A context at fault would be told again for every application.
  const zhun::base::Date day = time ? time->day : zhun::base::Date();
  if (!zhun::decision::BindCircumstances(*batch.rules.bundle, paper, day, sink)) return std::nullopt;
  if (!time) sink.ReportIn(zhun::diagnostics::Code::kAsOfMissing, "", "");
  if (!time) return std::nullopt;
  return zhun::engine::Circumstances{paper ? paper->text : std::string_view(), day};
}

constexpr std::size_t kTogether = 65'536;  ///< rows whose documents are in memory at a time

std::vector<zhun::engine::Answer> DecideRows(zhun::engine::BatchEngine& engine, const zhun::arrow::Rows& rows,
                                             const zhun::engine::Circumstances& circumstances) {
  std::vector<zhun::engine::Answer> answers;
  std::string text;
  std::vector<std::size_t> ends;
  std::vector<std::string_view> documents;
  for (std::size_t first = 0; first < rows.Size(); first += kTogether) {
    text.clear();
    ends.clear();
    documents.clear();
    for (std::size_t row = first; row < std::min(rows.Size(), first + kTogether); ++row) {
      rows.Write(row, text);
      ends.push_back(text.size());
    }
    std::size_t from = 0;
    for (const std::size_t end : ends) {
      documents.push_back(std::string_view(text).substr(from, end - from));
      from = end;
    }
    std::ranges::move(engine.Decide(documents, circumstances), std::back_inserter(answers));
  }
  return answers;
}

std::vector<std::string> CodesOf(const zhun_batch& batch) {
  std::vector<std::string> codes;
  for (const zhun::program::Rule& rule : batch.rules.bundle->program.rules) codes.push_back(rule.code);
  return codes;
}

}  // namespace

extern "C" {

zhun_batch* zhun_batch_new(const zhun_bundle* bundle, unsigned threads, zhun_diagnostics** faults) {
  return zhun::embed::AnswerOrTell(faults, [&](Sink& sink) -> zhun_batch* {
    if (!IsGiven(bundle, "zhun_batch_new", "bundle", sink)) return nullptr;
    if (!zhun::embed::HoldsEntries(*bundle, sink)) return nullptr;
    return new zhun_batch(*bundle, threads);
  });
}

void zhun_batch_free(zhun_batch* batch) { delete batch; }

char* zhun_batch_lines(zhun_batch* batch, const char* lines, size_t lines_size, const char* context,
                       size_t context_size, const char* as_of, size_t* size, zhun_diagnostics** faults) {
  if (size != nullptr) *size = 0;
  return zhun::embed::AnswerOrTell(faults, [&](Sink& sink) -> char* {
    static constexpr const char* kHere = "zhun_batch_lines";
    const bool batch_given = IsGiven(batch, kHere, "batch", sink);
    const bool lines_given = IsGiven(lines, kHere, "lines", sink);
    if (!batch_given || !lines_given) return nullptr;
    const auto circumstances = CircumstancesOf(*batch, context, context_size, as_of, sink);
    if (!circumstances) return nullptr;
    return zhun::embed::Handed(batch->engine.DecideLines({lines, lines_size}, *circumstances), size);
  });
}

int zhun_batch_columns(zhun_batch* batch, const struct ArrowSchema* schema, const struct ArrowArray* rows,
                       const char* context, size_t context_size, const char* as_of, struct ArrowSchema* answers_schema,
                       struct ArrowArray* answers, zhun_diagnostics** faults) {
  return zhun::embed::AnswerOrTell(faults, [&](Sink& sink) -> int {
    static constexpr const char* kHere = "zhun_batch_columns";
    bool given = IsGiven(batch, kHere, "batch", sink);
    given = IsGiven(schema, kHere, "schema", sink) && given;
    given = IsGiven(rows, kHere, "rows", sink) && given;
    given = IsGiven(answers_schema, kHere, "answers_schema", sink) && given;
    given = IsGiven(answers, kHere, "answers", sink) && given;
    if (!given) return 0;
    const auto circumstances = CircumstancesOf(*batch, context, context_size, as_of, sink);
    const auto read = zhun::arrow::Rows::Of(*schema, *rows, sink);
    if (!circumstances || !read) return 0;
    zhun::arrow::Export(DecideRows(batch->engine, *read, *circumstances), CodesOf(*batch), *answers_schema, *answers);
    return 1;
  });
}

}  // extern "C"
