#pragma once

// The C interface of Zhun: opens a bundle of policies and decides applications by it. libzhun exports these functions
// and nothing else; zhun.hpp is the same for C++.
//
// Conventions
//
//  1. Handles are opaque. What zhun_X_open, _read, _new or _decide returns is freed by zhun_X_free, once. Freeing NULL
//     does nothing.
//  2. A function that can fail returns NULL then and explains it through its last argument, `faults`: a handle to be
//     freed by zhun_diagnostics_free. On success *faults is set to NULL. `faults` may itself be NULL. NULL with *faults
//     NULL as well means that memory ran out, or a defect of the library. No call ends the process, throws, or prints.
//  3. Texts are UTF-8. Documents and bundles are passed as address and size in bytes and may be freed after the call.
//     Every other text ends in a zero byte.
//  4. A `const char*` that is returned belongs to the handle it was asked of and lives as long as that. A `char*` that
//     is returned belongs to the caller and is freed by zhun_free; its size goes to *size, where `size` is not NULL.
//  5. Asked of a NULL handle, or with an index that is not below the count, functions return NULL, 0 or the enumerator
//     0, which is never an outcome, a severity or a language. A document, a bundle's bytes or a path that is NULL is a
//     fault; arguments that may be NULL say so below.
//  6. Threads: any number of threads may use one bundle, and read one decision or list of diagnostics, at a time. A
//     decider belongs to one thread at a time; make one a thread and keep it, it reuses its memory. Free a handle when
//     no thread uses it any more. A decider and a decision keep what they need of their bundle: it may be freed first.
//  7. Nothing depends on clock, locale, environment or working directory (but a relative path). The same bundle,
//     documents and date give the same bytes, on any thread.
//  8. Functions are added, never changed, while the number in the library's name (libzhun.so.0) stays. Enumerators keep
//     their numbers; new ones may come.

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct zhun_bundle zhun_bundle;
typedef struct zhun_decider zhun_decider;
typedef struct zhun_batch zhun_batch;
typedef struct zhun_schedule zhun_schedule;
typedef struct zhun_decision zhun_decision;
typedef struct zhun_diagnostics zhun_diagnostics;
struct ArrowSchema;
struct ArrowArray;

typedef enum zhun_language { ZHUN_CHINESE = 1, ZHUN_ENGLISH = 2 } zhun_language;  // others count as Chinese
typedef enum zhun_severity { ZHUN_ERROR = 1, ZHUN_WARNING = 2, ZHUN_INFORMATION = 3 } zhun_severity;
typedef enum zhun_part { ZHUN_POLICIES = 1, ZHUN_LAW = 2, ZHUN_CALENDAR = 3 } zhun_part;

// How an application was decided. Only the first two allow data to be shared.
typedef enum zhun_outcome {
  ZHUN_GRANT = 1,
  ZHUN_PARTIAL_GRANT = 2,
  ZHUN_SUPPLEMENT = 3,
  ZHUN_REFUSE = 4,
  ZHUN_REFER = 5,
  ZHUN_NOT_REQUESTABLE = 6,
  ZHUN_OUT_OF_SCOPE = 7
} zhun_outcome;

// The version of the library, as in "0.1.0", and the format of the bundles it reads.
const char* zhun_version(void);
unsigned zhun_bundle_format(void);

void zhun_free(char* text);

// Bundles: what `zhun compile` wrote. Verified as a whole before anything else; immutable.

zhun_bundle* zhun_bundle_open(const char* path, zhun_diagnostics** faults);
// `name` is what messages call it; may be NULL.
zhun_bundle* zhun_bundle_read(const void* bytes, size_t size, const char* name, zhun_diagnostics** faults);
void zhun_bundle_free(zhun_bundle* bundle);

// "sha256:…", as in the receipts of decisions.
const char* zhun_bundle_digest(const zhun_bundle* bundle, zhun_part part);

// How many entries of a catalogue it holds (`zhun compile --catalog`).
size_t zhun_bundle_entry_count(const zhun_bundle* bundle);

// Its policies, those of the base first. `entry`: id of the catalogue entry that the policy is for; "" for the base.
size_t zhun_bundle_policy_count(const zhun_bundle* bundle);
const char* zhun_bundle_policy_code(const zhun_bundle* bundle, size_t index);
const char* zhun_bundle_policy_name(const zhun_bundle* bundle, size_t index);
const char* zhun_bundle_policy_version(const zhun_bundle* bundle, size_t index);
const char* zhun_bundle_policy_entry(const zhun_bundle* bundle, size_t index);

// Schedules: bundles that follow one another, each from an instant on. Any number of threads may add, retire and decide at
// a time; a decision is made by one bundle as a whole. Times are dates, which begin at midnight in Shanghai, or RFC 3339
// instants. No decider of a schedule may be left when it is freed.

zhun_schedule* zhun_schedule_new(void);
void zhun_schedule_free(zhun_schedule* schedule);
// 1: `bundle` decides from `from` on, until the next; it may be freed. One that was to begin at the same instant is
// replaced. 0: `faults` say why not.
int zhun_schedule_add(zhun_schedule* schedule, const zhun_bundle* bundle, const char* from, zhun_diagnostics** faults);
// Drops the bundles that decide nothing at `before` or later. 1, or 0 and `faults`.
int zhun_schedule_retire(zhun_schedule* schedule, const char* before, zhun_diagnostics** faults);

// Deciding.

zhun_decider* zhun_decider_new(const zhun_bundle* bundle, zhun_diagnostics** faults);
// Decides by the bundle that is in effect at as_of; an as_of of the context counts as the beginning of its day.
zhun_decider* zhun_decider_of_schedule(zhun_schedule* schedule, zhun_diagnostics** faults);
void zhun_decider_free(zhun_decider* decider);

