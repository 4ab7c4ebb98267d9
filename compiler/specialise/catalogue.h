#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/specialise/partial_evaluation.h"
#include "runtime/residual/mapped.h"
#include "runtime/residual/residual.h"

/// Partial evaluation of a bundle's policies against the entries of a catalogue.
namespace zhun::specialise {

/// Builds the residual programs of a catalogue, entry by entry. Entries whose programs differ only in constants share
/// one. The same entries in the same order give the same tables, byte for byte.
class Catalogue {
 public:
  /// `bundle` must outlive the object.
  explicit Catalogue(const program::Bundle& bundle);

  /// Specialises the policies for one entry, a JSON document; `name` is what messages call it. False, and messages,
  /// where the document is malformed or its id came before.
  bool Add(std::string_view json, std::string_view name, diagnostics::Sink& sink);

  /// Takes over the tables of a catalogue that was built of the same rules: entries whose documents are the same, byte for
  /// byte, are not specialised again. What other entries left behind stays in the tables. Before the first `Add`; `old`
  /// must outlive the object.
  void Reuse(const residual::Mapped& old);
  std::size_t ReusedCount() const { return reused_; }

  std::size_t EntryCount() const { return storage_.entries.size(); }

  /// What was built. The object is used up.
  residual::Storage Finish();

 private:
  /// Place of words among the constants, by the words.
  using Words = std::map<std::vector<std::uint64_t>, std::uint32_t>;

  static constexpr std::uint32_t kNoEntry = residual::Place::kNobody;

  std::uint32_t Reusable(std::string_view json);
  bool TakeOver(std::uint32_t old_entry, std::string_view json, std::string_view name, diagnostics::Sink& sink);
  bool IsNew(const std::string& id, std::string_view name, diagnostics::Sink& sink);
  void Keep(residual::Entry record, std::string_view json);

  std::vector<base::Date> Beginnings(const values::Document& entry) const;
  residual::Period PeriodOf(Draft draft, base::Date from);
  std::uint32_t CodeOf(const Draft& draft, std::uint32_t constant_count);
  std::string KeyOf(residual::Code code) const;
  std::uint32_t Keep(const std::vector<std::uint64_t>& words);
  void AddNames(values::Document& entry, residual::Entry& record);

  const program::Bundle& bundle_;
  Dependence dependence_;
  decision::PolicyIndex policies_;
  vm::Evaluation evaluation_;
  Tables tables_;
  PartialEvaluation partial_;
  std::uint16_t item_domain_ = 0;
  std::uint16_t items_slot_ = 0;
  residual::Storage storage_;
  std::map<std::string, std::uint32_t, std::less<>> ids_;
  std::map<std::string, std::uint32_t> codes_;  ///< by their bytes
  Words words_;
  const residual::Mapped* old_ = nullptr;
  std::uint32_t next_old_ = 0;  ///< entries mostly stand in the order they had
  std::size_t reused_ = 0;
};

/// Leaves open whether citations of the entry are valid: that is judged as of the day of a decision.
void OpenCitations(const vocabulary::Vocabulary& vocabulary, values::Document& entry);

}  // namespace zhun::specialise
