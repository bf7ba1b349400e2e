#define _GNU_SOURCE /* fopencookie */
#include "export/filter.h"

#include <sys/types.h>

static ssize_t write_attribute(void *cookie, const char *text, size_t size)
{
    const filter *of = cookie;
    for (size_t i = 0; i < size; i++)
        if (text[i] == '&')
            fputs("&amp;", of->to);
        else if (text[i] == '"')
            fputs("&quot;", of->to);
        else
            fputc(text[i], of->to);
    return (ssize_t)size;
}

/* Begins a line, and ends the one before. */
static void begin_line(filter *of)
{
    if (of->line_end)
        fputs("\\n\"", of->to);
    if (of->line_end || !of->within)
        fputs(of->within ? ",\n    \"" : "[\n    \"", of->to);
    of->within = true;
    of->line_end = false;
}

static ssize_t write_json_lines(void *cookie, const char *text, size_t size)
{
    filter *of = cookie;
    for (size_t i = 0; i < size; i++) {
        const unsigned char byte = (unsigned char)text[i];
        begin_line(of);
        of->line_end = byte == '\n';
        if (byte == '"' || byte == '\\')
            fprintf(of->to, "\\%c", byte);
        else if (byte >= ' ')
            fputc(byte, of->to);
        else if (byte != '\n')
            fprintf(of->to, "\\u%04x", byte);
    }
    return (ssize_t)size;
}

static int end_json_lines(void *cookie)
{
    const filter *of = cookie;
    fputs(of->within ? "\"\n   ]" : "[]", of->to);
    return 0;
}

FILE *filter_attribute(filter *made, FILE *to)
{
    *made = (filter){.to = to};
    return fopencookie(made, "w", (cookie_io_functions_t){.write = write_attribute});
}

FILE *filter_json_lines(filter *made, FILE *to)
{
    *made = (filter){.to = to};
    return fopencookie(made, "w",
                       (cookie_io_functions_t){.write = write_json_lines, .close = end_json_lines});
}
