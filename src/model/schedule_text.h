/* A schedule of the learning rate as text: "0.1,50:0.01". */
#ifndef MODEL_SCHEDULE_TEXT_H
#define MODEL_SCHEDULE_TEXT_H

#include "downhill/schedule.h"

#include <stdbool.h>
#include <stddef.h>

enum { SCHEDULE_BYTES = 32 * (DH_RATE_CHANGES_MAX + 1) /* the longest, as it is written */ };

/* Reads a schedule, with one holder, the caller. False, leaving it alone, for any other text. */
bool schedule_read(const char *text, dh_schedule *schedule);

/* Whether a text is a schedule: if so, schedule_read fails only for want of memory. */
bool schedule_is_valid(const char *text);

/* Writes a schedule. What does not fit is cut after a whole change and ends in an ellipsis. */
void schedule_write(const dh_schedule *schedule, char *text, size_t size);

#endif
