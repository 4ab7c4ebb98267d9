#include "compiler/driver/setting.h"

#include <array>
#include <utility>

#include "runtime/decision/members.h"

namespace zhun::driver {

std::optional<Setting> SettingOf(const program::Bundle& bundle, std::optional<base::Date> given,
                                 const std::string* context, const std::string& name, const Host& host,
                                 diagnostics::Sink& sink) {
  std::optional<base::Date> as_of = given;
  if (!as_of && context != nullptr) as_of = values::ReadAsOf(*context);
  if (!as_of) as_of = base::ShanghaiDate(host.now());
  if (context == nullptr) return Setting{values::EmptyContext(bundle.vocabulary), *as_of};
  auto bound = values::BindContext({bundle.vocabulary, bundle.law, *as_of}, *context, name, sink);
  if (!bound) return std::nullopt;
  return Setting{std::move(*bound), *as_of};
}

void WarnBeforeReceived(const program::Bundle& bundle, const values::Document& application, base::Date as_of,
                        const std::string& name, diagnostics::Sink& sink) {
  const values::Value received = decision::MemberAt(bundle.vocabulary, application.Root(), {"received_at"});
  if (!received.IsKnown()) return;
  const base::Date day = base::ShanghaiDate(received.number);
  if (day <= as_of) return;
  sink.ReportIn(diagnostics::Code::kBeforeReceived, name, "/received_at",
                {{"as_of", base::FormatDate(as_of)}, {"received", base::FormatDate(day)}});
}

int ExitOf(const std::string& decision) {
  static constexpr std::array<std::pair<const char*, int>, 7> kExits = {{{"grant", exit_code::kDone},
                                                                         {"partial_grant", exit_code::kDone},
                                                                         {"refuse", 10},
                                                                         {"supplement", 11},
                                                                         {"refer", 12},
                                                                         {"not_requestable", 13},
                                                                         {"out_of_scope", 14}}};
  for (const auto& [code, exit] : kExits) {
    if (decision == code) return exit;
  }
  return exit_code::kInternal;
}

}  // namespace zhun::driver
