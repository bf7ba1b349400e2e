/* Rules of optimizers as people write them: the engine's C, with the present numbers in place of
 * the settings. "beta1 * m + (1 - beta1) * g" is "0.9 m + (1 − 0.9) g". */
#ifndef MODEL_RULE_TEXT_H
#define MODEL_RULE_TEXT_H

#include "downhill/optimizer.h"

#include <stdbool.h>

enum { RULE_TEXT_BYTES = 256 };

typedef struct rule_text {
    char text[RULE_TEXT_BYTES]; /* UTF-8, cut where it would be longer */
} rule_text;

/* What the names in a rule stand for. */
typedef struct rule_names {
    const dh_optimizer *optimizer;
    const dh_weight_update *update; /* settings, number and learning rate are told as in it */
    bool says_g;                    /* what g is has been told; otherwise it is "gradient" */
} rule_names;

/* One of the optimizer's rules, or a name in them, as text. */
rule_text rule_text_of(const char *rule, const rule_names *names);

/* What the learning rate is multiplied by: "m̂ / (√v̂ + 1×10⁻⁸)". */
rule_text rule_text_of_step(const rule_names *names);

#endif
