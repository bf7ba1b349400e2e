#include "model/sentence.h"

#include "model/line_words.h"
#include "model/sentence_text.h"

#include <math.h>

static const double OVERSHOT = 0.1;      /* past the lowest point, in distances to it */
static const double AGREES = 0.9;        /* cosine of two gradients that point the same way */
static const double ALIKE = 2.0;         /* ratio of lengths that are much the same */
static const double SMALL_STEP = 0.05;   /* of the first step, or of the way that is left */
static const double SMALL_SLOPE = 0.05;  /* of the gradient at the start */
static const double NARROW = 20.0;       /* ratio of curvatures of a valley to be spoken of */
static const double IN_VALLEY = 0.01;    /* of the loss above the lowest that is across it */
static const double ALONG_AN_AXIS = 0.5; /* of its ratio that one weight alone has */
static const double EVEN = 1.15;         /* ratio of steps that are about the same, */
static const double UNEVEN = 1.5;        /* and of gradients that are not */
static const double ADDED_UP = 1.5;      /* a step with momentum, over one without */
static const double HELD = 0.1;          /* what decay leaves of a gradient that it holds */

enum { RISES_TOLD = 100 /* in a row; of more it is said that they are so many */ };

static const dh_optimizer *optimizer_of(const step_facts *facts)
{
    return dh_optimizer_at(facts->run->recipe.optimizer);
}

static const dh_objective *objective_of(const step_facts *facts)
{
    return &facts->run->problem->objective;
}

static bool rose(const step_facts *facts)
{
    return facts->now.loss > facts->before.loss;
}

/* Step 0. */

static bool is_start(const step_facts *facts)
{
    return facts->step == 0;
}

static void write_start(const step_facts *facts, sentence_text *to)
{
    sentence_say(to, "The start, at loss %s", sentence_loss(facts).text);
    if (step_is_lowest(facts)) {
        sentence_say(to, ": ");
        sentence_say_lowest(to, facts);
    } else if (objective_of(facts)->minimum.unique) {
        line_words_way_down(to, facts);
        if (facts->run->problem->def.standardize)
            sentence_add(to, " x is standardized: the loss is equally steep in both weights.");
    } else {
        sentence_say(to, ". Downhill: %s the line at x = %s, where all points are.",
                     facts->gradient.intercept < 0.0 ? "raise" : "lower",
                     sentence_number(facts->run->problem->moments.mean_x, SENTENCE_DIGITS).text);
    }
}

/* The last step. */

static bool is_diverged(const step_facts *facts)
{
    return facts->is_last && facts->run->diverged;
}

static void write_diverged(const step_facts *facts, sentence_text *to)
{
    sentence_say(to, "Diverged: the next step leads to numbers that are no longer finite.");
    if (facts->run->first_rise != DH_NEVER)
        sentence_say(to, " The loss first rose at step %zu.", facts->run->first_rise);
}

static bool is_end(const step_facts *facts)
{
    return facts->is_last;
}

static void write_end(const step_facts *facts, sentence_text *to)
{
    const double lowest = objective_of(facts)->minimum.loss, ratio = facts->now.loss / lowest;
    sentence_say(to, "The end, after %zu step%s: loss %s", facts->step, facts->step == 1 ? "" : "s",
                 sentence_loss(facts).text);
    if (step_is_lowest(facts)) {
        sentence_say(to, ", ");
        sentence_say_lowest(to, facts);
    } else if (ratio < 2.0) {
        sentence_say(to, ", %s %% above the lowest possible.",
                     sentence_ratio(100.0 * (ratio - 1.0)).text);
    } else if (ratio < 1e6) {
        sentence_say(to, ", %s times the lowest possible, %s.", sentence_ratio(ratio).text,
                     sentence_number(lowest, SENTENCE_DIGITS).text);
    } else {
        sentence_say(to, "; the lowest possible is %s.",
                     sentence_number(lowest, SENTENCE_DIGITS).text);
    }
}

/* Nothing changed. */

static bool is_resting(const step_facts *facts)
{
    return facts->moved.slope == 0.0 && facts->moved.intercept == 0.0;
}

