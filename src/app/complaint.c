#include "app/complaint.h"

#include "downhill/error.h"
#include "text/line.h"

void complain(FILE *stream, const char *what)
{
    char line[sizeof(dh_error)];
    text_copy(line, sizeof line, what);
    text_make_printable(line);
    fprintf(stream, "downhill: %s\n", line);
}

void complain_of_character(FILE *stream, uint32_t code)
{
    fprintf(stream, "downhill: no font here has the character U+%04X, shown as a box\n",
            (unsigned)code);
}

void complain_of_missing(FILE *stream, ui_text *text)
{
    uint32_t code;
    if (ui_text_take_missing(text, &code))
        complain_of_character(stream, code);
}
