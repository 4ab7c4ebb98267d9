#pragma once

#include <string>
#include <string_view>

#include "runtime/base/source.h"

namespace zhun::dump {

/// `2:5-2:7`, lines and columns from 1, columns in characters, the end exclusive.
std::string PlaceOf(const base::SourceStore& sources, base::Span span);
/// `text` in straight quotation marks on one line: " \ and line ends escaped.
std::string Quoted(std::string_view text);

}  // namespace zhun::dump
