/* The lines on the terminal: as the notebook does it, the loss before every tenth update, written
 * when that step is first shown. */
#ifndef APP_PROGRESS_H
#define APP_PROGRESS_H

#include "app/session.h"

#include <stdio.h>

typedef struct app_progress {
    uint64_t run_version; /* of the training that is being written about */
    size_t next;          /* the next step to write about */
} app_progress;

/* Writes the lines of the steps that the frame shows, as far as they are due. */
void progress_write(app_progress *progress, const app_session *session, FILE *stream);

#endif
