#include "export/markup_text.h"

#include "text/line.h"
#include "text/number.h"

static const char NO_CHARACTER[] = "\xef\xbf\xbd"; /* U+FFFD */

void html_text(FILE *stream, const char *text)
{
    uint32_t code;
    for (size_t length; (length = text_decode(text, &code)) > 0; text += length)
        if (code == '<' || code == '>' || code == '&' || code == '"' || code == '\'')
            fprintf(stream, "&#%u;", (unsigned)code);
        else if (code == TEXT_MALFORMED)
            fputs(NO_CHARACTER, stream);
        else
            fwrite(text, 1, length, stream);
}

/* The characters that HTML begins and ends things with are as safe as others once they are told by
 * their numbers. */
void json_string(FILE *stream, const char *text)
{
    uint32_t code;
    fputc('"', stream);
    for (size_t length; (length = text_decode(text, &code)) > 0; text += length)
        if (code == '"' || code == '\\')
            fprintf(stream, "\\%c", (char)code);
        else if (code == TEXT_MALFORMED)
            fputs(NO_CHARACTER, stream);
        else if (code == '<' || code == '>' || code == '&' || text_is_control(code))
            fprintf(stream, "\\u%04x", (unsigned)code);
        else
            fwrite(text, 1, length, stream);
    fputc('"', stream);
}

void json_number(FILE *stream, double value)
{
    char text[NUMBER_BYTES];
    number_shortest(value, text);
    fputs(text, stream);
}
