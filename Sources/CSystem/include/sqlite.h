#ifndef CARICC_CSYSTEM_SQLITE_H
#define CARICC_CSYSTEM_SQLITE_H
/* SQLite settings behind variadic or opcode calls that Swift cannot make.
   Each takes the sqlite3* of an open connection and returns an SQLite result code. */
int caricc_sqlite_defensive(void *connection);
int caricc_sqlite_no_checkpoint_on_close(void *connection);
int caricc_sqlite_persist_wal(void *connection);
#endif