// Decides the application by the entry's policies. Documents are JSON, as for `zhun decide`; messages call them entry,
// application and context. `context` may be NULL. `as_of` is the day to decide on: a date or an RFC 3339 instant, which
// beats as_of of the context; it may be NULL where the context has one. `entry` may be NULL where the bundle holds the
// entry that the application names. A fault in a document is no decision: every fault is listed.
zhun_decision* zhun_decider_decide(zhun_decider* decider, const char* entry, size_t entry_size, const char* application,
                                   size_t application_size, const char* context, size_t context_size, const char* as_of,
                                   zhun_diagnostics** faults);
// The same in short, about an entry that the bundle holds: the outcome, in about a microsecond, and no memory is taken
// once the decider is warm. 0 where there is none; `faults` say why.
zhun_outcome zhun_decider_judge(zhun_decider* decider, const char* application, size_t application_size,
                                const char* context, size_t context_size, const char* as_of, zhun_diagnostics** faults);
// Codes of rules that fired in the last judgement, in legal order, and whether that is all of them: some rule may hang on
// facts that do not matter for the outcome, and what only the full evaluation settles is told by zhun_decider_decide.
size_t zhun_decider_rule_count(const zhun_decider* decider);
const char* zhun_decider_rule(const zhun_decider* decider, size_t index);
int zhun_decider_has_all_rules(const zhun_decider* decider);

// Many applications at once, to entries that the bundle holds, on `threads` threads (at least 1). What is said of an
// application does not depend on the others or on `threads`. One call at a time.
zhun_batch* zhun_batch_new(const zhun_bundle* bundle, unsigned threads, zhun_diagnostics** faults);
void zhun_batch_free(zhun_batch* batch);
// `lines`: applications, one JSON document a line. Gives one line each, in the same order:
// {"decision":"refuse","rules":["…"],"complete":true}, or {"line":2,"fault":[…]}.
char* zhun_batch_lines(zhun_batch* batch, const char* lines, size_t lines_size, const char* context,
                       size_t context_size, const char* as_of, size_t* size, zhun_diagnostics** faults);
// The same in columns, through the Arrow C data interface (zhun_arrow.h has the structures). `schema` and `rows`: a struct
// whose members are the keys of an application, nested or with points (`period.from`), or text, a JSON document a row; null
// leaves a key out. They are only read, and stay the caller's. Gives 1 and fills the last two: a struct of `decision`
// (text), `rules` (list of text), `complete` (boolean) and `fault` (text, JSON), which the caller releases by their
// `release`. 0: neither is filled, and `faults` say why.
int zhun_batch_columns(zhun_batch* batch, const struct ArrowSchema* schema, const struct ArrowArray* rows,
                       const char* context, size_t context_size, const char* as_of, struct ArrowSchema* answers_schema,
                       struct ArrowArray* answers, zhun_diagnostics** faults);

void zhun_decision_free(zhun_decision* decision);

zhun_outcome zhun_decision_outcome(const zhun_decision* decision);
const char* zhun_decision_code(const zhun_decision* decision);  // of the outcome: "supplement"
const char* zhun_decision_label(const zhun_decision* decision, zhun_language language);

// The bytes that `zhun decide --format json` and `--format text` print, the last line end included.
char* zhun_decision_json(const zhun_decision* decision, size_t* size);
char* zhun_decision_text(const zhun_decision* decision, zhun_language language, size_t* size);

// What is to be supplied before the application can be decided on its merits: the whole list. `state` is absent,
// defective or pending; `supplier` is applicant, provider, …; `when` is "" unless the item is needed only if something
// else, still unknown, turns out so.
size_t zhun_decision_missing_count(const zhun_decision* decision);
const char* zhun_decision_missing_path(const zhun_decision* decision, size_t index);
const char* zhun_decision_missing_state(const zhun_decision* decision, size_t index);
const char* zhun_decision_missing_supplier(const zhun_decision* decision, size_t index);
const char* zhun_decision_missing_label(const zhun_decision* decision, size_t index, zhun_language language);
const char* zhun_decision_missing_reason(const zhun_decision* decision, size_t index, zhun_language language);
const char* zhun_decision_missing_when(const zhun_decision* decision, size_t index, zhun_language language);

// What should be looked at although a decision was made. Belongs to the decision; not to be freed.
const zhun_diagnostics* zhun_decision_warnings(const zhun_decision* decision);

// Diagnostics. `zhun explain CODE` says more. `file` is the document or file, "" where there is none; `pointer` is the
// JSON pointer (RFC 6901) of the place in a document, "" for the whole.

size_t zhun_diagnostics_count(const zhun_diagnostics* diagnostics);
const char* zhun_diagnostics_code(const zhun_diagnostics* diagnostics, size_t index);
zhun_severity zhun_diagnostics_severity(const zhun_diagnostics* diagnostics, size_t index);
const char* zhun_diagnostics_message(const zhun_diagnostics* diagnostics, size_t index, zhun_language language);
const char* zhun_diagnostics_file(const zhun_diagnostics* diagnostics, size_t index);
const char* zhun_diagnostics_pointer(const zhun_diagnostics* diagnostics, size_t index);
// All as one JSON array, in the form of `zhun … --format json`.
const char* zhun_diagnostics_json(const zhun_diagnostics* diagnostics);
void zhun_diagnostics_free(zhun_diagnostics* diagnostics);

#ifdef __cplusplus
}
#endif
