/* A sentence while it is made, and how numbers stand in one: with few digits, as many as it takes
 * to tell what they are to tell. */
#ifndef MODEL_SENTENCE_TEXT_H
#define MODEL_SENTENCE_TEXT_H

#include "model/step_facts.h"
#include "text/number_text.h"

enum {
    SENTENCE_CHARACTERS = 160, /* at most */
    SENTENCE_BYTES = 4 * SENTENCE_CHARACTERS + 1,
    SENTENCE_DIGITS = 3, /* of most numbers */
};

typedef struct sentence_text {
    char text[SENTENCE_BYTES]; /* UTF-8 */
} sentence_text;

/* With so many digits, and with all before the point where there are at most six. */
text_number sentence_number(double value, int digits);

/* A ratio: "300", "4.2". */
text_number sentence_ratio(double ratio);

/* Adds words that the sentence cannot do without; and words that it has only where there is room
 * for all of them. */
void sentence_say(sentence_text *to, const char *format, ...) __attribute__((format(printf, 2, 3)));
void sentence_add(sentence_text *to, const char *more);

/* The loss that is shown; beside a lowest of 0 what is left of it is no number to read. And "as low
 * as it can be.", after "is" or a comma. */
text_number sentence_loss(const step_facts *facts);
void sentence_say_lowest(sentence_text *to, const step_facts *facts);

/* " Loss 1.09 to 0.92.": what the step did to it, where there is room. */
void sentence_add_losses(sentence_text *to, const step_facts *facts);

#endif
