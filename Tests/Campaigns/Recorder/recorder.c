#define _GNU_SOURCE
#include "recorder.h"
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define DESCRIPTORS 4096

static struct { uint64_t file; char is_folder; } watched[DESCRIPTORS];
static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;
static int trace = -1;
static const char *folder;
static size_t folder_length;

/* Calls the function of the same name that would have been called without this library. */
#define REAL(name, type) \
    static __typeof__(type) real; \
    if (!real) real = (__typeof__(type))dlsym(RTLD_NEXT, name)

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("CARICC_TRACE");
    folder = getenv("CARICC_TRACE_FOLDER");
    folder_length = folder ? strlen(folder) : 0;
    if (!path || !folder) return;
    trace = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
}

/* Shared memory files hold nothing that must outlive the machine. */
static int is_watched(const char *path) {
    if (trace < 0 || !path || strncmp(path, folder, folder_length) != 0) return 0;
    size_t length = strlen(path);
    return length < 4 || strcmp(path + length - 4, "-shm") != 0;
}

static void put(const void *bytes, size_t length) {
    const char *next = bytes;
    while (length > 0) {
        long count = syscall(SYS_write, trace, next, length);
        if (count <= 0) abort();
        next += count;
        length -= (size_t)count;
    }
}

static void note(uint32_t kind, uint64_t file, uint64_t offset, const void *bytes, size_t length) {
    struct recorder_record record = {kind, (uint32_t)length, file, offset};
    put(&record, sizeof record);
    if (length > 0) put(bytes, length);
}

static int opened(int descriptor, const char *path, int was_there) {
    struct stat facts;
    if (descriptor < 0 || descriptor >= DESCRIPTORS || fstat(descriptor, &facts) != 0) return descriptor;
    watched[descriptor].file = facts.st_ino;
    watched[descriptor].is_folder = S_ISDIR(facts.st_mode);
    if (!watched[descriptor].is_folder)
        note(was_there ? RECORDER_OPEN : RECORDER_CREATE, facts.st_ino, 0, path, strlen(path));
    return descriptor;
}

typedef int (*open_function)(const char *, int, ...);

static int open_any(open_function real, const char *path, int flags, mode_t mode) {
    const char *boot = getenv("CARICC_BOOT_ID");
    if (boot && path && strcmp(path, "/proc/sys/kernel/random/boot_id") == 0) path = boot;
    if (!is_watched(path)) return real(path, flags, mode);
    pthread_mutex_lock(&order);
    int was_there = access(path, F_OK) == 0;
    int descriptor = opened(real(path, flags, mode), path, was_there);
    if (descriptor >= 0 && was_there && (flags & O_TRUNC) && watched[descriptor].file)
        note(RECORDER_TRUNCATE, watched[descriptor].file, 0, 0, 0);
    pthread_mutex_unlock(&order);
    return descriptor;
}

#define MODE(flags) \
    mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { \
        va_list rest; \
        va_start(rest, flags); \
        mode = va_arg(rest, mode_t); \
        va_end(rest); \
    }

int open(const char *path, int flags, ...) {
    REAL("open", open_function);
    MODE(flags)
    return open_any(real, path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    REAL("open64", open_function);
    MODE(flags)
    return open_any(real, path, flags, mode);
}

int close(int descriptor) {
    REAL("close", int (*)(int));
    if (descriptor >= 0 && descriptor < DESCRIPTORS) watched[descriptor].file = 0;
    return real(descriptor);
}

static uint64_t file_of(int descriptor) {
    return trace >= 0 && descriptor >= 0 && descriptor < DESCRIPTORS ? watched[descriptor].file : 0;
}

ssize_t write(int descriptor, const void *bytes, size_t length) {
    REAL("write", ssize_t (*)(int, const void *, size_t));
    uint64_t file = file_of(descriptor);
    if (!file) return real(descriptor, bytes, length);
    pthread_mutex_lock(&order);
    ssize_t count = real(descriptor, bytes, length);
    if (count > 0)
        note(RECORDER_WRITE, file, (uint64_t)(lseek(descriptor, 0, SEEK_CUR) - count), bytes, (size_t)count);
    pthread_mutex_unlock(&order);
    return count;
}

typedef ssize_t (*pwrite_function)(int, const void *, size_t, off_t);

static ssize_t pwrite_any(pwrite_function real, int descriptor, const void *bytes, size_t length, off_t offset) {
    uint64_t file = file_of(descriptor);
    if (!file) return real(descriptor, bytes, length, offset);
    pthread_mutex_lock(&order);
    ssize_t count = real(descriptor, bytes, length, offset);
    if (count > 0) note(RECORDER_WRITE, file, (uint64_t)offset, bytes, (size_t)count);
    pthread_mutex_unlock(&order);
    return count;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t offset) {
    REAL("pwrite", pwrite_function);
    return pwrite_any(real, descriptor, bytes, length, offset);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off64_t offset) {
    REAL("pwrite64", pwrite_function);
    return pwrite_any(real, descriptor, bytes, length, offset);
}

static int truncate_any(int (*real)(int, off_t), int descriptor, off_t size) {
    uint64_t file = file_of(descriptor);
    if (!file) return real(descriptor, size);
    pthread_mutex_lock(&order);
    int result = real(descriptor, size);
    if (result == 0) note(RECORDER_TRUNCATE, file, (uint64_t)size, 0, 0);
    pthread_mutex_unlock(&order);
    return result;
}

int ftruncate(int descriptor, off_t size) {
    REAL("ftruncate", int (*)(int, off_t));
    return truncate_any(real, descriptor, size);
}

int ftruncate64(int descriptor, off64_t size) {
    REAL("ftruncate64", int (*)(int, off_t));
    return truncate_any(real, descriptor, size);
}

static int sync_any(int (*real)(int), int descriptor) {
    uint64_t file = file_of(descriptor);
    if (!file) return real(descriptor);
    pthread_mutex_lock(&order);
    int result = real(descriptor);
    if (result == 0) note(watched[descriptor].is_folder ? RECORDER_SYNC_FOLDER : RECORDER_SYNC, file, 0, 0, 0);
    pthread_mutex_unlock(&order);
    return result;
}

int fsync(int descriptor) {
    REAL("fsync", int (*)(int));
    return sync_any(real, descriptor);
}

int fdatasync(int descriptor) {
    REAL("fdatasync", int (*)(int));
    return sync_any(real, descriptor);
}

int unlink(const char *path) {
    REAL("unlink", int (*)(const char *));
    if (!is_watched(path)) return real(path);
    pthread_mutex_lock(&order);
    int result = real(path);
    if (result == 0) note(RECORDER_UNLINK, 0, 0, path, strlen(path));
    pthread_mutex_unlock(&order);
    return result;
}

int rename(const char *old, const char *new) {
    REAL("rename", int (*)(const char *, const char *));
    if (!is_watched(old) && !is_watched(new)) return real(old, new);
    pthread_mutex_lock(&order);
    int result = real(old, new);
    if (result == 0) {
        size_t first = strlen(old) + 1, length = first + strlen(new);
        char *both = malloc(length + 1);
        if (!both) abort();
        memcpy(both, old, first);
        strcpy(both + first, new);
        note(RECORDER_RENAME, 0, 0, both, length);
        free(both);
    }
    pthread_mutex_unlock(&order);
    return result;
}
