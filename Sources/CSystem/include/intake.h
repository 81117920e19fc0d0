// What reading other people's files and messages needs from the system: opening that cannot leave a folder, and a process that
// gives up everything but reading its input and writing its answer.

#ifndef CARICC_CSYSTEM_INTAKE_H
#define CARICC_CSYSTEM_INTAKE_H

#include <stdint.h>

/// Opens `name` in an open folder by openat2(2): no symbolic link anywhere, no /proc link, nothing outside the folder, no
/// other file system. Where the kernel has no openat2, openat(2) with O_NOFOLLOW for a name without a slash. Returns the
/// descriptor, or -1 with errno (ELOOP: a link; EXDEV: outside).
int caricc_open_beneath(int folder, const char *name, int flags, unsigned int mode);

/// Renames from one open folder to another unless the new name exists (EEXIST then). Returns 0, or -1 with errno.
int caricc_rename_new_at(int from_folder, const char *from, int to_folder, const char *to);

/// What caricc_confine achieved.
#define CARICC_CONFINED_PRIVILEGES 1
#define CARICC_CONFINED_LIMITS 2
#define CARICC_CONFINED_DESCRIPTORS 4
#define CARICC_CONFINED_CALLS 8

/// Gives up, for good: new privileges, all descriptors but 0 to 2, core dumps, memory beyond what is used now and
/// `memory_bytes`, processor time beyond `cpu_seconds`, files, processes; and by a filter every system call but those for
/// memory, clocks, signals and the open descriptors. Opening anything fails with EPERM; a socket, a new program or a new process
/// ends this one by SIGSYS. Returns the flags above. Call it while there is one thread.
int caricc_confine(uint64_t memory_bytes, uint64_t cpu_seconds);

#endif
