#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/decision/papers.h"
#include "runtime/facts/reader.h"
#include "runtime/machine/machine.h"
#include "runtime/residual/mapped.h"

/// Decides applications to the entries that a bundle holds.
namespace zhun::engine {

/// What is to be decided: documents (JSON), what messages call them, and the day.
struct Request {
  std::string_view application;
  std::string_view context = {};  ///< empty: none
  base::Date as_of;
  std::string_view application_name = "application", context_name = "context";
};

/// What was decided, in codes. Why, and what follows, is in a full decision (`Engine::DecideInFull`).
struct Ruling {
  std::string_view outcome;      ///< the contract's code: grant, supplement, …
  bool quick = false;            ///< the residual program settled it; the full evaluation was not needed
  bool complete = false;         ///< `fired` are all the rules that fire
  std::vector<std::uint32_t> fired;  ///< rules of the program, in legal order; empty where the full evaluation decided
};

/// A decision and the documents that it points into.
struct FullDecision {
  decision::BoundCase papers;
  decision::Decision decision;
};

/// Decides one application after another and reuses its memory. One object a thread; bundle and catalogue may be shared.
class Engine {
 public:
  /// Both must outlive the engine. `catalogue` is that of the bundle's file.
  Engine(const program::Bundle& bundle, const residual::Mapped& catalogue);

  /// Decides an application. False where a document is malformed or there is no such entry; `sink` says so. `ruling`
  /// keeps its memory.
  bool Decide(const Request& request, diagnostics::Sink& sink, Ruling& ruling);

  /// The same by the full evaluation, with reasons, what is missing, obligations and deadlines.
  std::optional<FullDecision> DecideInFull(const Request& request, diagnostics::Sink& sink);
  /// The full evaluation's outcome only.
  bool SettleInFull(const Request& request, diagnostics::Sink& sink, Ruling& ruling);

 private:
  const program::Bundle& bundle_;
  const residual::Mapped& catalogue_;
  facts::Reader reader_;
  machine::Machine machine_;
  facts::Facts facts_;
  std::vector<std::string> finding_codes_;
  std::optional<decision::Decider> decider_;  ///< made when first needed
};

/// The contract's code of an outcome; "" for kUnsettled.
std::string_view CodeOf(machine::Outcome outcome);

}  // namespace zhun::engine
