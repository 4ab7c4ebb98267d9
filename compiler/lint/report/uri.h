#pragma once

#include <string>
#include <string_view>

namespace zhun::lint {

/// The name of a file as a URI reference, percent-encoded: relative to the folder that the command ran in, or file://.
std::string UriOf(std::string_view name);

}  // namespace zhun::lint
