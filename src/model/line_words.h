/* How a line turns and moves, in the data's own units, and which points are the reason. */
#ifndef MODEL_LINE_WORDS_H
#define MODEL_LINE_WORDS_H

#include "model/sentence_text.h"
#include "model/step_facts.h"

/* ". Downhill: turn the line up, and raise it." */
void line_words_way_down(sentence_text *to, const step_facts *facts);

/* "The line turned up by 0.118 and rose by 0.02: points on the right lie above it." */
void line_words_change(sentence_text *to, const step_facts *facts);

#endif
