#include "runtime/facts/plan.h"

#include <bit>
#include <cstring>

namespace zhun::facts {
namespace {

using residual::Shape;
using residual::Slot;
using values::State;
using values::Value;
using vocabulary::Absence;
using vocabulary::Attribute;
using vocabulary::Base;
using vocabulary::Form;

constexpr std::size_t kMostFields = 64;
const values::List kEmptyList;

Fact InState(State state, Base kind) {
  Fact fact;
  fact.value = Value::In(state);
  fact.value.kind = kind;
  fact.code = 0;
  return fact;
}

/// As values::Binder has it: a list is known and empty, a yes/no is no.
Fact NoneOf(vocabulary::Type type) {
  if (type.list) return {values::ListOf(type.base, &kEmptyList), 0};
  if (type.base == Base::kBool) return {Value::Of(Base::kBool, 0), 0};
  Fact fact = InState(State::kNone, type.base);
  if (type.base == Base::kText) fact.value.text = "";
  return fact;
}

Fact Unsupplied(const Attribute& attribute) {
  if (attribute.form == Form::kComputed) return InState(State::kUncertain, attribute.type.base);
  if (attribute.absence == Absence::kAsNone) return NoneOf(attribute.type);
  return InState(State::kAbsent, attribute.type.base);
}

/// Whether an attribute can be held in a shape.
bool Suits(const Attribute& attribute, Shape shape) {
  const bool record = attribute.type.base == Base::kRecord, text = attribute.type.base == Base::kText;
  switch (shape) {
    case Shape::kNumber: return !attribute.type.list && !record && !text;
    case Shape::kText: return !attribute.type.list && text;
    case Shape::kBits: return attribute.type.list && (text || attribute.type.base == Base::kEnum);
    case Shape::kItems: return attribute.type.list && attribute.form == Form::kItemName;
    case Shape::kMembers: return attribute.type.list && attribute.form != Form::kItemName;
    case Shape::kRecord: return !attribute.type.list && record;
  }
  return false;
}

How HowToRead(const Attribute& attribute) {
  if (attribute.form == Form::kComputed || attribute.form == Form::kLabel) return How::kRefused;
  if (attribute.form == Form::kFindings) return How::kFindings;
  if (attribute.form == Form::kIgnored) return How::kIgnored;
  if (attribute.type.list) return attribute.form == Form::kItemName ? How::kItems : How::kList;
  switch (attribute.type.base) {
    case Base::kRecord: return attribute.form == Form::kPlain ? How::kRecord : How::kRefused;
    case Base::kBool: return How::kYesOrNo;
    case Base::kNumber:
    case Base::kQuantity:
    case Base::kLength: return How::kNumber;
    case Base::kText: return attribute.form == Form::kSocialCode ? How::kWord : How::kText;
    default: return How::kWord;
  }
}

class Planner {
 public:
  Planner(const residual::Residual& residual, const vocabulary::Vocabulary& vocabulary, Plan& plan)
      : residual_(residual),
        vocabulary_(vocabulary),
        plan_(plan) {}

  std::uint16_t Place(vocabulary::RecordIndex type, const Slot& path) {
    const auto index = static_cast<std::uint16_t>(plan_.records.size());
    plan_.records.emplace_back();
    RecordPlan record;
    record.type = type;
    const std::vector<Attribute>& attributes = vocabulary_.records[type].attributes;
    record.fields.resize(attributes.size());
    for (std::size_t i = 0; i < attributes.size(); ++i) {
      const Attribute& attribute = attributes[i];
      if (i < kMostFields && attribute.absence == Absence::kRequired) record.required |= std::uint64_t{1} << i;
      if (path.depth >= std::size(path.fields)) continue;
      Slot inside = path;
      inside.fields[inside.depth++] = static_cast<std::uint8_t>(i);
      record.fields[i] = Field(attribute, inside);
      const FieldPlan& field = record.fields[i];
      const Fact unsupplied = Unsupplied(attribute);
      const bool none = unsupplied.value.state != State::kAbsent && unsupplied.value.state != State::kUncertain;
      const std::vector<Filled>& filled = none ? field.when_none : field.when_absent;
      record.when_empty.insert(record.when_empty.end(), filled.begin(), filled.end());
    }
    plan_.records[index] = std::move(record);
    return index;
  }

