/* The search for the rule that explains a trace. */
#ifndef ENGINE_CHECK_SEARCH_H
#define ENGINE_CHECK_SEARCH_H

#include "downhill/error.h"
#include "engine/check_walk.h"

/* A rule with what was found of it, and the factors with which it predicts every step. */
typedef struct check_explanation {
    const check_rule *rule;
    int variant;
    check_setting setting;
    dh_range factors;
    int skipped; /* rows, as in check_walk */
    bool single;
} check_explanation;

/* What is meant. */
check_setting check_usual_setting(const check_walk *walk);

/* Makes the mini-batches ready that a setting has. */
bool check_begin_batches(const check_walk *walk, const check_setting *setting, dh_error *error);

/* Whether row 0 of the trace is not the given start. */
bool check_starts_elsewhere(const check_walk *walk);

/* Whether some step is large enough to tell the factor. */
bool check_is_decided(dh_range factors);

/* Whether the factors that were found explain a trace. */
bool check_is_explained(const check_walk *walk, const check_explanation *found);

/* From one to before another of the variants that a rule leaves to be tried; the first ones are
 * what is usual. */
typedef struct check_variants {
    int first, end;
} check_variants;

check_variants check_usual_variants(void);

/* Tries a rule in such variants. False, too, when memory runs out, which the error tells. */
bool check_explain(check_walk *walk, const check_rule *rule, check_variants variants,
                   check_explanation *found, dh_error *error);

/* Finds the first rule that explains the trace, and leaves the walk's precision at that with which
 * it does. */
bool check_search(check_walk *walk, check_explanation *found, dh_error *error);

#endif
