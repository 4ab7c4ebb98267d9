#include "runtime/store/fault.h"

#include "runtime/store/layout.h"

namespace zhun::store {

void Report(Fault fault, const std::string& name, std::uint8_t found, diagnostics::Sink& sink) {
  using diagnostics::Code;
  switch (fault) {
    case Fault::kNone: return;
    case Fault::kUnreadable:
    case Fault::kNotOurs: sink.ReportIn(Code::kBundleNotOurs, name, "", {{"file", name}}); return;
    case Fault::kFormat:
      sink.ReportIn(Code::kBundleFormat, name, "",
                    {{"file", name}, {"found", std::to_string(found)}, {"known", std::to_string(kFormat)}});
      return;
    case Fault::kAltered: sink.ReportIn(Code::kBundleAltered, name, "", {{"file", name}}); return;
    case Fault::kMalformed:
    case Fault::kAbsent: sink.ReportIn(Code::kBundleMalformed, name, "", {{"file", name}}); return;
  }
}

}  // namespace zhun::store
