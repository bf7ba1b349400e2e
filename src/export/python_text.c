#include "export/python_text.h"

#include "text/line.h"
#include "text/number.h"

#include <string.h>

void python_number(FILE *stream, double value)
{
    char text[NUMBER_BYTES];
    number_shortest(value, text);
    fputs(text, stream);
}

void python_float(FILE *stream, double value)
{
    char text[NUMBER_BYTES];
    number_shortest(value, text);
    fprintf(stream, "%s%s", text, strpbrk(text, ".e") ? "" : ".0");
}

void python_numbers(FILE *stream, const double *value, size_t n)
{
    static const char indent[] = "   ";
    size_t used = 0;
    for (size_t i = 0; i < n; i++) {
        char text[NUMBER_BYTES];
        number_shortest(value[i], text);
        const size_t length = strlen(text) + sizeof " ," - 1;
        if (used + length > PYTHON_LINE) {
            fputc('\n', stream);
            used = 0;
        }
        if (used == 0)
            used = (size_t)fprintf(stream, "%s", indent);
        fprintf(stream, " %s,", text);
        used += length;
    }
    fputc('\n', stream);
}

void python_string(FILE *stream, const char *text)
{
    uint32_t code;
    fputc('"', stream);
    for (size_t length; (length = text_decode(text, &code)) > 0; text += length)
        if (code == '"' || code == '\\')
            fprintf(stream, "\\%c", (char)code);
        else if (!text_is_control(code))
            fwrite(text, 1, length, stream);
        else if (code == TEXT_MALFORMED && length == 1)
            fprintf(stream, "\\udc%02x", (unsigned char)*text);
        else
            fprintf(stream, "\\u%04x", (unsigned)code);
    fputc('"', stream);
}

void python_comment(FILE *stream, const char *text)
{
    char line[PYTHON_LINE];
    text_copy(line, sizeof line, text);
    text_make_printable(line);
    fprintf(stream, "# %s\n", line);
}

void python_call(FILE *stream, const char *head, const char *arguments)
{
    const size_t length = strlen(head) + strlen(arguments) + 2;
    fprintf(stream, length <= PYTHON_LINE ? "%s(%s)\n" : "%s(\n    %s\n)\n", head, arguments);
}
