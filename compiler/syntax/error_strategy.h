#pragma once

#include <exception>
#include <vector>

#include "ZhunParser.h"
#include "compiler/syntax/repair.h"

namespace zhun::syntax {

/// ANTLR's recovery with our messages: at most one for each clause, nothing made up, and all that it found wrong.
class ErrorStrategy final : public antlr4::DefaultErrorStrategy {
 public:
  explicit ErrorStrategy(const Repair& work) : work_(work) {}

  void reportError(antlr4::Parser* parser, const antlr4::RecognitionException& error) override;
  void reportUnwantedToken(antlr4::Parser* parser) override;
  bool singleTokenInsertion(antlr4::Parser* parser) override;
  void sync(antlr4::Parser* parser) override;
  void recover(antlr4::Parser* parser, std::exception_ptr error) override;

  /// Indexes of the tokens at which errors were found, ascending and unique.
  std::vector<std::size_t> Wrong() const;

 private:
  void Report(antlr4::Parser& parser, std::size_t index);
  void ReportUnexpected(antlr4::Parser& parser, std::size_t index);
  bool IsCascade(std::size_t index) const;
  bool LacksOperator(std::size_t index) const;

  const Repair& work_;
  std::vector<std::size_t> wrong_;
};

}  // namespace zhun::syntax
