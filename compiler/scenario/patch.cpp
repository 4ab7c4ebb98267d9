#include "compiler/scenario/patch.h"

#include <charconv>

#include <nlohmann/json.hpp>

namespace zhun::scenario {
namespace {

using diagnostics::Code;
using vocabulary::Base;
using vocabulary::Form;
using Json = nlohmann::ordered_json;

/// Turns the value of a 设 into the JSON that a document would have there.
class ValueMaker {
 public:
  ValueMaker(const Scenario& scenario, const program::Bundle& bundle) : tree_(*scenario.tree), bundle_(bundle) {}

  std::optional<Json> Make(const Target& target, const std::vector<ast::ExprId>& values) const {
    if (!target.type.list) return values.size() == 1 ? One(target, tree_.exprs[values[0]]) : std::nullopt;
    Json list = Json::array();
    for (const ast::ExprId id : values) {
      auto element = One(target, tree_.exprs[id]);
      if (!element) return std::nullopt;
      list.push_back(std::move(*element));
    }
    return list;
  }

  /// The values as a message quotes them.
  std::string Shown(const std::vector<ast::ExprId>& values) const {
    std::string shown;
    for (const ast::ExprId id : values)
      shown += (shown.empty() ? "" : "、") + tree_.exprs[id].text + tree_.exprs[id].unit;
    return shown;
  }

 private:
  std::optional<Json> One(const Target& target, const ast::Expr& expr) const {
    using ast::ExprKind;
    switch (target.type.base) {
      case Base::kBool: return Truth(expr);
      case Base::kEnum: return expr.kind == ExprKind::kWord ? Member(target.type, expr.text) : std::nullopt;
      case Base::kText: return Text(expr);
      case Base::kNumber: return expr.kind == ExprKind::kNumber ? Number(expr.text) : std::nullopt;
      case Base::kQuantity: return Amount(expr);
      case Base::kLength: return Length(expr);
      case Base::kDate: return expr.kind == ExprKind::kDate ? std::optional<Json>(expr.text) : Text(expr);
      case Base::kInstant:
        return expr.kind == ExprKind::kDate ? std::optional<Json>(expr.text + "T00:00:00+08:00") : Text(expr);
      case Base::kRegion: return expr.kind == ExprKind::kNumber ? std::optional<Json>(expr.text) : Text(expr);
      case Base::kRecord: return Record(target, expr);
      case Base::kError: break;
    }
    return std::nullopt;
  }

  static std::optional<Json> Text(const ast::Expr& expr) {
    const bool text = expr.kind == ast::ExprKind::kText || expr.kind == ast::ExprKind::kCitation;
    return text ? std::optional<Json>(expr.text) : std::nullopt;
  }

  static std::optional<Json> Truth(const ast::Expr& expr) {
    if (expr.kind != ast::ExprKind::kWord && expr.kind != ast::ExprKind::kText) return std::nullopt;
    for (const char* yes : {"真", "是", "true", "yes"}) {
      if (expr.text == yes) return Json(true);
    }
    for (const char* no : {"假", "否", "false", "no"}) {
      if (expr.text == no) return Json(false);
    }
    return std::nullopt;
  }

  std::optional<Json> Member(vocabulary::Type type, const std::string& word) const {
    for (const vocabulary::Enumerator& member : bundle_.vocabulary.enumerations[type.of].members) {
      if (vocabulary::Names(member.name, word) || member.code == word) return Json(member.code);
    }
    return std::nullopt;
  }

  static std::optional<Json> Number(const std::string& digits) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return Json(number);
  }

  static std::optional<Json> Amount(const ast::Expr& expr) {
    const bool amount = expr.kind == ast::ExprKind::kQuantity || expr.kind == ast::ExprKind::kNumber;
    return amount ? Number(expr.text) : std::nullopt;
  }

  /// A document gives lengths in days.
  static std::optional<Json> Length(const ast::Expr& expr) {
    const bool days =
        expr.kind == ast::ExprKind::kNumber ||
        (expr.kind == ast::ExprKind::kQuantity && (expr.unit == "日" || expr.unit == "days" || expr.unit == "day"));
    return days ? Number(expr.text) : std::nullopt;
  }

  /// Citations and items stand in documents as texts; other records are given by their name.
  std::optional<Json> Record(const Target& target, const ast::Expr& expr) const {
    const auto text = expr.kind == ast::ExprKind::kDate ? std::optional<Json>(expr.text) : Text(expr);
    if (!text || target.form == Form::kCitation || target.form == Form::kItemName) return text;
    const vocabulary::Record& record = bundle_.vocabulary.records[target.type.of];
    if (record.key == "event_record") return text;  // when it happened
    if (vocabulary::FindKey(record, "name") == vocabulary::kNone) return std::nullopt;
    return Json{{"name", *text}};
  }

  const ast::File& tree_;
  const program::Bundle& bundle_;
};

class Patcher {
 public:
  Patcher(const Scenario& scenario, const program::Bundle& bundle, diagnostics::Sink& sink)
      : bundle_(bundle),
        sink_(sink),
        maker_(scenario, bundle) {}

