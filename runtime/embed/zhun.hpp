#pragma once

// The C++ interface of Zhun (C++20): opens a bundle of policies and decides applications by it. A thin layer over
// zhun.h, inline, so that no C++ type crosses the border of the library; link libzhun.
//
//     zhun::Result<zhun::Bundle> bundle = zhun::Bundle::Open("rules.zb");
//     if (!bundle) return Show(bundle.Faults());
//     zhun::Decider decider(*bundle);                                          // one a thread
//     zhun::Result<zhun::Decision> decision = decider.Decide({.entry = entry, .application = application,
//                                                             .as_of = "2026-10-08"});
//
// What is wrong with a bundle or a document is a value (`Result`). The only exception is std::bad_alloc. Threads:
// copies of one `Bundle` may be used by any number of threads, const members of a `Decision` as well; a `Decider`
// belongs to one thread at a time. Texts are UTF-8. An object that was moved from may only be assigned to or destroyed.

#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "zhun.h"

namespace zhun {

enum class Language { kChinese = ZHUN_CHINESE, kEnglish = ZHUN_ENGLISH };
enum class Severity { kError = ZHUN_ERROR, kWarning = ZHUN_WARNING, kInformation = ZHUN_INFORMATION };

/// How an application was decided. Only the first two allow data to be shared.
enum class Outcome {
  kGrant = ZHUN_GRANT,
  kPartialGrant = ZHUN_PARTIAL_GRANT,
  kSupplement = ZHUN_SUPPLEMENT,
  kRefuse = ZHUN_REFUSE,
  kRefer = ZHUN_REFER,
  kNotRequestable = ZHUN_NOT_REQUESTABLE,
  kOutOfScope = ZHUN_OUT_OF_SCOPE,
};

/// One text in both languages.
struct Text {
  std::string zh, en;
};

struct Diagnostic {
  std::string code;  ///< "Z5014"; `zhun explain` says more
  Severity severity = Severity::kError;
  Text message;
  std::string file;  ///< the document or file; empty where there is none
  std::string pointer;  ///< JSON pointer (RFC 6901) of the place in a document; empty for the whole
};
using Diagnostics = std::vector<Diagnostic>;

/// A `T`, or what was wrong.
template <class T>
class Result {
 public:
  Result(T value) : value_(std::move(value)) {}
  Result(Diagnostics faults) : value_(std::move(faults)) {}

  explicit operator bool() const { return std::holds_alternative<T>(value_); }
  T& operator*() { return std::get<T>(value_); }
  const T& operator*() const { return std::get<T>(value_); }
  T* operator->() { return &**this; }
  const T* operator->() const { return &**this; }
  /// Not empty; only where there is no value.
  const Diagnostics& Faults() const { return std::get<Diagnostics>(value_); }

 private:
  std::variant<T, Diagnostics> value_;
};

namespace detail {

template <auto Free>
struct Freeing {
  template <class T>
  void operator()(T* handle) const {
    Free(handle);
  }
};
template <class T, auto Free>
using Handle = std::unique_ptr<T, Freeing<Free>>;

inline Diagnostics Listed(const zhun_diagnostics* told) {
  Diagnostics all;
  for (std::size_t i = 0; i < zhun_diagnostics_count(told); ++i) {
    all.push_back({zhun_diagnostics_code(told, i),
                   static_cast<Severity>(zhun_diagnostics_severity(told, i)),
                   {zhun_diagnostics_message(told, i, ZHUN_CHINESE), zhun_diagnostics_message(told, i, ZHUN_ENGLISH)},
                   zhun_diagnostics_file(told, i),
                   zhun_diagnostics_pointer(told, i)});
  }
  return all;
}

/// What `told` holds; without it memory ran out.
inline Diagnostics Faults(zhun_diagnostics* told) {
  if (told == nullptr) throw std::bad_alloc();
  const Handle<zhun_diagnostics, zhun_diagnostics_free> owned(told);
  return Listed(told);
}

/// An empty text is one that was given, wherever it points.
inline const char* Address(std::string_view text) { return text.data() == nullptr ? "" : text.data(); }

inline const char* Given(const std::optional<std::string_view>& text) { return text ? Address(*text) : nullptr; }
inline std::size_t Size(const std::optional<std::string_view>& text) { return text ? text->size() : 0; }
inline const char* Given(const std::optional<std::string>& text) { return text ? text->c_str() : nullptr; }

inline std::string Taken(char* text, std::size_t size) {
  if (text == nullptr) throw std::bad_alloc();
  const Handle<char, zhun_free> owned(text);
  return std::string(text, size);
}

}  // namespace detail

/// A policy of a bundle.
struct Policy {
  std::string code, name, version;
  std::string entry;  ///< id of the catalogue entry that it is for; empty for the base
};

/// Digests of the parts of a bundle ("sha256:…"), as in the receipts of decisions.
struct Digests {
  std::string policies, law, calendar;
};

/// A verified, immutable bundle of policies. Copies share it.
class Bundle {
 public:
  static Result<Bundle> Open(const std::string& path) {
    zhun_diagnostics* told = nullptr;
    zhun_bundle* made = zhun_bundle_open(path.c_str(), &told);
    if (made == nullptr) return detail::Faults(told);
    return Bundle(made);
  }
  /// From bytes, which may be freed afterwards. `name` is what messages call it.
  static Result<Bundle> Read(std::string_view bytes, const std::string& name = "bundle") {
    zhun_diagnostics* told = nullptr;
    zhun_bundle* made = zhun_bundle_read(detail::Address(bytes), bytes.size(), name.c_str(), &told);
    if (made == nullptr) return detail::Faults(told);
    return Bundle(made);
  }

