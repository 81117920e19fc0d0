#define _GNU_SOURCE
#include "files.h"
#include <string.h>
#include <sys/eventfd.h>
#include <sys/vfs.h>
#include <time.h>

int64_t caricc_file_system_type(const char *path) {
    struct statfs facts;
    if (statfs(path, &facts) != 0) return -1;
    return (int64_t)(uint32_t)facts.f_type;
}

int64_t caricc_find(const void *bytes, int64_t count, const void *wanted, int64_t wanted_count) {
    if (count <= 0) return -1;
    const char *found = memmem(bytes, (size_t)count, wanted, (size_t)wanted_count);
    return found ? found - (const char *)bytes : -1;
}

int64_t caricc_boot_milliseconds(void) {
    struct timespec now;
    if (clock_gettime(CLOCK_BOOTTIME, &now) != 0) return 0;
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int caricc_wakeup_descriptor(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }
