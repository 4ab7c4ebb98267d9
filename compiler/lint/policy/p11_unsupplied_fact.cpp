#include <algorithm>
#include <set>

#include "compiler/lint/subject/meaning.h"
#include "compiler/lint/subject/paths.h"

namespace zhun::lint {
namespace {

using diagnostics::Code;
using values::Json;
using vocabulary::Absence;
using vocabulary::Form;

/// One step of a path in the published entry.
enum class Step { kUnknown, kThere, kSettled };

/// Whether what lacks at `key` leaves the fact unknown; absent members that mean "none" are an answer.
Step StepInto(const Json& json, const vocabulary::Attribute& attribute) {
  const Json* member = values::Member(json, attribute.key);
  const bool null = member != nullptr && member->kind == values::JsonKind::kNull;
  if (null && attribute.nullable) return Step::kSettled;
  if (member != nullptr && !null) return Step::kThere;
  const bool unknown = attribute.absence == Absence::kUnknown && attribute.form == Form::kPlain;
  return unknown ? Step::kUnknown : Step::kSettled;
}

/// Facts of the published entry that a policy's conditions read and the entry does not state.
class Reading {
 public:
  Reading(const PolicySubject& subject, Findings& findings, const Entry& entry)
      : subject_(subject),
        findings_(findings),
        entry_(entry) {}

  void LookAt(sema::ExprId root) {
    ForEachModelExpression(subject_, root, false, [&](sema::ExprId id, const sema::Expr& node) {
      if (node.kind != sema::ExprKind::kField) return;
      const auto& vocabulary = subject_.library.vocabulary;
      const vocabulary::Type& holder = subject_.Model().exprs[node.operands[0]].type;
      if (holder.base != vocabulary::Base::kRecord) return;
      const vocabulary::Attribute& attribute = vocabulary.records[holder.of].attributes[node.ref];
      const bool item = vocabulary.records[holder.of].key == "item";
      if (item ? SomeItemLacks(attribute) : EntryLacks(id)) Report(node.span, attribute, item);
    });
  }

 private:
  bool SomeItemLacks(const vocabulary::Attribute& attribute) const {
    const Json* items = values::Member(entry_.json, "items");
    if (items == nullptr || items->kind != values::JsonKind::kList) return false;
    return std::ranges::any_of(items->Elements(), [&](const Json& item) {
      return item.kind == values::JsonKind::kObject && StepInto(item, attribute) == Step::kUnknown;
    });
  }

  /// A path below the entry, whose own parents are there.
  bool EntryLacks(sema::ExprId id) const {
    if (!KeysOf(subject_, id).starts_with("entry.")) return false;
    const Json* json = &entry_.json;
    return LacksBelow(id, json) == Step::kUnknown;
  }

  Step LacksBelow(sema::ExprId id, const Json*& json) const {
    const sema::Expr& node = subject_.Model().exprs[id];
    if (node.kind == sema::ExprKind::kRoot) return Step::kThere;
    const Step before = LacksBelow(node.operands[0], json);
    if (before != Step::kThere || json->kind != values::JsonKind::kObject) return Step::kSettled;
    const vocabulary::Type& holder = subject_.Model().exprs[node.operands[0]].type;
    const auto& attribute = subject_.library.vocabulary.records[holder.of].attributes[node.ref];
    const Step step = StepInto(*json, attribute);
    if (step == Step::kThere) json = values::Member(*json, attribute.key);
    return step;
  }

  void Report(base::Span span, const vocabulary::Attribute& attribute, bool item) {
    const std::string written(subject_.Sources().TextOf(span));
    if (!said_.insert(written).second) return;
    const std::string id(entry_.id);
    Finding& finding = findings_.Report(
        RuleCode::kP11, span,
        {"条件要看“" + written + "”，而条目" + id + (item ? "有数据项没有写明它，" : "没有写明它，") +
             "涉及它的申请都要转人工。",
         "The condition reads “" + written + "”, which entry " + id +
             (item ? " does not state for every item" : " does not state") + ": such cases go to an official."},
        written);
    finding.level = diagnostics::Severity::kWarning;
    finding.help = {"请提供单位在目录条目中补写“" + attribute.name.zh + "”（" + attribute.key + "）",
                    "let the provider state “" + attribute.name.en + "” (" + attribute.key + ") in the entry"};
  }

  const PolicySubject& subject_;
  Findings& findings_;
  const Entry& entry_;
  std::set<std::string> said_;
};

void Look(const PolicySubject& subject, Findings& findings) {
  for (const std::uint32_t index : subject.wanted) {
    const auto opened = subject.EntryOf(subject.Policy(index));
    if (!opened) continue;
    Reading reading(subject, findings, *opened->entry);
    for (const sema::Rule* rule : subject.RulesOf(index)) {
      for (const sema::ExprId condition : ConditionsOf(*rule)) reading.LookAt(condition);
    }
  }
}

}  // namespace

extern const Rule kP11{.policies = Look,
                       .adopts = {Code::kUnknownName, Code::kUnknownAttribute, Code::kUnknownWord, Code::kUnknownRoot,
                                  Code::kNoMembers, Code::kWrongStage, Code::kItWithoutSubject}};

}  // namespace zhun::lint
