#define _GNU_SOURCE
#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

// Signals that are reported to the run loop.

static volatile int pipe_read = -1;
static volatile int pipe_write = -1;
static const int reported[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT};
static const int ignored[] = {SIGPIPE, SIGXFSZ};
#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static void report(int number) {
    int saved = errno;
    uint8_t byte = (uint8_t)number;
    if (pipe_write >= 0) {
        // A full pipe means that the loop has more than enough to read.
        ssize_t ignored_count = write(pipe_write, &byte, 1);
        (void)ignored_count;
    }
    errno = saved;
}

static int handle(int number, void (*handler)(int), int flags) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    return sigaction(number, &action, NULL);
}

int caricc_signals_open(void) {
    if (pipe_read >= 0) return pipe_read;
    int ends[2];
    if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
    pipe_write = ends[1];
    pipe_read = ends[0];
    // No SA_RESTART for these: a poll that waits for keys must wake.
    for (size_t i = 0; i < COUNT(reported); i++) handle(reported[i], report, 0);
    for (size_t i = 0; i < COUNT(ignored); i++) handle(ignored[i], SIG_IGN, 0);
    return pipe_read;
}

int caricc_signals_descriptor(void) { return pipe_read; }

void caricc_signals_close(void) {
    if (pipe_read < 0) return;
    for (size_t i = 0; i < COUNT(reported); i++) handle(reported[i], SIG_DFL, 0);
    for (size_t i = 0; i < COUNT(ignored); i++) handle(ignored[i], SIG_DFL, 0);
    int ends[2] = {pipe_read, pipe_write};
    pipe_read = -1;
    pipe_write = -1;
    close(ends[0]);
    close(ends[1]);
}

void caricc_stop_self(void) { raise(SIGSTOP); }

// Giving the terminal back.

static volatile sig_atomic_t prepared = 0;
static int restore_terminal = -1;
static volatile sig_atomic_t restore_output = -1;
static struct termios restore_modes;
static mode_t restore_permissions;
static volatile sig_atomic_t permissions_changed = 0;
static uint8_t restore_bytes[CARICC_RESTORE_LIMIT];
static volatile size_t restore_length = 0;
static uint8_t crash_stack[65536] __attribute__((aligned(16)));
static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGQUIT};

int caricc_restore_string(const uint8_t *bytes, size_t length) {
    if (length > CARICC_RESTORE_LIMIT) {
        errno = EMSGSIZE;
        return -1;
    }
    restore_length = 0;
    memcpy(restore_bytes, bytes, length);
    restore_length = length;
    return 0;
}

int caricc_restore_prepare(int terminal, const uint8_t *bytes, size_t length) {
    prepared = 0;
    if (tcgetattr(terminal, &restore_modes) != 0) return -1;
    if (caricc_restore_string(bytes, length) != 0) return -1;
    restore_terminal = terminal;
    restore_output = -1;
    permissions_changed = 0;
    prepared = 1;
    return 0;
}

static void put_modes_back(void) {
    tcsetattr(restore_terminal, TCSANOW, &restore_modes);
    if (permissions_changed) fchmod(restore_terminal, restore_permissions);
    permissions_changed = 0;
}

static long milliseconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/// Writes the restore string, for at most half a second: a terminal that takes nothing must not hold a crash up.
static void put_string_back(void) {
    long end = milliseconds_now() + 500;
    int output = restore_output >= 0 ? restore_output : restore_terminal;
    size_t written = 0;
    while (written < restore_length) {
        struct pollfd state = {output, POLLOUT, 0};
        long left = end - milliseconds_now();
        if (left <= 0 || poll(&state, 1, (int)left) == 0) return;
        // One byte where the descriptor may block: a terminal that polls writable takes one.
        size_t size = restore_output >= 0 ? restore_length - written : 1;
        ssize_t count = write(output, restore_bytes + written, size);
        if (count > 0) {
            written += (size_t)count;
        } else if (count == 0 || (errno != EINTR && errno != EAGAIN)) {
            return;
        }
    }
}

static void crash(int number) {
    if (prepared) {
        prepared = 0;
        put_string_back();
        put_modes_back();
    }
    handle(number, SIG_DFL, 0);
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, number);
    pthread_sigmask(SIG_UNBLOCK, &only, NULL);
    raise(number);
    _exit(128 + number);
}

int caricc_restore_arm(void) {
    stack_t own;
    memset(&own, 0, sizeof own);
    own.ss_sp = crash_stack;
    own.ss_size = sizeof crash_stack;
    if (sigaltstack(&own, NULL) != 0) return -1;
    for (size_t i = 0; i < COUNT(crashes); i++) {
        if (handle(crashes[i], crash, SA_ONSTACK) != 0) return -1;
    }
    return 0;
}

void caricc_restore_finish(void) {
    if (!prepared) return;
    prepared = 0;
    put_modes_back();
    restore_terminal = -1;
    restore_output = -1;
}

void caricc_restore_through(int descriptor) { restore_output = descriptor; }

int caricc_enter_raw_mode(void) {
    if (!prepared) return -1;
    struct termios modes = restore_modes;
    modes.c_iflag &= ~(tcflag_t)(BRKINT | PARMRK | INLCR | IGNCR | ICRNL | IXON);
    modes.c_oflag &= ~(tcflag_t)OPOST;
    modes.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
    modes.c_cc[VMIN] = 1;
    modes.c_cc[VTIME] = 0;
    return tcsetattr(restore_terminal, TCSANOW, &modes);
}

int caricc_leave_raw_mode(void) { return prepared ? tcsetattr(restore_terminal, TCSANOW, &restore_modes) : -1; }

int caricc_memory_file(void) { return memfd_create("frame", MFD_CLOEXEC); }

void caricc_refuse_messages(void) {
    struct stat status;
    if (!prepared || fstat(restore_terminal, &status) != 0) return;
    restore_permissions = status.st_mode & 07777;
    if (fchmod(restore_terminal, restore_permissions & ~(mode_t)022) == 0) permissions_changed = 1;
}

int caricc_forbid_inspection(void) {
    struct rlimit none = {0, 0};
    if (setrlimit(RLIMIT_CORE, &none) != 0) return -1;
    return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

int caricc_window_size(int terminal, int *rows, int *columns) {
    struct winsize size;
    if (ioctl(terminal, TIOCGWINSZ, &size) != 0) return -1;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return 0;
}

static atomic_flag claimed = ATOMIC_FLAG_INIT;

int caricc_claim_once(void) { return !atomic_flag_test_and_set(&claimed); }

void caricc_claim_end(void) { atomic_flag_clear(&claimed); }
