#pragma once

#include <memory>
#include <string>
#include <vector>

#include "runtime/facts/reader.h"
#include "runtime/machine/machine.h"
#include "runtime/program/bundle.h"
#include "runtime/residual/residual.h"
#include "tests/benchmark/sharing/by_hand.h"

/// What is measured: a catalogue and requests, for Zhun and for the hand-written program, both checked against the oracle
/// before anything is timed.
namespace zhun::benchmark {

/// Lines that generate.py wrote.
struct Lines {
  std::vector<std::string> entries, requests;
  std::string expected;
};
Lines ReadLines(const std::string& folder);

/// The benchmark's vocabulary and policy. Throws std::runtime_error where they do not compile.
const program::Bundle& SharingRules();
/// The same policy under the shipped base policies.
const program::Bundle& SharingUnderRegulation();
/// The shipped base policies and the policy of one entry.
const program::Bundle& ShippedRules();
/// The random policies of tests/benchmark/random.
const program::Bundle& RandomRules();

/// One catalogue, by both.
class Work {
 public:
  /// Throws std::runtime_error where one of the programs does not say what the oracle says.
  explicit Work(const std::string& folder);

  const Lines& Texts() const { return lines_; }
  const residual::Residual& Tables() const { return tables_; }
  machine::Machine& Zhun() { return *machine_; }
  facts::Reader& Reader() { return *reader_; }
  std::vector<facts::Facts>& Bound() { return bound_; }
  by_hand::Catalogue& ByHand() { return *by_hand_; }
  const std::vector<by_hand::Request>& BoundByHand() const { return bound_by_hand_; }

 private:
  void Check();

  Lines lines_;
  residual::Storage storage_;
  residual::Residual tables_;
  std::unique_ptr<facts::Reader> reader_;
  std::unique_ptr<machine::Machine> machine_;
  std::unique_ptr<by_hand::Catalogue> by_hand_;
  std::vector<facts::Facts> bound_;
  std::vector<by_hand::Request> bound_by_hand_;
};

std::string ReadFile(const std::string& path);

/// The day on which every request is decided.
base::Date Today();

}  // namespace zhun::benchmark
