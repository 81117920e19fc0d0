// What the terminal needs from the system and Swift cannot do itself: signal handlers, and giving a terminal back from
// inside one.

#ifndef CARICC_TERMINAL_H
#define CARICC_TERMINAL_H

#include <stddef.h>
#include <stdint.h>

/// Opens the pipe that signals are reported on, installs the handlers for SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP and
/// SIGCONT, and ignores SIGPIPE and SIGXFSZ. Returns the readable end (non-blocking), or -1 with errno.
int caricc_signals_open(void);

/// The readable end of that pipe, or -1 if it is not open.
int caricc_signals_descriptor(void);

/// Restores the default action of the signals above and closes the pipe.
void caricc_signals_close(void);

/// Stops this process as SIGTSTP would have, and returns when it is continued.
void caricc_stop_self(void);

/// The longest restore string in bytes.
#define CARICC_RESTORE_LIMIT 512

/// Saves the state of the terminal (modes and permissions) and what to write to give it back. Call before anything
/// changes it. Returns 0, or -1 with errno: ENOTTY if it is no terminal, EMSGSIZE if the string is too long.
int caricc_restore_prepare(int terminal, const uint8_t *bytes, size_t length);

/// Replaces the string once terminfo is known. Returns 0, or -1 with errno EMSGSIZE.
int caricc_restore_string(const uint8_t *bytes, size_t length);

/// Installs the handlers for SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP and SIGQUIT: they give the terminal back,
/// then let the signal do what it does by default. They run on a stack of their own on the calling thread.
/// Returns 0, or -1 with errno.
int caricc_restore_arm(void);

/// Puts the saved modes and permissions back without writing anything, and forgets them; the handlers then do nothing
/// but re-raise. Harmless when nothing is saved.
void caricc_restore_finish(void);

/// Where the handlers write, from then on: a descriptor of the same terminal that does not block, or -1 for the terminal
/// itself.
void caricc_restore_through(int descriptor);

/// Keys as bytes, no echo, output as it is written; does not wait for output. Needs `caricc_restore_prepare`. Returns 0,
/// or -1.
int caricc_enter_raw_mode(void);

/// Puts the saved modes back for a while, without waiting for output and without forgetting them. Returns 0, or -1.
int caricc_leave_raw_mode(void);

/// An empty file in memory, or -1 with errno.
int caricc_memory_file(void);

/// Takes the permission to write to the terminal from everybody but its owner, until `caricc_restore_finish`.
void caricc_refuse_messages(void);

/// No core dumps, and no reading of this process by others of the same user. Returns 0, or -1 with errno.
int caricc_forbid_inspection(void);

/// Rows and columns that the kernel knows for a terminal; 0 and 0 mean unknown. Returns 0, or -1 with errno.
int caricc_window_size(int terminal, int *rows, int *columns);

/// Marks the one terminal of this process as claimed. Returns 1, or 0 if it already is.
int caricc_claim_once(void);

/// Undoes `caricc_claim_once`.
void caricc_claim_end(void);

#endif
