#pragma once

#include <memory>
#include <optional>
#include <string>

#include "compiler/driver/arguments.h"
#include "runtime/program/bundle.h"
#include "runtime/residual/mapped.h"
#include "runtime/values/document.h"

namespace zhun::driver {

/// Whether the options of `zhun decide` go together; reports each that does not.
bool CheckDecideUsage(const Arguments& arguments, diagnostics::Sink& sink);

/// Answers every application of --batch, one line each. Returns the exit code.
int DecideBatch(const Arguments& arguments, std::optional<base::Date> as_of, Host& host);

/// The same in short, about entries that the bundle holds.
int DecideBriefly(const Arguments& arguments, std::optional<base::Date> as_of, Host& host);

/// What all cases of a batch share.
struct Setting {
  std::string context_text;  ///< empty: none was given
  values::Document context;
  base::Date as_of;
};
/// Nothing where something is wrong that concerns every line; then `sink` has it. The day is `as_of`, else that of the
/// context, else today in Shanghai, stamped here once.
std::optional<Setting> ReadSetting(const Arguments& arguments, const program::Bundle& bundle,
                                   std::optional<base::Date> as_of, Host& host, diagnostics::Sink& sink);

/// The entries that a bundle holds; a bundle without any is reported.
std::unique_ptr<const residual::Mapped> OpenEntries(const program::Bundle& bundle, const std::string& name,
                                                    diagnostics::Sink& sink);

/// Exit code of a decision by its code.
int ExitOf(const std::string& decision);

}  // namespace zhun::driver
