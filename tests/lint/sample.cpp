#include "tests/lint/sample.h"

#include <sstream>
#include <stdexcept>

#include "tests/explain/situation_files.h"
#include "tests/lint/linted.h"

namespace zhun::testing {
namespace {

using namespace explain::testing;
using explain::Frame;

/// The rest of a line that begins with `// ` and is one word with a dot: the name of a file.
std::string NamedBy(const std::string& line) {
  const bool names = line.starts_with("// ") && line.find(' ', 3) == std::string::npos;
  return names && line.find('.') != std::string::npos ? line.substr(3) : "";
}

void AddFile(lint::Request& request, const std::string& name, const std::string& text) {
  if (name == "catalog.json") {
    request.catalogue = lint::DocumentText{name, text};
  } else if (name == "application.json") {
    request.applications = lint::DocumentText{name, text};
  } else {
    const bool base = name.starts_with("regulation/");
    AddPolicy(request, name, base ? sema::Role::kBase : sema::Role::kEntry);
    request.files.back().text = text;
  }
}

void AddFiles(lint::Request& request, const std::string& text) {
  std::string name = "policy.zhun", content;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::string next = NamedBy(line);
    if (next.empty()) {
      content += line + "\n";
      continue;
    }
    if (!content.empty()) AddFile(request, name, content);
    name = next;
    content.clear();
  }
  AddFile(request, name, content);
}

}  // namespace

lint::Outcome LintSample(Frame frame, const std::string& text) {
  lint::Request request = EmptyRequest();
  request.catalogue = lint::DocumentText{"catalog.json", SoundEntry()};
  switch (frame) {
    case Frame::kRule: AddFile(request, "policy.zhun", EntryPolicy(Requirement(text))); break;
    case Frame::kPolicy: AddFile(request, "policy.zhun", EntryPolicy(text)); break;
    case Frame::kBasePolicy: AddFile(request, "regulation/policy.zhun", BasePolicy(text)); break;
    case Frame::kFiles: AddFiles(request, text); break;
    case Frame::kEntry: request.catalogue->text = WithMembers(SoundEntry(), text); break;
    case Frame::kApplication:
      request.applications = lint::DocumentText{"application.json", WithMembers(SoundApplication(), text)};
      break;
    case Frame::kDocument: request.catalogue->text = text; break;
    default: throw std::logic_error("no frame for the sample of a lint rule");
  }
  return lint::Run(request);
}

}  // namespace zhun::testing
