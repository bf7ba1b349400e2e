#include "app/inbox.h"

#include <stdbool.h>

/* Whether nothing is lost when the later event alone is acted on. */
static bool is_overtaken(const SDL_Event *event, const SDL_Event *later)
{
    if (event->type != later->type)
        return false;
    if (event->type == SDL_MOUSEMOTION)
        return event->motion.state == later->motion.state;
    return event->type == SDL_KEYDOWN && event->key.repeat && later->key.repeat &&
           event->key.keysym.sym == later->key.keysym.sym &&
           event->key.keysym.mod == later->key.keysym.mod;
}

void inbox_read(const inbox_reader *reader, const SDL_Event *first)
{
    const uint64_t until = reader->now_ms() + reader->budget_ms;
    SDL_Event event = *first, later;
    SDL_PumpEvents();
    for (bool more = true; more;) {
        const bool waits =
            SDL_PeepEvents(&later, 1, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1;
        if (!waits || !is_overtaken(&event, &later))
            reader->take(reader->context, &event);
        more = waits && reader->now_ms() < until && SDL_PollEvent(&event);
    }
}
