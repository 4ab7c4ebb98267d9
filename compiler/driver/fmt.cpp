// zhun fmt
#include <algorithm>
#include <istream>
#include <iterator>
#include <ostream>

#include "compiler/driver/files.h"
#include "compiler/driver/rules.h"
#include "compiler/format/format.h"
#include "compiler/format/spelling.h"
#include "compiler/pipeline/load.h"
#include "compiler/syntax/lexer.h"
#include "compiler/syntax/literate.h"
#include "compiler/syntax/parse.h"

namespace zhun::driver {
namespace {

using diagnostics::Code;
using diagnostics::Diagnostic;

/// One run over the files that were named.
class Formatting {
 public:
  Formatting(const Arguments& arguments, Host& host) : arguments_(arguments), host_(host) {
    if (arguments.Has(Option::kLang)) surface_ = arguments.Language();
  }

  int Run() {
    if (!Load()) return Finish(exit_code::kRefused);
    for (const pipeline::PolicyFile& file : wanted_) FormatOne(file);
    sink_.Sort();
    if (refused_) return Finish(exit_code::kRefused);
    return Finish(arguments_.Has(Option::kCheckFormat) && changed_ > 0 ? exit_code::kNegative : exit_code::kDone);
  }

 private:
  bool FromInput() const { return arguments_.Has(Option::kStdin); }

  bool Load() {
    library_ = ReadLibrary(host_, sink_);
    std::optional<Selection> selection = SelectFiles();
    if (!library_ || !selection || sink_.HasErrors()) return false;
    wanted_ = std::move(selection->wanted);
    pipeline::LoadFiles(selection->files, compilation_, read_);
    // Names give words their second form; what else the checker has to say is not the formatter's business.
    compilation_.model =
        sema::Analyse(compilation_.units, library_->vocabulary, library_->law, compilation_.sources, checked_);
    return true;
  }

  /// With --stdin the one operand, if any, says which file the text belongs to.
  std::optional<Selection> SelectFiles() {
    const std::vector<std::string>& operands = arguments_.Operands();
    const std::string* base = arguments_.Value(Option::kBase);
    if (!FromInput()) return Select(operands, base, host_, sink_);
    const std::string name = operands.empty() ? "-" : operands.front();
    std::error_code none;
    const bool there = std::filesystem::is_regular_file(name, none);
    auto selection = Select(there ? operands : std::vector<std::string>(), base, host_, sink_);
    if (!selection) return std::nullopt;
    if (!there) {
      std::erase_if(selection->files, [](const auto& file) { return file.role != sema::Role::kBase; });
      selection->files.push_back({name, sema::Role::kEntry, {}});
    }
    const std::string text{std::istreambuf_iterator<char>(host_.in), {}};
    for (pipeline::PolicyFile& file : selection->files) {
      if (file.path == name) file.text = text;
    }
    selection->wanted = {{name, sema::Role::kEntry, {}}};
    return selection;
  }

  void FormatOne(const pipeline::PolicyFile& wanted) {
    ++seen_;
    const ast::File* file = TreeOf(wanted.path);
    const auto id = file == nullptr ? base::SourceId() : file->source;
    if (file == nullptr || HasErrors(wanted.path, id)) return Refuse(wanted.path, id, read_);
    diagnostics::Sink ignored;
    const auto lexed = syntax::Tokenise(compilation_.sources, id, ignored);
    const std::string& text = compilation_.sources[id].text;
    const format::WordsAt words =
        format::WordsOf(*file, compilation_.sources, compilation_.model, library_->vocabulary);
    if (surface_ && !CanTranslate(*lexed, id, words)) return Refuse(wanted.path, id, checked_);
    Keep(wanted, text, *lexed,
         format::Format({text, *lexed, syntax::IsLiterate(wanted.path.string()), words, surface_}));
  }

  void Keep(const pipeline::PolicyFile& wanted, const std::string& text, const syntax::Lexed& lexed,
            const std::string& formatted) {
    if (FromInput() && !arguments_.Has(Option::kCheckFormat)) host_.out << formatted;
    if (formatted == text) return;
    ++changed_;
    const std::string name = wanted.path.string();
    if (arguments_.Has(Option::kCheckFormat)) {
      sink_.ReportIn(Code::kFormatDiffers, "", "", {{"file", name}});
    } else if (!StaysTheSame(name, text, lexed, formatted)) {
      const base::Words why{"写成规范格式会改变内容，文件未动",
                            "in standard format it would say something else; left alone"};
      sink_.ReportIn(Code::kFileUnwritable, "", "", {{"file", name}, {"why", why}});
      refused_ = true;
    } else if (!FromInput() && !WriteFile(name, formatted, sink_)) {
      refused_ = true;
    }
  }

