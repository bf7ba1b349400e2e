/* The events that wait for the window. A frame's share of them is bounded, so that there is always
 * something new to see, and what a later event says again is left out. */
#ifndef APP_INBOX_H
#define APP_INBOX_H

#include <SDL_events.h>
#include <stdint.h>

typedef struct inbox_reader {
    void (*take)(void *context, const SDL_Event *event);
    uint64_t (*now_ms)(void);
    void *context;
    uint64_t budget_ms; /* after so long no more events are taken before the next frame */
} inbox_reader;

/* Hands `first` to the reader and then, while the budget lasts, what waits in SDL's queue. Of a row
 * of mouse movements, and of repetitions of one key, only the last is handed on. */
void inbox_read(const inbox_reader *reader, const SDL_Event *first);

#endif
