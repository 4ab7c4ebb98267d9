#include "runtime/decision/json_parts.h"
#include "runtime/use/answer_text.h"

namespace zhun::use {
namespace {

class Writer : decision::JsonParts {
 public:
  Writer(const vocabulary::Vocabulary& vocabulary, int indent) : JsonParts(vocabulary, indent) {}

  std::string Write(const Judged& judged) {
    const vocabulary::Enumerator& verdict = NameOf(vocabulary_, judged.verdict);
    out_.BeginObject();
    Member("decision", verdict.code);
    Member("label", verdict.label.zh.empty() ? verdict.name : verdict.label);
    out_.Key("reasons");
    out_.BeginArray();
    for (const Reason& reason : judged.reasons) Write(reason);
    out_.EndArray();
    out_.Key("receipt");
    Write(judged.receipt);
    out_.EndObject();
    return out_.Take();
  }

 private:
  void Write(const Reason& reason) {
    out_.BeginObject();
    Member("rule", reason.rule);
    Member("effect", reason.effect);
    Member("text", reason.text);
    Member("basis", reason.basis);
    Member("facts", reason.facts);
    Member("sanction", reason.sanction);
    out_.EndObject();
  }

  void Write(const Receipt& receipt) {
    out_.BeginObject();
    Member("used_on", receipt.day);
    Member("grant", receipt.grant);
    Member("event", receipt.event);
    Member("policies", receipt.policies);
    Member("law", receipt.law);
    out_.EndObject();
  }
};

}  // namespace

std::string ToJson(const Judged& judged, const vocabulary::Vocabulary& vocabulary, int indent) {
  return Writer(vocabulary, indent).Write(judged);
}

}  // namespace zhun::use
