#include "compiler/reason/witness.h"

#include <nlohmann/json.hpp>

#include "compiler/reason/paths.h"
#include "compiler/reason/sound_documents.h"
#include "runtime/law/registry.h"

namespace zhun::reason {
namespace {

using Json = nlohmann::ordered_json;
using ir::NodeId;
using ir::Op;
using vocabulary::Base;

/// Writes the values of a state into two sound documents.
class Writing {
 public:
  Writing(const Occasion& occasion, const State& state)
      : occasion_(occasion),
        graph_(occasion.graph),
        vocabulary_(occasion.library.vocabulary),
        state_(state) {
    const std::string entry = SoundEntry(occasion);
    documents_["entry"] = Json::parse(entry);
    documents_["application"] = Json::parse(SoundApplication(occasion, entry));
  }

  Witness Run() {
    for (const auto& [record, presence] : state_.records) WriteRecord(record, presence);
    for (const auto& [list, known] : state_.lists) WriteList(list, known);
    for (const auto& [variable, domain] : state_.values) {
      if (variable.member == 0) Write(variable, domain);
    }
    for (const auto& [period, days] : state_.spans) WriteSpan(period, days);
    for (const auto& [finding, yes] : state_.findings) {
      documents_["application"]["findings"][occasion_.module.findings[finding].code] = yes;
    }
    AgreeOnIdentity();
    return {documents_["entry"].dump(), documents_["application"].dump(), occasion_.day};
  }

 private:
  /// The JSON at a path, made on the way; nullptr for what is in neither document.
  Json* At(NodeId node, Json* member) {
    const NodeId bare = Bare(graph_, node);
    const ir::Node& here = graph_[bare];
    if (here.op == Op::kIt) return member;
    if (here.op == Op::kRoot) {
      const std::string& key = vocabulary_.roots[here.ref].key;
      return documents_.contains(key) ? &documents_[key] : nullptr;
    }
    if (here.op != Op::kField) return nullptr;
    Json* record = At(here.operands[0], member);
    const vocabulary::Attribute* attribute = AttributeOf(graph_, vocabulary_, bare);
    if (record == nullptr || attribute == nullptr || attribute->form == vocabulary::Form::kComputed) return nullptr;
    if (!record->is_object()) *record = Json::object();
    return &(*record)[attribute->key];
  }

  void WriteRecord(Variable record, Presence presence) {
    if (record.member != 0) return;
    Json* at = At(record.node, nullptr);
    if (at == nullptr) return;
    if (presence == Presence::kNone) *at = nullptr;
    if (presence == Presence::kThere && !at->is_object()) *at = Json::object();
  }

  void Write(Variable variable, const Domain& domain) {
    Json* at = At(variable.node, nullptr);
    if (at == nullptr) return;
    if (domain.presence == Presence::kNone) {
      *at = nullptr;
    } else if (domain.presence == Presence::kThere) {
      *at = Pick(graph_[variable.node].type, domain, *at);
    }
  }

  void WriteList(Variable list, const ListState& known) {
    Json* at = At(list.node, nullptr);
    if (at == nullptr) return;
    if (known.empty || known.presence == Presence::kNone) *at = Json::array();
    const bool speaks = !known.members.empty() || known.bounded || !known.universals.empty();
    if (known.empty || !speaks) return;
    Json elements = Json::array();
    for (const std::uint32_t member : known.members) elements.push_back(MemberOf(list, member));
    if (elements.empty() && at->is_array() && !at->empty() && known.universals.empty()) {
      for (const Json& each : *at) {
        if (Fits(graph_[list.node].type, known.each, each)) elements.push_back(each);
      }
    }
    *at = elements;
  }

  Json MemberOf(Variable list, std::uint32_t member) {
    vocabulary::Type type = graph_[list.node].type;
    type.list = false;
    if (type.base != Base::kRecord) {
      const auto known = state_.values.find({ir::kNoNode, member});
      return Pick(type, known == state_.values.end() ? Whole(vocabulary_, type) : known->second, Json());
    }
    const vocabulary::Attribute* attribute = AttributeOf(graph_, vocabulary_, list.node);
    if (attribute->form == vocabulary::Form::kCitation) return Citation(member);
    Json element = Json::object();
    for (const auto& [variable, domain] : state_.values) {
      if (variable.member != member || variable.node == ir::kNoNode) continue;
      Json* at = At(variable.node, &element);
      if (at == nullptr || domain.presence == Presence::kOpen) continue;
      *at = domain.presence == Presence::kNone ? Json(nullptr) : Pick(graph_[variable.node].type, domain, *at);
    }
    if (attribute->form == vocabulary::Form::kItemName) return NewItem(element, member);
    for (const vocabulary::Attribute& each : vocabulary_.records[type.of].attributes) {
      if (each.key == "name" && !element.contains("name")) element["name"] = "某" + attribute->name.zh;
    }
    return element;
  }

  /// An application names items of the entry, so the entry gets one that fits.
  Json NewItem(Json item, std::uint32_t member) {
    if (!item.contains("name")) item["name"] = "数据项" + std::to_string(member);
    if (!item.contains("personal")) item["personal"] = "none";
    if (!item.contains("minor")) item["minor"] = false;
    documents_["entry"]["items"].push_back(item);
    return item["name"];
  }

