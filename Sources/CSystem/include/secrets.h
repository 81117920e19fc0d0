// What secrets need from the system and Swift cannot do itself: memory that is not written anywhere, erasing that the
// compiler does not remove, a question on a terminal without echo, and a rename that never replaces.

#ifndef CARICC_CSYSTEM_SECRETS_H
#define CARICC_CSYSTEM_SECRETS_H

#include <stddef.h>
#include <stdint.h>

/// What the kernel agreed to for a page of caricc_secret_page.
#define CARICC_SECRET_LOCKED 1
#define CARICC_SECRET_NOT_DUMPED 2
#define CARICC_SECRET_WIPED_ON_FORK 4

/// A zeroed page between two that cannot be touched; NULL with errno. `protections` gets the flags above.
void *caricc_secret_page(int *protections);

/// Erases a page of caricc_secret_page and gives it back.
void caricc_secret_release(void *page);

/// Bytes in one page of memory.
size_t caricc_page_size(void);

/// Writes zeros that no optimiser leaves out.
void caricc_wipe(void *bytes, size_t count);

/// Overwrites 32 KiB of the stack below the caller, and what this thread has just freed in blocks of up to 1 KiB, as far as
/// the allocator would hand it out again next. For copies that a library made and did not erase, directly after calling it; a
/// precaution, not a promise.
void caricc_wash(void);

/// Renames unless `to` exists (EEXIST then). Returns 0, or -1 with errno.
int caricc_rename_new(const char *from, const char *to);

/// The outcomes of caricc_ask_hidden besides 0.
#define CARICC_ASK_FAILED (-1)
#define CARICC_ASK_ENDED (-2)
#define CARICC_ASK_TOO_LONG (-3)
#define CARICC_ASK_INTERRUPTED (-4)

/// Writes `prompt` to a terminal, and reads one line from it without echo, directly into `bytes`; the line feed is not
/// kept. The modes of the terminal are put back at the end, and before SIGINT, SIGTERM, SIGHUP or SIGTSTP does what it
/// did before the call, and SIGQUIT what it does by default; after SIGTSTP and SIGCONT it asks anew. Returns 0 and the length, or one of the outcomes
/// above; with CARICC_ASK_FAILED errno is set. Not for two threads at once.
int caricc_ask_hidden(
    int terminal, const uint8_t *prompt, size_t prompt_length, uint8_t *bytes, size_t capacity, size_t *length);

#endif
