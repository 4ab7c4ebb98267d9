#pragma once

#include <memory>
#include <string_view>

#include "runtime/base/date.h"
#include "runtime/facts/facts.h"
#include "runtime/program/bundle.h"
#include "runtime/residual/mapped.h"
#include "runtime/residual/residual.h"

namespace zhun::facts {

/// Reads JSON documents straight into slots, in one pass. It accepts only what the binder (values/document.h) accepts,
/// and reads it the same way; everything else is left to the binder, which also says what is wrong.
/// Reuses its memory from case to case. One object a thread.
class Reader {
 public:
  /// Of tables in memory. Both must outlive the reader.
  Reader(const residual::Residual& residual, const program::Bundle& bundle);
  /// Of tables in a file: entries are verified before they are looked at.
  Reader(const residual::Mapped& mapped, const program::Bundle& bundle);
  ~Reader();
  Reader(Reader&&) noexcept;

  /// Fills `facts` for an application, an optional context ("" where there is none) and the day of the decision. False
  /// where the binder has to read: facts are then of no use. The texts may be freed afterwards; what `facts` points to
  /// lives until the next call. `facts` keeps what room it has beyond the slots.
  bool Read(std::string_view application, std::string_view context, base::Date as_of, Facts& facts);

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace zhun::facts
