// zhun decide --batch
#include <istream>
#include <ostream>
#include <utility>

#include "compiler/driver/decide.h"
#include "compiler/driver/entries.h"
#include "compiler/driver/files.h"
#include "compiler/driver/line_reader.h"
#include "compiler/driver/rules.h"
#include "runtime/decision/papers.h"
#include "runtime/decision/to_json.h"
#include "runtime/diagnostics/render_json.h"
#include "runtime/values/json.h"

namespace zhun::driver {
namespace {

using diagnostics::Code;

constexpr std::size_t kMostWarnings = 100;
constexpr std::size_t kProgressStep = 1000;

/// An application that does not say for which entry is bound to this one, for what the binder has to say about it.
constexpr std::string_view kNoEntry =
    R"({"id":"-","status":"published","provider":{"name":"-"},"sharing":"unconditional","items":[]})";

class Batch {
 public:
  Batch(const Arguments& arguments, const program::Bundle& bundle, Setting& setting, Host& host)
      : arguments_(arguments),
        bundle_(bundle),
        setting_(setting),
        host_(host),
        decider_(bundle),
        findings_(decision::FindingCodes(bundle)),
        binding_{bundle.vocabulary, bundle.law, setting.as_of} {}

  bool ReadEntries(diagnostics::Sink& sink) {
    if (const std::string* path = arguments_.Value(Option::kCatalog)) {
      if (!entries_.Read(*path, binding_, host_, sink)) return false;
    } else {
      const std::string& name = *arguments_.Value(Option::kBundle);
      auto held = OpenEntries(bundle_, name, sink);
      if (held == nullptr) return false;
      entries_.Hold(std::move(held), name, binding_);
    }
    no_entry_ = values::BindEntry(binding_, kNoEntry, "-", unheard_);
    return true;
  }

  void Run(LineReader& lines) {
    for (Line line; host_.out && lines.Next(line);) {
      Answer(line);
      if (host_.terminal && line.number % kProgressStep == 0) ShowProgress(line.number);
    }
    if (host_.terminal) host_.err << "\r\x1b[K";
    if (warnings_ > kMostWarnings) {
      diagnostics::Sink sink;
      sink.ReportIn(Code::kWarningsLeftOut, "", "", {{"count", std::to_string(warnings_ - kMostWarnings)}});
      Tell(sink, arguments_.HowToSpeak(), host_);
    }
  }

 private:
  void Answer(const Line& line) {
    diagnostics::Sink sink;
    const std::string name = *arguments_.Value(Option::kBatch) + ":" + std::to_string(line.number);
    Entries::Slot* slot = SlotFor(line.text, name, sink);
    if (slot != nullptr && !slot->entry) return AnswerFault(line, slot->faults);
    std::optional<std::string> decision;
    if (slot != nullptr) decision = Decide(line.text, name, *slot->entry, sink);
    if (!decision) return AnswerFault(line, sink);
    host_.out << *decision << '\n';
    PassOn(sink);
  }

  /// nullptr where the application names no entry that is there; that is reported.
  Entries::Slot* SlotFor(const std::string& text, const std::string& name, diagnostics::Sink& sink) {
    const auto id = MemberText(text, "entry");
    if (!id) {
      values::BindApplication(binding_, *no_entry_, findings_, text, name, sink);
      return nullptr;
    }
    Entries::Slot* slot = entries_.Find(*id);
    if (slot == nullptr) {
      sink.ReportIn(Code::kEntryNotThere, name, "/entry", {{"entry", *id}, {"file", entries_.Path()}});
    }
    return slot;
  }

  std::optional<std::string> Decide(const std::string& text, const std::string& name, values::Document& entry,
                                    diagnostics::Sink& sink) {
    auto application = values::BindApplication(binding_, entry, findings_, text, name, sink);
    if (!application) return std::nullopt;
    decision::WarnBeforeReceived(bundle_, *application, setting_.as_of, name, sink);
    const auto decision = decider_.Decide({entry, *application, setting_.context, setting_.as_of}, sink);
    if (!decision) return std::nullopt;
    return decision::ToJson(*decision, bundle_.vocabulary, -1);
  }

  void AnswerFault(const Line& line, const diagnostics::Sink& sink) {
    host_.out << "{\"line\":" << line.number << ",\"fault\":" << diagnostics::RenderJsonArray(sink, {}) << "}\n";
  }

  /// Warnings about an application that was decided all the same.
  void PassOn(const diagnostics::Sink& sink) {
    if (warnings_ < kMostWarnings) Tell(sink, arguments_.HowToSpeak(), host_);
    warnings_ += sink.All().size();
  }

  void ShowProgress(std::size_t lines) {
    const base::Words words{"已答复 " + std::to_string(lines) + " 行", std::to_string(lines) + " lines answered"};
    host_.err << '\r' << base::In(arguments_.Language(), words) << std::flush;
  }

  const Arguments& arguments_;
  const program::Bundle& bundle_;
  Setting& setting_;
  Host& host_;
  decision::Decider decider_;
  std::vector<std::string> findings_;
  values::Binding binding_;
  Entries entries_;
  diagnostics::Sink unheard_;
  std::optional<values::Document> no_entry_;
  std::size_t warnings_ = 0;
};

bool RunBatch(const Arguments& arguments, std::optional<base::Date> as_of, Host& host, diagnostics::Sink& sink) {
  LineReader lines(host.in, values::kLargestDocument);
  if (!lines.Open(*arguments.Value(Option::kBatch), sink)) return false;
  const auto bundle = RulesFor(arguments, host);
  if (!bundle) return false;
  auto setting = ReadSetting(arguments, *bundle, as_of, host, sink);
  if (!setting) return false;
  Batch batch(arguments, *bundle, *setting, host);
  const bool ready = batch.ReadEntries(sink);
  if (ready) batch.Run(lines);
  return ready;
}

}  // namespace

std::optional<Setting> ReadSetting(const Arguments& arguments, const program::Bundle& bundle,
                                   std::optional<base::Date> as_of, Host& host, diagnostics::Sink& sink) {
  const std::string* path = arguments.Value(Option::kContext);
  const std::optional<std::string> text =
      path == nullptr ? std::nullopt : ReadFile(*path, host.in, values::kLargestDocument, sink);
  if (path != nullptr && !text) return std::nullopt;
  std::optional<decision::Paper> context;
  if (text) context = {*text, *path};
  const base::Date day = decision::DayOf(as_of, context).value_or(base::ShanghaiDate(host.now()));
  auto bound = decision::BindCircumstances(bundle, context, day, sink);
  if (!bound) return std::nullopt;
  return Setting{text.value_or(""), std::move(*bound), day};
}

int DecideBatch(const Arguments& arguments, std::optional<base::Date> as_of, Host& host) {
  diagnostics::Sink sink;
  const bool answered = RunBatch(arguments, as_of, host, sink);
  Tell(sink, arguments.HowToSpeak(), host);
  return answered ? exit_code::kDone : exit_code::kRefused;
}

}  // namespace zhun::driver
