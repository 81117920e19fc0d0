#ifndef CARICC_CSYSTEM_FILES_H
#define CARICC_CSYSTEM_FILES_H
#include <stdint.h>
/* The f_type of the file system that holds path (see statfs(2)), or -1 with errno. */
int64_t caricc_file_system_type(const char *path);
/* CLOCK_BOOTTIME in milliseconds: counts through suspend, never steps. */
int64_t caricc_boot_milliseconds(void);

// Where `wanted` begins in `bytes`; -1 where it does not occur.
int64_t caricc_find(const void *bytes, int64_t count, const void *wanted, int64_t wanted_count);
/* A descriptor that one thread makes readable to wake another (eventfd, non-blocking), or -1. */
int caricc_wakeup_descriptor(void);
#endif