  zhun::Digests Digests() const {
    return {zhun_bundle_digest(Get(), ZHUN_POLICIES), zhun_bundle_digest(Get(), ZHUN_LAW),
            zhun_bundle_digest(Get(), ZHUN_CALENDAR)};
  }
  /// How many entries of a catalogue it holds (`zhun compile --catalog`).
  std::size_t EntryCount() const { return zhun_bundle_entry_count(Get()); }
  /// Those of the base first.
  std::vector<Policy> Policies() const {
    std::vector<Policy> policies;
    for (std::size_t i = 0; i < zhun_bundle_policy_count(Get()); ++i) {
      policies.push_back({zhun_bundle_policy_code(Get(), i), zhun_bundle_policy_name(Get(), i),
                          zhun_bundle_policy_version(Get(), i), zhun_bundle_policy_entry(Get(), i)});
    }
    return policies;
  }
  /// The handle, for functions of zhun.h. It stays this object's.
  const zhun_bundle* Get() const { return handle_.get(); }

 private:
  explicit Bundle(zhun_bundle* handle) : handle_(handle, zhun_bundle_free) {}

  std::shared_ptr<zhun_bundle> handle_;
};

/// Bundles that follow one another, each from an instant on. Any number of threads may add, retire and decide at a time.
/// Copies share it. Times are dates, which begin at midnight in Shanghai, or RFC 3339 instants.
class Schedule {
 public:
  Schedule() : handle_(zhun_schedule_new(), zhun_schedule_free) {
    if (handle_ == nullptr) throw std::bad_alloc();
  }

  /// `bundle` decides from `from` on, until the next. What is wrong with `from`; empty where nothing is.
  Diagnostics Add(const Bundle& bundle, const std::string& from) {
    zhun_diagnostics* told = nullptr;
    const int added = zhun_schedule_add(handle_.get(), bundle.Get(), from.c_str(), &told);
    return added != 0 ? Diagnostics() : detail::Faults(told);
  }
  /// Drops the bundles that decide nothing at `before` or later.
  Diagnostics Retire(const std::string& before) {
    zhun_diagnostics* told = nullptr;
    const int retired = zhun_schedule_retire(handle_.get(), before.c_str(), &told);
    return retired != 0 ? Diagnostics() : detail::Faults(told);
  }

 private:
  friend class Decider;
  std::shared_ptr<zhun_schedule> handle_;
};

/// What has to be supplied before an application can be decided on its merits.
struct Missing {
  std::string path;  ///< application.period
  std::string state;  ///< absent, defective, pending
  std::string supplier;  ///< applicant, provider, …
  Text label, reason;
  Text when;  ///< empty, unless it is needed only if something else, still unknown, turns out so
};

/// A decision, with the documents it was made of. Const members may be called from several threads.
class Decision {
 public:
  zhun::Outcome Outcome() const { return static_cast<zhun::Outcome>(zhun_decision_outcome(Get())); }
  std::string Code() const { return zhun_decision_code(Get()); }  ///< of the outcome: "supplement"
  Text Label() const { return Both(zhun_decision_label); }
  /// The whole list.
  std::vector<zhun::Missing> Missing() const {
    std::vector<zhun::Missing> all;
    for (std::size_t i = 0; i < zhun_decision_missing_count(Get()); ++i) {
      all.push_back({zhun_decision_missing_path(Get(), i), zhun_decision_missing_state(Get(), i),
                     zhun_decision_missing_supplier(Get(), i), Both(zhun_decision_missing_label, i),
                     Both(zhun_decision_missing_reason, i), Both(zhun_decision_missing_when, i)});
    }
    return all;
  }
  /// What should be looked at although a decision was made.
  Diagnostics Warnings() const { return detail::Listed(zhun_decision_warnings(Get())); }

  /// The bytes that `zhun decide --format json` prints, and those of `--format text`.
  std::string Json() const {
    std::size_t size = 0;
    char* text = zhun_decision_json(Get(), &size);
    return detail::Taken(text, size);
  }
  std::string Reply(Language language = Language::kChinese) const {
    std::size_t size = 0;
    char* text = zhun_decision_text(Get(), static_cast<zhun_language>(language), &size);
    return detail::Taken(text, size);
  }
  /// The handle, for functions of zhun.h. It stays this object's.
  const zhun_decision* Get() const { return handle_.get(); }

 private:
  friend class Decider;
  explicit Decision(zhun_decision* handle) : handle_(handle) {}

