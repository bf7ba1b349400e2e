/* How fast a run is played, and what happens at its end. */
#ifndef MODEL_PACE_H
#define MODEL_PACE_H

#include <stdint.h>

/* What happens at the end of the run, and at its start when playing backwards. */
typedef enum pace_repeat { REPEAT_ONCE, REPEAT_LOOP, REPEAT_REFLECT, REPEAT_COUNT } pace_repeat;

enum { PACE_INTERVAL_MAX = 5000 };

typedef struct model_pace {
    uint64_t interval_ms; /* a step lasts this long, 1 to PACE_INTERVAL_MAX */
    pace_repeat repeat;
} model_pace;

/* The notebook's: 20 ms a step, once. */
static inline model_pace pace_default(void)
{
    return (model_pace){.interval_ms = 20, .repeat = REPEAT_ONCE};
}

#endif
