/* What the rate finder has found, in words. */
#ifndef MODEL_FINDER_WORDS_H
#define MODEL_FINDER_WORDS_H

#include "model/finder.h"
#include "model/runs.h"

#include <stddef.h>

enum { FINDER_WORDS_BYTES = 192 };

typedef struct finder_words {
    char text[FINDER_WORDS_BYTES];
} finder_words;

/* "0.2: 33 steps", "0.2: loss 0.31 after 100 steps" or "2: diverges", of a known rate. */
finder_words finder_words_of(const model_finder *finder, int index);

/* "fastest 0.2: 33 steps"; of the best rate where none comes to stay near the lowest loss "best
 * 0.2: loss 0.31 after 100 steps"; empty where none is known. */
finder_words finder_words_of_best(const model_finder *finder);

/* The learning rates that theory tells for the current run, by their names; empty where it tells
 * none. */
finder_words finder_words_of_theory(const model_runs *runs);

#endif
