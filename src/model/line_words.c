#include "model/line_words.h"

#include <math.h>
#include <stdio.h>

static const double A_PART = 0.01; /* of a line's change that is worth telling */
static const double CLEARLY = 0.5; /* a mean residual, in deviations of the residuals */

enum { SIDES_POINTS = 20000 /* as many are gone through in a frame at no cost that is felt */ };

/* A change without a part that is not worth telling. */
static step_change notable(const dh_problem *problem, dh_weights by)
{
    step_change change = step_change_by(problem, by);
    const double turn = fabs(change.turn) * sqrt(problem->moments.var_x);
    if (turn < A_PART * fabs(change.rise))
        change.turn = 0.0;
    else if (fabs(change.rise) < A_PART * turn)
        change.rise = 0.0;
    return change;
}

void line_words_way_down(sentence_text *to, const step_facts *facts)
{
    const dh_weights down = {-facts->gradient.slope, -facts->gradient.intercept};
    const step_change way = notable(facts->run->problem, down);
    const char *turn = way.turn > 0.0 ? "turn the line up" : "turn the line down";
    if (way.turn == 0.0)
        sentence_say(to, ". Downhill: %s the line.", way.rise > 0.0 ? "raise" : "lower");
    else if (way.rise == 0.0)
        sentence_say(to, ". Downhill: %s.", turn);
    else
        sentence_say(to, ". Downhill: %s, and %s it.", turn, way.rise > 0.0 ? "raise" : "lower");
}

/* What lies where beside the line. */
typedef struct side_claim {
    const char *points;
    size_t side; /* offset in step_sides */
    double sign; /* 1: above it */
} side_claim;

static double side_of(const step_sides *sides, const side_claim *claim)
{
    return claim->sign * *(const double *)((const char *)sides + claim->side);
}

/* What may make the line turn and move so, the likelier first. */
static void claims_for(step_change change, side_claim claim[2])
{
    const double turn = change.turn > 0.0 ? 1.0 : -1.0, rise = change.rise < 0.0 ? -1.0 : 1.0;
    const side_claim right = {"points on the right lie", offsetof(step_sides, right), turn};
    const side_claim left = {"points on the left lie", offsetof(step_sides, left), -turn};
    const side_claim all = {"the points lie", offsetof(step_sides, all), rise};
    claim[0] = change.turn == 0.0 ? all : turn == rise ? right : left;
    claim[1] = change.turn == 0.0 ? all : turn == rise ? left : right;
}

/* ": points on the right lie above it", where they did before the step and still do. */
static void add_reason(sentence_text *to, const step_facts *facts, step_change change)
{
    const dh_problem *problem = facts->run->problem;
    char reason[96];
    side_claim claim[2];
    if (dh_run_has_batches(facts->run) || problem->n > SIDES_POINTS)
        return;
    const step_sides before = step_sides_of(problem, facts->before.weights);
    const step_sides now = step_sides_of(problem, facts->now.weights);
    claims_for(change, claim);
    for (int i = 0; i < 2; i++) {
        const double least = fmin(side_of(&before, &claim[i]), side_of(&now, &claim[i]));
        if (!(least > 0.0))
            continue;
        const bool clearly = least > CLEARLY * sqrt(problem->moments.residual);
        snprintf(reason, sizeof reason, ": %s %s it%s", claim[i].points,
                 claim[i].sign > 0.0 ? "above" : "below", clearly ? "" : " on average");
        sentence_add(to, reason);
        return;
    }
}

void line_words_change(sentence_text *to, const step_facts *facts)
{
    const dh_problem *problem = facts->run->problem;
    const step_change change = notable(problem, facts->moved);
    if (dh_run_has_batches(facts->run))
        sentence_say(to, "After %zu of %zu points the line", step_batch(facts), problem->n);
    else
        sentence_say(to, "The line");
    if (change.turn != 0.0)
        sentence_say(to, " turned %s by %s", change.turn > 0.0 ? "up" : "down",
                     sentence_number(fabs(change.turn), SENTENCE_DIGITS).text);
    if (change.rise != 0.0)
        sentence_say(to, "%s %s by %s%s", change.turn != 0.0 ? " and" : "",
                     change.rise > 0.0 ? "rose" : "fell",
                     sentence_number(fabs(change.rise), SENTENCE_DIGITS).text,
                     step_height_is_at_0(problem) ? "" : " at the mean of x");
    add_reason(to, facts, change);
    sentence_add(to, ".");
}
