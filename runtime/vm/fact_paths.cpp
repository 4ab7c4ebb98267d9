#include "runtime/vm/fact_paths.h"

namespace zhun::vm {
namespace {

using program::Node;
using program::Op;
using values::State;
using vocabulary::Supplier;

const vocabulary::Attribute& AttributeOf(const Evaluation& evaluation, const vocabulary::Vocabulary& vocabulary,
                                         const Node& field) {
  const Node& record = evaluation.Code().nodes[evaluation.OperandOf(field, 0)];
  return vocabulary.records[record.unit].attributes[field.ref];
}

const std::string& RecordKey(const Evaluation& evaluation, const vocabulary::Vocabulary& vocabulary,
                             const Node& field) {
  return vocabulary.records[evaluation.Code().nodes[evaluation.OperandOf(field, 0)].unit].key;
}

/// The text of the member `key` of a record, where it has one.
std::string TextMember(const vocabulary::Vocabulary& vocabulary, const Value& record, std::string_view key) {
  if (!record.IsKnown() || record.kind != vocabulary::Base::kRecord || values::IsList(record)) return "";
  const std::uint16_t field = vocabulary::FindKey(vocabulary.records[record.record->type], key);
  if (field == vocabulary::kNone) return "";
  const Value& value = record.record->fields[field];
  return value.IsKnown() && value.kind == vocabulary::Base::kText ? std::string(value.Text()) : "";
}

/// The outermost attribute on the way to `field` that is reported whole, or kNoNode.
NodeIndex WholeAbove(const Evaluation& evaluation, const vocabulary::Vocabulary& vocabulary, NodeIndex field) {
  NodeIndex whole = kNoNode;
  for (NodeIndex at = field; evaluation.Code().nodes[at].op != Op::kRoot;) {
    const Node& node = evaluation.Code().nodes[at];
    if (node.op != Op::kField && node.op != Op::kSound) return kNoNode;
    if (node.op == Op::kField && AttributeOf(evaluation, vocabulary, node).whole) whole = at;
    at = evaluation.OperandOf(node, 0);
  }
  return whole;
}

base::Words LabelOf(const vocabulary::Attribute& attribute) {
  return attribute.label.zh.empty() ? attribute.name : attribute.label;
}

std::string UpTo(const std::string& path, char end) { return path.substr(0, path.find(end)); }

/// “姓名” of entry.items[姓名].minor; empty where the path has no member.
std::string NameInBrackets(const std::string& path) {
  const std::size_t open = path.find('[');
  const std::size_t close = path.find(']', open == std::string::npos ? 0 : open);
  if (open == std::string::npos || close == std::string::npos) return "";
  return "“" + path.substr(open + 1, close - open - 1) + "”";
}

/// A part of a member of a list that is reported whole (application.processors[某公司].approval_no) is asked for as the list.
void ReportWholeList(const vocabulary::Vocabulary& vocabulary, Fact& fact) {
  static constexpr std::string_view kStart = "application.";
  const std::size_t bracket = fact.path.find('[');
  if (bracket == std::string::npos || !fact.path.starts_with(kStart)) return;
  const vocabulary::Root& application = vocabulary.roots[vocabulary::FindRoot(vocabulary, "application")];
  const vocabulary::Record& record = vocabulary.records[application.type.of];
  const std::uint16_t list =
      vocabulary::FindKey(record, std::string_view(fact.path).substr(kStart.size(), bracket - kStart.size()));
  if (list == vocabulary::kNone || !record.attributes[list].whole) return;
  fact.path.resize(bracket);
  fact.state = State::kDefective;
  fact.label = LabelOf(record.attributes[list]);
}

/// What a computed attribute hangs on is not the attribute itself.
void Redirect(const Evaluation& evaluation, const vocabulary::Vocabulary& vocabulary, const Node& field, Fact& fact) {
  const std::string& record = RecordKey(evaluation, vocabulary, field);
  const vocabulary::Attribute& attribute = AttributeOf(evaluation, vocabulary, field);
  if (record == "condition" && attribute.key == "met") {
    const Value& condition = evaluation.At(evaluation.OperandOf(field, 0));
    fact.finding = "condition_" + TextMember(vocabulary, condition, "no");
    const std::string text = TextMember(vocabulary, condition, "text");
    fact.question = {"是否符合目录列明的使用条件：" + text, "Is this published condition met: " + text};
    fact.path.clear();
  } else if (record == "context" && attribute.key == "aligned") {
    fact.path = "entry.version";
  } else if (record == "item" && attribute.key == "listed") {
    const vocabulary::Record& entry = vocabulary.records[vocabulary::FindRecord(vocabulary, "entry")];
    fact.path = "entry.items";  // whether an item is listed is not known because the list is not
    fact.label = LabelOf(entry.attributes[vocabulary::FindKey(entry, "items")]);
  } else if ((record == "use_event" || record == "grant") && attribute.key == "purposes") {
    const vocabulary::Record& owner = vocabulary.records[vocabulary::FindRecord(vocabulary, record)];
    fact.path = fact.path.substr(0, fact.path.rfind('.')) + ".purpose";  // the text that names them
    fact.label = LabelOf(owner.attributes[vocabulary::FindKey(owner, "purpose")]);
  } else if (record == "citation") {
    fact.path = UpTo(fact.path, '[');  // application.applicant.mandate[2].rank: the list is what can be cited anew
  }
}

}  // namespace

Supplier SupplierOfPath(const std::string& path) {
  const bool applicant = path.starts_with("application.") || path.starts_with("use.");
  return applicant ? Supplier::kApplicant : Supplier::kProvider;
}

base::Words LabelOfPath(const Evaluation& evaluation, const vocabulary::Vocabulary& vocabulary, NodeIndex index,
                        const std::vector<std::string>& member_paths) {
  const Node& node = evaluation.Code().nodes[index];
  if (node.op == Op::kSound) return LabelOfPath(evaluation, vocabulary, evaluation.OperandOf(node, 0), member_paths);
  if (node.op == Op::kIt) {
    const std::string name = NameInBrackets(PathOf(evaluation, vocabulary, index, member_paths));
    return {name, name};
  }
  if (node.op != Op::kField) return {};
  const base::Words own = LabelOf(AttributeOf(evaluation, vocabulary, node));
  const base::Words whole = LabelOfPath(evaluation, vocabulary, evaluation.OperandOf(node, 0), member_paths);
  if (whole.zh.empty()) return own;
  return {whole.zh + "的" + own.zh, own.en + " of " + whole.en};
}

std::string MemberPath(const vocabulary::Vocabulary& vocabulary, const std::string& list, const Value& member,
                       std::size_t index) {
  std::string key = TextMember(vocabulary, member, "name");
  if (key.empty()) key = TextMember(vocabulary, member, "no");
  if (key.empty()) key = std::to_string(index + 1);
  const bool item = member.IsKnown() && member.kind == vocabulary::Base::kRecord &&
                    vocabulary.records[member.record->type].key == "item";
  return (item ? "entry.items" : list) + "[" + key + "]";
}

std::string PathOf(const Evaluation& evaluation, const vocabulary::Vocabulary& vocabulary, NodeIndex index,
                   const std::vector<std::string>& member_paths) {
  const Node& node = evaluation.Code().nodes[index];
  switch (node.op) {
    case Op::kRoot: return vocabulary.roots[node.ref].key;
    case Op::kIt: {
      if (member_paths[node.ref] != "item") return member_paths[node.ref];
      return MemberPath(vocabulary, "entry.items", evaluation.Member(node.ref), 0);
    }
    case Op::kSound: return PathOf(evaluation, vocabulary, evaluation.OperandOf(node, 0), member_paths);
    case Op::kField:
      return PathOf(evaluation, vocabulary, evaluation.OperandOf(node, 0), member_paths) + "." +
             AttributeOf(evaluation, vocabulary, node).key;
    default: return "";
  }
}

Fact FieldFact(const Evaluation& evaluation, const vocabulary::Vocabulary& vocabulary, NodeIndex field,
               const std::vector<std::string>& member_paths) {
  const NodeIndex whole = WholeAbove(evaluation, vocabulary, field);
  const NodeIndex reported = whole == kNoNode ? field : whole;
  const Node& node = evaluation.Code().nodes[reported];
  const vocabulary::Attribute& attribute = AttributeOf(evaluation, vocabulary, node);
  Fact fact;
  fact.path = PathOf(evaluation, vocabulary, reported, member_paths);
  fact.label = LabelOf(attribute);
  if (const std::string member = NameInBrackets(fact.path); !member.empty()) {
    fact.label = {member + "的" + fact.label.zh, fact.label.en + " of " + member};
  }
  fact.state = whole != kNoNode && whole != field ? State::kDefective : State::kAbsent;
  fact.supplier = SupplierOfPath(fact.path);
  const vocabulary::Attribute& read = AttributeOf(evaluation, vocabulary, evaluation.Code().nodes[field]);
  if (read.supplier != Supplier::kApplicant) fact.supplier = read.supplier;
  ReportWholeList(vocabulary, fact);
  Redirect(evaluation, vocabulary, evaluation.Code().nodes[field], fact);
  return fact;
}

Fact FindingFact(const program::Program& program, std::uint32_t finding, const Value& value) {
  const program::Finding& asked = program.findings[finding];
  Fact fact;
  fact.state = value.state;
  fact.supplier = static_cast<Supplier>(asked.by);
  fact.label = {asked.name, asked.code};
  fact.finding = asked.code;
  fact.question = asked.question;
  fact.finding_index = finding;
  return fact;
}

}  // namespace zhun::vm
