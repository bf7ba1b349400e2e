/* What the step that is shown has done and why, in a sentence or two.
 *
 * Rules are tried in order, and the first whose condition holds speaks. Whatever it says follows
 * from numbers that its condition has looked at; how much counts as much is said at the top of
 * sentence.c. The step that is shown is the one that led to the weights that are shown. */
#ifndef MODEL_SENTENCE_H
#define MODEL_SENTENCE_H

#include "model/runs.h"
#include "model/sentence_text.h"

#include <stddef.h>

typedef struct model_sentence {
    const char *rule; /* which one speaks: "too far" */
    sentence_text words;
} model_sentence;

/* Of the current run, with the row that it shows at this step of all runs. */
model_sentence sentence_of(const model_runs *runs, size_t step);

/* The names of the rules, in the order in which they are tried; NULL after the last. */
const char *sentence_rule(size_t index);

#endif
