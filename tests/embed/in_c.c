#include "tests/embed/in_c.h"

#include <string.h>

static void Tell(zhun_diagnostics* faults, char* code) {
  if (zhun_diagnostics_count(faults) > 0) strncat(code, zhun_diagnostics_code(faults, 0), 7);
  zhun_diagnostics_free(faults);
}

zhun_outcome DecideInC(const void* bytes, size_t size, const char* entry, const char* application, const char* as_of,
                       char* code) {
  code[0] = '\0';
  zhun_diagnostics* faults = NULL;
  zhun_bundle* bundle = zhun_bundle_read(bytes, size, NULL, &faults);
  zhun_decider* decider = bundle == NULL ? NULL : zhun_decider_new(bundle, &faults);
  zhun_bundle_free(bundle);
  zhun_decision* decision = NULL;
  if (decider != NULL) {
    decision =
        zhun_decider_decide(decider, entry, strlen(entry), application, strlen(application), NULL, 0, as_of, &faults);
  }
  zhun_decider_free(decider);
  Tell(faults, code);
  const zhun_outcome outcome = zhun_decision_outcome(decision);
  zhun_decision_free(decision);
  return outcome;
}
