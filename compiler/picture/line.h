#pragma once

#include <string>

#include "compiler/picture/markup.h"

namespace zhun::picture {

/// The case as a time line in SVG: events in order on the axis, one lane a deadline, the day asked about as a line across.
std::string TimeLine(const timeline::Result& result, const Speaker& speaker);

}  // namespace zhun::picture
