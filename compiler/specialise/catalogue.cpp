#include "compiler/specialise/catalogue.h"

#include <algorithm>
#include <climits>
#include <cstring>

namespace zhun::specialise {
namespace {

using residual::Instruction;
using residual::Period;
using residual::Slot;
using values::State;
using values::Value;

void OpenCitationsIn(const vocabulary::Vocabulary& vocabulary, values::Document& entry, const values::Record& record) {
  const vocabulary::Record& type = vocabulary.records[record.type];
  for (std::uint16_t field = 0; field < record.fields.size(); ++field) {
    const Value& value = record.fields[field];
    if (type.key == "citation" && type.attributes[field].form == vocabulary::Form::kComputed) {
      entry.SetComputed(record, field, Value::In(State::kUncertain));
    } else if (value.IsKnown() && value.kind == vocabulary::Base::kRecord) {
      for (const Value& each : ElementsOf(value)) {
        if (each.IsKnown()) OpenCitationsIn(vocabulary, entry, *each.record);
      }
    }
  }
}

/// The slot of an attribute of the application.
Slot ApplicationSlot(const vocabulary::Vocabulary& vocabulary, std::string_view key, residual::Shape shape) {
  const vocabulary::Root& root = vocabulary.roots[vocabulary::FindRoot(vocabulary, "application")];
  Slot slot;
  slot.shape = shape;
  slot.depth = 1;
  slot.fields[0] = static_cast<std::uint8_t>(vocabulary::FindKey(vocabulary.records[root.type.of], key));
  return slot;
}

std::string TextOf(const vocabulary::Vocabulary& vocabulary, const values::Record& record, std::string_view key) {
  const Value& value = record.fields[vocabulary::FindKey(vocabulary.records[record.type], key)];
  return value.IsKnown() ? std::string(value.Text()) : "";
}

template <class T>
void AppendBytes(std::string& bytes, const T* values, std::size_t count) {
  bytes.append(reinterpret_cast<const char*>(values), count * sizeof(T));
}

}  // namespace

void OpenCitations(const vocabulary::Vocabulary& vocabulary, values::Document& entry) {
  OpenCitationsIn(vocabulary, entry, entry.Root());
}

Catalogue::Catalogue(const program::Bundle& bundle)
    : bundle_(bundle),
      dependence_(bundle.program, bundle.vocabulary),
      policies_(bundle.program),
      evaluation_(bundle.program, bundle.vocabulary),
      partial_(bundle, dependence_, evaluation_, tables_),
      item_domain_(tables_.NewDomain()),
      items_slot_(tables_.SlotOf(ApplicationSlot(bundle.vocabulary, "items", residual::Shape::kItems))) {}

/// Days from which another version of some policy holds.
std::vector<base::Date> Catalogue::Beginnings(const values::Document& entry) const {
  std::vector<base::Date> days{{INT_MIN}};
  const auto add = [&](const program::Policy& policy) {
    days.push_back(policy.effective_from);
    if (policy.effective_to) days.push_back({policy.effective_to->days + 1});
  };
  for (const program::Policy& policy : bundle_.program.policies) {
    if (!policy.base) break;  // base policies come first
    add(policy);
  }
  for (const std::uint32_t policy : policies_.PoliciesOf(TextOf(bundle_.vocabulary, entry.Root(), "id")))
    add(bundle_.program.policies[policy]);
  std::ranges::sort(days);
  days.erase(std::ranges::unique(days).begin(), days.end());
  return days;
}

bool Catalogue::IsNew(const std::string& id, std::string_view name, diagnostics::Sink& sink) {
  const auto number = static_cast<std::uint32_t>(storage_.entries.size());
  const auto [known, added] = ids_.emplace(id, number);
  if (!added) {
    sink.ReportIn(
        diagnostics::Code::kEntryTwice, std::string(name), "/id",
        {{"entry", id}, {"first", std::to_string(known->second + 1)}, {"second", std::to_string(number + 1)}});
  }
  return added;
}

void Catalogue::Keep(residual::Entry record, std::string_view json) {
  record.document = storage_.documents.size();
  record.document_size = static_cast<std::uint32_t>(json.size());
  storage_.documents += json;
  storage_.entries.push_back(record);
}

bool Catalogue::Add(std::string_view json, std::string_view name, diagnostics::Sink& sink) {
  if (const std::uint32_t old = Reusable(json); old != kNoEntry) return TakeOver(old, json, name, sink);
  const values::Binding binding{bundle_.vocabulary, bundle_.law, {}};
  diagnostics::Sink unheard;  // which citations are valid has a date and is not asked here
  std::optional<values::Document> entry = values::BindEntry(binding, json, name, unheard);
  if (!entry) {
    values::BindEntry(binding, json, name, sink);
    return false;
  }
  OpenCitations(bundle_.vocabulary, *entry);
  const std::string id = TextOf(bundle_.vocabulary, entry->Root(), "id");
  if (!IsNew(id, name, sink)) return false;
  residual::Entry record;
  const std::uint64_t text = tables_.TextOf(id);
  record.id = static_cast<std::uint32_t>(text >> 32);
  record.id_size = static_cast<std::uint32_t>(id.size());
  record.first_period = static_cast<std::uint32_t>(storage_.periods.size());
  for (const base::Date from : Beginnings(*entry)) {
    const decision::Applicable applicable =
        decision::SelectPolicies(bundle_.program, policies_, bundle_.vocabulary, *entry, from);
    const Period period = PeriodOf(partial_.Run(*entry, applicable), from);
    const bool first = storage_.periods.size() == record.first_period;
    const bool same =
        !first && storage_.periods.back().code == period.code && storage_.periods.back().constants == period.constants;
    if (!same) storage_.periods.push_back(period);
  }
  record.period_count = static_cast<std::uint32_t>(storage_.periods.size()) - record.first_period;
  AddNames(*entry, record);
  Keep(record, json);
  return true;
}

/// What applications call the entry's items and conditions. Items that no name leads to make the entry general.
void Catalogue::AddNames(values::Document& entry, residual::Entry& record) {
  const vocabulary::Vocabulary& vocabulary = bundle_.vocabulary;
  const Value& items = entry.Root().fields[vocabulary::FindKey(vocabulary.records[entry.Root().type], "items")];
  std::vector<std::uint64_t> names;
  bool complete = items.IsKnown() && values::IsList(items);
  for (const Value& item : complete ? ElementsOf(items) : std::span<const Value>()) {
    const std::string name = item.IsKnown() ? TextOf(vocabulary, *item.record, "name") : "";
    complete = complete && item.IsKnown() && !name.empty();
    names.push_back(tables_.CodeOf(item_domain_, name));
  }
  std::vector<std::uint64_t> numbers;
  for (const values::Record* condition : values::OtherConditions(vocabulary, entry))
    numbers.push_back(tables_.TextOf(TextOf(vocabulary, *condition, "no")));
  if (!complete || names.size() > residual::kMostItems) {
    names.clear();
    for (std::uint32_t i = 0; i < record.period_count; ++i)
      storage_.periods[record.first_period + i].code = Period::kGeneral;
  }
  record.item_count = static_cast<std::uint32_t>(names.size());
  record.condition_count = static_cast<std::uint32_t>(numbers.size());
  record.items = Keep(names);
  record.conditions = Keep(numbers);
}

std::uint32_t Catalogue::Keep(const std::vector<std::uint64_t>& words) {
  const auto [found, added] = words_.emplace(words, static_cast<std::uint32_t>(storage_.constants.size()));
  if (added) storage_.constants.insert(storage_.constants.end(), words.begin(), words.end());
  return found->second;
}

Period Catalogue::PeriodOf(Draft draft, base::Date from) {
  Period period;
  period.from = from.days;
  period.code = Period::kGeneral;
  if (draft.general || tables_.IsFull() || draft.truth_count > 0xFFFF || draft.derived_count >= kFirstDerived ||
      draft.item_count > 0xFFFF)
    return period;
  std::vector<std::uint64_t> words(draft.policies.begin(), draft.policies.end());
  std::vector<std::uint32_t> places;
  for (const Constant& constant : draft.constants) {
    places.push_back(static_cast<std::uint32_t>(words.size()));
    if (constant.list) {
      words.push_back(residual::Pack(Keep(constant.words), static_cast<std::uint32_t>(constant.words.size())));
    } else {
      words.insert(words.end(), constant.words.begin(), constant.words.end());
    }
  }
  for (Instruction& instruction : draft.instructions) {
    const bool level = instruction.op == residual::Op::kAny || instruction.op == residual::Op::kEvery;
    if (!places.empty() && !level && residual::HasConstant(instruction.op))
      instruction.constant = places[instruction.constant];
  }
  for (Instruction& instruction : draft.instructions) {
    if (instruction.op != residual::Op::kInside) continue;
    std::uint64_t& word = words[instruction.constant];
    word = residual::Pack(static_cast<std::uint32_t>(word >> 32), static_cast<std::uint32_t>(word) / 2);  // pairs
  }
  period.constants = Keep(words);
  period.code = CodeOf(draft, static_cast<std::uint32_t>(words.size()));
  return period;
}

std::uint32_t Catalogue::CodeOf(const Draft& draft, std::uint32_t constant_count) {
  residual::Code code;
  code.instruction_count = static_cast<std::uint32_t>(draft.instructions.size());
  code.rule_count = static_cast<std::uint32_t>(draft.rules.size());
  code.truth_count = static_cast<std::uint16_t>(draft.truth_count);
  code.fact_count = static_cast<std::uint16_t>(draft.derived_count);  // the slots are added at the end
  code.item_count = static_cast<std::uint16_t>(draft.item_count);
  code.policy_count = static_cast<std::uint16_t>(draft.policies.size());
  code.items_slot = draft.items_slot;
  code.exact = draft.exact ? 1 : 0;
  std::ranges::copy(draft.begins, code.begins);
  code.item_rule_count =
      static_cast<std::uint16_t>(std::ranges::count(draft.rules, residual::Class::kItem, &residual::Rule::effect));
  code.constant_count = constant_count;
  code.first_instruction = static_cast<std::uint32_t>(storage_.instructions.size());
  code.first_rule = static_cast<std::uint32_t>(storage_.rules.size());
  storage_.instructions.insert(storage_.instructions.end(), draft.instructions.begin(), draft.instructions.end());
  storage_.rules.insert(storage_.rules.end(), draft.rules.begin(), draft.rules.end());
  const auto [found, added] = codes_.emplace(KeyOf(code), static_cast<std::uint32_t>(storage_.codes.size()));
  if (added) {
    storage_.codes.push_back(code);
  } else {  // the same code is there already
    storage_.instructions.resize(code.first_instruction);
    storage_.rules.resize(code.first_rule);
  }
  return found->second;
}

/// What tells the code from others: all but where it stands.
std::string Catalogue::KeyOf(residual::Code code) const {
  const residual::Instruction* instructions = storage_.instructions.data() + code.first_instruction;
  const residual::Rule* rules = storage_.rules.data() + code.first_rule;
  code.first_instruction = code.first_rule = 0;
  std::string bytes;
  AppendBytes(bytes, &code, 1);
  AppendBytes(bytes, instructions, code.instruction_count);
  AppendBytes(bytes, rules, code.rule_count);
  return bytes;
}

residual::Storage Catalogue::Finish() {
  tables_.Write(storage_);
  storage_.item_domain = item_domain_;
  storage_.items_slot = items_slot_;
  const auto slots = static_cast<std::uint16_t>(tables_.SlotCount());
  const auto number = [slots](std::uint16_t& slot) {
    if (slot != 0xFFFF && slot >= kFirstDerived) slot = static_cast<std::uint16_t>(slot - kFirstDerived + slots);
  };
  for (Instruction& instruction : storage_.instructions) residual::EachSlot(instruction, number);
  for (residual::Code& code : storage_.codes) {
    number(code.items_slot);
    code.fact_count = static_cast<std::uint16_t>(code.fact_count + slots);
  }
  std::vector<residual::Place> ids;
  for (std::uint32_t i = 0; i < storage_.entries.size(); ++i)
    ids.push_back({0, storage_.entries[i].id, storage_.entries[i].id_size, i, 0});
  storage_.index = HashTable(ids, storage_.bytes);
  return std::move(storage_);
}

}  // namespace zhun::specialise