  void Apply(const ast::Given& given, Papers& papers) {
    const auto target = Resolve(bundle_, given.path, sink_);
    if (!target) return;
    std::optional<Json> value;
    if (given.kind != ast::Given::Kind::kLack) {
      value = ValueOf(given, *target);
      if (!value) return;
    }
    const auto place = PlaceIn(papers, *target);
    if (!place) {
      sink_.Report(Code::kTestPath, given.path.span, {{"path", given.path.text}});
      return;
    }
    Json document = Json::parse(*place->text, nullptr, false);
    if (document.is_discarded()) return;
    if (target->document == "case_file") {
      PutEvent(document, target->keys, value);
    } else {
      Put(document, place->keys, value);
    }
    *place->text = document.dump();
  }

 private:
  /// Where a target stands in the texts of this kind of test.
  struct Place {
    std::string* text;
    std::vector<std::string> keys;
  };

  static std::optional<Place> PlaceIn(Papers& papers, const Target& target) {
    const auto inside = [&](std::string* text, const char* above) {
      std::vector<std::string> keys{above};
      keys.insert(keys.end(), target.keys.begin(), target.keys.end());
      return Place{text, std::move(keys)};
    };
    const std::string& document = target.document;
    switch (papers.kind) {
      case Kind::kDecision:
        if (document == "entry") return Place{&papers.first, target.keys};
        if (document == "application") return Place{&papers.second, target.keys};
        break;
      case Kind::kUse:
        if (document == "grant") return inside(&papers.first, "terms");
        if (document == "use") return Place{&papers.second, target.keys};
        break;
      case Kind::kCase:
        if (document == "grant" || document == "use") return std::nullopt;
        return document == "case_file" ? Place{&papers.first, target.keys} : inside(&papers.first, document.c_str());
    }
    if (document == "context") return Place{&Context(papers), target.keys};
    return std::nullopt;
  }

  /// 案卷.已答复: a day adds such an event (at nine o'clock), an instant likewise; without a value those there are go away.
  /// 案卷.已答复.结论 speaks of the last of them.
  static void PutEvent(Json& document, const std::vector<std::string>& keys, const std::optional<Json>& value) {
    if (!document.contains("events") || !document["events"].is_array()) document["events"] = Json::array();
    Json& events = document["events"];
    const auto is_one = [&](const Json& event) { return event.value("type", "") == keys[0]; };
    if (keys.size() == 1 && value) {
      const std::string at = value->is_string() ? value->get<std::string>() : std::string();
      events.push_back({{"type", keys[0]}, {"at", at.size() == 10 ? at + "T09:00:00+08:00" : at}});
      return;
    }
    if (keys.size() == 1) {
      Json left = Json::array();
      for (Json& event : events) {
        if (!is_one(event)) left.push_back(event);
      }
      events = std::move(left);
      return;
    }
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
      if (!is_one(*event)) continue;
      return Put(*event, {keys.begin() + 1, keys.end()}, value);
    }
  }

  static std::string& Context(Papers& papers) {
    if (!papers.context) papers.context = "{}";
    return *papers.context;
  }

  std::optional<Json> ValueOf(const ast::Given& given, const Target& target) {
    if (given.kind == ast::Given::Kind::kDeclareNone) return Json();
    if (given.kind == ast::Given::Kind::kPending) return Json{{"pending", given.why ? given.why->text : std::string()}};
    auto value = maker_.Make(target, given.values);
    if (!value) {
      sink_.Report(Code::kTestValue, given.span,
                   {{"path", given.path.text},
                    {"type", vocabulary::Describe(bundle_.vocabulary, target.type)},
                    {"value", maker_.Shown(given.values)}});
    }
    return value;
  }

  /// Nothing: the member is taken away. Objects on the way are made where there are none.
  static void Put(Json& document, const std::vector<std::string>& keys, const std::optional<Json>& value) {
    Json* at = &document;
    for (std::size_t i = 0; i + 1 < keys.size(); ++i) {
      if (!at->is_object()) *at = Json::object();
      if (!value && !at->contains(keys[i])) return;
      at = &(*at)[keys[i]];
    }
    if (!value) {
      if (at->is_object()) at->erase(keys.back());
      return;
    }
    if (!at->is_object()) *at = Json::object();
    (*at)[keys.back()] = *value;
  }

  const program::Bundle& bundle_;
  diagnostics::Sink& sink_;
  ValueMaker maker_;
};

}  // namespace

bool Patch(const Scenario& scenario, const program::Bundle& bundle, Papers& papers, diagnostics::Sink& sink) {
  const std::size_t errors = sink.ErrorCount();
  Patcher patcher(scenario, bundle, sink);
  for (const ast::Given& given : scenario.test->givens) patcher.Apply(given, papers);
  return sink.ErrorCount() == errors;
}

}  // namespace zhun::scenario
