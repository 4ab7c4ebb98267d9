#include "compiler/scenario/target.h"

#include <array>

namespace zhun::scenario {
namespace {

using diagnostics::Code;
using vocabulary::Attribute;
using vocabulary::Base;
using vocabulary::Form;

std::vector<std::string> Segments(const std::string& path) {
  std::vector<std::string> segments(1);
  for (const char c : path) {
    if (c == '.') {
      segments.emplace_back();
    } else {
      segments.back() += c;
    }
  }
  return segments;
}

const Attribute* FindAttribute(const vocabulary::Record& record, const std::string& name) {
  for (const Attribute& attribute : record.attributes) {
    const bool settable = attribute.form != Form::kComputed;
    if (settable && (vocabulary::Names(attribute.name, name) || attribute.key == name)) return &attribute;
  }
  return nullptr;
}

const vocabulary::Root* FindDocument(const vocabulary::Vocabulary& vocabulary, const std::string& name) {
  static constexpr std::array<std::string_view, 6> kDocuments = {"application", "entry", "context",
                                                                 "grant",       "use",   "case_file"};
  for (const std::string_view key : kDocuments) {
    const vocabulary::Root& root = vocabulary.roots[vocabulary::FindRoot(vocabulary, key)];
    if (vocabulary::Names(root.name, name) || root.key == name) return &root;
  }
  return nullptr;
}

/// Findings of the loaded policies by name or code; condition_<no> and what is not known here is left to the binder.
std::string FindingCode(const program::Program& program, const std::string& name) {
  for (const program::Finding& finding : program.findings) {
    if (finding.name == name || finding.code == name) return finding.code;
  }
  return name;
}

class Resolver {
 public:
  Resolver(const program::Bundle& bundle, const ast::Token& path, diagnostics::Sink& sink)
      : bundle_(bundle),
        path_(path),
        sink_(sink),
        segments_(Segments(path.text)) {}

  std::optional<Target> Run() {
    const vocabulary::Root* root = FindDocument(bundle_.vocabulary, segments_[0]);
    if (root == nullptr || segments_.size() < 2) return Unknown();
    target_.document = root->key;
    target_.type = root->type;
    for (std::size_t i = 1; i < segments_.size(); ++i) {
      if (!Step(i)) return std::nullopt;
    }
    return target_;
  }

 private:
  std::optional<Target> Unknown() {
    sink_.Report(Code::kTestPath, path_.span, {{"path", path_.text}});
    return std::nullopt;
  }

  bool Step(std::size_t i) {
    if (target_.form == Form::kFindings) return StepToFinding(i);
    if (target_.type.list) {
      sink_.Report(Code::kTestListMember, path_.span, {{"path", path_.text}, {"list", segments_[i - 1]}});
      return false;
    }
    const Attribute* attribute = target_.type.base == Base::kRecord
                                     ? FindAttribute(bundle_.vocabulary.records[target_.type.of], segments_[i])
                                     : nullptr;
    if (attribute == nullptr) return Unknown().has_value();
    target_.keys.push_back(attribute->key);
    target_.type = attribute->type;
    target_.form = attribute->form;
    target_.nullable = attribute->nullable;
    return true;
  }

  bool StepToFinding(std::size_t i) {
    target_.keys.push_back(FindingCode(bundle_.program, segments_[i]));
    target_.type = {Base::kBool, vocabulary::kNone, false};
    target_.form = Form::kPlain;
    target_.nullable = true;
    return true;
  }

  const program::Bundle& bundle_;
  const ast::Token& path_;
  diagnostics::Sink& sink_;
  std::vector<std::string> segments_;
  Target target_;
};

}  // namespace

std::string Target::Path() const {
  std::string path = document;
  for (const std::string& key : keys) path += "." + key;
  return path;
}

std::optional<Target> Resolve(const program::Bundle& bundle, const ast::Token& path, diagnostics::Sink& sink) {
  return Resolver(bundle, path, sink).Run();
}

}  // namespace zhun::scenario
