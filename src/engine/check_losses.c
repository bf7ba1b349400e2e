#include "engine/check_losses.h"

#include <math.h>

enum { ROWS_LOOKED_AT = 200 };

/* Losses are not held to more than what float32 gives. */
static const double RELATIVE = 1e-5;

/* Means over the points at some weights, and how far off the weights' digits leave them. */
typedef struct residual_sizes {
    double square, absolute;
    double square_error, absolute_error;
} residual_sizes;

static residual_sizes sizes_at(const check_walk *walk, size_t row)
{
    const dh_problem *problem = walk->def->problem;
    const check_sizes *points = &walk->sizes;
    const dh_weights w = check_row(walk, row), off = check_open_digits(&walk->precision, w);
    residual_sizes sizes = {.square = 0.0};
    for (size_t i = 0; i < problem->n; i++) {
        const double residual = problem->y[i] - (w.slope * problem->input[i] + w.intercept);
        sizes.square += residual * residual / (double)problem->n;
        sizes.absolute += fabs(residual) / (double)problem->n;
    }
    const double moved = off.slope * points->x_max + off.intercept;
    const double rounding = 16.0 * walk->precision.unit *
                            (fabs(w.slope) * points->x_max + fabs(w.intercept) + points->y_max);
    const double open = moved + rounding;
    sizes.absolute_error = open + RELATIVE * sizes.absolute;
    sizes.square_error = 2.0 * sizes.absolute * open + open * open + RELATIVE * sizes.square;
    return sizes;
}

/* What a loss of this kind is, and how far off it may be. */
static double loss_of(dh_loss_column kind, const residual_sizes *sizes, double n, double *error)
{
    const double factor = kind == DH_COLUMN_HALF       ? 0.5
                          : kind == DH_COLUMN_SUM      ? n
                          : kind == DH_COLUMN_HALF_SUM ? 0.5 * n
                                                       : 1.0;
    if (kind == DH_COLUMN_ABSOLUTE) {
        *error = sizes->absolute_error;
        return sizes->absolute;
    }
    if (kind == DH_COLUMN_ROOT) {
        const double low = fmax(0.0, sizes->square - sizes->square_error);
        *error = sqrt(sizes->square + sizes->square_error) - sqrt(low);
        return sqrt(sizes->square);
    }
    *error = factor * sizes->square_error;
    return factor * sizes->square;
}

static dh_loss_column meant_kind(const check_walk *walk)
{
    static const dh_loss_column kinds[DH_LOSS_COUNT] = {
        [DH_LOSS_MEAN] = DH_COLUMN_MEAN,
        [DH_LOSS_HALF] = DH_COLUMN_HALF,
        [DH_LOSS_SUM] = DH_COLUMN_SUM,
    };
    return kinds[walk->def->problem->def.loss];
}

/* The loss that is meant, at the first row whose loss it is not. */
typedef struct loss_trial {
    bool fits[DH_COLUMN_KINDS];
    dh_trace_loss first;
    bool differs;
} loss_trial;

static void look_at(const check_walk *walk, const check_precision *digits, size_t row, size_t at,
                    loss_trial *trial)
{
    const double given = walk->def->trace.loss[row], n = (double)walk->def->problem->n;
    const dh_weights open = check_open_digits(digits, (dh_weights){given, given});
    const residual_sizes sizes = sizes_at(walk, at);
    for (int kind = DH_COLUMN_MEAN; kind < DH_COLUMN_KINDS; kind++) {
        double error;
        const double here = loss_of((dh_loss_column)kind, &sizes, n, &error);
        if (fabs(given - here) <= error + open.slope)
            continue;
        trial->fits[kind] = false;
        if ((dh_loss_column)kind == meant_kind(walk) && !trial->differs) {
            trial->differs = true;
            trial->first.row = row;
            trial->first.given = given;
            trial->first.here = here;
        }
    }
}

/* Holds losses against weights so many rows after theirs. */
static loss_trial tried(const check_walk *walk, size_t after)
{
    const dh_trace *trace = &walk->def->trace;
    const dh_trace losses = {.rows = trace->rows, .slope = trace->loss, .intercept = trace->loss};
    const check_precision digits = check_precision_of(&losses, walk->rows, 1);
    const size_t stride = 1 + walk->rows / ROWS_LOOKED_AT;
    loss_trial trial = {.differs = false};
    for (int kind = DH_COLUMN_MEAN; kind < DH_COLUMN_KINDS; kind++)
        trial.fits[kind] = true;
    for (size_t row = 0; row + after < walk->rows; row += stride)
        if (isfinite(trace->loss[row]))
            look_at(walk, &digits, row, row + after, &trial);
    return trial;
}

dh_trace_loss check_losses_of(const check_walk *walk)
{
    if (!walk->def->trace.loss)
        return (dh_trace_loss){.kind = DH_COLUMN_NONE};
    const loss_trial beside = tried(walk, 0);
    dh_trace_loss of = beside.first;
    of.kind = meant_kind(walk);
    if (!beside.differs)
        return of;
    for (size_t after = 0; after < 2; after++) {
        const loss_trial trial = after > 0 ? tried(walk, after) : beside;
        of.after = after > 0;
        of.kind = meant_kind(walk);
        if (trial.fits[of.kind])
            return of;
        for (int kind = DH_COLUMN_MEAN; kind < DH_COLUMN_KINDS; kind++) {
            of.kind = (dh_loss_column)kind;
            if (trial.fits[kind])
                return of;
        }
    }
    of.after = false;
    of.kind = DH_COLUMN_OTHER;
    return of;
}
