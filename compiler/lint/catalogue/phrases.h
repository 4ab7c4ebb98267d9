#pragma once

#include <string_view>
#include <vector>

namespace zhun::lint {

/// Whether a condition of use says nothing: it consists of phrases like 依申请共享, 业务协同, 等 and of punctuation alone.
bool IsVacuous(std::string_view text);

/// Whether a text says that there is no condition: 无, 无条件共享, 不限.
bool SaysNone(std::string_view text);

/// Whether a condition speaks of who may receive the data, or of what they may be used for.
bool SpeaksOfScope(std::string_view text);
bool SpeaksOfUse(std::string_view text);

/// Whether some text is neither vacuous nor says that there is no condition.
bool SaySomething(const std::vector<std::string_view>& texts);

}  // namespace zhun::lint
