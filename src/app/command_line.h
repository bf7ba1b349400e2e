/* The command line that opens what is shown. */
#ifndef APP_COMMAND_LINE_H
#define APP_COMMAND_LINE_H

#include "app/session.h"
#include "ui/geometry.h"

enum { COMMAND_LINE_BYTES = 768 };

typedef struct command_line {
    char text[COMMAND_LINE_BYTES];
} command_line;

/* "downhill" and the options in which the session, the size of the picture in logical pixels and
 * its scale differ from the defaults; always with the step. options_parse reads it back. */
command_line command_line_of(const app_session *session, int width, int height, double scale);

#endif
