#pragma once

#include <string_view>
#include <utility>
#include <vector>

/// Places inside JSON texts, found when a message is printed, so that reading need not keep them.
namespace zhun::lint {

/// Byte range [begin, end) of a text.
using TextRange = std::pair<std::size_t, std::size_t>;

/// The documents in a text: elements of a list, or the objects one after another (NDJSON), or one object. A line of NDJSON
/// that is no JSON is a document too. Blank lines are none.
std::vector<TextRange> DocumentsIn(std::string_view text);

/// Where the pointer (RFC 6901) leads in the JSON document `text`: a scalar's range, of an object or list its opening
/// bracket. What is not there gives the nearest thing above it that is.
TextRange Locate(std::string_view text, std::string_view pointer);

}  // namespace zhun::lint
