#pragma once

#include <optional>

#include "compiler/driver/arguments.h"
#include "compiler/driver/host.h"
#include "runtime/timeline/timeline.h"

namespace zhun::driver {

/// The readings that --reading asks for; reports what is none.
timeline::Readings ReadingsOf(const Arguments& arguments, const vocabulary::Vocabulary& vocabulary,
                              diagnostics::Sink& sink);

/// Answers every case of --batch, one line each. Returns the exit code; what is wrong is in `sink`.
int FollowBatch(const Arguments& arguments, timeline::Moment as_of, Host& host, diagnostics::Sink& sink);

}  // namespace zhun::driver
