#include "runtime/decision/value_words.h"

#include <algorithm>
#include <optional>

#include "runtime/base/date.h"

namespace zhun::decision {
namespace {

using base::Words;
using values::State;
using values::Value;
using vocabulary::Base;
using vocabulary::Type;
using vocabulary::Vocabulary;

constexpr std::size_t kMostListed = 12;

Words Same(std::string text) { return {text, text}; }

/// 自…起至…止. Nothing where one of the days is not known.
std::optional<Words> PeriodWords(const Vocabulary& vocabulary, const Value& value) {
  const vocabulary::Record& shape = vocabulary.records[value.record->type];
  if (shape.key != "period") return std::nullopt;
  const Value& from = value.record->fields[vocabulary::FindKey(shape, "from")];
  const Value& to = value.record->fields[vocabulary::FindKey(shape, "to")];
  if (!from.IsKnown() || !to.IsKnown()) return std::nullopt;
  const vocabulary::Type day{Base::kDate, vocabulary::kNone, false};
  const Words first = ValueWords(vocabulary, from, day);
  const Words last = ValueWords(vocabulary, to, day);
  return Words{"自" + first.zh + "起至" + last.zh + "止", "from " + first.en + " to " + last.en};
}

Words StateWords(State state) {
  switch (state) {
    case State::kNone: return {"没有", "none"};
    case State::kPending: return {"待核实", "pending"};
    case State::kDefective: return {"有瑕疵", "defective"};
    case State::kAbsent: return {"未提供", "not supplied"};
    case State::kUncertain:
    case State::kKnown: break;
  }
  return {"不明", "unknown"};
}

/// A processor is named with the number of its approval.
Words WithApproval(const vocabulary::Record& shape, const Value& value, const std::string& name) {
  const std::uint16_t field = vocabulary::FindKey(shape, "approval_no");
  if (field == vocabulary::kNone || !value.record->fields[field].IsKnown()) return Same(name);
  const std::string number(value.record->fields[field].Text());
  return {name + "（批准文号" + number + "）", name + " (approval " + number + ")"};
}

/// What stands for a record in a sentence: its text or name, or its members one after the other.
Words RecordWords(const Vocabulary& vocabulary, const Value& value) {
  const vocabulary::Record& shape = vocabulary.records[value.record->type];
  for (const char* key : {"text", "name"}) {
    const std::uint16_t field = vocabulary::FindKey(shape, key);
    if (field != vocabulary::kNone && value.record->fields[field].IsKnown())
      return WithApproval(shape, value, std::string(value.record->fields[field].Text()));
  }
  if (std::optional<Words> period = PeriodWords(vocabulary, value)) return *std::move(period);
  Words words;
  for (std::size_t i = 0; i < shape.attributes.size(); ++i) {
    const Value& member = value.record->fields[i];
    if (!member.IsKnown()) continue;
    const Words text = ValueWords(vocabulary, member, shape.attributes[i].type);
    const bool first = words.zh.empty();
    words.zh += (first ? "" : "，") + shape.attributes[i].name.zh + text.zh;
    words.en += (first ? "" : ", ") + InProse(shape.attributes[i].name).en + " " + text.en;
  }
  return words;
}

Words ListWords(const Vocabulary& vocabulary, const Value& value, Type type) {
  type.list = false;
  Words words;
  const std::size_t count = value.list->elements.size();
  if (count == 0) return {"无", "none"};
  for (std::size_t i = 0; i < count && i < kMostListed; ++i) {
    const Words element = ValueWords(vocabulary, value.list->elements[i], type);
    words.zh += (i == 0 ? "" : "、") + element.zh;
    words.en += (i == 0 ? "" : ", ") + element.en;
  }
  if (count > kMostListed) {
    words.zh += "等" + std::to_string(count) + "项";
    words.en += " and " + std::to_string(count - kMostListed) + " more";
  }
  return words;
}

}  // namespace

Words InProse(Words name) {
  std::replace(name.en.begin(), name.en.end(), '_', ' ');
  return name;
}

Words ValueWords(const Vocabulary& vocabulary, const Value& value, Type type) {
  if (!value.IsKnown()) return StateWords(value.state);
  if (values::IsList(value)) return ListWords(vocabulary, value, type);
  switch (value.kind) {
    case Base::kBool: return value.number != 0 ? Words{"是", "yes"} : Words{"否", "no"};
    case Base::kEnum: {
      if (type.of >= vocabulary.enumerations.size()) return Same(std::to_string(value.number));
      const auto& members = vocabulary.enumerations[type.of].members;
      return InProse(members[static_cast<std::size_t>(value.number)].name);
    }
    case Base::kText: return Same(std::string(value.Text()));
    case Base::kNumber: return Same(std::to_string(value.number));
    case Base::kQuantity:
    case Base::kLength: {
      const std::uint16_t unit =
          value.unit < vocabulary.units.size() ? value.unit : vocabulary::FindUnit(vocabulary, "day");
      const std::string number = std::to_string(value.number);
      return {number + vocabulary.units[unit].name.zh, number + " " + InProse(vocabulary.units[unit].name).en};
    }
    case Base::kDate: {
      const base::Date date{static_cast<std::int32_t>(value.number)};
      return {base::FormatDateChinese(date), base::FormatDate(date)};
    }
    case Base::kInstant: {
      const base::Date date = base::ShanghaiDate(value.number);
      return {base::FormatDateChinese(date), base::FormatDate(date)};
    }
    case Base::kRegion: return Same(std::to_string(value.number));
    case Base::kRecord: return RecordWords(vocabulary, value);
    case Base::kError: break;
  }
  return {};
}

Type TypeOf(const program::Node& node) { return {node.kind, node.unit, node.list}; }

}  // namespace zhun::decision
