#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/words.h"
#include "runtime/diagnostics/diagnostic.h"

/// What a message means, for `zhun explain`: its sentence, why it exists, and a sample of it, wrong and put right.
namespace zhun::driver {

/// A row of the catalogue; the keys of its pattern are not filled in.
struct Message {
  diagnostics::Code code{};
  base::Words pattern;
};

/// Every message in the order of codes.
const std::vector<Message>& Messages();
/// nullptr: there is no such code.
const Message* FindMessage(std::string_view code_text);

std::string MessageAsText(const Message& message, base::Language language);
/// One object, without a line end.
std::string MessageAsJson(const Message& message);
/// Pages of all, with a line between two.
std::string MessagesAsText(std::span<const Message> messages, base::Language language);

}  // namespace zhun::driver
