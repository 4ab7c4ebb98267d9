#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "runtime/decision/decide.h"

/// From the papers of a case, as they were handed in, to a case that can be decided.
namespace zhun::decision {

/// The text of a document, and what messages call it.
struct Paper {
  std::string_view text;
  std::string name;
};

struct Papers {
  Paper entry, application;
  std::optional<Paper> context;
};

/// The papers of one case, bound as of one day.
struct BoundCase {
  values::Document entry, application, context;
  base::Date as_of;

  Case View() { return {entry, application, context, as_of}; }
};

/// The day to decide on: `given`, else as_of of the context. Nothing where neither says one.
std::optional<base::Date> DayOf(std::optional<base::Date> given, const std::optional<Paper>& context);

/// Binds what is known of the circumstances: the context, or an empty one where none was handed in.
std::optional<values::Document> BindCircumstances(const program::Bundle& bundle, const std::optional<Paper>& context,
                                                  base::Date as_of, diagnostics::Sink& sink);

/// Binds all papers. Every fault of each is reported; with any there is no case. `finding_codes`: see `FindingCodes`.
std::optional<BoundCase> BindCase(const program::Bundle& bundle, std::span<const std::string> finding_codes,
                                  const Papers& papers, base::Date as_of, diagnostics::Sink& sink);

/// A decision dated before the application was received is probably a slip; part of `BindCase`.
void WarnBeforeReceived(const program::Bundle& bundle, const values::Document& application, base::Date as_of,
                        const std::string& name, diagnostics::Sink& sink);

}  // namespace zhun::decision
