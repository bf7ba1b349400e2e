#include "unit/wrong_runs.h"

#include <math.h>
#include <string.h>

/* Everything of one run on its way. */
typedef struct running {
    const wrong_run *run;
    double s, i;                 /* the weights */
    double sum_s, sum_i;         /* what is remembered: of gradients, velocities, first moments, */
    double squares_s, squares_i; /* and of squares */
    size_t t;
} running;

/* One operation's result in the run's arithmetic: a float32 operation is the double one, rounded.
 */
static double r(const running *g, double value)
{
    return g->run->single ? (double)(float)value : value;
}

static bool is(const running *g, const char *rule)
{
    return strcmp(g->run->rule, rule) == 0;
}

static bool begins(const running *g, const char *rule)
{
    return strncmp(g->run->rule, rule, strlen(rule)) == 0;
}

/* What a rule has after its colon. */
static bool is_form(const running *g, const char *form)
{
    const char *colon = strchr(g->run->rule, ':');
    return colon && strcmp(colon + 2, form) == 0;
}

static double x_of(const running *g, size_t point)
{
    return r(g, g->run->x[point]);
}

static double residual(const running *g, size_t point, double s, double i)
{
    return r(g, r(g, r(g, s * x_of(g, point)) + i) - r(g, g->run->y[point]));
}

/* Mean gradients: of the slope where x is as it comes, and of the intercept. */
static double slope_gradient(const running *g, double s, double i)
{
    double sum = 0.0;
    for (size_t p = 0; p < g->run->n; p++)
        sum = r(g, sum + r(g, residual(g, p, s, i) * x_of(g, p)));
    return r(g, 2.0 * r(g, sum / (double)g->run->n));
}

static double intercept_gradient(const running *g, double s, double i)
{
    double sum = 0.0;
    for (size_t p = 0; p < g->run->n; p++)
        sum = r(g, sum + residual(g, p, s, i));
    return r(g, 2.0 * r(g, sum / (double)g->run->n));
}

static void move(running *g, double by_s, double by_i)
{
    g->s = r(g, g->s - r(g, r(g, g->run->rate) * by_s));
    g->i = r(g, g->i - r(g, r(g, g->run->rate) * by_i));
}

static void after_point(running *g, size_t point)
{
    const double twice = r(g, 2.0 * residual(g, point, g->s, g->i));
    move(g, r(g, twice * x_of(g, point)), twice);
}

static void absolute(running *g)
{
    double s = 0.0, i = 0.0;
    for (size_t p = 0; p < g->run->n; p++) {
        const double off = residual(g, p, g->s, g->i);
        const double sign = off > 0.0 ? 1.0 : off < 0.0 ? -1.0 : 0.0;
        s = r(g, s + r(g, sign * x_of(g, p)));
        i = r(g, i + sign);
    }
    move(g, r(g, s / (double)g->run->n), r(g, i / (double)g->run->n));
}

/* A running average; a sum that keeps a share. */
static double averaged(const running *g, double share, double before, double value)
{
    return r(g, r(g, share * before) + r(g, (1.0 - share) * value));
}

static double kept(const running *g, double share, double before, double value)
{
    return r(g, r(g, share * before) + value);
}

static double over_root(const running *g, double above, double square, double usual)
{
    const double eps = g->run->eps > 0.0 ? g->run->eps : usual;
    const double root =
        is_form(g, "inside") ? r(g, sqrt(r(g, square + eps))) : r(g, r(g, sqrt(square)) + eps);
    return r(g, above / root);
}

/* The heavy ball, whose velocity may be a running average. */
static void heavy_ball(running *g, double s, double i)
{
    const double first = g->run->first;
    const double times = is_form(g, "average") ? r(g, 1.0 - first) : 1.0;
    g->sum_s = kept(g, first, g->sum_s, r(g, times * s));
    g->sum_i = kept(g, first, g->sum_i, r(g, times * i));
    move(g, g->sum_s, g->sum_i);
}

/* Nesterov's, as PyTorch has it. */
static void nesterov(running *g, double s, double i)
{
    const double first = g->run->first;
    g->sum_s = kept(g, first, g->sum_s, s);
    g->sum_i = kept(g, first, g->sum_i, i);
    move(g, r(g, s + r(g, first * g->sum_s)), r(g, i + r(g, first * g->sum_i)));
}

/* As textbooks have it: v = m v - rate * gradient(w + m v), w = w + v. */
static void nesterov_ahead(running *g)
{
    const double first = g->run->first, rate = r(g, g->run->rate);
    const double s = r(g, g->s + r(g, first * g->sum_s)), i = r(g, g->i + r(g, first * g->sum_i));
    const double of_s = slope_gradient(g, s, i), of_i = intercept_gradient(g, s, i);
    g->sum_s = r(g, r(g, first * g->sum_s) - r(g, rate * of_s));
    g->sum_i = r(g, r(g, first * g->sum_i) - r(g, rate * of_i));
    g->s = r(g, g->s + g->sum_s);
    g->i = r(g, g->i + g->sum_i);
}

