/* What is said of a step: for every rule a run of which it must speak and one of which it must not,
 * as command lines; and what holds for any run. */
#include "cli/parse.h"
#include "cmocka_includes.h"
#include "model/sentence.h"
#include "split_line.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* The runs of a command line, and what holds them. */
typedef struct told_runs {
    cli_options options;
    model_runs runs;
} told_runs;

static void start(told_runs *told, const char *line)
{
    char copy[512];
    char *arguments[SPLIT_WORDS];
    dh_error error = {.text = ""};
    snprintf(copy, sizeof copy, "%s", line);
    *told = (told_runs){.options = options_default()};
    const int count = split_line(copy, arguments);
    if (!options_parse(&told->options, count, arguments, &error) ||
        !runs_take(&told->runs, &told->options.setup.scene, &error))
        fail_msg("%s: %s", line, error.text);
    runs_last(&told->runs);
}

static void end(told_runs *told)
{
    runs_free(&told->runs);
    options_free(&told->options);
}

/* A step of a run, which rule speaks of it, and words that it says. */
typedef struct telling {
    const char *line;
    size_t step;
    const char *rule, *words;
} telling;

static const telling SPOKEN[] = {
    {"", 0, "start", "The start, at loss 8.1. Downhill: turn the line up, and raise it."},
    {"--init 9,-9", 0, "start", "Downhill: turn the line down, and raise it."},
    {"--xy '-1,5 1,5' --init 0,0", 0, "start", "Downhill: raise the line."},
    {"--xy '-1,-2 1,2' --init 0,0", 0, "start", "Downhill: turn the line up."},
    {"--xy '-1,-2 1,2' --init 2,0", 0, "start", "The start, at loss 0: as low as it can be."},
    {"--xy '3,1 3,2' --init 0,0", 0, "start", "Downhill: raise the line at x = 3, where all"},
    {"--lr 1.2 --steps 3000", 3000, "diverged", "The loss first rose at step 2."},
    {"", 100, "end", "The end, after 100 steps: loss 0.0908, 0.0028 % above the lowest possible."},
    {"--steps 1", 1, "end", "after 1 step: loss 6.5, 72 times the lowest possible, 0.0908."},
    {"--lr 0.4", 100, "end", "loss 0.0908, as low as it can be."},
    {"--points 1", 100, "end", "as low as it can be; other lines do as well."},
    {"--lr 0", 5, "resting", "Nothing moved: the learning rate is 0. Loss 8.1."},
    {"--xy '-1,-2 1,2' --init 2,0", 5, "resting", "the slope of the loss is 0 here"},
    {"--steps 2000", 1500, "resting", "the step is smaller than the last digit of the weights"},
    {"--lr 0.1,20:0.01", 21, "new rate",
     "From this step on the learning rate is 0.01, no longer 0.1."},
    {"--lr 0.4", 60, "lowest", "Arrived: the loss, 0.0908, is as low as it can be."},
    {"--xy '-1,-2 1,2' --steps 900", 800, "lowest", "as good as 0"},
    {"--lr 1.2", 12, "too far again", "the last 11 steps overshot the lowest point on their way"},
    {"--lr 1.2", 2, "too far", "Too far: the step overshot the lowest point on its way"},
    {"--batch 10", 41, "batch uphill",
     "Downhill for this batch of 10 points is uphill for all 100."},
    {"--batch 1 --lr 0.3", 13, "batch uphill", "this batch of 1 point is"},
    {"--optimizer momentum", 10, "carried", "Momentum carries on where this gradient alone would"},
    {"--optimizer adam", 65, "carried", "Adam carries on"},
    {"--batch 10", 3, "batch",
     "This batch of 10 points sees another slope of the loss than all 100."},
    {"--init 3,2 --weight-decay 3", 1, "decay uphill", "Weight decay pulls the weights towards 0"},
    {"--lr 0.9", 2, "to and fro", "To and fro: the step turned back"},
    {"--lr 0.9", 1, "overshot", "The step went 1.3 times as far as the lowest point on its way"},
    {"--weight-decay 0.5", 60, "held", "about as much as the loss pulls them downhill"},
    {"--xy '3,1 3,2' --lr 0.01", 3, "only height", "All points have the same x"},
    {"--points 1", 3, "only height", "One point: any line through it fits"},
    {"--xy '-20,1 0,7 20,4' --lr 0.001", 50, "creeping",
     "The intercept hardly moves: the loss is 270"},
    {"--sample cars --lr 0.0018", 50, "creeping",
     "The weights creep along a valley: the loss is 2600 times flatter along it than across. With "
     "x "
     "standardized (X) it would be equally steep."},
    {"", 50, "small steps", "Small steps now: the slope of the loss is down from 4.1 to 0.0"},
    {"--optimizer adam", 5, "divided",
     "Adam divides by the size of recent gradients: both weights"},
    {"--optimizer adagrad", 5, "divided", "Adagrad divides by the size of all gradients so far"},
    {"--optimizer rmsprop --standardize", 5, "divided", "(of standardized x)"},
    {"--optimizer momentum --lr 0.02", 3, "added up", "Momentum goes on with earlier gradients"},
    {"", 12, "moved",
     "The line turned up by 0.127 and rose by 0.0255: points on the right lie above"},
    {"--xy '-1,5 1,5' --init 0,0", 2, "moved", "The line rose by 0.8: the points lie above it."},
    {"--init 9,9", 2, "moved", "points on the right lie below it"},
    {"--init 9,0", 2, "moved", "points on the left lie above it"},
    {"--sample cars --standardize", 2, "moved",
     "at the mean of x: points on the right lie above it"},
    {"--batch 10", 1, "moved", "After 10 of 100 points the line turned up"},
};