  template <class Ask, class... At>
  Text Both(Ask ask, At... at) const {
    return {ask(Get(), at..., ZHUN_CHINESE), ask(Get(), at..., ZHUN_ENGLISH)};
  }

  detail::Handle<zhun_decision, zhun_decision_free> handle_;
};

/// The JSON documents of one case. `entry` may be left out where the bundle holds the one that the application names. `as_of` is the day to decide on: a date or an RFC 3339 instant, which beats as_of of
/// the context and may be left out where the context has one.
struct Papers {
  std::optional<std::string_view> entry = std::nullopt;
  std::string_view application;
  std::optional<std::string_view> context = std::nullopt;
  std::optional<std::string> as_of = std::nullopt;
};

/// What was decided about an entry that a bundle holds, in codes.
struct Judgement {
  zhun::Outcome outcome;
  /// Codes of rules that fired, in legal order. They live as long as the bundle; of a schedule, until the next call.
  std::vector<std::string_view> rules;
  bool has_all_rules = false;  ///< no other rule fires; where it is false, `Decider::Decide` tells
};

/// Decides one case after another, reusing its memory. One object a thread. Keeps the bundle alive.
class Decider {
 public:
  explicit Decider(const Bundle& bundle) : handle_(zhun_decider_new(bundle.Get(), nullptr)) {
    if (handle_ == nullptr) throw std::bad_alloc();
  }
  /// By the bundle that is in effect at as_of; an as_of of the context counts as the beginning of its day.
  explicit Decider(const Schedule& schedule)
      : schedule_(schedule.handle_),
        handle_(zhun_decider_of_schedule(schedule_.get(), nullptr)) {
    if (handle_ == nullptr) throw std::bad_alloc();
  }

  /// A decision, or every fault of every document.
  Result<Decision> Decide(const Papers& papers) {
    zhun_diagnostics* told = nullptr;
    zhun_decision* made = zhun_decider_decide(handle_.get(), detail::Given(papers.entry), detail::Size(papers.entry),
                                              detail::Address(papers.application), papers.application.size(),
                                              detail::Given(papers.context), detail::Size(papers.context),
                                              detail::Given(papers.as_of), &told);
    if (made == nullptr) return detail::Faults(told);
    return Decision(made);
  }

  /// The same in short, about an entry that the bundle holds; `papers.entry` is not looked at. About a microsecond, and no
  /// memory is taken once the decider is warm (but for the list of rules, and for faults).
  Result<Judgement> Judge(const Papers& papers) {
    zhun_diagnostics* told = nullptr;
    const zhun_outcome outcome = zhun_decider_judge(
        handle_.get(), detail::Address(papers.application), papers.application.size(), detail::Given(papers.context),
        detail::Size(papers.context), detail::Given(papers.as_of), &told);
    if (outcome == zhun_outcome{}) return detail::Faults(told);
    Judgement judgement{static_cast<Outcome>(outcome), {}, zhun_decider_has_all_rules(handle_.get()) != 0};
    const std::size_t rules = zhun_decider_rule_count(handle_.get());
    judgement.rules.reserve(rules);
    for (std::size_t i = 0; i < rules; ++i) judgement.rules.emplace_back(zhun_decider_rule(handle_.get(), i));
    return judgement;
  }

 private:
  std::shared_ptr<zhun_schedule> schedule_;  ///< outlives the handle
  detail::Handle<zhun_decider, zhun_decider_free> handle_;
};

/// Decides many applications at once, to entries that the bundle holds, on several threads. One call at a time. Keeps the
/// bundle alive.
class Batch {
 public:
  static Result<Batch> Of(const Bundle& bundle, unsigned threads) {
    zhun_diagnostics* told = nullptr;
    zhun_batch* made = zhun_batch_new(bundle.Get(), threads, &told);
    if (made == nullptr) return detail::Faults(told);
    return Batch(made);
  }

  /// Applications, one JSON document a line; one line each in the same order: {"decision":"refuse","rules":["…"],
  /// "complete":true}, or {"line":2,"fault":[…]}.
  Result<std::string> Lines(std::string_view lines, const std::optional<std::string_view>& context = std::nullopt,
                            const std::optional<std::string>& as_of = std::nullopt) {
    zhun_diagnostics* told = nullptr;
    std::size_t size = 0;
    char* text = zhun_batch_lines(handle_.get(), detail::Address(lines), lines.size(), detail::Given(context),
                                  detail::Size(context), detail::Given(as_of), &size, &told);
    if (text == nullptr) return detail::Faults(told);
    return detail::Taken(text, size);
  }
  /// The handle, for functions of zhun.h. It stays this object's.
  zhun_batch* Get() const { return handle_.get(); }

 private:
  explicit Batch(zhun_batch* handle) : handle_(handle) {}

  detail::Handle<zhun_batch, zhun_batch_free> handle_;
};

inline std::string Version() { return zhun_version(); }
/// The format of the bundles that this library reads.
inline unsigned BundleFormat() { return zhun_bundle_format(); }

}  // namespace zhun
