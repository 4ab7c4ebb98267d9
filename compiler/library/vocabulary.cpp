#include "compiler/library/vocabulary.h"

#include <string>
#include <vector>

#include "compiler/library/table.h"
#include "compiler/library/vocabulary_types.h"
#include "runtime/vocabulary/soundness.h"

namespace zhun::library {
namespace {

using diagnostics::Code;
using vocabulary::Vocabulary;

const base::Words kKey{"键", "key"};

/// Reports a key or name that another element of its table bears, in either language.
template <class Element>
void CheckAlone(const std::vector<Element>& others, const std::string& key, const base::Words& name,
                const RowReader& row) {
  for (const Element& other : others) {
    if (other.key == key) {
      row.ReportWord(Code::kTableTwice, key);
    } else if (other.name.zh == name.zh && !name.zh.empty()) {
      row.ReportWord(Code::kTableTwice, name.zh);
    } else if (other.name.en == name.en && !name.en.empty()) {
      row.ReportWord(Code::kTableTwice, name.en);
    }
  }
}

/// The same for members of an enumeration and values of a reading, which have codes.
void CheckAloneAmong(const std::vector<vocabulary::Enumerator>& members, const vocabulary::Enumerator& added,
                     const RowReader& row) {
  for (const vocabulary::Enumerator& other : members) {
    if (other.code == added.code) {
      row.ReportWord(Code::kTableTwice, added.code);
    } else if (other.name.zh == added.name.zh && !added.name.zh.empty()) {
      row.ReportWord(Code::kTableTwice, added.name.zh);
    } else if (other.name.en == added.name.en && !added.name.en.empty()) {
      row.ReportWord(Code::kTableTwice, added.name.en);
    }
  }
}

/// Reads the tables of one directory, in the order in which they refer to one another.
class Reader {
 public:
  Reader(const std::filesystem::path& directory, diagnostics::Sink& sink) : directory_(directory), sink_(sink) {}

  Vocabulary Read() {
    Rows("enumerations.tsv", 4, [this](const RowReader& row) { ReadEnumeration(row); });
    Rows("enumerators.tsv", 6, [this](const RowReader& row) { ReadEnumerator(row); });
    Rows("units.tsv", 4, [this](const RowReader& row) { ReadUnit(row); });
    Rows("records.tsv", 3, [this](const RowReader& row) { ReadRecord(row); });
    if (const std::optional<Table> table = ReadTable(directory_ / "attributes.tsv", 13, sink_)) {
      ReadAttributes(*table, vocabulary_, sink_);
    }
    Rows("roots.tsv", 5, [this](const RowReader& row) { ReadRoot(row); });
    Rows("events.tsv", 5, [this](const RowReader& row) { ReadEvent(row); });
    Rows("readings.tsv", 6, [this](const RowReader& row) { ReadReading(row); });
    return std::move(vocabulary_);
  }

 private:
  template <class Each>
  void Rows(const char* file, std::size_t columns, Each each) {
    const std::optional<Table> table = ReadTable(directory_ / file, columns, sink_);
    if (!table) return;
    for (const TableRow& row : table->rows) each(RowReader(*table, row, sink_));
  }

  void ReadEnumeration(const RowReader& row) {
    vocabulary::Enumeration enumeration{row.Required(0, kKey), row.Name(1), row.YesOrNo(3), {}};
    CheckAlone(vocabulary_.enumerations, enumeration.key, enumeration.name, row);
    vocabulary_.enumerations.push_back(std::move(enumeration));
  }

  void ReadEnumerator(const RowReader& row) {
    const std::string key = row.Required(0, {"枚举", "enumeration"});
    const vocabulary::Enumerator member{row.Name(2), row.Required(1, {"代码", "code"}), row.Label(4)};
    const std::uint16_t index = FindEnumeration(vocabulary_, key);
    if (index == vocabulary::kNone) {
      if (!key.empty()) row.ReportWord(Code::kTableDangling, key);
      return;
    }
    CheckAloneAmong(vocabulary_.enumerations[index].members, member, row);
    vocabulary_.enumerations[index].members.push_back(member);
  }

  void ReadUnit(const RowReader& row) {
    vocabulary::Unit unit{row.Required(0, kKey), row.Name(1), row.YesOrNo(3)};
    CheckAlone(vocabulary_.units, unit.key, unit.name, row);
    vocabulary_.units.push_back(std::move(unit));
  }

