#include "cli/check_option.h"

#include "downhill/check.h"
#include "model/check_words.h"

#include <string.h>

/* A number of the trace with the digits that it has there. */
static void print_departure(const dh_verdict *verdict, FILE *stream)
{
    const dh_departure *d = &verdict->departure;
    const int digits = verdict->digits < DH_WHOLE_DIGITS ? verdict->digits : DH_DOUBLE_DIGITS;
    if (!d->departs)
        fputs("first departure: none\n", stream);
    else
        fprintf(stream, "first departure: step %zu, %s %.*g here %.17g\n", d->step,
                d->intercept ? "intercept" : "slope", digits,
                d->intercept ? d->given.intercept : d->given.slope,
                d->intercept ? d->here.intercept : d->here.slope);
}

bool check_run(const cli_options *options, FILE *stream, bool *agrees, dh_error *error)
{
    const model_scene *scene = &options->setup.scene;
    dh_problem problem = {.version = 0};
    dh_verdict verdict;
    dh_error reason = {.text = ""};
    if (!dh_problem_pose(&problem, &scene->problem, error))
        return false;
    const dh_check_def def = {
        .problem = &problem,
        .trace = options->trace->rows,
        .recipe = scene->run[0].recipe,
        .init = scene->init,
        .has_init = options->has_init,
        .has_rate = options->recipe.has[FIELD_RATE],
    };
    const bool judged = dh_check(&def, &verdict, &reason);
    if (judged) {
        char words[CHECK_WORDS_BYTES];
        check_words_tell(&def, &verdict, words, sizeof words);
        fprintf(stream, "verdict: %s\n", verdict.name);
        print_departure(&verdict, stream);
        fprintf(stream, "%s\n", words);
        *agrees = strcmp(verdict.name, "agree") == 0;
    } else if (error) {
        dh_fail(error, "%s: %s", options->trace->origin, reason.text);
        error->out_of_memory = reason.out_of_memory;
    }
    dh_problem_free(&problem);
    return judged;
}
