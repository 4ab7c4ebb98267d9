#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Citations in documents, which no compiler reads, put into the form statutes have.
namespace zhun::lint {

/// `text` with Chinese numerals, items in full-width brackets, full-width brackets round the version, and no blanks.
/// Nothing where that would be no citation either, or `text` has this form already.
std::optional<std::string> InBetterForm(std::string_view text);

}  // namespace zhun::lint
