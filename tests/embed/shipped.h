#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runtime/embed/zhun.hpp"

/// What the tests of the interface decide by and what they decide.
namespace zhun::embed_test {

/// The bytes of a bundle of all shipped policies, as in share/zhun/default.zb.
const std::string& ShippedBytes();
/// The same, opened.
const Bundle& Shipped();

/// All shipped policies together with these entries (JSON).
Bundle Holding(const std::vector<std::string>& entries);

/// A folder of examples/decisions.
struct Example {
  std::string folder;  ///< name
  std::string entry, application, context;

  zhun::Papers Papers() const { return {.entry = entry, .application = application, .context = context}; }
};
Example ReadExample(const std::string& folder);
/// Names of all of them, sorted.
std::vector<std::string> ExampleFolders();

/// `text` with the first `what` replaced; a test that names what is not there fails.
std::string Changed(std::string text, const std::string& what, const std::string& by);

/// Codes of diagnostics, in order.
std::vector<std::string> Codes(const Diagnostics& diagnostics);

}  // namespace zhun::embed_test
