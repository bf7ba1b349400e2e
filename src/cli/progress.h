/* The lines on the terminal: as the notebook does it, the loss before every tenth update, written
 * when that step is first shown. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "model/session.h"

#include <stdio.h>

typedef struct cli_progress {
    uint64_t training; /* the one that is being written about */
    size_t next;       /* the next step to write about */
} cli_progress;

/* Writes the lines of the steps that the frame shows, as far as they are due. */
void progress_write(cli_progress *progress, const model_session *session, FILE *stream);

#endif
