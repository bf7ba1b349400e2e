#include "model/finder_words.h"

#include "text/append.h"
#include "text/number_text.h"

#include <stdio.h>

enum { RATE_DIGITS = 3, LOSS_DIGITS = 3 };

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

finder_words finder_words_of(const model_finder *finder, int index)
{
    finder_words words;
    const text_number rate = text_short(finder->rate[index], RATE_DIGITS);
    const dh_outcome *outcome = &finder->outcome[index];
    const size_t steps = finder->trial.def.steps;
    switch (finder_kind_of(finder, index)) {
    case DH_OUTCOME_NEAR:
        snprintf(words.text, sizeof words.text, "%s: %zu step%s", rate.text, outcome->near_from,
                 plural(outcome->near_from));
        break;
    case DH_OUTCOME_SHORT:
    case DH_OUTCOME_ROSE:
        snprintf(words.text, sizeof words.text, "%s: loss %s after %zu step%s", rate.text,
                 text_short(outcome->loss, LOSS_DIGITS).text, steps, plural(steps));
        break;
    case DH_OUTCOME_DIVERGES:
        snprintf(words.text, sizeof words.text, "%s: diverges", rate.text);
        break;
    }
    return words;
}

finder_words finder_words_of_best(const model_finder *finder)
{
    finder_words words = {""};
    if (finder->best < 0)
        return words;
    const bool near = finder->outcome[finder->best].near_from != DH_NEVER;
    text_append(words.text, sizeof words.text, "%s %s", near ? "fastest" : "best",
                finder_words_of(finder, finder->best).text);
    return words;
}

finder_words finder_words_of_theory(const model_runs *runs)
{
    finder_words words = {""};
    dh_rates rates;
    if (runs_rates(runs, 0, &rates))
        snprintf(words.text, sizeof words.text,
                 "How far an update goes. Theory: long-run best %s, stable below %s",
                 text_short(rates.fastest, RATE_DIGITS).text,
                 text_short(rates.stable, RATE_DIGITS).text);
    return words;
}
