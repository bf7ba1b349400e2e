/* The command line that opens what is shown. */
#ifndef CLI_COMMAND_LINE_H
#define CLI_COMMAND_LINE_H

#include "model/session.h"

/* "downhill" and the options in which the session, the size of the picture in logical pixels and
 * its scale differ from the defaults; always with the step. A shell takes it apart, and
 * options_parse reads it back. The caller frees it; NULL when memory runs out. */
char *command_line_of(const model_session *session, int width, int height, double scale);

#endif
