#include "runtime/program/bundle.h"

#include "runtime/base/digest.h"
#include "runtime/base/file.h"
#include "runtime/program/bundle_fields.h"
#include "runtime/vocabulary/soundness.h"

namespace zhun::program {
namespace {

using diagnostics::Code;

constexpr std::string_view kMagic = "ZHUN";
constexpr std::size_t kDigestSize = 71;  // "sha256:" and 64 digits
constexpr std::size_t kHeaderSize = 4 + 1 + kDigestSize;

template <class T>
std::string Bytes(T& value) {
  Writer writer;
  Field(writer, value);
  return writer.Take();
}

template <class T>
bool ReadPart(Reader& reader, T& value, std::string* digest) {
  const std::string bytes = reader.Text();
  if (digest != nullptr) *digest = base::Digest(bytes);
  Reader part(bytes);
  Field(part, value);
  return !part.Failed() && part.AtEnd();
}

bool ReadParts(std::string_view body, Bundle& bundle) {
  Reader reader(body);
  const bool read = ReadPart(reader, bundle.vocabulary, nullptr) && ReadPart(reader, bundle.law, &bundle.digests.law) &&
                    ReadPart(reader, bundle.calendar, &bundle.digests.calendar) &&
                    ReadPart(reader, bundle.regions, nullptr) &&
                    ReadPart(reader, bundle.program, &bundle.digests.policies);
  return read && !reader.Failed() && reader.AtEnd() && vocabulary::IsSound(bundle.vocabulary) &&
         Verify(bundle.program, bundle.vocabulary);
}

}  // namespace

std::string WriteBundle(Bundle& bundle) {
  const std::string law = Bytes(bundle.law), calendar = Bytes(bundle.calendar), program = Bytes(bundle.program);
  bundle.digests = {base::Digest(program), base::Digest(law), base::Digest(calendar)};
  Writer body;
  body.Text(Bytes(bundle.vocabulary));
  body.Text(law);
  body.Text(calendar);
  body.Text(Bytes(bundle.regions));
  body.Text(program);
  const std::string bytes = body.Take();
  std::string file(kMagic);
  file.push_back(static_cast<char>(kBundleFormat));
  return file + base::Digest(bytes) + bytes;
}

std::optional<Bundle> ReadBundle(std::string_view bytes, const std::string& name, diagnostics::Sink& sink) {
  if (bytes.size() > kLargestBundle) {
    sink.ReportIn(Code::kFileTooLarge, "", "", {{"file", name}, {"limit", std::to_string(kLargestBundle)}});
    return std::nullopt;
  }
  if (bytes.substr(0, kMagic.size()) != kMagic || bytes.size() < kHeaderSize) {
    sink.ReportIn(bytes.substr(0, kMagic.size()) == kMagic ? Code::kBundleAltered : Code::kBundleNotOurs, name, "",
                  {{"file", name}});
    return std::nullopt;
  }
  const auto format = static_cast<std::uint8_t>(bytes[kMagic.size()]);
  if (format != kBundleFormat) {
    sink.ReportIn(Code::kBundleFormat, name, "",
                  {{"file", name}, {"found", std::to_string(format)}, {"known", std::to_string(kBundleFormat)}});
    return std::nullopt;
  }
  const std::string_view body = bytes.substr(kHeaderSize);
  if (base::Digest(body) != bytes.substr(kMagic.size() + 1, kDigestSize)) {
    sink.ReportIn(Code::kBundleAltered, name, "", {{"file", name}});
    return std::nullopt;
  }
  std::optional<Bundle> bundle(std::in_place);
  if (!ReadParts(body, *bundle)) {
    sink.ReportIn(Code::kBundleMalformed, name, "", {{"file", name}});
    return std::nullopt;
  }
  law::IndexNames(bundle->law);
  return bundle;
}

std::optional<Bundle> ReadBundleFile(const std::string& path, diagnostics::Sink& sink) {
  base::Words why;
  const std::optional<std::string> bytes = base::ReadFile(path, kLargestBundle, why);
  if (bytes) return ReadBundle(*bytes, path, sink);
  sink.ReportIn(Code::kFileUnreadable, "", "", {{"file", path}, {"why", why}});
  return std::nullopt;
}

}  // namespace zhun::program