static void write_resting(const step_facts *facts, sentence_text *to)
{
    const dh_weights gradient = facts->update.gradient;
    const char *why = "the step is smaller than the last digit of the weights";
    if (facts->update.rate == 0.0)
        why = "the learning rate is 0";
    else if (gradient.slope == 0.0 && gradient.intercept == 0.0)
        why = "the slope of the loss is 0 here";
    sentence_say(to, "Nothing moved: %s. Loss %s.", why, sentence_loss(facts).text);
}

/* The schedule. */

static double rate_before(const step_facts *facts)
{
    return facts->step < 2 ? facts->update.rate
                           : dh_rate_at(&facts->run->recipe.rate, facts->step - 2);
}

static bool has_new_rate(const step_facts *facts)
{
    return facts->update.rate != rate_before(facts);
}

static void write_new_rate(const step_facts *facts, sentence_text *to)
{
    sentence_say(to, "From this step on the learning rate is %s, no longer %s.",
                 text_short(facts->update.rate, 6).text, text_short(rate_before(facts), 6).text);
    sentence_add_losses(to, facts);
}

/* At the minimum. */

static void write_lowest(const step_facts *facts, sentence_text *to)
{
    sentence_say(to, "Arrived: the loss, %s, is ", sentence_loss(facts).text);
    sentence_say_lowest(to, facts);
}

/* Steps that are too long. */

static bool is_too_far(const step_facts *facts)
{
    return rose(facts) && facts->passed > 1.0;
}

/* How many steps up to this one were too far, one after the other; RISES_TOLD at most. */
static size_t too_far_in_a_row(const step_facts *facts)
{
    size_t count = 0;
    step_facts at = *facts;
    while (count < RISES_TOLD && at.step > 0 && is_too_far(&at)) {
        count++;
        at = step_facts_of(facts->run, at.step - 1);
    }
    return count;
}

static bool is_too_far_again(const step_facts *facts)
{
    return is_too_far(facts) && too_far_in_a_row(facts) >= 3;
}

static void write_too_far_again(const step_facts *facts, sentence_text *to)
{
    sentence_say(to,
                 "Too far each time: the last %zu steps overshot the lowest point on their way and "
                 "ended higher up.",
                 too_far_in_a_row(facts));
    sentence_add_losses(to, facts);
}

static void write_too_far(const step_facts *facts, sentence_text *to)
{
    sentence_say(
        to, "Too far: the step overshot the lowest point on its way by more than it was away.");
    sentence_add_losses(to, facts);
}

static bool is_overshot(const step_facts *facts)
{
    return facts->passed > OVERSHOT && facts->now.loss < facts->before.loss;
}

static bool is_to_and_fro(const step_facts *facts)
{
    return is_overshot(facts) && facts->step > 1 &&
           step_cosine(facts->moved, step_facts_of(facts->run, facts->step - 1).moved) < 0.0;
}

static void write_to_and_fro(const step_facts *facts, sentence_text *to)
{
    sentence_say(
        to, "To and fro: the step turned back, overshot the lowest point on its way, and still "
            "ended lower.");
    sentence_add_losses(to, facts);
}

static void write_overshot(const step_facts *facts, sentence_text *to)
{
    sentence_say(to,
                 "The step went %s times as far as the lowest point on its way, and still ended "
                 "lower.",
                 sentence_ratio(1.0 + facts->passed).text);
    sentence_add_losses(to, facts);
}

/* Mini-batches. */

static bool has_batch(const step_facts *facts)
{
    return dh_run_has_batches(facts->run);
}

static bool is_batch_uphill(const step_facts *facts)
{
    return has_batch(facts) && step_cosine(facts->update.gradient, facts->update.full) < 0.0;
}

static void write_batch_uphill(const step_facts *facts, sentence_text *to)
{
    const size_t count = step_batch(facts);
    sentence_say(to, "Downhill for this batch of %zu point%s is uphill for all %zu.", count,
                 count == 1 ? "" : "s", facts->run->problem->n);
    sentence_add_losses(to, facts);
}

static bool is_batch_another(const step_facts *facts)
{
    const double ratio = step_length(facts->update.gradient) / step_length(facts->update.full);
    return has_batch(facts) &&
           !(step_cosine(facts->update.gradient, facts->update.full) >= AGREES && ratio < ALIKE &&
             ratio > 1.0 / ALIKE);
}

static void write_batch_another(const step_facts *facts, sentence_text *to)
{
    const size_t count = step_batch(facts);
    sentence_say(to, "This batch of %zu point%s sees another slope of the loss than all %zu.",
                 count, count == 1 ? "" : "s", facts->run->problem->n);
    sentence_add_losses(to, facts);
}