  void ReadRecord(const RowReader& row) {
    vocabulary::Record record{row.Required(0, kKey), row.Name(1), {}};
    CheckAlone(vocabulary_.records, record.key, record.name, row);
    vocabulary_.records.push_back(std::move(record));
  }

  void ReadRoot(const RowReader& row) {
    vocabulary::Root root{row.Required(0, kKey), row.Name(1), ReadType(vocabulary_, row.Optional(3), row), Stages(row)};
    CheckAlone(vocabulary_.roots, root.key, root.name, row);
    vocabulary_.roots.push_back(std::move(root));
  }

  /// Bit set over the members of the enumeration of stages.
  std::uint32_t Stages(const RowReader& row) {
    std::string text = row.Required(4, {"环节", "stages"});
    const std::uint16_t index = FindEnumeration(vocabulary_, "stage");
    std::uint32_t stages = 0;
    while (!text.empty()) {
      const std::size_t space = text.find(' ');
      const std::string code = text.substr(0, space);
      text = space == std::string::npos ? "" : text.substr(space + 1);
      const std::uint16_t stage = index == vocabulary::kNone ? index : FindCode(vocabulary_.enumerations[index], code);
      if (stage < 32) {
        stages |= 1u << stage;
      } else {
        row.ReportWord(Code::kTableDangling, code);
      }
    }
    return stages;
  }

  /// Words of the form stops:EVENT, resumes:EVENT, concludes:OUTCOME, earliest_of:EVENT (once for each), in any order.
  void ReadEffects(const RowReader& row, vocabulary::Event& event) {
    std::string text(row.Optional(4));
    while (!text.empty()) {
      const std::size_t space = text.find(' ');
      const std::string word = text.substr(0, space);
      text = space == std::string::npos ? "" : text.substr(space + 1);
      const std::size_t colon = word.find(':');
      const std::string effect = word.substr(0, colon), key = colon == std::string::npos ? "" : word.substr(colon + 1);
      if (effect == "stops") {
        event.stops = key;
      } else if (effect == "resumes") {
        event.resumes = key;
      } else if (effect == "concludes") {
        event.concludes = key;
      } else if (effect == "earliest_of") {
        event.earliest_of.push_back(key);
      } else {
        row.ReportWord(Code::kTableDangling, word);
      }
    }
  }

  void ReadEvent(const RowReader& row) {
    vocabulary::Event event{row.Required(0, kKey), row.Name(1), std::string(row.Optional(3)), {}, {}, {}, {}};
    ReadEffects(row, event);
    CheckAlone(vocabulary_.events, event.key, event.name, row);
    if (!event.date.empty()) {
      const vocabulary::Attribute* date = FindPath(vocabulary_, event.date);
      const bool is_day = date != nullptr && !date->type.list &&
                          (date->type.base == vocabulary::Base::kDate || date->type.base == vocabulary::Base::kInstant);
      if (!is_day)
        row.Report(Code::kTableDangling, {{"what", base::Words{"日期 " + event.date, "date " + event.date}}});
    }
    vocabulary_.events.push_back(std::move(event));
  }

  /// Rows of one reading stand together or apart; the first names it.
  void ReadReading(const RowReader& row) {
    const std::string key = row.Required(0, {"口径", "reading"});
    const base::Words name = row.Name(1);
    const vocabulary::Enumerator value{row.Name(4), row.Required(3, {"值", "value"}), {}};
    std::uint16_t index = FindReading(vocabulary_, key);
    if (index == vocabulary::kNone) {
      CheckAlone(vocabulary_.readings, key, name, row);
      index = static_cast<std::uint16_t>(vocabulary_.readings.size());
      vocabulary_.readings.push_back({key, name, {}});
    }
    vocabulary::Reading& reading = vocabulary_.readings[index];
    if (!(reading.name == name)) row.ReportWord(Code::kTableTwice, key);
    CheckAloneAmong(reading.values, value, row);
    reading.values.push_back(value);
  }

  std::filesystem::path directory_;
  diagnostics::Sink& sink_;
  Vocabulary vocabulary_;
};

}  // namespace

std::optional<Vocabulary> LoadVocabulary(const std::filesystem::path& directory, diagnostics::Sink& sink) {
  const std::size_t errors = sink.ErrorCount();
  Vocabulary vocabulary = Reader(directory, sink).Read();
  if (sink.ErrorCount() != errors) return std::nullopt;
  if (vocabulary::IsSound(vocabulary)) return vocabulary;
  sink.ReportIn(Code::kVocabularyUnsound, directory.string(), "");
  return std::nullopt;
}

}  // namespace zhun::library
