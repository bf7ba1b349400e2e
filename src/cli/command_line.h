/* The command line that opens what is shown. */
#ifndef CLI_COMMAND_LINE_H
#define CLI_COMMAND_LINE_H

#include "model/setup.h"

#include <stdbool.h>
#include <stddef.h>

/* The picture that is to be shown. */
typedef struct command_line_picture {
    int width, height; /* in logical pixels */
    double scale;
    size_t step;
} command_line_picture;

enum { COMMAND_LINE_POINTS = 500 }; /* that a command line can hold */

/* Whether a command line can tell a scene's points and trace: those of files as they are now on the
 * disk, and points that are in none, if they are not too many. The error says what to do. */
bool command_line_can_tell(const model_scene *scene, dh_error *error);

/* "downhill" and the options in which the setup and the picture differ from the defaults; always
 * with the step. A shell takes it apart, and options_parse reads it back. The caller frees it; NULL
 * when memory runs out. */
char *command_line_of(const model_setup *setup, const command_line_picture *picture);

#endif