/* Momentum. */

/* The gradients as the optimizer used them. */
static dh_weights used(const step_facts *facts)
{
    return (dh_weights){facts->update.slope.g, facts->update.intercept.g};
}

static bool is_carried(const step_facts *facts)
{
    return optimizer_of(facts)->kept > 0 && step_cosine(step_taken(facts), used(facts)) > 0.0;
}

static void write_carried(const step_facts *facts, sentence_text *to)
{
    sentence_say(to,
                 "%s carries on where this gradient alone would turn back: earlier ones outweigh "
                 "it.",
                 optimizer_of(facts)->label);
    sentence_add_losses(to, facts);
}

static double added_up(const step_facts *facts)
{
    return step_length(step_taken(facts)) / (facts->update.rate * step_length(used(facts)));
}

static bool is_added_up(const step_facts *facts)
{
    const dh_optimizer *optimizer = optimizer_of(facts);
    return optimizer->kept > 0 && !optimizer->divisor && added_up(facts) > ADDED_UP;
}

static void write_added_up(const step_facts *facts, sentence_text *to)
{
    sentence_say(
        to,
        "%s goes on with earlier gradients: the step is %s times what this one alone would "
        "make.",
        optimizer_of(facts)->label, sentence_ratio(added_up(facts)).text);
    sentence_add_losses(to, facts);
}

/* Weight decay. */

static bool is_decayed(const step_facts *facts)
{
    const dh_optimizer *optimizer = optimizer_of(facts);
    const double *value = facts->run->recipe.value;
    return dh_change_by(optimizer, value, &optimizer->gradient) != 0.0 ||
           dh_change_by(optimizer, value, &optimizer->base) != 0.0;
}

static bool is_pulled_uphill(const step_facts *facts)
{
    return is_decayed(facts) && rose(facts) && isnan(facts->passed);
}

static void write_pulled_uphill(const step_facts *facts, sentence_text *to)
{
    sentence_say(to, "Weight decay pulls the weights towards 0, here more than the loss pulls them "
                     "downhill.");
    sentence_add_losses(to, facts);
}

static bool is_held(const step_facts *facts)
{
    return is_decayed(facts) &&
           step_length(used(facts)) < HELD * step_length(facts->update.gradient);
}

static void write_held(const step_facts *facts, sentence_text *to)
{
    sentence_say(to,
                 "Weight decay pulls the weights towards 0 about as much as the loss pulls them "
                 "downhill.");
    sentence_add_losses(to, facts);
}

/* A minimum that is a line, or a valley that nearly is one. */

static bool is_only_height(const step_facts *facts)
{
    return !objective_of(facts)->minimum.unique;
}

static void write_only_height(const step_facts *facts, sentence_text *to)
{
    const dh_problem *problem = facts->run->problem;
    sentence_say(to, problem->n == 1
                         ? "One point: any line through it fits, so only the height there "
                           "counts."
                         : "All points have the same x: only the line's height there counts.");
    sentence_add_losses(to, facts);
}

static bool is_creeping(const step_facts *facts)
{
    const step_valley valley = step_valley_of(facts);
    return valley.known && valley.flatter >= NARROW && valley.across <= IN_VALLEY &&
           step_length(facts->moved) <= SMALL_STEP * valley.left &&
           facts->now.loss > DH_NEAR_LOWEST * objective_of(facts)->minimum.loss;
}

static void write_creeping(const step_facts *facts, sentence_text *to)
{
    const step_valley valley = step_valley_of(facts);
    if (fmax(valley.by_slope, 1.0 / valley.by_slope) >= ALONG_AN_AXIS * valley.flatter)
        sentence_say(to, "The %s hardly moves: the loss is %s times flatter that way.",
                     valley.by_slope < 1.0 ? "slope" : "intercept",
                     sentence_ratio(fmax(valley.by_slope, 1.0 / valley.by_slope)).text);
    else
        sentence_say(to,
                     "The weights creep along a valley: the loss is %s times flatter along it than "
                     "across.",
                     sentence_ratio(valley.flatter).text);
    if (!facts->run->problem->def.standardize)
        sentence_add(to, " With x standardized (X) it would be equally steep.");
    sentence_add_losses(to, facts);
}

