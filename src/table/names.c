#include "table/names.h"

#include "table/value.h"
#include "text/append.h"

#include <ctype.h>
#include <string.h>

/* What a name in no quotes may have. */
static const char WORD[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";

/* Whether a name cannot be taken for anything else: for two, a number, or a missing one. */
static bool is_plain(const char *name)
{
    const row_field field = {name, (uint32_t)strlen(name), false};
    char mark = '.';
    double value;
    return isalpha((unsigned char)*name) && name[strspn(name, WORD)] == '\0' &&
           value_read(field, &mark, &value) == VALUE_OTHER;
}

static void add(const char *name, char text[static NAMES_BYTES])
{
    if (is_plain(name)) {
        text_append(text, NAMES_BYTES, "%s", name);
        return;
    }
    text_append(text, NAMES_BYTES, "\"");
    for (; *name; name++)
        text_append(text, NAMES_BYTES, *name == '"' ? "\"\"" : "%c", *name);
    text_append(text, NAMES_BYTES, "\"");
}

void names_join(const char *x, const char *y, char text[static NAMES_BYTES])
{
    text[0] = '\0';
    add(x, text);
    text_append(text, NAMES_BYTES, ",");
    add(y, text);
}

bool names_split(const char *text, char name[static 2][SURVEY_NAME_BYTES], dh_error *reason)
{
    const row_rules rules = row_rules_for(',');
    table_row row = {0};
    const row_state state = row_split(&row, text, text + strlen(text), true, &rules);
    const bool two = state == ROW_WHOLE && row.count == 2 && !*row.after;
    for (size_t i = 0; two && i < 2; i++)
        survey_clean(row.field[i], name[i]);
    row_free(&row);
    return two || (state == ROW_NO_MEMORY ? dh_fail_memory(reason, "not enough memory")
                                          : dh_fail(reason, "must be two names X,Y"));
}
