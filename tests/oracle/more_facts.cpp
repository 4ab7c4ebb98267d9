#include "tests/oracle/more_facts.h"

namespace zhun::oracle {
namespace {

using nlohmann::json;
using vocabulary::Absence;
using vocabulary::Attribute;
using vocabulary::Base;
using vocabulary::Form;
using vocabulary::Record;

bool IsPending(const json& value) { return value.is_object() && value.size() == 1 && value.contains("pending"); }

class Filler {
 public:
  Filler(const vocabulary::Vocabulary& words, RandomSource& random) : words_(words), random_(random) {}

  void Fill(json& object, const Record& record) {
    for (const Attribute& attribute : record.attributes) {
      if (attribute.form == Form::kComputed || attribute.form == Form::kFindings) continue;
      if (IsUnknown(object, attribute)) {
        if (random_.Chance(60)) object[attribute.key] = MakeValue(words_, attribute, random_);
      } else if (attribute.type.base == Base::kRecord && attribute.form == Form::kPlain &&
                 object.contains(attribute.key)) {
        FillInside(object[attribute.key], words_.records[attribute.type.of]);
      }
    }
  }

 private:
  /// Absent means none in some places, and null is an answer in some: those are known.
  static bool IsUnknown(const json& object, const Attribute& attribute) {
    if (object.contains(attribute.key) && IsPending(object[attribute.key])) return true;
    const bool said = object.contains(attribute.key) && (attribute.nullable || !object[attribute.key].is_null());
    return !said && attribute.absence == Absence::kUnknown;
  }

  void FillInside(json& value, const Record& record) {
    if (value.is_object()) Fill(value, record);
    if (!value.is_array()) return;
    for (json& element : value) {
      if (element.is_object()) Fill(element, record);
    }
  }

  const vocabulary::Vocabulary& words_;
  RandomSource& random_;
};

const Record& RecordOf(const vocabulary::Vocabulary& words, const char* key) {
  return words.records[vocabulary::FindRecord(words, key)];
}

void Attach(json& application, const std::string& name) {
  json& materials = application["materials"];
  if (!materials.is_array()) materials = json::array();
  for (const json& material : materials) {
    if (material.value("name", "") == name) return;
  }
  materials.push_back({{"name", name}});
}

/// application.period, application.applicant.level
void Supply(const vocabulary::Vocabulary& words, json& object, const Record& record, const std::string& path,
            RandomSource& random) {
  const std::size_t dot = path.find('.');
  const Attribute& attribute = record.attributes.at(vocabulary::FindKey(record, path.substr(0, dot)));
  if (dot == std::string::npos) {
    object[attribute.key] = MakeValue(words, attribute, random);
  } else {
    Supply(words, object[attribute.key], words.records[attribute.type.of], path.substr(dot + 1), random);
  }
}

}  // namespace

Papers WithMoreFacts(const vocabulary::Vocabulary& vocabulary, const Papers& papers,
                     const std::vector<std::string>& findings, bool entry_too, RandomSource& random) {
  Papers more = papers;
  Filler filler(vocabulary, random);
  if (entry_too) filler.Fill(more.entry, RecordOf(vocabulary, "entry"));
  filler.Fill(more.application, RecordOf(vocabulary, "application"));
  filler.Fill(more.context, RecordOf(vocabulary, "context"));
  json& answers = more.application["findings"];
  for (const std::string& code : findings) {
    if (!answers.contains(code) || IsPending(answers[code])) answers[code] = random.Chance(50);
  }
  return more;
}

Papers WithSupplied(const vocabulary::Vocabulary& vocabulary, const Papers& papers, const std::set<std::string>& paths,
                    RandomSource& random) {
  static const std::string kPaper = "application.materials[";
  Papers supplied = papers;
  for (const std::string& path : paths) {
    if (!path.starts_with(kPaper)) {
      Supply(vocabulary, supplied.application, RecordOf(vocabulary, "application"),
             path.substr(std::string("application.").size()), random);
    }
  }
  for (const std::string& path : paths) {
    if (path.starts_with(kPaper))
      Attach(supplied.application, path.substr(kPaper.size(), path.size() - kPaper.size() - 1));
  }
  return supplied;
}

}  // namespace zhun::oracle
