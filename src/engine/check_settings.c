#include "engine/check_settings.h"

#include <math.h>
#include <stdio.h>

bool check_vary_no_x(check_walk *walk, const check_rule *rule, int variant, check_setting *setting)
{
    (void)walk, (void)rule;
    setting->x = 1.0;
    return variant == 0;
}

/* How far the slope went for what the intercept did, where that went farthest. */
static double steepness(const check_walk *walk)
{
    const dh_weights start = check_row(walk, 0);
    double most = 0.0, ratio = 0.0;
    for (size_t t = 1; t <= check_steps(walk); t++) {
        const dh_weights now = check_row(walk, t);
        const double went = now.intercept - start.intercept;
        if (!(fabs(went) > most))
            continue;
        most = fabs(went);
        ratio = (now.slope - start.slope) / went;
    }
    return ratio;
}

static size_t nearest_point(const dh_problem *problem, double x)
{
    size_t nearest = 0;
    for (size_t i = 1; i < problem->n; i++)
        if (fabs(problem->input[i] - x) < fabs(problem->input[nearest] - x))
            nearest = i;
    return nearest;
}

bool check_vary_one_x(check_walk *walk, const check_rule *rule, int variant, check_setting *setting)
{
    (void)rule;
    const dh_problem *problem = walk->def->problem;
    enum { FIRST, LAST, NEAREST, VARIANTS };
    if (variant >= VARIANTS)
        return false;
    const size_t point = variant == FIRST  ? 0
                         : variant == LAST ? problem->n - 1
                                           : nearest_point(problem, steepness(walk));
    setting->x = problem->input[point];
    snprintf(setting->detail, sizeof setting->detail, "point %zu, x = %.9g", point + 1, setting->x);
    return true;
}

/* Ways to scale x. */
typedef struct scaling_way {
    const char *words;
    dh_scaling (*of)(const dh_moments *moments);
} scaling_way;

static dh_scaling as_it_is(const dh_moments *moments)
{
    (void)moments;
    return dh_scaling_none();
}

static dh_scaling by_sample_deviation(const dh_moments *moments)
{
    dh_scaling by = dh_scaling_of(moments);
    if (moments->n > 1)
        by.deviation *= sqrt((double)moments->n / ((double)moments->n - 1.0));
    return by;
}

static dh_scaling centered(const dh_moments *moments)
{
    return (dh_scaling){moments->mean_x, 1.0};
}

static dh_scaling by_range(const dh_moments *moments)
{
    return (dh_scaling){moments->x.low, moments->x.high - moments->x.low};
}

static dh_scaling by_half_range(const dh_moments *moments)
{
    return (dh_scaling){0.5 * (moments->x.low + moments->x.high),
                        0.5 * (moments->x.high - moments->x.low)};
}

static dh_scaling by_mean_and_range(const dh_moments *moments)
{
    return (dh_scaling){moments->mean_x, moments->x.high - moments->x.low};
}

static dh_scaling by_largest(const dh_moments *moments)
{
    return (dh_scaling){0.0, fmax(fabs(moments->x.low), fabs(moments->x.high))};
}

static const scaling_way WAYS[] = {
    {"x is (x - mean) / standard deviation", dh_scaling_of},
    {"x is as it is", as_it_is},
    {"x is (x - mean) / standard deviation, with n - 1", by_sample_deviation},
    {"x is without its mean", centered},
    {"x is from 0 to 1", by_range},
    {"x is from -1 to 1", by_half_range},
    {"x is (x - mean) / range", by_mean_and_range},
    {"x is divided by the largest", by_largest},
};

/* What else can be done where x is scaled. */
enum { ROWS_TRAINED, ROWS_OF_LINES, WITH_Y, MANNERS };

bool check_vary_scaling(check_walk *walk, const check_rule *rule, int variant,
                        check_setting *setting)
{
    static const char *const words[MANNERS] = {
        [ROWS_TRAINED] = "",
        [ROWS_OF_LINES] = ", and the rows are lines over x as it is",
        [WITH_Y] = ", and y is (y - mean) / standard deviation"};
    (void)rule;
    const dh_problem *problem = walk->def->problem;
    const dh_moments *moments = &problem->moments;
    if (variant >= MANNERS * (int)(sizeof WAYS / sizeof *WAYS))
        return false;
    const scaling_way *way = &WAYS[variant / MANNERS];
    const int manner = variant % MANNERS;
    const dh_scaling by = way->of(moments);
    setting->of_lines = manner == ROWS_OF_LINES;
    setting->scaling = by.deviation > 0.0 ? by : dh_scaling_none();
    if (manner == WITH_Y && moments->var_y > 0.0)
        setting->of_y = (dh_scaling){moments->mean_y, sqrt(moments->var_y)};
    setting->meant = manner == ROWS_TRAINED ? dh_scaling_same(setting->scaling, problem->scaling)
                                            : way->of == as_it_is;
    setting->sizes = check_sizes_of(problem, setting->scaling);
    snprintf(setting->detail, sizeof setting->detail, "%s%s", way->words, words[manner]);
    return true;
}

/* Sizes of batches: all that there are, or of many points those that people take. */
static size_t batch_size(size_t points, int variant)
{
    enum { ALL_BELOW = 1000 };
    static const size_t usual[] = {1,  2,  4,   5,   8,   10,  16,  20,  25,  32,   40,
                                   50, 64, 100, 128, 200, 250, 256, 500, 512, 1000, 1024};
    if (points < ALL_BELOW)
        return (size_t)variant + 1;
    return variant < (int)(sizeof usual / sizeof *usual) ? usual[variant] : points;
}

bool check_vary_batch(check_walk *walk, const check_rule *rule, int variant, check_setting *setting)
{
    (void)rule;
    setting->recipe.batch = batch_size(walk->def->problem->n, variant);
    return setting->recipe.batch < walk->def->problem->n;
}

bool check_vary_in_order(check_walk *walk, const check_rule *rule, int variant,
                         check_setting *setting)
{
    (void)rule;
    setting->in_order = batch_size(walk->def->problem->n, variant + 1);
    setting->recipe.batch = 0;
    snprintf(setting->detail, sizeof setting->detail, "batches of %zu", setting->in_order);
    return setting->in_order < walk->def->problem->n;
}
