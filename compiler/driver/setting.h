#pragma once

#include <optional>
#include <string>

#include "compiler/driver/host.h"
#include "runtime/program/bundle.h"
#include "runtime/values/document.h"

namespace zhun::driver {

/// What all cases of a run share.
struct Setting {
  values::Document context;
  base::Date as_of;
};

/// The day and the circumstances: --as-of, else as_of of the context, else today in Shanghai, stamped here once. Reports
/// a context that is malformed. `given` is the day of --as-of; `context` the text of --context, if there is one.
std::optional<Setting> SettingOf(const program::Bundle& bundle, std::optional<base::Date> given,
                                 const std::string* context, const std::string& name, const Host& host,
                                 diagnostics::Sink& sink);

/// A decision dated before the application was received is probably a slip.
void WarnBeforeReceived(const program::Bundle& bundle, const values::Document& application, base::Date as_of,
                        const std::string& name, diagnostics::Sink& sink);

/// Exit code of a decision by its code.
int ExitOf(const std::string& decision);

}  // namespace zhun::driver
