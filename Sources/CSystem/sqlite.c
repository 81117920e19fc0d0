#include "sqlite.h"
#include <sqlite3.h>

int caricc_sqlite_defensive(void *connection) {
    int now = 0;
    return sqlite3_db_config((sqlite3 *)connection, SQLITE_DBCONFIG_DEFENSIVE, 1, &now);
}

int caricc_sqlite_no_checkpoint_on_close(void *connection) {
    int now = 0;
    return sqlite3_db_config((sqlite3 *)connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, &now);
}

int caricc_sqlite_persist_wal(void *connection) {
    int on = 1;
    return sqlite3_file_control((sqlite3 *)connection, "main", SQLITE_FCNTL_PERSIST_WAL, &on);
}
