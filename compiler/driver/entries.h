#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "compiler/driver/host.h"
#include "runtime/residual/mapped.h"
#include "runtime/values/document.h"

namespace zhun::driver {

/// The entries of --catalog, or of a bundle, by id. An entry that is malformed, or whose id stands twice, stays here with what is wrong:
/// every application for it is answered with that.
class Entries {
 public:
  struct Slot {
    std::size_t line = 0;
    std::optional<values::Document> entry;  ///< nothing: see `faults`
    diagnostics::Sink faults;
  };

  /// Reads the whole file. False where it cannot be read; that, and lines that do not even say their id, are reported.
  bool Read(const std::string& path, const values::Binding& binding, Host& host, diagnostics::Sink& sink);
  /// Takes those that a bundle holds, each when it is first asked for. `binding` outlives this.
  void Hold(std::unique_ptr<const residual::Mapped> catalogue, const std::string& name, const values::Binding& binding);
  /// nullptr where there is none. The slot stays where it is.
  Slot* Find(const std::string& id);
  const std::string& Path() const { return path_; }

 private:
  void Add(const std::string& text, const std::string& name, std::size_t line, const values::Binding& binding,
           diagnostics::Sink& sink);

  Slot* FindHeld(const std::string& id);

  std::string path_;
  std::unique_ptr<const residual::Mapped> held_;
  const values::Binding* binding_ = nullptr;  ///< for those
  std::map<std::string, Slot> slots_;
};

/// The text of member `key` of a JSON object; nothing where the text is no object or has no such text. Reports nothing.
std::optional<std::string> MemberText(std::string_view json, std::string_view key);

}  // namespace zhun::driver