static void adam(running *g, double s, double i)
{
    const double first = g->run->first, second = g->run->second, t = (double)g->t + 1.0;
    const bool corrected = !is_form(g, "uncorrected");
    const double of_first = corrected ? 1.0 - pow(first, t) : 1.0;
    const double of_second = corrected ? 1.0 - pow(second, t) : 1.0;
    g->sum_s = averaged(g, first, g->sum_s, s);
    g->sum_i = averaged(g, first, g->sum_i, i);
    g->squares_s = averaged(g, second, g->squares_s, r(g, s * s));
    g->squares_i = averaged(g, second, g->squares_i, r(g, i * i));
    move(g, over_root(g, r(g, g->sum_s / of_first), r(g, g->squares_s / of_second), 1e-8),
         over_root(g, r(g, g->sum_i / of_first), r(g, g->squares_i / of_second), 1e-8));
}

static void optimize(running *g, double s, double i)
{
    const double first = g->run->first;
    if (is(g, "nesterov: ahead")) {
        nesterov_ahead(g);
    } else if (is(g, "nesterov")) {
        nesterov(g, s, i);
    } else if (begins(g, "momentum")) {
        heavy_ball(g, s, i);
    } else if (begins(g, "adagrad")) {
        g->squares_s = r(g, g->squares_s + r(g, s * s));
        g->squares_i = r(g, g->squares_i + r(g, i * i));
        move(g, over_root(g, s, g->squares_s, 1e-10), over_root(g, i, g->squares_i, 1e-10));
    } else if (begins(g, "rmsprop")) {
        g->squares_s = averaged(g, first, g->squares_s, r(g, s * s));
        g->squares_i = averaged(g, first, g->squares_i, r(g, i * i));
        move(g, over_root(g, s, g->squares_s, 1e-8), over_root(g, i, g->squares_i, 1e-8));
    } else {
        adam(g, s, i);
    }
}

/* One step that a mistake makes of the right gradients; false where the rule is none of these. */
static bool mistaken(running *g, double s, double i)
{
    if (is(g, "uphill"))
        move(g, -s, -i);
    else if (is(g, "no-x"))
        move(g, i, i);
    else if (is(g, "one-x"))
        move(g, r(g, x_of(g, g->run->n / 2) * i), i);
    else if (is(g, "swapped"))
        move(g, i, s);
    else if (is(g, "one-weight-slope"))
        move(g, s, 0.0);
    else if (is(g, "one-weight-intercept"))
        move(g, 0.0, i);
    else if (is(g, "sequential")) {
        move(g, s, 0.0);
        move(g, 0.0, intercept_gradient(g, g->s, g->i));
    } else if (is(g, "sequential-intercept")) {
        move(g, 0.0, i);
        move(g, slope_gradient(g, g->s, g->i), 0.0);
    } else if (is(g, "accumulated")) {
        g->sum_s = r(g, g->sum_s + s);
        g->sum_i = r(g, g->sum_i + i);
        move(g, g->sum_s, g->sum_i);
    } else if (is(g, "half"))
        move(g, r(g, 0.5 * s), r(g, 0.5 * i));
    else if (is(g, "sum"))
        move(g, r(g, (double)g->run->n * s), r(g, (double)g->run->n * i));
    else if (is(g, "half-sum"))
        move(g, r(g, 0.5 * (double)g->run->n * s), r(g, 0.5 * (double)g->run->n * i));
    else if (is(g, "learning-rate"))
        move(g, r(g, g->run->first * s), r(g, g->run->first * i));
    else
        return false;
    return true;
}

/* A batch of the points in their order, the last of an epoch short. */
static void next_batch(running *g)
{
    const size_t size = g->run->batch, n = g->run->n, from = g->t % ((n + size - 1) / size) * size;
    const size_t end = from + size < n ? from + size : n;
    double s = 0.0, i = 0.0;
    for (size_t p = from; p < end; p++) {
        s = r(g, s + r(g, residual(g, p, g->s, g->i) * x_of(g, p)));
        i = r(g, i + residual(g, p, g->s, g->i));
    }
    move(g, r(g, 2.0 * r(g, s / (double)(end - from))), r(g, 2.0 * r(g, i / (double)(end - from))));
}

static void step(running *g)
{
    if (is(g, "mini-batch: in order")) {
        next_batch(g);
    } else if (is(g, "per-point")) {
        for (size_t p = 0; p < g->run->n; p++)
            after_point(g, p);
    } else if (is(g, "per-point: each")) {
        after_point(g, g->t % g->run->n);
    } else if (is(g, "l1")) {
        absolute(g);
    } else {
        const double s = slope_gradient(g, g->s, g->i), i = intercept_gradient(g, g->s, g->i);
        if (is(g, "agree") || is(g, "shifted") || is(g, "other-start"))
            move(g, s, i);
        else if (!mistaken(g, s, i))
            optimize(g, s, i);
    }
    g->t++;
}

void wrong_run_make(wrong_run *run)
{
    running g = {.run = run, .s = run->slope, .i = run->intercept};
    g.s = r(&g, g.s);
    g.i = r(&g, g.i);
    if (strcmp(run->rule, "shifted") == 0)
        step(&g);
    for (size_t row = 0; row < run->rows; row++) {
        run->slopes[row] = g.s;
        run->intercepts[row] = g.i;
        step(&g);
    }
}
