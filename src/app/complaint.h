/* What the program has to say to a person at a terminal when something goes wrong. */
#ifndef APP_COMPLAINT_H
#define APP_COMPLAINT_H

#include "ui/text.h"

#include <stdint.h>
#include <stdio.h>

/* A line that says what is wrong. What has been typed can be in it, the name of a file, too:
 * nothing of that reaches the terminal as a command. */
void complain(FILE *stream, const char *what);

/* Says that a character was drawn as a box. */
void complain_of_character(FILE *stream, uint32_t code);

/* Says, once, when something is drawn as a box because no font has it. */
void complain_of_missing(FILE *stream, ui_text *text);

#endif
