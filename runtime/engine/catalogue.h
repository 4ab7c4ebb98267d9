#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "runtime/decision/papers.h"
#include "runtime/residual/mapped.h"

namespace zhun::engine {

/// The catalogue that a bundle's file holds; it keeps the file. nullptr where there is none; where its tables are not
/// sound, `sink` says so. `name` is what messages call the bundle.
std::unique_ptr<const residual::Mapped> OpenCatalogue(const program::Bundle& bundle, const std::string& name,
                                                      diagnostics::Sink& sink);

/// The document of the entry of that id, which `application` asks for; nothing, and a message, where there is none.
std::optional<std::string_view> EntryCalled(const residual::Mapped& catalogue, const std::string& bundle_name,
                                            std::string_view id, const std::string& application_name,
                                            diagnostics::Sink& sink);
/// The same of the entry that the application names.
std::optional<std::string_view> EntryOf(const residual::Mapped& catalogue, const std::string& bundle_name,
                                        const decision::Paper& application, diagnostics::Sink& sink);

}  // namespace zhun::engine
