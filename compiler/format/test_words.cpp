// The words of 测试: paths into documents, values by the type of what is set, outcomes.
#include <array>

#include "compiler/format/words_at.h"

namespace zhun::format {
namespace {

using vocabulary::Base;
using vocabulary::Type;

constexpr std::array<std::string_view, 6> kDocuments = {"application", "entry", "context", "grant", "use", "case_file"};

class TestWords {
 public:
  TestWords(const ast::File& file, const base::SourceStore& sources, const vocabulary::Vocabulary& vocabulary,
            WordsAt& words)
      : file_(file),
        sources_(sources),
        vocabulary_(vocabulary),
        words_(words) {}

  void Add(const ast::Test& test) {
    for (const ast::Given& given : test.givens) AddGiven(given);
    for (const ast::ExpectedMissing& missing : test.missing) {
      if (!missing.paper) Path(missing.path);
    }
    for (const ast::Token& word : test.states) Expected(word);
  }

 private:
  /// An outcome of a decision or of a use, or a state of a case.
  void Expected(const ast::Token& word) {
    for (std::uint16_t i = 0; i < vocabulary_.enumerations.size(); ++i) {
      const std::string& key = vocabulary_.enumerations[i].key;
      if (key == "outcome" || key == "use_answer" || key.ends_with("_state")) Member(word, {Base::kEnum, i, false});
    }
  }

  void AddGiven(const ast::Given& given) {
    const Type type = Path(given.path);
    for (const ast::ExprId id : given.values) {
      const ast::Expr& value = file_.exprs[id];
      if (value.kind == ast::ExprKind::kWord) Member({value.text, value.span}, type);
    }
  }

  /// Notes the segments that the vocabulary knows and gives the type of the last.
  Type Path(const ast::Token& path) {
    const std::vector<Segment> segments = SegmentsOf(path.text, sources_.TextOf(path.span), path.span.begin);
    Type type = Document(segments[0].text, segments[0].at);
    for (std::size_t i = 1; i < segments.size(); ++i) type = Step(type, segments[i].text, segments[i].at);
    return type;
  }

  Type Document(const std::string& segment, std::uint32_t at) {
    for (const std::string_view key : kDocuments) {
      const vocabulary::Root& root = vocabulary_.roots[vocabulary::FindRoot(vocabulary_, key)];
      if (!vocabulary::Names(root.name, segment)) continue;
      words_[at] = root.name;
      return root.type;
    }
    return sema::kErrorType;
  }

  Type Step(Type type, const std::string& segment, std::uint32_t at) {
    if (type.base == Base::kRecord && !type.list) {
      for (const vocabulary::Attribute& attribute : vocabulary_.records[type.of].attributes) {
        if (!vocabulary::Names(attribute.name, segment)) continue;
        words_[at] = attribute.name;
        // Behind 申请.认定 stands the name or code of a finding, the same in both surfaces.
        return attribute.form == vocabulary::Form::kFindings ? Type{Base::kBool, vocabulary::kNone, false}
                                                             : attribute.type;
      }
    }
    words_[at] = {segment, segment};
    return type;
  }

  void Member(const ast::Token& word, Type type) {
    static const std::array<base::Words, 4> kTruths = {{{"真", "true"}, {"假", "false"}, {"是", "yes"}, {"否", "no"}}};
    if (type.base == Base::kBool) {
      for (const base::Words& truth : kTruths) {
        if (vocabulary::Names(truth, word.text)) words_[word.span.begin] = truth;
      }
    }
    if (type.base != Base::kEnum) return;
    for (const vocabulary::Enumerator& member : vocabulary_.enumerations[type.of].members) {
      if (vocabulary::Names(member.name, word.text)) words_[word.span.begin] = member.name;
    }
  }

  const ast::File& file_;
  const base::SourceStore& sources_;
  const vocabulary::Vocabulary& vocabulary_;
  WordsAt& words_;
};

}  // namespace

void AddTestWords(const ast::File& file, const base::SourceStore& sources, const vocabulary::Vocabulary& vocabulary,
                  WordsAt& words) {
  TestWords tests(file, sources, vocabulary, words);
  for (const ast::Test& test : file.tests) tests.Add(test);
  for (const ast::Policy& policy : file.policies) {
    for (const ast::Test& test : policy.tests) tests.Add(test);
  }
}

}  // namespace zhun::format
