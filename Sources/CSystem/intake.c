#define _GNU_SOURCE
#include "intake.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/openat2.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

// Files.

int caricc_open_beneath(int folder, const char *name, int flags, unsigned int mode) {
    struct open_how how;
    memset(&how, 0, sizeof how);
    how.flags = (uint64_t)(unsigned int)(flags | O_CLOEXEC);
    how.mode = (flags & O_CREAT) ? mode : 0;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS | RESOLVE_NO_XDEV;
    long descriptor;
    do {
        descriptor = syscall(SYS_openat2, folder, name, &how, sizeof how);
        // EAGAIN: something moved while the kernel looked whether it stays beneath.
    } while (descriptor < 0 && (errno == EINTR || errno == EAGAIN));
    if (descriptor >= 0 || errno != ENOSYS) return (int)descriptor;
    if (strchr(name, '/') != NULL || strcmp(name, "..") == 0) {
        errno = EXDEV;
        return -1;
    }
    return openat(folder, name, flags | O_NOFOLLOW | O_CLOEXEC, mode);
}

int caricc_rename_new_at(int from_folder, const char *from, int to_folder, const char *to) {
    if (renameat2(from_folder, from, to_folder, to, RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return -1;
    // A file system without that flag; for a moment the file then has two names.
    if (linkat(from_folder, from, to_folder, to, 0) != 0) return -1;
    return unlinkat(from_folder, from, 0);
}

// Confinement.

#if defined(__x86_64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

static const int allowed[] = {
    SYS_read, SYS_write, SYS_readv, SYS_writev, SYS_close, SYS_lseek, SYS_munmap, SYS_mremap, SYS_brk, SYS_madvise,
    SYS_futex, SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_sigaltstack, SYS_clock_gettime,
    SYS_clock_getres, SYS_clock_nanosleep, SYS_nanosleep, SYS_gettimeofday, SYS_getrandom, SYS_getpid, SYS_gettid,
    SYS_exit, SYS_exit_group, SYS_sched_yield, SYS_ppoll, SYS_restart_syscall, SYS_set_robust_list, SYS_fstat,
#ifdef SYS_poll
    SYS_poll,
#endif
};

/// What no reader of messages ever does by accident.
static const int deadly[] = {
    SYS_execve, SYS_execveat, SYS_clone, SYS_socket, SYS_socketpair, SYS_connect, SYS_bind, SYS_listen, SYS_ptrace,
    SYS_process_vm_readv, SYS_process_vm_writev, SYS_kill, SYS_mount, SYS_setuid, SYS_setgid, SYS_setns, SYS_unshare, SYS_bpf,
#ifdef SYS_clone3
    SYS_clone3,
#endif
#ifdef SYS_fork
    SYS_fork,
    SYS_vfork,
#endif
};

enum { allowed_count = sizeof allowed / sizeof allowed[0], deadly_count = sizeof deadly / sizeof deadly[0] };

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offsetof(struct seccomp_data, field))
#define ANSWER(action) BPF_STMT(BPF_RET | BPF_K, (action))
#define UNLESS_EQUAL_SKIP(value, count) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)(value), 0, (count))

static int add_filter(void) {
#ifndef OWN_ARCHITECTURE
    return 0;
#else
    struct sock_filter rules[2 * (allowed_count + deadly_count) + 32];
    unsigned short n = 0;
    rules[n++] = (struct sock_filter)LOAD(arch);
    rules[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OWN_ARCHITECTURE, 1, 0);
    rules[n++] = (struct sock_filter)ANSWER(SECCOMP_RET_KILL_PROCESS);
    rules[n++] = (struct sock_filter)LOAD(nr);
#if defined(__x86_64__)
    // The numbers of the x32 interface.
    rules[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);
    rules[n++] = (struct sock_filter)ANSWER(SECCOMP_RET_KILL_PROCESS);
#endif
    for (int k = 0; k < allowed_count; k++) {
        rules[n++] = (struct sock_filter)UNLESS_EQUAL_SKIP(allowed[k], 1);
        rules[n++] = (struct sock_filter)ANSWER(SECCOMP_RET_ALLOW);
    }
    for (int k = 0; k < deadly_count; k++) {
        rules[n++] = (struct sock_filter)UNLESS_EQUAL_SKIP(deadly[k], 1);
        rules[n++] = (struct sock_filter)ANSWER(SECCOMP_RET_KILL_PROCESS);
    }
    // Memory, as long as nothing in it can be run.
    const int mappings[] = {SYS_mmap, SYS_mprotect};
    for (int k = 0; k < 2; k++) {
        rules[n++] = (struct sock_filter)UNLESS_EQUAL_SKIP(mappings[k], 4);
        rules[n++] = (struct sock_filter)LOAD(args[2]);
        rules[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 1, 0);
        rules[n++] = (struct sock_filter)ANSWER(SECCOMP_RET_ALLOW);
        rules[n++] = (struct sock_filter)ANSWER(SECCOMP_RET_ERRNO | EPERM);
    }
    // Signals to this process only (abort).
    rules[n++] = (struct sock_filter)UNLESS_EQUAL_SKIP(SYS_tgkill, 3);
    rules[n++] = (struct sock_filter)LOAD(args[0]);
    rules[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)getpid(), 0, 1);
    rules[n++] = (struct sock_filter)ANSWER(SECCOMP_RET_ALLOW);
    rules[n++] = (struct sock_filter)ANSWER(SECCOMP_RET_ERRNO | EPERM);
    struct sock_fprog program = {.len = n, .filter = rules};
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0;
#endif
}

static int close_the_rest(void) {
#ifdef SYS_close_range
    if (syscall(SYS_close_range, 3U, ~0U, 0U) == 0) return 1;
#endif
    struct rlimit most;
    if (getrlimit(RLIMIT_NOFILE, &most) != 0 || most.rlim_cur > 1 << 20) return 0;
    for (int descriptor = 3; descriptor < (int)most.rlim_cur; descriptor++) close(descriptor);
    return 1;
}

/// The size of this process's address space in bytes; 0 where it cannot be read.
static uint64_t used_address_space(void) {
    char text[64];
    int descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return 0;
    ssize_t count = read(descriptor, text, sizeof text - 1);
    close(descriptor);
    if (count <= 0) return 0;
    text[count] = 0;
    unsigned long long pages = 0;
    if (sscanf(text, "%llu", &pages) != 1) return 0;
    return pages * (uint64_t)sysconf(_SC_PAGESIZE);
}

static int limit(int what, uint64_t most) {
    struct rlimit value = {.rlim_cur = most, .rlim_max = most};
    return setrlimit(what, &value) == 0;
}

int caricc_confine(uint64_t memory_bytes, uint64_t cpu_seconds) {
    int achieved = 0;
    uint64_t used = used_address_space();
    prctl(PR_SET_DUMPABLE, 0);
    if (close_the_rest()) achieved |= CARICC_CONFINED_DESCRIPTORS;
    int limited = used > 0 && limit(RLIMIT_AS, used + memory_bytes);
    limited &= limit(RLIMIT_CPU, cpu_seconds);
    limited &= limit(RLIMIT_NOFILE, 3);
    limited &= limit(RLIMIT_NPROC, 0);
    limited &= limit(RLIMIT_FSIZE, 0);
    limited &= limit(RLIMIT_CORE, 0);
    if (limited) achieved |= CARICC_CONFINED_LIMITS;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) {
        achieved |= CARICC_CONFINED_PRIVILEGES;
        if (add_filter()) achieved |= CARICC_CONFINED_CALLS;
    }
    return achieved;
}
