// The part of ncursesw that Swift 6 cannot call itself: macros, globals and arrays inside structures.

#ifndef CARICC_CNCURSES_SHIM_H
#define CARICC_CNCURSES_SHIM_H
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

typedef struct screen caricc_screen;

/// Declared here because the module of the C library may have been built without X/Open.
int wcwidth(wchar_t character);

static inline WINDOW *caricc_window(void) { return stdscr; }
static inline int caricc_rows(void) { return LINES; }
static inline int caricc_columns(void) { return COLS; }
static inline int caricc_colours(void) { return COLORS; }
static inline int caricc_colour_pairs(void) { return COLOR_PAIRS; }
static inline attr_t caricc_bold(void) { return A_BOLD; }
static inline attr_t caricc_dim(void) { return A_DIM; }
static inline attr_t caricc_underline(void) { return A_UNDERLINE; }
static inline attr_t caricc_reverse(void) { return A_REVERSE; }

/// Sets the locale from a name, or from the environment if it is empty. Returns whether its characters are UTF-8.
static inline int caricc_set_locale(const char *name) {
    setlocale(LC_ALL, name);
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/// The character set of the locale in use.
static inline const char *caricc_charset(void) { return nl_langinfo(CODESET); }

/// Columns that the C library, and so ncurses, gives a scalar: -1 if it does not know it.
static inline int caricc_columns_of(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

/// Sets an environment variable, or removes it for null. Returns a copy of the value before, to be freed, or null.
static inline char *caricc_replace_variable(const char *name, const char *value) {
    const char *before = getenv(name);
    char *copy = before == NULL ? NULL : strdup(before);
    if (value == NULL) {
        unsetenv(name);
    } else {
        setenv(name, value, 1);
    }
    return copy;
}

/// A screen whose output goes to `output`, a file in memory that the caller empties into the terminal, and which reads
/// no keys itself; both descriptors are duplicated. Unlike `newterm` it leaves the size to the caller, because the
/// kernel may report sizes that nothing can allocate: 24 by 80 until `resize_term`, which needs the variables, as not
/// every type has a size in terminfo. Null if ncurses cannot use the type.
static inline caricc_screen *caricc_open_screen(const char *type, int input, int output, FILE **in, FILE **out) {
    int in_copy = dup(input);
    int out_copy = dup(output);
    *in = in_copy < 0 ? NULL : fdopen(in_copy, "r");
    *out = out_copy < 0 ? NULL : fdopen(out_copy, "w");
    if (*in == NULL || *out == NULL) return NULL;
    char *old_rows = caricc_replace_variable("LINES", "24");
    char *old_columns = caricc_replace_variable("COLUMNS", "80");
    caricc_screen *screen = newterm(type, *out, *in);
    free(caricc_replace_variable("LINES", old_rows));
    free(caricc_replace_variable("COLUMNS", old_columns));
    free(old_rows);
    free(old_columns);
    return screen;
}

/// The bytes that put plain attributes and the cursor where ncurses believes them to be, whatever another program did;
/// at most `room` of them. Returns how many, 0 if the type cannot say it.
static inline int caricc_resynchronise(char *bytes, int room) {
    const char *plain = tigetstr("sgr0");
    const char *place = tigetstr("cup");
    if (place == NULL || place == (const char *)-1) return 0;
    if (plain == NULL || plain == (const char *)-1) plain = "";
    int row = 0, column = 0;
    getsyx(row, column);
    const char *placed = tiparm(place, row < 0 ? 0 : row, column < 0 ? 0 : column);
    int count = placed == NULL ? 0 : snprintf(bytes, (size_t)room, "%s%s", plain, placed);
    return count < 0 || count >= room ? 0 : count;
}

/// Writes one character with its marks into the window, where a wide one takes the next cell as well.
static inline int caricc_put(int row, int column, const uint32_t *scalars, int count, attr_t attributes, int pair) {
    wchar_t text[CCHARW_MAX + 1] = {0};
    cchar_t cell;
    for (int i = 0; i < count && i < CCHARW_MAX; i++) text[i] = (wchar_t)scalars[i];
    if (setcchar(&cell, text, attributes, (short)(pair > 32767 ? 0 : pair), &pair) == ERR) return ERR;
    return mvwadd_wchnstr(stdscr, row, column, &cell, 1);
}

/// Whether terminfo knows a type: 1, or 0, or 2 if it does but cannot place the cursor.
static inline int caricc_knows_terminal(const char *type, int output) {
    int answer = 0;
    if (setupterm(type, output, &answer) == ERR || answer != 1) return 0;
    const char *place = tigetstr("cup");
    int known = place == NULL || place == (const char *)-1 ? 2 : 1;
    del_curterm(cur_term);
    return known;
}

/// What terminfo says about a type.
typedef struct {
    /// 1 if it can be used, 0 if nothing is known about it, 2 if it cannot place its cursor.
    int known;
    int colours;
    /// Whether it takes control sequences that begin with ESC [.
    int understands;
    /// Whether colour numbers are red, green and blue themselves.
    int direct;
    int mouse;
    int rings;
    int erases;
} caricc_type_facts;

static inline caricc_type_facts caricc_describe_type(const char *type, int output) {
    caricc_type_facts facts = {0, 0, 0, 0, 0, 0, 0};
    int answer = 0;
    if (setupterm(type, output, &answer) == ERR || answer != 1) return facts;
    const char *place = tigetstr("cup");
    int places = place != NULL && place != (const char *)-1;
    facts.known = places ? 1 : 2;
    facts.understands = places && strncmp(place, "\033[", 2) == 0;
    facts.colours = tigetnum("colors");
    facts.direct = tigetflag("RGB") == 1;
    facts.mouse = tigetstr("kmous") != NULL && tigetstr("kmous") != (const char *)-1;
    facts.rings = tigetstr("bel") != NULL && tigetstr("bel") != (const char *)-1;
    facts.erases = tigetstr("ech") != NULL && tigetstr("ech") != (const char *)-1;
    del_curterm(cur_term);
    return facts;
}

/// A string capability of the screen in use, or null.
static inline const char *caricc_capability(const char *name) {
    const char *text = tigetstr(name);
    return text == (const char *)-1 ? NULL : text;
}

/// Reads one cell of the window back: its scalars into `scalars` (room for six), their number as the result; 0 for the
/// right half of a wide character, -1 outside. The attributes come without colour.
static inline int caricc_get(int row, int column, uint32_t *scalars, attr_t *attributes, int *pair) {
    cchar_t cell;
    wchar_t text[CCHARW_MAX + 1] = {0};
    short small_pair = 0;
    if (mvwin_wch(stdscr, row, column, &cell) == ERR) return -1;
    if (getcchar(&cell, text, attributes, &small_pair, pair) == ERR) return -1;
    if ((cell.attr & A_CHARTEXT) > 1) return 0;
    int count = 0;
    while (count < CCHARW_MAX && text[count] != 0) {
        scalars[count] = (uint32_t)text[count];
        count++;
    }
    return count;
}

#endif
