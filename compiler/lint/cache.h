#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "compiler/lint/run.h"

/// Results kept between runs. What is kept is found by digests of everything it depends on, so it is never stale; bytes
/// that are damaged or strange count as nothing kept.
namespace zhun::lint {

/// Where results lie. Names are made of letters, digits and hyphens. Not called from several threads at once.
struct Cache {
  std::string build;  ///< what the program and its tables are; another build's results are not taken
  std::function<std::optional<std::string>(const std::string& name)> load;
  std::function<void(const std::string& name, std::string_view bytes)> save;
};

/// Whether these things were run like this and no text has changed since: then what came of it. Only the sources of its
/// compilation are filled. The policies are read from their files.
std::optional<Outcome> Recall(const Request& request);
/// Keeps the outcome for `Recall`; not one with errors that no rule speaks for, since a file that was not there may be
/// there next time.
void Keep(const Request& request, const Outcome& outcome);

/// `payload` with a mark and its digest in front.
std::string Sealed(std::string_view payload);
/// What was sealed; nothing where the bytes are not whole.
std::optional<std::string_view> Unsealed(std::string_view bytes);

/// Hexadecimal digits that stand for `bytes` in a name.
std::string NameOf(std::string_view bytes);

}  // namespace zhun::lint
