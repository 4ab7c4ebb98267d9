#pragma once

#include "runtime/embed/zhun.h"

#ifdef __cplusplus
extern "C" {
#endif

// Decides in C99 from beginning to end. The outcome; 0 where something is at fault, and its code in `code`, 8 bytes.
zhun_outcome DecideInC(const void* bundle, size_t bundle_size, const char* entry, const char* application,
                       const char* as_of, char* code);

#ifdef __cplusplus
}
#endif
