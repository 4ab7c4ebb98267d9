#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/ast/tree.h"
#include "runtime/diagnostics/diagnostic.h"
#include "runtime/program/bundle.h"

namespace zhun::scenario {

/// What a path of a test means in the JSON documents.
struct Target {
  std::string document;           ///< key of the root: entry, application, context, grant, use, case_file
  std::vector<std::string> keys;  ///< from the top of the document down
  vocabulary::Type type;
  vocabulary::Form form = vocabulary::Form::kPlain;
  bool nullable = false;

  /// application.period.to, as decisions write it.
  std::string Path() const;
};

/// Looks `path` up in the vocabulary, in Chinese or English; 申请.认定.X leads to the finding whose name or code is X.
/// Reports what is there no such thing, or a member of a list.
std::optional<Target> Resolve(const program::Bundle& bundle, const ast::Token& path, diagnostics::Sink& sink);

}  // namespace zhun::scenario
