#include "model/check_words.h"

#include "model/check_here.h"
#include "model/recipe_text.h"
#include "text/append.h"
#include "text/number.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

enum { NAMED_BYTES = 64 };

/* Words that are being written. */
typedef struct words {
    char *text;
    size_t size;
} words;

static bool is(const dh_verdict *verdict, const char *name)
{
    return strcmp(verdict->name, name) == 0;
}

/* A factor for people: those that come from how many points there are by that. */
static void name_factor(double factor, size_t points, char text[static NAMED_BYTES])
{
    const double n = (double)points;
    const struct {
        double factor;
        const char *name;
    } named[] = {
        {0.5, "half of"},    {2.0, "twice"},        {n, "n times"},      {n / 2.0, "n/2 times"},
        {1.0 / n, "1/n of"}, {2.0 * n, "2n times"}, {2.0 / n, "2/n of"}, {0.5 / n, "1/(2n) of"},
    };
    text[0] = '\0';
    for (size_t i = 0; i < sizeof named / sizeof *named && !*text; i++)
        if (factor == named[i].factor)
            text_append(text, NAMED_BYTES, "%s", named[i].name);
    if (!*text) {
        char number[NUMBER_BYTES];
        number_shortest(number_rounded(factor, 9), number);
        text_append(text, NAMED_BYTES, "%s times", number);
    }
}

static void tell_arithmetic(words *to, const dh_verdict *verdict)
{
    if (verdict->single)
        text_append(to->text, to->size, "within float32 arithmetic");
    else if (verdict->digits < DH_WHOLE_DIGITS)
        text_append(to->text, to->size, "within the %d digit%s of the file", verdict->digits,
                    verdict->digits > 1 ? "s" : "");
    else
        text_append(to->text, to->size, "within double arithmetic");
}

/* How many steps it is about. */
static void tell_steps(words *to, const dh_check_def *def, const dh_verdict *verdict)
{
    const bool all = verdict->steps + 1 == def->trace.rows;
    text_append(to->text, to->size,
                verdict->steps == 1
                    ? all ? "in its only step" : "in the step before a number that is not finite"
                : all ? "in all %zu steps"
                      : "in the %zu steps before the first number that is not finite",
                verdict->steps);
}

static void tell_option(void *to, const char *key, const char *value)
{
    words *w = to;
    text_append(w->text, w->size, " --%s %s", key, value);
}

static void tell_rate_option(words *to, double rate)
{
    char number[NUMBER_BYTES];
    number_shortest(rate, number);
    text_append(to->text, to->size, "--lr %s", number);
}

static void tell_init_option(words *to, const dh_trace *trace)
{
    char slope[NUMBER_BYTES], intercept[NUMBER_BYTES];
    number_shortest(trace->slope[0], slope);
    number_shortest(trace->intercept[0], intercept);
    text_append(to->text, to->size, "--init %s,%s", slope, intercept);
}

static void tell_agreement(words *to, const dh_check_def *def, const dh_verdict *verdict)
{
    text_append(to->text, to->size, "Your run is the same ");
    tell_steps(to, def, verdict);
    text_append(to->text, to->size, ", ");
    tell_arithmetic(to, verdict);
    text_append(to->text, to->size, ".");
    if (!verdict->decided)
        text_append(to->text, to->size, " But no step of it is large enough to tell.");
    else if (!def->has_rate) {
        text_append(to->text, to->size,
                    " Its learning rate was found from it. The same run here: ");
        tell_rate_option(to, verdict->rate);
        text_append(to->text, to->size, ".");
    }
}

static void tell_start(words *to, const dh_check_def *def, const dh_verdict *verdict)
{
    static const char *const said[] = {
        [DH_START_SAME] = "Your run begins as it should",
        [DH_START_EARLY] =
            "Your row 0 is what the weights are after the first update: the rows are "
            "one step early. Else it is the same run",
        [DH_START_LATE] = "Your start is there twice: the rows are one step late. Else it is the "
                          "same run",
        [DH_START_OTHER] = "Your run is the same but for its start",
    };
    text_append(to->text, to->size, "%s, ", said[verdict->start]);
    tell_arithmetic(to, verdict);
    text_append(to->text, to->size, ". The same run here: ");
    tell_init_option(to, &def->trace);
    text_append(to->text, to->size, ".");
}

/* Why the factor may be what it is. */
static void tell_reason(words *to, const dh_check_def *def, const dh_verdict *verdict)
{
    const double n = (double)def->problem->n;
    check_loss loss;
    if (check_loss_find(def->problem, verdict->factor, &loss))
        text_append(to->text, to->size, ": it is the gradient of %s", loss.words);
    else if (verdict->factor == 2.0)
        text_append(to->text, to->size, ": a factor 2 too many");
    else if (verdict->factor == 1.0 / n)
        text_append(to->text, to->size, ": divided by the number of points once too often");
}

