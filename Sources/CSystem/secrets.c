#define _GNU_SOURCE
#include "secrets.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

// Memory.

size_t caricc_page_size(void) { return (size_t)sysconf(_SC_PAGESIZE); }

void *caricc_secret_page(int *protections) {
    size_t size = caricc_page_size();
    *protections = 0;
    uint8_t *area = mmap(NULL, 3 * size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (area == MAP_FAILED) return NULL;
    uint8_t *page = area + size;
    if (mprotect(page, size, PROT_READ | PROT_WRITE) != 0) {
        int reason = errno;
        munmap(area, 3 * size);
        errno = reason;
        return NULL;
    }
    if (mlock(page, size) == 0) *protections |= CARICC_SECRET_LOCKED;
    if (madvise(page, size, MADV_DONTDUMP) == 0) *protections |= CARICC_SECRET_NOT_DUMPED;
#ifdef MADV_WIPEONFORK
    if (madvise(page, size, MADV_WIPEONFORK) == 0) *protections |= CARICC_SECRET_WIPED_ON_FORK;
#endif
    return page;
}

void caricc_secret_release(void *page) {
    if (page == NULL) return;
    size_t size = caricc_page_size();
    explicit_bzero(page, size);
    munmap((uint8_t *)page - size, 3 * size);
}

void caricc_wipe(void *bytes, size_t count) { explicit_bzero(bytes, count); }

static void wash_heap(void) {
    // A freed block goes to a list of its size, and the last one in is the first one out; lists hold seven blocks, of up to
    // 1,032 bytes.
    enum { depth = 8, largest = 1024, step = 16 };
    void *blocks[depth];
    for (size_t size = step; size <= largest; size += step) {
        for (int n = 0; n < depth; n++) {
            blocks[n] = malloc(size);
            if (blocks[n] != NULL) explicit_bzero(blocks[n], size);
        }
        for (int n = 0; n < depth; n++) free(blocks[n]);
    }
}

static __attribute__((noinline)) void wash_stack(void) {
    uint8_t below[32 * 1024];
    explicit_bzero(below, sizeof below);
}

void caricc_wash(void) {
    wash_heap();
    wash_stack();
}

// Files.

int caricc_rename_new(const char *from, const char *to) {
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return -1;
    // A file system without that flag; for a moment the file then has two names.
    if (link(from, to) != 0) return -1;
    return unlink(from);
}

// The question.

static const int watched[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};
enum { watched_count = sizeof(watched) / sizeof(watched[0]) };
static volatile int asked_pipe = -1;

static void note_signal(int number) {
    int saved = errno;
    uint8_t byte = (uint8_t)number;
    if (asked_pipe >= 0) {
        ssize_t ignored_count = write(asked_pipe, &byte, 1);
        (void)ignored_count;
    }
    errno = saved;
}

static void watch_signals(struct sigaction *before) {
    for (int n = 0; n < watched_count; n++) {
        sigaction(watched[n], NULL, &before[n]);
        // What is ignored, as after nohup, stays ignored.
        if (!(before[n].sa_flags & SA_SIGINFO) && before[n].sa_handler == SIG_IGN) continue;
        struct sigaction action;
        memset(&action, 0, sizeof action);
        action.sa_handler = note_signal;
        sigfillset(&action.sa_mask);
        sigaction(watched[n], &action, NULL);
    }
}

static void unwatch_signals(const struct sigaction *before) {
    for (int n = 0; n < watched_count; n++) sigaction(watched[n], &before[n], NULL);
}

static int set_modes(int terminal, const struct termios *modes) {
    int result;
    do {
        result = tcsetattr(terminal, TCSAFLUSH, modes);
    } while (result != 0 && errno == EINTR);
    return result;
}

static int write_all(int terminal, const uint8_t *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(terminal, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return -1;
        bytes += written;
        count -= (size_t)written;
    }
    return 0;
}

/// Waits for one line; a positive result is the signal that came instead.
static int read_line(int terminal, int signals, uint8_t *bytes, size_t capacity, size_t *length) {
    int too_long = 0;
    *length = 0;
    for (;;) {
        struct pollfd states[2] = {{signals, POLLIN, 0}, {terminal, POLLIN, 0}};
        if (poll(states, 2, -1) < 0) {
            if (errno == EINTR) continue;
            return CARICC_ASK_FAILED;
        }
        uint8_t byte = 0;
        if (states[0].revents != 0) {
            if (read(signals, &byte, 1) == 1) return byte;
            continue;
        }
        // One byte after the other, so that the rest of a line never lies in a buffer of this function.
        ssize_t count = read(terminal, &byte, 1);
        if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (count < 0) return errno == EIO ? CARICC_ASK_ENDED : CARICC_ASK_FAILED;
        if (count == 0) return CARICC_ASK_ENDED;
        int is_end = byte == '\n' || byte == '\r';
        if (!is_end && *length < capacity) {
            bytes[(*length)++] = byte;
        } else if (!is_end) {
            too_long = 1;
        }
        explicit_bzero(&byte, 1);
        if (is_end) return too_long ? CARICC_ASK_TOO_LONG : 0;
    }
}

int caricc_ask_hidden(
    int terminal, const uint8_t *prompt, size_t prompt_length, uint8_t *bytes, size_t capacity, size_t *length) {
    struct termios modes, hidden;
    int ends[2];
    if (tcgetattr(terminal, &modes) != 0 || pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return CARICC_ASK_FAILED;
    int result, reason = 0;
    do {
        struct sigaction before[watched_count];
        asked_pipe = ends[1];
        watch_signals(before);
        hidden = modes;
        hidden.c_lflag &= ~(tcflag_t)(ECHO | ECHOE | ECHOK | ECHONL);
        hidden.c_lflag |= ICANON | ISIG;
        hidden.c_iflag |= ICRNL | IUTF8;
        if (set_modes(terminal, &hidden) != 0 || write_all(terminal, prompt, prompt_length) != 0) {
            result = CARICC_ASK_FAILED;
        } else {
            result = read_line(terminal, ends[0], bytes, capacity, length);
        }
        reason = errno;
        set_modes(terminal, &modes);
        write_all(terminal, (const uint8_t *)"\n", 1);
        unwatch_signals(before);
        asked_pipe = -1;
        if (result != 0) {
            explicit_bzero(bytes, capacity);
            *length = 0;
        }
        // A runtime that answers SIGQUIT with an inspection of this process must not get to see it.
        if (result == SIGQUIT) signal(SIGQUIT, SIG_DFL);
        if (result > 0) raise(result);
    } while (result == SIGTSTP);
    close(ends[0]);
    close(ends[1]);
    errno = reason;
    return result > 0 ? CARICC_ASK_INTERRUPTED : result;
}
