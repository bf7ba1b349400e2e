/* A stream for what is printed as a courtesy: it may never keep the window waiting, let alone end
 * it, whatever becomes of its reader. What the reader does not take at once is kept, up to a bound;
 * lines beyond that are dropped whole. When the reader is gone, so is all that is printed. */
#ifndef CLI_COURTESY_H
#define CLI_COURTESY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { COURTESY_BYTES = 4096 }; /* kept for a reader that is busy */

/* Stays where it is while it is open. */
typedef struct cli_courtesy {
    FILE *stream;      /* to print to, line by line; owned */
    int fd;            /* where it goes; -1: nobody reads any more */
    bool owns_fd;      /* it is another opening of the file, whose writes do not wait */
    bool may_wait;     /* a write may wait unless poll says otherwise */
    size_t kept_bytes; /* not taken yet */
    char kept[COURTESY_BYTES];
} cli_courtesy;

/* Opens a stream to that file of the process. False when memory runs out. SIGPIPE and SIGTTOU must
 * be ignored by then. */
bool courtesy_open(cli_courtesy *courtesy, int fd);
void courtesy_close(cli_courtesy *courtesy);

/* Offers the reader what is kept. Returns whether some of it still is. */
bool courtesy_offer(cli_courtesy *courtesy);

#endif
