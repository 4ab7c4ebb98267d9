// zhun version
#include <ostream>

#include <nlohmann/json.hpp>

#include "compiler/driver/rules.h"

namespace zhun::driver {
namespace {

std::string AsJson(const program::Bundle& bundle) {
  nlohmann::ordered_json json;
  json["version"] = ZHUN_VERSION;
  json["policies"] = bundle.digests.policies;
  json["law"] = bundle.digests.law;
  json["calendar"] = bundle.digests.calendar;
  return json.dump();
}

std::string AsText(const program::Bundle& bundle, base::Language language) {
  const base::Words policies{"策略：", "policies: "}, law{"法律：", "law:      "}, calendar{"日历：", "calendar: "};
  std::string text = "zhun " ZHUN_VERSION;
  text += "\n" + base::In(language, policies) + bundle.digests.policies;
  text += "\n" + base::In(language, law) + bundle.digests.law;
  return text + "\n" + base::In(language, calendar) + bundle.digests.calendar;
}

}  // namespace

int RunVersion(const Arguments& arguments, Host& host) {
  diagnostics::Sink sink;
  const auto bundle = ReadDefaultBundle(host, sink);
  Tell(sink, arguments.HowToSpeak(), host);
  if (!bundle) return exit_code::kRefused;
  host.out << (arguments.Json() ? AsJson(*bundle) : AsText(*bundle, arguments.Language())) << '\n';
  return exit_code::kDone;
}

}  // namespace zhun::driver
