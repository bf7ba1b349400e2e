/* How long to wait: milliseconds, -1 for ever. */
#ifndef MODEL_WAIT_H
#define MODEL_WAIT_H

/* The shorter of two waits, of which the other one has an end. */
static inline int wait_sooner(int wait, int other)
{
    return wait < 0 || other < wait ? other : wait;
}

#endif
