#include "cli/usage.h"

#include "cli/option_table.h"
#include "model/fields.h"
#include "model/setting_names.h"
#include "text/append.h"

#include <stdio.h>
#include <string.h>

enum { ALLOWED_BYTES = 160, HELP_BYTES = 512, HELP_COLUMN = 30, HELP_WIDTH = 80 - HELP_COLUMN };

/* Writes a text in the column of the help; lines that are too long go on in the next. */
static void write_help(const char *text, FILE *stream)
{
    size_t used = 0;
    while (*text) {
        const size_t word = strcspn(text, " \n");
        if (used > 0 && used + 1 + word > HELP_WIDTH) {
            fprintf(stream, "\n%*s", HELP_COLUMN, "");
            used = 0;
        }
        used += (size_t)fprintf(stream, "%s%.*s", used > 0 ? " " : "", (int)word, text);
        text += word;
        if (*text == '\n') {
            fprintf(stream, "\n%*s", HELP_COLUMN, "");
            used = 0;
        }
        text += *text != '\0';
    }
    fputc('\n', stream);
}

/* What a setting of the optimizers is where it is not given, by optimizer. */
static void append_presets(const char *name, char *help, size_t size)
{
    char owners[ALLOWED_BYTES];
    for (int i = 0; i < dh_optimizer_count(); i++) {
        const dh_optimizer *optimizer = dh_optimizer_at(i);
        const int at = dh_setting_find(optimizer, name);
        if (at < 0)
            continue;
        const double preset = optimizer->setting[at].preset;
        setting_owners(name, preset, owners, sizeof owners);
        const size_t first = strcspn(owners, ",");
        if (strlen(optimizer->name) == first && strncmp(owners, optimizer->name, first) == 0)
            text_append(help, size, "\n%s (%g)", owners, preset); /* else it is told already */
    }
}

/* What a field is where the option is not given. */
static void append_default(field_id field, char *help, size_t size)
{
    char usual[ALLOWED_BYTES];
    model_setup setup = setup_default();
    field_write_parts(field, field_in(field_of(field), &setup), usual, sizeof usual);
    if (usual[0])
        text_append(help, size, " (%s)", usual);
}

static void explain(const option_def *option, char *help, size_t size)
{
    if (option->explain)
        option->explain(help, size);
    else if (option->help)
        snprintf(help, size, "%s", option->help);
    else
        option_allowed(option, help, size);
    if (option->sets != OPTION_SETS_OWN && option->field < FIELD_COUNT)
        append_default(option->field, help, size);
    else if (option->sets == OPTION_SETS_RECIPE)
        append_presets(option->name, help, size);
}

/* Writes an option's line, and further ones where its help has more. */
static void describe(const option_def *o, FILE *stream)
{
    char head[64], help[HELP_BYTES];
    const char letter[] = {o->letter ? '-' : ' ', o->letter ? o->letter : ' ',
                           o->letter ? ',' : ' ', '\0'};
    explain(o, help, sizeof help);
    snprintf(head, sizeof head, "  %s --%s %s", letter, o->name, o->value ? o->value : "");
    fprintf(stream, "%-*s", HELP_COLUMN, head);
    write_help(help, stream);
}

void options_describe(FILE *stream)
{
    option_def option;
    for (int i = 0; option_at(i, &option); i++)
        describe(&option, stream);
}
