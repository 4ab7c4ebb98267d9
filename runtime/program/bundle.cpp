#include "runtime/program/bundle.h"

#include <algorithm>
#include <filesystem>
#include <functional>

#include "runtime/base/digest.h"
#include "runtime/base/file.h"
#include "runtime/program/bundle_fields.h"
#include "runtime/vocabulary/soundness.h"

namespace zhun::program {
namespace {

using store::Fault;
using store::Kind;

template <class T>
std::string Bytes(T& value) {
  Writer writer;
  Field(writer, value);
  return writer.Take();
}

template <class T>
Fault ReadPart(const store::File& file, Kind kind, T& value) {
  const store::Result<std::string_view> bytes = file.Section(kind);
  if (!bytes) return bytes.fault;
  Reader part(bytes.value);
  Field(part, value);
  return !part.Failed() && part.AtEnd() ? Fault::kNone : Fault::kMalformed;
}

/// One part an instrument, so that a text is read when it is first quoted.
std::string TextsOf(const law::Registry& law) {
  Writer writer;
  for (const law::Instrument& instrument : law.instruments) {
    std::vector<law::ArticleText> texts = instrument.texts.All();
    writer.Text(texts.empty() ? std::string() : Bytes(texts));
  }
  return writer.Take();
}

/// Nothing where the bytes, whose checksum fits, are no texts: a bundle that lacks texts is no more of a forgery.
std::vector<law::ArticleText> ParsedTexts(std::string_view bytes) {
  Reader reader(bytes);
  std::vector<law::ArticleText> texts;
  Field(reader, texts);
  if (reader.Failed() || !reader.AtEnd()) texts.clear();
  return texts;
}

/// Verifies the bytes of all texts and reads none.
Fault FindTexts(const std::shared_ptr<const store::File>& file, law::Registry& law) {
  const store::Result<std::string_view> bytes = file->Section(Kind::kLawTexts);
  if (!bytes) return bytes.fault;
  Reader reader(bytes.value);
  for (law::Instrument& instrument : law.instruments) {
    const std::string_view part = reader.View();
    if (!part.empty()) instrument.texts = law::ArticleTexts([file, part] { return ParsedTexts(part); });
  }
  return !reader.Failed() && reader.AtEnd() ? Fault::kNone : Fault::kMalformed;
}

/// Whether look-ups in the names end at versions that there are.
bool AreSound(const std::vector<law::NameEntry>& names, std::size_t instruments) {
  const auto ascending = [](const law::NameEntry& left, const law::NameEntry& right) { return left.key < right.key; };
  return std::ranges::adjacent_find(names, std::not_fn(ascending)) == names.end() &&
         std::ranges::all_of(names, [&](const law::NameEntry& name) {
           return std::ranges::all_of(name.versions, [&](std::uint32_t version) { return version < instruments; });
         });
}

/// The parts in the order of their kinds; the first fault ends it.
Fault ReadParts(Bundle& bundle) {
  const store::File& file = *bundle.file;
  Fault fault = Fault::kNone;
  const auto read = [&](Kind kind, auto& value) {
    fault = ReadPart(file, kind, value);
    return fault == Fault::kNone;
  };
  const bool all = read(Kind::kDigests, bundle.digests) && read(Kind::kVocabulary, bundle.vocabulary) &&
                   read(Kind::kLaw, bundle.law) && read(Kind::kCalendar, bundle.calendar) &&
                   read(Kind::kRegions, bundle.regions) && read(Kind::kProgram, bundle.program) &&
                   read(Kind::kLawNames, bundle.law.names);
  if (!all) return fault;
  if (fault = FindTexts(bundle.file, bundle.law); fault != Fault::kNone) return fault;
  const bool sound = AreSound(bundle.law.names, bundle.law.instruments.size()) &&
                     vocabulary::IsSound(bundle.vocabulary) && Verify(bundle.program, bundle.vocabulary);
  return sound ? Fault::kNone : Fault::kMalformed;
}

std::nullopt_t TooLarge(const std::string& name, std::uint64_t limit, diagnostics::Sink& sink) {
  sink.ReportIn(diagnostics::Code::kFileTooLarge, "", "", {{"file", name}, {"limit", std::to_string(limit)}});
  return std::nullopt;
}

}  // namespace

store::Writer Sections(Bundle& bundle) {
  std::string law = Bytes(bundle.law), texts = TextsOf(bundle.law), calendar = Bytes(bundle.calendar);
  std::string program = Bytes(bundle.program);
  bundle.digests = {base::Digest(program), base::Digest(law + texts), base::Digest(calendar)};
  store::Writer writer;
  writer.Add(Kind::kDigests, Bytes(bundle.digests));
  writer.Add(Kind::kVocabulary, Bytes(bundle.vocabulary));
  writer.Add(Kind::kLaw, std::move(law));
  writer.Add(Kind::kLawTexts, std::move(texts));
  writer.Add(Kind::kLawNames, Bytes(bundle.law.names));
  writer.Add(Kind::kCalendar, std::move(calendar));
  writer.Add(Kind::kRegions, Bytes(bundle.regions));
  writer.Add(Kind::kProgram, std::move(program));
  return writer;
}

std::string WriteBundle(Bundle& bundle) { return Sections(bundle).Finish(); }

std::optional<Bundle> ReadBundle(std::string_view bytes, const std::string& name, diagnostics::Sink& sink) {
  if (bytes.size() > kLargestBundle) return TooLarge(name, kLargestBundle, sink);
  return ReadBundle(store::File::Copy(bytes), name, sink);
}

std::optional<Bundle> ReadBundle(store::Opened opened, const std::string& name, diagnostics::Sink& sink) {
  std::optional<Bundle> bundle(std::in_place);
  bundle->file = std::move(opened.file);
  const Fault fault = opened ? ReadParts(*bundle) : opened.fault;
  if (fault != Fault::kNone) {
    store::Report(fault, name, opened.format, sink);
    return std::nullopt;
  }
  return bundle;
}

std::optional<Bundle> ReadBundleFile(const std::string& path, diagnostics::Sink& sink) {
  std::error_code none;
  const std::uintmax_t size = std::filesystem::file_size(path, none);
  if (!none && size > kLargestFile) return TooLarge(path, kLargestFile, sink);
  store::Opened opened = store::File::Open(path);
  if (opened.fault != Fault::kUnreadable) return ReadBundle(std::move(opened), path, sink);
  // What cannot be mapped, a pipe, may still be read. Where it cannot be read, this says why.
  base::Words why;
  const std::optional<std::string> bytes = base::ReadFile(path, kLargestBundle, why);
  if (bytes) return ReadBundle(*bytes, path, sink);
  sink.ReportIn(diagnostics::Code::kFileUnreadable, "", "", {{"file", path}, {"why", why}});
  return std::nullopt;
}

}  // namespace zhun::program