/* Of these the rule must not speak, though they are near to what it is about. */
static const telling UNSPOKEN[] = {
    {"", 1, "start", NULL},
    {"--lr 1.2", 100, "diverged", NULL},
    {"", 99, "end", NULL},
    {"--lr 1e-12", 5, "resting", NULL},
    {"--lr 0.1,20:0.01", 20, "new rate", NULL},
    {"--lr 0.1,20:0.1", 21, "new rate", NULL},
    {"", 99, "lowest", NULL},
    {"--init 1e6,1e6 --steps 200", 80, "lowest", NULL},
    {"--lr 1.2", 3, "too far again", NULL},
    {"--lr 0.9", 2, "too far", NULL},
    {"--batch 10", 1, "batch uphill", NULL},
    {"--lr 1.2", 2, "carried", NULL},
    {"--optimizer momentum", 1, "carried", NULL},
    {"--batch 10", 1, "batch", NULL},
    {"", 12, "batch", NULL},
    {"--weight-decay 0.5", 1, "decay uphill", NULL},
    {"--lr 0.9", 1, "to and fro", NULL},
    {"", 1, "overshot", NULL},
    {"--weight-decay 0.5", 1, "held", NULL},
    {"", 12, "only height", NULL},
    {"", 50, "creeping", NULL},
    {"--sample cars --standardize", 10, "creeping", NULL},
    {"", 12, "small steps", NULL},
    {"--optimizer momentum", 1, "divided", NULL},
    {"", 12, "added up", NULL},
    {"--optimizer momentum", 1, "added up", NULL},
    {"--lr 1.2", 12, "moved", NULL},
};

static void check_telling(const telling *told, bool spoken)
{
    told_runs runs;
    start(&runs, told->line);
    const model_sentence sentence = sentence_of(&runs.runs, told->step);
    if ((strcmp(sentence.rule, told->rule) == 0) != spoken ||
        (told->words && !strstr(sentence.words.text, told->words)))
        fail_msg("%s, step %zu: '%s' says '%s'", told->line, told->step, sentence.rule,
                 sentence.words.text);
    end(&runs);
}

static void every_rule_speaks_where_it_must_and_not_elsewhere(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof SPOKEN / sizeof *SPOKEN; i++)
        check_telling(&SPOKEN[i], true);
    for (size_t i = 0; i < sizeof UNSPOKEN / sizeof *UNSPOKEN; i++)
        check_telling(&UNSPOKEN[i], false);
}

static bool is_among(const telling *told, size_t count, const char *rule)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(told[i].rule, rule) == 0)
            return true;
    return false;
}

static void every_rule_has_a_run_for_both(void **state)
{
    (void)state;
    for (size_t i = 0; sentence_rule(i); i++)
        if (!is_among(SPOKEN, sizeof SPOKEN / sizeof *SPOKEN, sentence_rule(i)) ||
            !is_among(UNSPOKEN, sizeof UNSPOKEN / sizeof *UNSPOKEN, sentence_rule(i)))
            fail_msg("'%s' is not tested", sentence_rule(i));
}

static size_t characters(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += (*text & 0xC0) != 0x80;
    return count;
}

/* The sign of the mean residual on one side of the mean of x, by a sum over the points. */
static double side(const dh_problem *problem, dh_weights weights, bool right)
{
    const dh_weights line = dh_problem_line(problem, weights);
    double sum = 0.0;
    for (size_t i = 0; i < problem->n; i++)
        if ((problem->x[i] > problem->moments.mean_x) == right)
            sum += problem->y[i] - line.slope * problem->x[i] - line.intercept;
    return sum;
}

