#include "compiler/driver/host.h"

#include <ostream>

#include "runtime/diagnostics/render_json.h"
#include "runtime/diagnostics/render_text.h"

namespace zhun::driver {
namespace fs = std::filesystem;

fs::path ShareOf(const fs::path& executable) {
  const fs::path folder = executable.parent_path();
  const fs::path installed = folder.parent_path() / "share" / "zhun";
  std::error_code none;
  if (fs::exists(installed, none)) return installed;
  return folder.parent_path().parent_path() / "share" / "zhun";
}

std::string BuildOf(const fs::path& executable) {
  std::error_code size_unknown, time_unknown;
  const auto size = fs::file_size(executable, size_unknown);
  const auto time = fs::last_write_time(executable, time_unknown).time_since_epoch().count();
  if (size_unknown || time_unknown) return {};
  return std::to_string(size) + "-" + std::to_string(time);
}

void Tell(const diagnostics::Sink& sink, const base::SourceStore& sources, Manner manner, Host& host) {
  if (sink.All().empty()) return;
  host.err << (manner.json ? diagnostics::RenderJsonLines(sink, sources)
                           : diagnostics::RenderReport(sink, sources, manner.language, host.terminal));
  host.err.flush();
}

void Tell(const diagnostics::Sink& sink, Manner manner, Host& host) { Tell(sink, base::SourceStore(), manner, host); }

fs::path Shared(const Host& host, const char* name, diagnostics::Sink& sink) {
  const fs::path path = host.share / name;
  std::error_code none;
  if (!fs::exists(path, none)) sink.ReportIn(diagnostics::Code::kSharedFileMissing, "", "", {{"file", path.string()}});
  return path;
}

}  // namespace zhun::driver
