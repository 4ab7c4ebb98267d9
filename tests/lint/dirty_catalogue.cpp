#include "tests/lint/dirty_catalogue.h"

#include <nlohmann/json.hpp>

#include "tests/lint/linted.h"

namespace zhun::testing {

std::string EntryWithId(const std::string& id, bool conditions) {
  static const auto sample =
      nlohmann::ordered_json::parse(ReadWhole(LintCases() / "k05" / "shows_purposes_on_an_unconditional_entry.json"));
  nlohmann::ordered_json entry = sample;
  entry["id"] = id;
  if (!conditions) entry["conditions"] = nullptr;
  return entry.dump();
}

std::string Lines(const std::vector<std::string>& entries) {
  std::string lines;
  for (const std::string& entry : entries) lines += entry + "\n";
  return lines;
}

lint::Request RequestFor(std::string catalogue, std::vector<lint::RuleCode> rules) {
  lint::Request request = EmptyRequest();
  request.catalogue = lint::DocumentText{"catalog.ndjson", std::move(catalogue)};
  request.rules = std::move(rules);
  return request;
}

}  // namespace zhun::testing
