#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/json_writer.h"
#include "runtime/decision/decision.h"
#include "runtime/vocabulary/vocabulary.h"

namespace zhun::decision {

/// What the answers to applications, uses and cases have in common, as JSON (contract, «Decision»). Writers of answers
/// derive from it and add a `Put` for each structure of their own; `using JsonParts::Put;` keeps these visible.
class JsonParts {
 protected:
  JsonParts(const vocabulary::Vocabulary& vocabulary, int indent) : vocabulary_(vocabulary), out_(indent) {}

  void Put(std::string_view text) { out_.Text(text); }
  void Put(const std::string& text) { out_.Text(text); }
  void Put(const char* text) { out_.Text(text); }
  void Put(base::Date date) { out_.Text(base::FormatDate(date)); }
  void Put(const base::Words& words);
  void Put(const Basis& basis);
  void Put(const FactSeen& fact);

  void Put(const Bases& bases) {
    out_.BeginArray();
    for (const Basis& basis : bases) Put(basis);
    out_.EndArray();
  }
  void Put(const std::vector<FactSeen>& facts) {
    out_.BeginArray();
    for (const FactSeen& fact : facts) Put(fact);
    out_.EndArray();
  }
  void Put(const std::vector<std::string>& texts) {
    out_.BeginArray();
    for (const std::string& text : texts) Put(text);
    out_.EndArray();
  }
  template <class T>
  void Put(const std::optional<T>& value) {
    value ? Put(*value) : out_.Null();
  }

  template <class T>
  void Member(std::string_view key, const T& value) {
    out_.Key(key);
    Put(value);
  }

  /// A value in the form in which documents have it.
  void Put(const values::Value& value, vocabulary::Type type);

  const vocabulary::Vocabulary& vocabulary_;
  base::JsonWriter out_;

 private:
  void PutRecord(const values::Value& value);
};

}  // namespace zhun::decision
