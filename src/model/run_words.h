/* What tells the runs of a scene apart, in words. */
#ifndef MODEL_RUN_WORDS_H
#define MODEL_RUN_WORDS_H

#include "model/scene.h"

#include <stddef.h>

/* The rate, and what else tells the runs apart: "lr 0.3, batch 10"; of a trace how long it is. Cut
 * to size. */
void run_words(const model_scene *scene, int run, char *text, size_t size);

#endif
