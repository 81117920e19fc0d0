#ifndef CARICC_RECORDER_H
#define CARICC_RECORDER_H
#include <stdint.h>

/* Preloaded into a writer, this library notes in a trace what the writer does to the files of one folder, so that a
   power cut at any moment can be played back.

   CARICC_TRACE        where the trace goes
   CARICC_TRACE_FOLDER the folder that is watched, absolute
   CARICC_BOOT_ID      read in the place of the kernel's boot id, so that playing back is another start of the machine

   The trace is a row of records, each followed by `length` bytes. Numbers have the machine's own byte order. */

enum recorder_kind {
    RECORDER_CREATE = 1,   /* bytes: the path of a new file */
    RECORDER_OPEN = 2,     /* bytes: the path of a file that was there */
    RECORDER_WRITE = 3,    /* bytes: what was written at `offset` */
    RECORDER_TRUNCATE = 4, /* `offset`: the new size */
    RECORDER_SYNC = 5,     /* fsync or fdatasync of a file has returned */
    RECORDER_SYNC_FOLDER = 6,
    RECORDER_RENAME = 7,   /* bytes: old path, zero byte, new path */
    RECORDER_UNLINK = 8    /* bytes: the path */
};

struct recorder_record {
    uint32_t kind;
    uint32_t length;
    uint64_t file; /* inode */
    uint64_t offset;
};
#endif
