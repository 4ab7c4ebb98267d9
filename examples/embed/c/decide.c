// decide BUNDLE CASE [AS_OF]: decides the case in the folder CASE (entry.json, application.json and perhaps
// context.json) and prints how, and what is missing. Exit code 0: decided, whichever way; 3: something is at fault.
#include <stdio.h>
#include <stdlib.h>
#include <zhun.h>

typedef struct document {
  char* text;
  size_t size;
} document;

// A text of NULL: the file cannot be read.
static document read_document(const char* folder, const char* name) {
  document read = {NULL, 0};
  char path[4096];
  if (snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path) return read;
  FILE* file = fopen(path, "rb");
  if (file == NULL) return read;
  long size = fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
  rewind(file);
  if (size >= 0 && (read.text = malloc((size_t)size + 1)) != NULL) read.size = fread(read.text, 1, (size_t)size, file);
  fclose(file);
  return read;
}

// Frees `faults`.
static int tell(zhun_diagnostics* faults) {
  for (size_t i = 0; i < zhun_diagnostics_count(faults); ++i) {
    fprintf(stderr, "%s %s%s %s\n", zhun_diagnostics_code(faults, i), zhun_diagnostics_file(faults, i),
            zhun_diagnostics_pointer(faults, i), zhun_diagnostics_message(faults, i, ZHUN_CHINESE));
  }
  if (faults == NULL) fputs("内存不足。\n", stderr);
  zhun_diagnostics_free(faults);
  return 3;
}

static void print(const zhun_decision* decision) {
  printf("%s（%s）\n", zhun_decision_label(decision, ZHUN_CHINESE), zhun_decision_code(decision));
  for (size_t i = 0; i < zhun_decision_missing_count(decision); ++i) {
    printf("还缺：%s（%s）\n", zhun_decision_missing_label(decision, i, ZHUN_CHINESE),
           zhun_decision_missing_path(decision, i));
  }
}

// A document that could not be read is passed as NULL; for the entry and the application the library calls it a fault.
static int decide(zhun_decider* decider, const char* folder, const char* as_of) {
  document entry = read_document(folder, "entry.json"), application = read_document(folder, "application.json");
  document context = read_document(folder, "context.json");
  zhun_diagnostics* faults = NULL;
  zhun_decision* decision = zhun_decider_decide(decider, entry.text, entry.size, application.text, application.size,
                                                context.text, context.size, as_of, &faults);
  if (decision != NULL) print(decision);
  int code = decision != NULL ? 0 : tell(faults);
  zhun_decision_free(decision);
  free(entry.text);
  free(application.text);
  free(context.text);
  return code;
}

int main(int argc, char** argv) {
  if (argc < 3 || argc > 4) {
    fputs("decide BUNDLE CASE [AS_OF]\n", stderr);
    return 2;
  }
  zhun_diagnostics* faults = NULL;
  zhun_bundle* bundle = zhun_bundle_open(argv[1], &faults);
  if (bundle == NULL) return tell(faults);
  zhun_decider* decider = zhun_decider_new(bundle, &faults);  // one a thread, for all its cases
  zhun_bundle_free(bundle);                                   // the decider keeps what it needs
  if (decider == NULL) return tell(faults);
  int code = decide(decider, argv[2], argc == 4 ? argv[3] : NULL);
  zhun_decider_free(decider);
  return code;
}