  static bool StaysTheSame(const std::string& name, const std::string& text, const syntax::Lexed& lexed,
                           const std::string& formatted) {
    base::SourceStore sources;
    diagnostics::Sink sink;
    const base::SourceId id = sources.Add(name, formatted);
    const auto again = syntax::Tokenise(sources, id, sink);
    return again && !sink.HasErrors() && format::SaysTheSame(text, lexed, formatted, *again);
  }

  /// A word that means nothing cannot be said in another language; the checker says why.
  bool CanTranslate(const syntax::Lexed& lexed, base::SourceId id, const format::WordsAt& words) {
    const syntax::Token* unknown = format::FindUnknownWord(lexed.tokens, compilation_.sources[id].text, words);
    if (unknown == nullptr) return true;
    const bool said =
        std::ranges::any_of(checked_.All(), [&](const Diagnostic& each) { return each.span.source == id; });
    if (!said) checked_.Report(Code::kTestPath, SpanOf(id, *unknown), {{"path", unknown->text}});
    return false;
  }

  const ast::File* TreeOf(const std::filesystem::path& path) const {
    for (const auto& file : compilation_.files) {
      if (compilation_.sources[file->source].name == path.string()) return file.get();
    }
    return nullptr;
  }

  bool HasErrors(const std::filesystem::path& path, base::SourceId id) const {
    return std::ranges::any_of(read_.All(), [&](const Diagnostic& each) { return Concerns(each, path, id); });
  }

  /// What is wrong with the file itself; that something it imports is not there does not matter to its form.
  bool Concerns(const Diagnostic& each, const std::filesystem::path& path, base::SourceId id) const {
    if (each.code == Code::kImportMissing) return false;
    if (!each.span.source.IsValid()) return each.file == path.string();
    if (id.IsValid()) return each.span.source == id;
    return compilation_.sources[each.span.source].name == path.string();
  }

  void Refuse(const std::filesystem::path& path, base::SourceId id, const diagnostics::Sink& from) {
    refused_ = true;
    for (const Diagnostic& each : from.All()) {
      if (!Concerns(each, path, id)) continue;
      Diagnostic& report = sink_.Report(each.code, each.span, each.arguments);
      report = each;
    }
  }

  int Finish(int code) {
    Tell(sink_, compilation_.sources, arguments_.HowToSpeak(), host_);
    const bool speaks = !FromInput() && !arguments_.Json() && seen_ > 0;
    if (speaks && !arguments_.Has(Option::kCheckFormat))
      host_.out << base::In(arguments_.Language(), Summary()) << '\n';
    return code;
  }

  base::Words Summary() const {
    const std::string seen = std::to_string(seen_), changed = std::to_string(refused_ ? 0 : changed_);
    if (refused_)
      return {"有文件未能写成规范格式，见上。", "Not every file could be put in standard format; see above."};
    return {"共 " + seen + " 个文件，改写 " + changed + " 个。", "Files: " + seen + ", rewritten: " + changed + "."};
  }

  const Arguments& arguments_;
  Host& host_;
  std::optional<base::Language> surface_;
  diagnostics::Sink sink_, read_, checked_;
  std::optional<pipeline::Library> library_;
  pipeline::Compilation compilation_;
  std::vector<pipeline::PolicyFile> wanted_;
  std::size_t seen_ = 0, changed_ = 0;
  bool refused_ = false;
};

/// What the command line must say and cannot say.
bool Makes(const Arguments& arguments, diagnostics::Sink& sink) {
  const std::size_t operands = arguments.Operands().size();
  const std::string command = Spelled(arguments.Row());
  if (arguments.Has(Option::kStdin)) {
    if (operands <= 1) return true;
    sink.ReportIn(Code::kOperandTooMany, "", "", {{"command", command}, {"word", arguments.Operands()[1]}});
    return false;
  }
  if (operands > 0) return true;
  const base::Words what{"文件、目录或者 --stdin", "files, folders or --stdin"};
  sink.ReportIn(Code::kOperandMissing, "", "", {{"command", command}, {"what", what}});
  return false;
}

}  // namespace

int RunFmt(const Arguments& arguments, Host& host) {
  diagnostics::Sink usage;
  if (Makes(arguments, usage)) return Formatting(arguments, host).Run();
  Tell(usage, arguments.HowToSpeak(), host);
  return exit_code::kUsage;
}

}  // namespace zhun::driver
