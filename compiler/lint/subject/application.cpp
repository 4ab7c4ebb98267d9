#include "compiler/lint/subject/application.h"

namespace zhun::lint {

using values::Json;
using values::JsonKind;
using values::Member;

Application ReadApplication(const Json& json, base::Span span) {
  Application application;
  application.json = &json;
  application.span = span;
  const auto text = [&](std::string_view key) { return ReadText(Member(json, key)); };
  application.id = text("id");
  application.entry = text("entry");
  application.entry_version = text("entry_version");
  application.scenario = text("scenario");
  application.mode = text("mode");
  application.purpose = text("purpose");
  application.returns = text("returns");
  application.duty = text("duty");
  application.matter = text("matter");
  application.applicant = ReadOrganisation(Member(json, "applicant"));
  application.items = ReadTexts(Member(json, "items"));
  application.basis = ReadTexts(Member(json, "basis"));
  const Json* parties = Member(json, "third_parties");
  if (parties != nullptr && parties->kind == JsonKind::kList) {
    for (const Json& party : parties->Elements()) application.third_parties.push_back(ReadOrganisation(&party));
  }
  const Json* flowback = Member(json, "flowback");
  application.flowback = flowback != nullptr && flowback->kind == JsonKind::kBool && flowback->number == 1;
  return application;
}

}  // namespace zhun::lint
