#pragma once

#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "compiler/specialise/catalogue.h"
#include "runtime/decision/decide.h"
#include "runtime/facts/reader.h"
#include "runtime/machine/machine.h"
#include "runtime/program/bundle.h"

namespace zhun::machine {

/// The texts of one case.
struct Texts {
  std::string entry, application, context;
  base::Date as_of;
};

/// Takes out what is pending or null: what the reader takes, and what settles most.
void Settle(nlohmann::json& value);

/// What the full evaluation says; empty where it has no decision.
struct Full {
  std::string outcome;
  std::vector<std::string> reasons;  ///< codes of the rules that fire, as often as they stand there
  std::string faults;
};
Full DecideInFull(const program::Bundle& bundle, const Texts& texts);

/// What the machine says.
struct Quick {
  bool read = false;      ///< the reader took it
  bool complete = false;
  Outcome outcome = Outcome::kUnsettled;
  std::vector<std::string> reasons;
};

/// A bundle with one entry specialised; deciding cases about it.
class Specialised {
 public:
  Specialised(const program::Bundle& bundle, const std::string& entry);
  Quick Decide(const Texts& texts);
  bool IsGeneral() const;
  const residual::Residual& Tables() const { return view_; }

 private:
  const program::Bundle& bundle_;
  residual::Storage storage_;
  residual::Residual view_;
  std::unique_ptr<facts::Reader> reader_;
  std::unique_ptr<Machine> machine_;
  facts::Facts facts_;
};

/// What is wrong with `quick`; empty where nothing is.
std::string Compare(const Full& full, const Quick& quick);

}  // namespace zhun::machine
