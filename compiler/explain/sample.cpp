#include "compiler/explain/sample.h"

#include <algorithm>

namespace zhun::explain {
namespace {

using diagnostics::Code;

/// A text of several lines begins on the line after its opening mark.
std::string Text(std::string_view written) { return std::string(written.substr(written.starts_with('\n') ? 1 : 0)); }

std::vector<Sample> ReadTables() {
  using enum Frame;
  std::vector<Sample> rows = {
#define ZHUN_SAMPLE(NAME, FRAME, ALSO, BAD_ZH, GOOD_ZH, BAD_EN, GOOD_EN) \
  {Code::k##NAME, FRAME, ALSO, {Text(BAD_ZH), Text(BAD_EN)}, {Text(GOOD_ZH), Text(GOOD_EN)}},
#define ZHUN_SAMPLE_BOTH(NAME, FRAME, ALSO, BAD, GOOD) ZHUN_SAMPLE(NAME, FRAME, ALSO, BAD, GOOD, BAD, GOOD)
#include "compiler/explain/samples_1xxx.def"
#include "compiler/explain/samples_2xxx.def"
#include "compiler/explain/samples_3xxx.def"
#include "compiler/explain/samples_4xxx.def"
#include "compiler/explain/samples_5xxx.def"
#include "compiler/explain/samples_6xxx.def"
#include "compiler/explain/samples_7xxx.def"
#include "compiler/explain/samples_8xxx.def"
#include "compiler/explain/samples_9xxx.def"
#undef ZHUN_SAMPLE_BOTH
#undef ZHUN_SAMPLE
  };
  std::ranges::sort(rows, {}, [](const Sample& row) { return diagnostics::CodeText(row.code); });
  return rows;
}

}  // namespace

const std::vector<Sample>& Samples() {
  static const std::vector<Sample> rows = ReadTables();
  return rows;
}

const Sample* SampleOf(Code code) {
  const auto found = std::ranges::find(Samples(), code, &Sample::code);
  return found == Samples().end() ? nullptr : &*found;
}

std::string_view FormOf(Frame frame) {
  switch (frame) {
    case Frame::kApplication:
    case Frame::kEntry:
    case Frame::kDocument:
    case Frame::kRecord: return "json";
    case Frame::kLibrary: return "data";
    case Frame::kCalls: return "c";
    case Frame::kCommands: return "commands";
    default: return "zhun";
  }
}

}  // namespace zhun::explain