static void tell_factor(words *to, const dh_check_def *def, const dh_verdict *verdict)
{
    char factor[NAMED_BYTES];
    check_loss loss = {.option = NULL};
    const bool of_loss = check_loss_find(def->problem, verdict->factor, &loss);
    name_factor(verdict->factor, def->problem->n, factor);
    text_append(to->text, to->size, "Your %s %s what it should be, ",
                is(verdict, "learning-rate") && !of_loss ? "learning rate is" : "gradient is",
                factor);
    tell_steps(to, def, verdict);
    tell_reason(to, def, verdict);
    text_append(to->text, to->size, ". The same run here: ");
    if (loss.option)
        text_append(to->text, to->size, "--loss %s, or ", loss.option);
    tell_rate_option(to, verdict->rate);
    text_append(to->text, to->size, ".");
}

/* The same run as options, where there are any for its rule. */
static void tell_same_here(words *to, const dh_check_def *def, const dh_verdict *verdict)
{
    dh_recipe recipe = verdict->recipe;
    const dh_recipe usual = dh_recipe_default();
    const bool optimizer = verdict->as_here && !dh_recipe_same_but_rate(&recipe, &def->recipe);
    const bool standardized = check_standardizes(def->problem, verdict);
    recipe.rate = (dh_schedule){.first = verdict->rate};
    if (!optimizer && !standardized)
        return;
    text_append(to->text, to->size, " The same run here:%s", standardized ? " --standardize" : "");
    recipe_differences(&recipe, &usual, tell_option, to);
    text_append(to->text, to->size, ".");
}

/* Whether a velocity is a running average, where each gradient counts 1 - momentum. */
static bool is_average(const dh_verdict *verdict)
{
    const dh_recipe *recipe = &verdict->recipe;
    const int momentum = dh_setting_find(dh_optimizer_at(recipe->optimizer), "momentum");
    return is(verdict, "momentum") && momentum >= 0 &&
           fabs(verdict->factor - (1.0 - recipe->value[momentum])) < 1e-12;
}

static void tell_rate(words *to, const dh_check_def *def, const dh_verdict *verdict)
{
    if (!def->has_rate) {
        char rate[NUMBER_BYTES];
        number_shortest(verdict->rate, rate);
        text_append(to->text, to->size, ", with learning rate %s", rate);
    } else if (verdict->factor != 1.0) {
        char factor[NAMED_BYTES];
        name_factor(verdict->factor, def->problem->n, factor);
        text_append(to->text, to->size, ", with %s the learning rate%s", factor,
                    is_average(verdict)
                        ? " (the velocity is a running average: each gradient counts 1 - momentum)"
                        : "");
    }
}

/* An optimizer's settings, but weight decay where there is none. */
static void tell_settings(words *to, const dh_verdict *verdict)
{
    const dh_optimizer *optimizer = dh_optimizer_at(verdict->recipe.optimizer);
    const char *before = " (";
    for (int i = 0; i < optimizer->settings && dh_optimizer_find(verdict->name) >= 0; i++) {
        if (verdict->recipe.value[i] == 0.0 && optimizer->setting[i].preset == 0.0)
            continue;
        text_append(to->text, to->size, "%s%s %.9g", before, optimizer->setting[i].name,
                    verdict->recipe.value[i]);
        before = ", ";
    }
    if (verdict->detail[0])
        text_append(to->text, to->size, "%s%s", before, verdict->detail);
    if (verdict->detail[0] || before[0] == ',')
        text_append(to->text, to->size, ")");
}

static void tell_mistake(words *to, const dh_check_def *def, const dh_verdict *verdict)
{
    text_append(to->text, to->size, "Your run %s", verdict->says);
    tell_settings(to, verdict);
    text_append(to->text, to->size, ", ");
    tell_steps(to, def, verdict);
    tell_rate(to, def, verdict);
    text_append(to->text, to->size, ".");
    tell_same_here(to, def, verdict);
}

static bool is_close(double a, double b)
{
    return fabs(a - b) <= 1e-3 * (fabs(a) + fabs(b)) + 1e-6;
}

