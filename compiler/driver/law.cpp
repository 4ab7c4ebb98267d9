// zhun law
#include <functional>
#include <ostream>

#include "compiler/driver/law_answer.h"
#include "compiler/driver/rules.h"
#include "runtime/law/text.h"

namespace zhun::driver {
namespace {

using diagnostics::Code;

/// The operands behind the question, as one text: an unquoted citation may have been cut at blanks.
std::string Rest(const Arguments& arguments) {
  std::string text;
  for (std::size_t i = 1; i < arguments.Operands().size(); ++i) {
    text += (text.empty() ? "" : " ") + arguments.Operands()[i];
  }
  return text;
}

struct Question {
  const Arguments& arguments;
  const law::Registry& law;
  base::Date as_of;
  Host& host;
  diagnostics::Sink& sink;
};

std::optional<law::Citation> Citation(const Question& question) {
  const std::string text = Rest(question.arguments);
  law::CitationFault fault{};
  auto citation = law::ParseCitation(text, &fault);
  if (!citation)
    question.sink.ReportIn(Code::kCitationUnreadable, "", "", {{"text", text}, {"why", law::FaultText(fault)}});
  return citation;
}

int Answer(const Question& question, const LawAnswer& answer) {
  question.host.out << (question.arguments.Json() ? answer.json : base::In(question.arguments.Language(), answer.text));
  return answer.found ? exit_code::kDone : exit_code::kNegative;
}

int Show(const Question& question) {
  const auto citation = Citation(question);
  if (!citation) return exit_code::kUsage;
  const law::Standing standing = law::StandingOf(question.law, *citation, question.as_of);
  const std::string canonical = law::CanonicalText(question.law, *citation, question.as_of);
  if (!standing.registered) {
    question.sink.ReportIn(Code::kUnknownInstrument, "", "", {{"instrument", citation->instrument}});
    return exit_code::kNegative;
  }
  if (standing.provision == law::Provision::kNoSuchProvision) {
    question.sink.ReportIn(Code::kNoSuchProvision, "", "", {{"citation", canonical}});
    return exit_code::kNegative;
  }
  const LawAnswer answer = ShowText(question.law, *citation, question.as_of);
  if (!answer.found) question.sink.ReportIn(Code::kTextNotHere, "", "", {{"citation", canonical}});
  return answer.found ? Answer(question, answer) : exit_code::kNegative;
}

int Resolve(const Question& question) {
  const auto citation = Citation(question);
  return citation ? Answer(question, ResolveCitation(question.law, *citation, question.as_of)) : exit_code::kUsage;
}

int Search(const Question& question) {
  const std::vector<std::string>& operands = question.arguments.Operands();
  return Answer(question, SearchText(question.law, {operands.begin() + 1, operands.end()}));
}

struct Kind {
  std::string_view word;
  base::Words what;
  int (*answer)(const Question&);
};

int Ask(const Arguments& arguments, Host& host, diagnostics::Sink& sink) {
  static const std::vector<Kind> kinds = {{"show", {"引用", "a citation"}, Show},
                                          {"resolve", {"引用", "a citation"}, Resolve},
                                          {"search", {"词语", "words"}, Search}};
  const std::string& word = arguments.Operands().front();
  const std::string command = Spelled(arguments.Row());
  const auto as_of = AsOf(arguments, sink);
  if (sink.HasErrors()) return exit_code::kUsage;
  for (const Kind& kind : kinds) {
    if (kind.word != word) continue;
    if (arguments.Operands().size() == 1) {
      sink.ReportIn(Code::kOperandMissing, "", "", {{"command", command + " " + word}, {"what", kind.what}});
      return exit_code::kUsage;
    }
    const auto bundle = ReadDefaultBundle(host, sink);
    if (!bundle) return exit_code::kRefused;
    return kind.answer({arguments, bundle->law, as_of ? *as_of : base::ShanghaiDate(host.now()), host, sink});
  }
  const base::Words words{"show、resolve、search", "show, resolve, search"};
  sink.ReportIn(Code::kQuestionUnknown, "", "", {{"command", command}, {"word", word}, {"words", words}});
  return exit_code::kUsage;
}

}  // namespace

int RunLaw(const Arguments& arguments, Host& host) {
  diagnostics::Sink sink;
  const int code = Ask(arguments, host, sink);
  Tell(sink, arguments.HowToSpeak(), host);
  return code;
}

}  // namespace zhun::driver
