/* What is kept of what is shown: a command line on the clipboard, the points in a file. */
#ifndef APP_KEEPING_H
#define APP_KEEPING_H

#include "app/app.h"

/* Copies the command line of what is shown, or says why there is none. */
void keeping_copy(app_program *app);

/* Saves the points as a file among the person's documents, from where they come from then on. */
void keeping_save(app_program *app);

#endif
