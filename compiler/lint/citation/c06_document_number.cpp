#include "compiler/lint/citation/document_number.h"
#include "compiler/lint/citation/written.h"

/// Document numbers: their form, in versions of citations and in texts; and whether the registry has another issuer for
/// the document that is named.
namespace zhun::lint {
namespace {

base::Words Malformed(const DocumentNumber& number, const std::string& written) {
  if (number.year.size() != 4) {
    return {"发文字号“" + written + "”的年份没有写全。",
            "The year of the document number “" + written + "” is not written in full."};
  }
  return {"发文字号“" + written + "”应写作“" + number.InForm() + "”。",
          "The document number “" + written + "” should be written “" + number.InForm() + "”."};
}

void CheckForm(const PolicySubject& subject, base::Span place, Findings& findings) {
  // What stands in the source, so that a fix can be placed inside it.
  const std::string_view source = subject.Sources().TextOf(place);
  for (const DocumentNumber& number : DocumentNumbersIn(source)) {
    if (number.sound) continue;
    const std::string written(source.substr(number.begin, number.end - number.begin));
    const base::Span span{place.source, place.begin + static_cast<std::uint32_t>(number.begin),
                          place.begin + static_cast<std::uint32_t>(number.end)};
    Finding& finding = findings.Report(RuleCode::kC06, span, Malformed(number, written));
    if (number.year.size() != 4) continue;
    finding.fixes.push_back({span, number.InForm(), {"改为：" + number.InForm(), "Write " + number.InForm()}});
  }
}

/// The registered number of the instrument, where it differs from `number` in the issuer alone.
std::string OtherIssuer(const law::Registry& registry, std::string_view instrument, const DocumentNumber& number) {
  for (const std::uint32_t index : law::VersionsOf(registry, instrument)) {
    const std::string& registered = registry.instruments[index].number;
    for (const DocumentNumber& right : DocumentNumbersIn(registered)) {
      const bool same = right.year == number.year && right.serial == number.serial;
      if (same && right.issuer != number.issuer) return registered;
    }
  }
  return "";
}

base::Words WrongIssuer(const std::string& name, const DocumentNumber& number, const std::string& right) {
  return {"《" + name + "》的发文字号是" + right + "，不是“" + number.InForm() + "”。",
          "The document number of 《" + name + "》 is " + right + ", not “" + number.InForm() + "”."};
}

base::Words WriteInstead(const std::string& right) { return {"核对后改为" + right, "Check it, then write " + right}; }

void CheckIssuer(const PolicySubject& subject, base::Span span, const std::string& name, const DocumentNumber& number,
                 Findings& findings) {
  const std::string right = OtherIssuer(subject.background.law, name, number);
  if (right.empty()) return;
  findings.Report(RuleCode::kC06, span, WrongIssuer(name, number, right), number.InForm()).help = WriteInstead(right);
}

/// 《name》（number） in a text: the name before the bracket.
std::string NameBefore(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  for (const std::string_view ending : {"》（", "》("}) {
    if (!before.ends_with(ending)) continue;
    const std::string_view named = before.substr(0, before.size() - ending.size());
    const std::size_t opening = named.rfind("《");
    if (opening != std::string_view::npos) return std::string(named.substr(opening + std::string_view("《").size()));
  }
  return "";
}

void CheckText(const PolicySubject& subject, const ast::Token& token, Findings& findings) {
  CheckForm(subject, token.span, findings);
  for (const DocumentNumber& number : DocumentNumbersIn(token.text)) {
    CheckIssuer(subject, token.span, NameBefore(token.text, number.begin), number, findings);
  }
}

void LookAtPolicies(const PolicySubject& subject, Findings& findings) {
  ForEachWritten(subject, [&](const Written& written) {
    const ast::Citation& tree = written.tree;
    if (tree.kind != ast::Citation::Kind::kInstrument || tree.version.text.empty()) return;
    CheckForm(subject, tree.version.span, findings);
    for (const DocumentNumber& number : DocumentNumbersIn(tree.version.text)) {
      CheckIssuer(subject, tree.version.span, written.cited.instrument, number, findings);
    }
  });
  for (const std::uint32_t index : subject.wanted) {
    ForEachText(*subject.Policy(index).tree, [&](const ast::Text& text, TextOf) {
      CheckText(subject, text.zh, findings);
      if (text.en) CheckText(subject, *text.en, findings);
    });
  }
}

void CheckDocument(const Entry& entry, std::string_view text, const std::string& pointer, EntryFindings& findings) {
  for (const DocumentNumber& number : DocumentNumbersIn(text)) {
    const std::string written(text.substr(number.begin, number.end - number.begin));
    const std::string name = NameBefore(text, number.begin);
    if (!number.sound) findings.Report(RuleCode::kC06, pointer, Malformed(number, written), pointer + " " + written);
    const std::string right = OtherIssuer(entry.background.law, name, number);
    if (right.empty()) continue;
    findings.Report(RuleCode::kC06, pointer, WrongIssuer(name, number, right), pointer + " " + name).help =
        WriteInstead(right);
  }
}

void LookAtEntry(const Entry& entry, EntryFindings& findings) {
  for (std::size_t i = 0; i < entry.refusal.basis.size(); ++i) {
    CheckDocument(entry, entry.refusal.basis[i], "/refusal/basis/" + std::to_string(i), findings);
  }
  CheckDocument(entry, entry.refusal.reason, "/refusal/reason", findings);
  for (std::size_t i = 0; i < entry.conditions.others.size(); ++i) {
    CheckDocument(entry, entry.conditions.others[i].text, "/conditions/others/" + std::to_string(i) + "/text",
                  findings);
  }
}

}  // namespace

extern const Rule kC06{.entry = LookAtEntry, .policies = LookAtPolicies};

}  // namespace zhun::lint