 private:
  FieldPlan Field(const Attribute& attribute, const Slot& path) {
    FieldPlan field;
    field.how = HowToRead(attribute);
    for (std::uint16_t slot = 0; slot < residual_.slots.size(); ++slot) {
      const Slot& candidate = residual_.slots[slot];
      if (candidate.source != path.source || candidate.depth != path.depth ||
          std::memcmp(candidate.fields, path.fields, path.depth) != 0)
        continue;
      plan_.fits = plan_.fits && Suits(attribute, candidate.shape);
      field.slots[static_cast<std::size_t>(candidate.shape)] = slot;
      if (candidate.shape == Shape::kText) field.domain = candidate.domain;
      if (candidate.shape == Shape::kBits) field.bits_domain = candidate.domain;
      const Fact absent =
          InState(attribute.form == Form::kComputed ? State::kUncertain : State::kAbsent, attribute.type.base);
      field.when_none.push_back({slot, NoneOf(attribute.type)});
      field.when_absent.push_back({slot, absent});
    }
    const bool record = attribute.type.base == Base::kRecord && !attribute.type.list;
    if (record && attribute.form == Form::kPlain) {
      field.record = Place(attribute.type.of, path);
      Below(field.record, State::kNone, field.when_none);
      Below(field.record, State::kUncertain, field.when_absent);
    }
    return field;
  }

  /// What is inside a record that is not there.
  void Below(std::uint16_t record, State state, std::vector<Filled>& filled) const {
    for (const FieldPlan& field : plan_.records[record].fields) {
      for (const std::uint16_t slot : field.slots) {
        if (slot != kNoSlot) filled.push_back({slot, InState(state, Base::kError)});
      }
      if (field.record != kNoSlot) Below(field.record, state, filled);
    }
  }

  const residual::Residual& residual_;
  const vocabulary::Vocabulary& vocabulary_;
  Plan& plan_;
};

}  // namespace

KeyTable::KeyTable(const vocabulary::Record& record) {
  std::size_t size = std::bit_ceil(record.attributes.size() * 2 + 2);
  multiplier_ = 0x9E3779B97F4A7C15ull;
  for (int tried = 0; !Lay(record, size); ++tried) {
    multiplier_ = (multiplier_ * 6364136223846793005ull + 1442695040888963407ull) | 1;
    if (tried % 16 == 15) size *= 2;
  }
}

bool KeyTable::Lay(const vocabulary::Record& record, std::size_t size) {
  shift_ = 64 - static_cast<unsigned>(std::bit_width(size) - 1);
  places_.assign(size, {});
  for (std::uint16_t field = 0; field < record.attributes.size(); ++field) {
    const std::string& key = record.attributes[field].key;
    const std::string padded = key + std::string(8, '\0');
    Place& place = places_[Sample(padded.data(), key.size()) * multiplier_ >> shift_];
    if (place.field != vocabulary::kNone) return false;
    place = {key.data(), static_cast<std::uint32_t>(key.size()), field};
  }
  return true;
}

Plan::Plan(const residual::Residual& residual, const vocabulary::Vocabulary& vocabulary) {
  for (const vocabulary::Record& record : vocabulary.records) {
    keys.emplace_back(record);
    fits = fits && record.attributes.size() <= kMostFields;
  }
  Planner planner(residual, vocabulary, *this);
  Slot root;
  const auto type = [&](std::string_view key) {
    return vocabulary.roots[vocabulary::FindRoot(vocabulary, key)].type.of;
  };
  root.source = Slot::Source::kApplication;
  application = planner.Place(type("application"), root);
  root.source = Slot::Source::kContext;
  context = planner.Place(type("context"), root);
  nothing.resize(residual.slots.size());
  for (const std::uint16_t record : {application, context}) {
    for (const Filled& filled : records[record].when_empty) nothing[filled.slot] = filled.fact;
  }
}

}  // namespace zhun::facts