  /// The name of an instrument in force whose rank the member may have.
  Json Citation(std::uint32_t member) const {
    Domain rank = {Presence::kOpen, {0, law::kRankCount - 1}, Texts()};
    for (const auto& [variable, domain] : state_.values) {
      const vocabulary::Attribute* attribute =
          variable.node == ir::kNoNode ? nullptr : AttributeOf(graph_, vocabulary_, variable.node);
      if (variable.member == member && attribute != nullptr && attribute->key == "rank") rank = domain;
    }
    const vocabulary::Enumeration& ranks = vocabulary_.enumerations[vocabulary::FindEnumeration(vocabulary_, "rank")];
    for (const law::Instrument& instrument : occasion_.library.law.instruments) {
      const bool begun = instrument.effective_from && *instrument.effective_from <= occasion_.day;
      const bool over = instrument.effective_to && *instrument.effective_to < occasion_.day;
      const std::uint16_t code = vocabulary::FindCode(ranks, law::RankCode(instrument.rank));
      if (begun && !over && rank.numbers.Contains(code)) return "《" + instrument.name + "》";
    }
    return "";
  }

  void WriteSpan(Variable period, const Intervals& days) {
    Json* at = At(period.node, nullptr);
    if (at == nullptr) return;
    if (!at->is_object()) *at = Json::object();
    const auto from = base::ParseDate(at->value("from", "")).value_or(occasion_.day);
    const auto [least, most] = days.All().back();
    constexpr std::int64_t kBeyond = 40;  // farther than months of different length can lie apart
    const std::int64_t chosen = most > 900'000 ? least + kBeyond : least + (most - least) / 2;
    (*at)["from"] = base::FormatDate(from);
    (*at)["to"] = base::FormatDate(base::AddDays(from, chosen - 1));
  }

  /// Whether a value that a document has is allowed.
  bool Fits(vocabulary::Type type, const Domain& domain, const Json& value) const {
    if (!value.is_string()) return value.is_number_integer() && domain.numbers.Contains(value.get<std::int64_t>());
    const std::string text = value.get<std::string>();
    switch (type.base) {
      case Base::kText: return domain.texts.Contains(text);
      case Base::kEnum: {
        const std::uint16_t code = vocabulary::FindCode(vocabulary_.enumerations[type.of], text);
        return code != vocabulary::kNone && domain.numbers.Contains(code);
      }
      case Base::kRegion: {
        const auto region = values::ParseRegion(text);
        return region && domain.numbers.Contains(*region);
      }
      case Base::kDate: {
        const auto date = base::ParseDate(text);
        return date && domain.numbers.Contains(date->days);
      }
      case Base::kInstant: return text.size() >= 10 && Fits({Base::kDate}, domain, text.substr(0, 10));
      default: return false;
    }
  }

  /// What is there if it may be, else the first value that may.
  Json Pick(vocabulary::Type type, const Domain& domain, const Json& now) const {
    if (Fits(type, domain, now)) return now;
    if (type.base == Base::kText) return PickText(domain.texts);
    if (domain.numbers.IsEmpty()) return nullptr;
    const std::int64_t number = PickNumber(type, domain.numbers);
    switch (type.base) {
      case Base::kBool: return number == 1;
      case Base::kEnum: return vocabulary_.enumerations[type.of].members[number].code;
      case Base::kRegion: return std::to_string(number);
      case Base::kDate: return base::FormatDate({static_cast<std::int32_t>(number)});
      case Base::kInstant: return base::FormatDate({static_cast<std::int32_t>(number)}) + "T09:00:00+08:00";
      default: return number;
    }
  }

  Json PickText(const Texts& texts) const {
    if (!texts.AllBut()) return *texts.Listed().begin();
    std::string text = "其他";
    while (!texts.Contains(text)) text += "情形";
    return text;
  }

  std::int64_t PickNumber(vocabulary::Type type, const Intervals& numbers) const {
    if (type.base == Base::kRegion) {
      for (const values::Region& region : occasion_.library.regions.regions) {
        if (numbers.Contains(region.code)) return region.code;
      }
    }
    const std::int64_t today = occasion_.day.days;
    const bool day = type.base == Base::kDate || type.base == Base::kInstant;
    if (day && numbers.Contains(today)) return today;
    return day && numbers.All().front().second < today ? numbers.All().front().second : numbers.All().front().first;
  }

  /// The application must go on speaking of the entry it is made for.
  void AgreeOnIdentity() {
    documents_["application"]["entry"] = documents_["entry"]["id"];
    if (documents_["entry"].contains("version")) {
      documents_["application"]["entry_version"] = documents_["entry"]["version"];
    }
  }

  const Occasion& occasion_;
  const ir::Graph& graph_;
  const vocabulary::Vocabulary& vocabulary_;
  const State& state_;
  std::map<std::string, Json> documents_;
};

}  // namespace

std::string Witness::AsJson() const {
  Json json = {{"as_of", base::FormatDate(as_of)}};
  json["entry"] = Json::parse(entry);
  json["application"] = Json::parse(application);
  return json.dump();
}

Witness MakeWitness(const Occasion& occasion, const State& state) { return Writing(occasion, state).Run(); }

}  // namespace zhun::reason
