// Bundles and decisions as JavaScript objects, over the C interface zhun.h. One decider a thread; JavaScript has one.
import koffi from "koffi";

// A name for the loader (ld.so), or a path. ZHUN_LIBRARY is a convenience of this example, not of the library.
const library = koffi.load(process.env.ZHUN_LIBRARY ?? "libzhun.so.0");

koffi.opaque("zhun_bundle");
koffi.opaque("zhun_decider");
koffi.opaque("zhun_decision");
koffi.opaque("zhun_diagnostics");
koffi.disposable("zhun_owned_text", "str", library.func("void zhun_free(void *text)")); // a char* that is the caller's

const c = Object.fromEntries(
  [
    "zhun_bundle *zhun_bundle_open(const char *path, _Out_ zhun_diagnostics **faults)",
    "void zhun_bundle_free(zhun_bundle *bundle)",
    "zhun_decider *zhun_decider_new(const zhun_bundle *bundle, _Out_ zhun_diagnostics **faults)",
    "zhun_decision *zhun_decider_decide(zhun_decider *decider, const void *entry, size_t entry_size, " +
      "const void *application, size_t application_size, const void *context, size_t context_size, " +
      "const char *as_of, _Out_ zhun_diagnostics **faults)",
    "void zhun_decider_free(zhun_decider *decider)",
    "zhun_owned_text zhun_decision_json(const zhun_decision *decision, size_t *size)",
    "void zhun_decision_free(zhun_decision *decision)",
    "const char *zhun_diagnostics_json(const zhun_diagnostics *diagnostics)",
    "void zhun_diagnostics_free(zhun_diagnostics *diagnostics)",
  ].map((prototype) => {
    const declared = library.func(prototype);
    return [prototype.match(/(zhun_\w+)\(/)[1], declared];
  }),
);

/** A bundle or a document is at fault; `faults` are the diagnostics as `zhun … --format json` prints them. */
export class Refused extends Error {
  constructor(faults) {
    super(faults.map((fault) => `${fault.code} ${fault.message.zh}`).join("\n") || "内存不足。");
    this.faults = faults;
  }
}

/** Calls `make` with a place for faults; returns the handle it made. */
function made(make) {
  const faults = [null];
  const handle = make(faults);
  if (handle !== null) return handle;
  const told = faults[0] === null ? "[]" : c.zhun_diagnostics_json(faults[0]);
  c.zhun_diagnostics_free(faults[0]);
  throw new Refused(JSON.parse(told));
}

export class Bundle {
  #handle;

  constructor(path) {
    this.#handle = made((faults) => c.zhun_bundle_open(path, faults));
  }

  /** A decider keeps what it needs of the bundle. */
  decider() {
    return new Decider(made((faults) => c.zhun_decider_new(this.#handle, faults)));
  }

  close() {
    c.zhun_bundle_free(this.#handle);
    this.#handle = null;
  }
}

class Decider {
  #handle;

  constructor(handle) {
    this.#handle = handle;
  }

  /** Documents are Buffers of UTF-8; `context` and `asOf` may be left out. Returns the contract's decision. */
  decide({ entry, application, context = null, asOf = null }) {
    const decision = made((faults) =>
      c.zhun_decider_decide(this.#handle, entry, entry.length, application, application.length, context,
        context?.length ?? 0, asOf, faults),
    );
    try {
      return JSON.parse(c.zhun_decision_json(decision, null));
    } finally {
      c.zhun_decision_free(decision);
    }
  }

  close() {
    c.zhun_decider_free(this.#handle);
    this.#handle = null;
  }
}