/* Near the end. */

static bool is_small(const step_facts *facts)
{
    const step_facts first = step_facts_of(facts->run, 1);
    return step_length(facts->moved) <= SMALL_STEP * step_length(first.moved) &&
           step_length(facts->gradient) <= SMALL_SLOPE * step_length(first.update.full);
}

static void write_small(const step_facts *facts, sentence_text *to)
{
    const step_facts first = step_facts_of(facts->run, 1);
    sentence_say(to, "Small steps now: the slope of the loss is down from %s to %s.",
                 sentence_number(step_length(first.update.full), 2).text,
                 sentence_number(step_length(facts->gradient), 2).text);
    sentence_add_losses(to, facts);
}

/* Optimizers that divide. */

static bool is_divided(const step_facts *facts)
{
    return optimizer_of(facts)->divisor != NULL;
}

static double ratio_of(double a, double b)
{
    return fmax(fabs(a), fabs(b)) / fmin(fabs(a), fabs(b));
}

static void write_divided(const step_facts *facts, sentence_text *to)
{
    const dh_optimizer *optimizer = optimizer_of(facts);
    const dh_weights moved = facts->moved, gradient = facts->update.gradient;
    const bool standardized = facts->run->problem->def.standardize;
    const char *of = standardized ? " (of standardized x)" : "";
    sentence_say(to, "%s divides by %s: ", optimizer->label, optimizer->divisor);
    if (ratio_of(moved.slope, moved.intercept) > EVEN) {
        sentence_say(to, "the slope%s moved by %s, the intercept by %s.", of,
                     sentence_number(moved.slope, 2).text,
                     sentence_number(moved.intercept, 2).text);
    } else {
        const double uneven = ratio_of(gradient.slope, gradient.intercept);
        sentence_say(to, "both weights%s moved by about %s", of,
                     sentence_number(0.5 * (fabs(moved.slope) + fabs(moved.intercept)), 2).text);
        if (uneven >= UNEVEN && uneven < 1e6 && !standardized)
            sentence_say(to, ", though one gradient is %s times the other",
                         sentence_ratio(uneven).text);
        sentence_add(to, ".");
    }
    sentence_add_losses(to, facts);
}

/* Any other step. */

static bool is_any(const step_facts *facts)
{
    (void)facts;
    return true;
}

static void write_moved(const step_facts *facts, sentence_text *to)
{
    line_words_change(to, facts);
    sentence_add_losses(to, facts);
}

typedef struct sentence_rule_def {
    const char *name;
    bool (*holds)(const step_facts *facts);
    void (*write)(const step_facts *facts, sentence_text *to);
} sentence_rule_def;

static const sentence_rule_def RULES[] = {
    {"start", is_start, write_start},
    {"diverged", is_diverged, write_diverged},
    {"end", is_end, write_end},
    {"resting", is_resting, write_resting},
    {"new rate", has_new_rate, write_new_rate},
    {"lowest", step_is_lowest, write_lowest},
    {"too far again", is_too_far_again, write_too_far_again},
    {"too far", is_too_far, write_too_far},
    {"batch uphill", is_batch_uphill, write_batch_uphill},
    {"carried", is_carried, write_carried},
    {"batch", is_batch_another, write_batch_another},
    {"decay uphill", is_pulled_uphill, write_pulled_uphill},
    {"to and fro", is_to_and_fro, write_to_and_fro},
    {"overshot", is_overshot, write_overshot},
    {"held", is_held, write_held},
    {"only height", is_only_height, write_only_height},
    {"creeping", is_creeping, write_creeping},
    {"small steps", is_small, write_small},
    {"divided", is_divided, write_divided},
    {"added up", is_added_up, write_added_up},
    {"moved", is_any, write_moved},
};

enum { RULE_COUNT = sizeof RULES / sizeof *RULES };

const char *sentence_rule(size_t index)
{
    return index < RULE_COUNT ? RULES[index].name : NULL;
}

model_sentence sentence_of(const model_runs *runs, size_t step)
{
    const step_facts facts = step_facts_of(&runs->run[0], runs_step(runs, 0, step));
    const sentence_rule_def *rule = RULES;
    while (!rule->holds(&facts))
        rule++;
    model_sentence sentence = {.rule = rule->name, .words = {""}};
    rule->write(&facts, &sentence.words);
    return sentence;
}
