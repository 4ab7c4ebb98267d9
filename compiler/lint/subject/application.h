#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/lint/subject/catalogue.h"

/// The applications of --application.
namespace zhun::lint {

/// An application as a reviewer reads it; see `Entry` for what absent members are.
struct Application {
  const values::Json* json = nullptr;
  base::Span span;  ///< its text
  std::string_view id, entry, entry_version, scenario, mode, purpose, returns, duty, matter;
  Organisation applicant;
  std::vector<std::string_view> items, basis;
  std::vector<Organisation> third_parties;
  bool flowback = false;
};

Application ReadApplication(const values::Json& json, base::Span span);

/// All applications of one file: K13 compares them with each other.
struct ApplicationSubject {
  const Background& background;
  const std::vector<Application>& applications;
  const Catalogue* catalogue = nullptr;  ///< nullptr: none was given
};

}  // namespace zhun::lint