/* What is said in words that can be looked up. */
static void check_claims(const model_runs *runs, size_t step, const char *text)
{
    const dh_run *run = &runs->run[0];
    if (step == 0)
        return;
    const dh_row now = run->row[step], before = run->row[step - 1];
    if (strstr(text, "on the right lie above it"))
        assert_true(side(&runs->problem, now.weights, true) > 0.0);
    if (strstr(text, "on the right lie below it"))
        assert_true(side(&runs->problem, now.weights, true) < 0.0);
    if (strstr(text, "on the left lie above it"))
        assert_true(side(&runs->problem, now.weights, false) > 0.0);
    if (strstr(text, "on the left lie below it"))
        assert_true(side(&runs->problem, now.weights, false) < 0.0);
    if (strstr(text, "turned up"))
        assert_true(now.weights.slope > before.weights.slope);
    if (strstr(text, "turned down"))
        assert_true(now.weights.slope < before.weights.slope);
    if (strstr(text, "both weights moved by about")) {
        const double slope = fabs(now.weights.slope - before.weights.slope);
        const double intercept = fabs(now.weights.intercept - before.weights.intercept);
        assert_true(fmax(slope, intercept) <= 1.15 * fmin(slope, intercept));
    }
    if (strstr(text, "Too far"))
        assert_true(now.loss > before.loss);
    if (strstr(text, "ended lower"))
        assert_true(now.loss < before.loss);
}

static void check_sentence(const model_runs *runs, size_t step, const char *line)
{
    const model_sentence sentence = sentence_of(runs, step), again = sentence_of(runs, step);
    const char *text = sentence.words.text;
    const size_t length = characters(text);
    if (length == 0 || length > SENTENCE_CHARACTERS || text[strlen(text) - 1] != '.' ||
        strstr(text, "nan") || strstr(text, "inf") || strstr(text, "not a number") ||
        strstr(text, "∞") || strstr(text, "-0") || strstr(text, "…"))
        if (strcmp(sentence.rule, "diverged") != 0)
            fail_msg("%s, step %zu: %zu characters, '%s'", line, step, length, text);
    assert_string_equal(text, again.words.text);
    check_claims(runs, step, text);
}

static double one_of(dh_random *random, const double *values, uint32_t count)
{
    return values[dh_random_u32(random) % count];
}

static const char *const DATA[] = {"",
                                   "--points 1",
                                   "--points 2 --noise 0",
                                   "--sample cars",
                                   "--sample hubble --standardize",
                                   "--sample forbes",
                                   "--xy '3,1 3,2 3,9'",
                                   "--xy '1e9,2 1000000001,3'",
                                   "--xy '-1e-9,2 1e-9,-4' --loss sum",
                                   "--xy '5,5' --loss half",
                                   "--true 1e6,-1e6 --noise 1e5",
                                   "--points 7 --standardize --loss sum"};
enum { DATA_COUNT = sizeof DATA / sizeof *DATA, RUNS_TRIED = 1000, STEPS_TRIED = 40 };

/* A command line of any run. */
static void write_any(dh_random *random, char *line, size_t size)
{
    static const double rates[] = {0.0,  1e-300, 1e-9, 0.0018, 0.1,  0.5,
                                   0.97, 1.2,    30.0, 1e12,   1e200};
    static const double starts[] = {0.0, -1.0, 1.0, 1e-12, 123.456, -1e9, 1e60};
    static const double decays[] = {0.0, 0.0, 0.0, 0.01, 3.0, 1e5};
    const uint32_t optimizer = dh_random_u32(random) % (uint32_t)dh_optimizer_count();
    const double rate = one_of(random, rates, 11), later = one_of(random, rates, 11);
    const double slope = one_of(random, starts, 7), intercept = one_of(random, starts, 7);
    const double decay = one_of(random, decays, 6);
    const uint32_t batch = dh_random_u32(random) % 3 * 4, steps = 1 + dh_random_u32(random) % 400;
    const char *data = DATA[dh_random_u32(random) % DATA_COUNT];
    snprintf(line, size,
             "--optimizer %s --lr %g,9:%g --init %.9g,%.9g --weight-decay %g --batch %u --steps %u "
             "%s",
             dh_optimizer_at((int)optimizer)->name, rate, later, slope, intercept, decay, batch,
             steps, data);
}

static void any_step_of_any_run_has_a_sentence_that_fits(void **state)
{
    (void)state;
    dh_random random = dh_random_seeded(11);
    for (int i = 0; i < RUNS_TRIED; i++) {
        char line[512];
        write_any(&random, line, sizeof line);
        told_runs told;
        start(&told, line);
        const size_t known = told.runs.run[0].known;
        for (size_t step = 0; step < known; step += 1 + step / STEPS_TRIED * (known / STEPS_TRIED))
            check_sentence(&told.runs, step, line);
        check_sentence(&told.runs, known - 1, line);
        end(&told);
    }
}

/* A run that ended before the others keeps saying so. */
static void a_step_past_the_last_is_the_last(void **state)
{
    (void)state;
    told_runs told;
    start(&told, "--steps 5");
    const model_sentence last = sentence_of(&told.runs, 5), after = sentence_of(&told.runs, 99);
    assert_string_equal(last.rule, "end");
    assert_string_equal(last.words.text, after.words.text);
    end(&told);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_rule_speaks_where_it_must_and_not_elsewhere),
        cmocka_unit_test(every_rule_has_a_run_for_both),
        cmocka_unit_test(any_step_of_any_run_has_a_sentence_that_fits),
        cmocka_unit_test(a_step_past_the_last_is_the_last),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