/* What the trace's points are beside those of the file, as they are trained on. */
static void tell_implied(words *to, const dh_check_def *def, const dh_implied *implied)
{
    const dh_moments *m = &def->problem->moments;
    const dh_scaling by = def->problem->scaling;
    const double x = dh_scaled(by, m->mean_x), y = m->mean_y;
    const double xx = m->var_x / (by.deviation * by.deviation) + x * x;
    const double xy = m->covariance / by.deviation + x * y;
    if (!implied->known)
        return;
    text_append(to->text, to->size,
                " But its steps are those of gradient descent over some points, so the points may "
                "not be the same: in yours the mean of x is %.6g, of x squared %.6g, of y %.6g, of "
                "xy %.6g, with learning rate %.6g; in the file they are %.6g, %.6g, %.6g and %.6g.",
                implied->mean_x, implied->mean_xx, implied->mean_y, implied->mean_xy, implied->rate,
                x, xx, y, xy);
    if (is_close(implied->mean_x, x) && is_close(implied->mean_xx, xx) &&
        is_close(implied->mean_y, y) && is_close(implied->mean_xy, x * y) && !is_close(xy, x * y))
        text_append(to->text, to->size,
                    " So it is where each x is paired with every y: arrays of shapes (n,) and (n, "
                    "1) that were subtracted.");
}

static void tell_weight(words *to, const char *name, double given, double here, double ratio)
{
    text_append(to->text, to->size, "%s %.6g here %.6g", name, given, here);
    if (isfinite(ratio))
        text_append(to->text, to->size, " (the update is %.6g times ours)", ratio);
}

static void tell_other(words *to, const dh_check_def *def, const dh_verdict *verdict)
{
    const dh_departure *d = &verdict->departure;
    text_append(to->text, to->size, "No rule that is known here explains your run.");
    if (d->step > 1)
        text_append(to->text, to->size, " Up to step %zu it is as it should be.", d->step - 1);
    if (d->ratio.slope == 0.0 && d->ratio.intercept == 0.0)
        text_append(to->text, to->size, " Its weights stand still in step %zu.", d->step);
    if (d->departs) {
        text_append(to->text, to->size, " At step %zu: ", d->step);
        tell_weight(to, "slope", d->given.slope, d->here.slope, d->ratio.slope);
        text_append(to->text, to->size, ", ");
        tell_weight(to, "intercept", d->given.intercept, d->here.intercept, d->ratio.intercept);
        text_append(to->text, to->size, ".");
    }
    if (verdict->varying.high > 0.0)
        text_append(to->text, to->size,
                    " But every step is along what it should be: only the learning rate is not the "
                    "same in all of them, it is between %.6g and %.6g.",
                    verdict->varying.low, verdict->varying.high);
    tell_implied(to, def, &verdict->implied);
}

/* What is said of losses that are not those that are meant. */
static void tell_losses(words *to, const dh_verdict *verdict)
{
    static const char *const kinds[DH_COLUMN_KINDS] = {
        [DH_COLUMN_MEAN] = "the mean of the squares",
        [DH_COLUMN_HALF] = "half the mean of the squares",
        [DH_COLUMN_SUM] = "the sum of the squares",
        [DH_COLUMN_HALF_SUM] = "half the sum of the squares",
        [DH_COLUMN_ROOT] = "the root of the mean of the squares",
        [DH_COLUMN_ABSOLUTE] = "the mean of the residuals' sizes",
    };
    const dh_trace_loss *loss = &verdict->loss;
    if (kinds[loss->kind] && loss->here != loss->given)
        text_append(to->text, to->size, " Your losses are %s%s.", kinds[loss->kind],
                    loss->after ? ", at the weights after the update" : "");
    else if (loss->kind == DH_COLUMN_OTHER)
        text_append(to->text, to->size,
                    " Your losses are not those of your weights: in row %zu %.6g, which should be "
                    "%.6g.",
                    loss->row, loss->given, loss->here);
}

static void tell_also(words *to, const dh_verdict *verdict)
{
    for (int i = 0; i < verdict->also_count; i++)
        text_append(to->text, to->size, "%s%s",
                    i > 0 ? ", " : " Here it cannot be told from: ", verdict->also[i]);
    if (verdict->also_count > 0)
        text_append(to->text, to->size, ".");
}

void check_words_tell(const dh_check_def *def, const dh_verdict *verdict, char *text, size_t size)
{
    words to = {text, size};
    text[0] = '\0';
    if (is(verdict, "agree"))
        tell_agreement(&to, def, verdict);
    else if (is(verdict, "shifted") || is(verdict, "other-start"))
        tell_start(&to, def, verdict);
    else if (verdict->says)
        tell_mistake(&to, def, verdict);
    else if (verdict->explained)
        tell_factor(&to, def, verdict);
    else
        tell_other(&to, def, verdict);
    tell_also(&to, verdict);
    tell_losses(&to, verdict);
}
