/* Each rule, run forward over random problems, is found again. */
#include "cmocka_includes.h"
#include "unit/checking.h"

#include <math.h>
#include <string.h>

#ifdef __SANITIZE_ADDRESS__
enum { PROBLEMS = 200, RULES_APART = 5, FEWER = 50 };
#else
enum { PROBLEMS = 1000, RULES_APART = 1, FEWER = 100 };
#endif

/* How rows are written. */
typedef enum written { WRITTEN_WHOLE, WRITTEN_SINGLE, WRITTEN_SHORT, WRITTEN_COUNT } written;

/* Whether a name is that of a rule, which may have more words after a colon. */
static bool is_name_of(const char *name, const char *rule)
{
    return strncmp(name, rule, strcspn(rule, ":")) == 0 && strlen(name) == strcspn(rule, ":");
}

/* Whether a verdict names a rule: first, or among others that explain as much. */
static bool names(const dh_verdict *verdict, const char *rule)
{
    bool named = is_name_of(verdict->name, rule);
    for (int i = 0; i < verdict->also_count; i++)
        named |= is_name_of(verdict->also[i], rule);
    return named;
}

static const char *const RULES[] = {
    "agree",
    "half",
    "sum",
    "half-sum",
    "learning-rate",
    "uphill",
    "no-x",
    "one-x",
    "swapped",
    "one-weight-slope",
    "sequential",
    "sequential-intercept",
    "one-weight-intercept",
    "accumulated",
    "momentum",
    "nesterov",
    "per-point",
    "per-point: each",
    "l1",
    "shifted",
    "other-start",
    "adagrad",
    "rmsprop",
    "adam",
    "scaled-x",
    "nesterov: ahead",
    "momentum: average",
    "adagrad: inside",
    "rmsprop: inside",
    "adam: uncorrected",
    "mini-batch: in order",
};
enum { RULE_COUNT = sizeof RULES / sizeof *RULES };

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

static bool begins(const char *a, const char *b)
{
    return strncmp(a, b, strlen(b)) == 0;
}

/* Settings that an optimizer is given. */
static void choose_settings(wrong_run *run)
{
    static const double momenta[] = {0.9, 0.5, 0.83, 0.99}, factors[] = {0.3, 3.0, 0.07, 10.0};
    static const double alphas[] = {0.99, 0.9};
    if (begins(run->rule, "momentum") || begins(run->rule, "nesterov"))
        run->first = random_one_of(momenta, 4);
    else if (is(run->rule, "learning-rate"))
        run->first = random_one_of(factors, 4);
    else if (begins(run->rule, "rmsprop"))
        run->first = random_one_of(alphas, 2);
    else
        run->first = 0.9;
    run->second = 0.999;
    run->batch = 2 + random_below((uint32_t)run->n - 2);
}

/* The steps of these are as long as the rate, whatever the gradient is. */
static bool has_own_length(const char *rule)
{
    return begins(rule, "adagrad") || begins(rule, "rmsprop") || begins(rule, "adam") ||
           is(rule, "l1");
}

/* The standardized x, as numpy has it. */
static void standardize(double *x, const posed_problem *p)
{
    double mean = 0.0, square = 0.0;
    for (size_t i = 0; i < p->n; i++)
        mean += p->x[i] / (double)p->n;
    for (size_t i = 0; i < p->n; i++)
        square += (p->x[i] - mean) * (p->x[i] - mean) / (double)p->n;
    for (size_t i = 0; i < p->n; i++)
        x[i] = (p->x[i] - mean) / sqrt(square);
}

static wrong_run made(const posed_problem *p, const char *rule, const problem_conditions *under,
                      double *x)
{
    const written how = (written)random_below(WRITTEN_COUNT);
    const double off = is(rule, "other-start") ? 1.0 : 0.0;
    memcpy(x, p->x, p->n * sizeof *x);
    if (under->standardize != is(rule, "scaled-x"))
        standardize(x, p);
    wrong_run run = {
        .rule = is(rule, "scaled-x") ? "agree" : rule,
        .x = x,
        .y = p->y,
        .n = p->n,
        .rate = has_own_length(rule)
                    ? number_rounded_to(random_between(0.01, 0.2), under->any_rate ? 17 : 2)
                    : problem_usual_rate(&p->problem, under->any_rate),
        .slope = number_rounded_to(random_between(-3.0, 3.0), 3) + off,
        .intercept = number_rounded_to(random_between(-3.0, 3.0), 3) + off,
        .single = how == WRITTEN_SINGLE && under->digits == 0,
        .rows = under->rows ? under->rows : 10 + random_below(50)};
    choose_settings(&run);
    wrong_run_make(&run);
    if (how == WRITTEN_SHORT || under->digits)
        checking_write_short(&run, under->digits ? under->digits : 6);
    return run;
}

/* Whether a factor is what two losses differ by, and so no mere learning rate. */
static bool is_of_loss(double factor, size_t n)
{
    return factor == (double)n || factor == 0.5 * (double)n;
}

/* Whether it never moves, as when a weight that moves alone is best from the start. */
static bool stands_still(const wrong_run *run)
{
    for (size_t t = 1; t < run->rows; t++)
        if (run->slopes[t] != run->slopes[0] || run->intercepts[t] != run->intercepts[0])
            return false;
    return true;
}

/* Whether the run of a rule is found again. */
static bool is_found(const char *rule, const problem_conditions *under)
{
    posed_problem p;
    double x[WRONG_POINTS_MAX];
    problem_pose_random(&p, under);
    const wrong_run run = made(&p, rule, under, x);
    const double off = is(rule, "other-start") ? 1.0 : 0.0;
    const double told = under->times > 0.0 ? under->times : 1.0;
    const double own = is(rule, "momentum: average") ? 1.0 - run.first : 1.0;
    const dh_verdict verdict = checking_judged(
        &p, &run, checking_given(run.rate / told, run.slope - off, run.intercept - off));
    const bool found = names(&verdict, rule) || stands_still(&run) ||
                       (is(rule, "learning-rate") && is_of_loss(run.first, p.n));
    const double times = told * own;
    const double near = strchr(rule, ':') ? 1e-4 : 1e-12; /* forms may be taken for one another */
    if (found && told != 1.0)
        assert_true(fabs(verdict.factor / times - 1.0) < near || !is_name_of(verdict.name, rule));
    if (!found)
        print_error("%s, %s, n = %zu, %zu rows, rate %.17g: %s\n", rule,
                    run.single ? "float32" : "double", p.n, run.rows, run.rate, verdict.name);
    problem_leave(&p);
    return found;
}

/* How many runs are not, where every so many-th rule is tried on each problem. */
static int missed_of(int problems, int apart, problem_conditions under)
{
    int count = 0;
    for (int i = 0; i < problems; i++)
        for (int rule = i % apart; rule < RULE_COUNT; rule += apart)
            count += !is_found(RULES[rule], &under);
    return count;
}

static int missed(int problems, problem_conditions under)
{
    return missed_of(problems, 5, under);
}

static void every_rule_is_found_again(void **state)
{
    (void)state;
    assert_int_equal(missed_of(PROBLEMS, RULES_APART, (problem_conditions){.rows = 0}), 0);
}

static void also_with_any_rate(void **state)
{
    (void)state;
    assert_int_equal(missed(FEWER, (problem_conditions){.any_rate = true}), 0);
}

static void also_on_standardized_x(void **state)
{
    (void)state;
    assert_int_equal(missed(FEWER, (problem_conditions){.standardize = true}), 0);
}

static void also_where_the_mean_of_x_is_0(void **state)
{
    (void)state;
    assert_int_equal(missed(FEWER, (problem_conditions){.centered = true}), 0);
}

/* Rules that are told by their name, whatever the rate is. */
static bool has_name_of_its_own(const char *rule)
{
    static const char *const by_rate[] = {"agree",         "half",    "sum",        "half-sum",
                                          "learning-rate", "shifted", "other-start"};
    for (size_t i = 0; i < sizeof by_rate / sizeof *by_rate; i++)
        if (is(rule, by_rate[i]))
            return false;
    return true;
}

static void a_factor_may_come_with_any_mistake(void **state)
{
    (void)state;
    static const double factors[] = {0.5, 2.0, 0.1};
    int count = 0;
    for (int i = 0; i < FEWER; i++)
        for (int rule = i % 5; rule < RULE_COUNT; rule += 5)
            if (has_name_of_its_own(RULES[rule]))
                count += !is_found(RULES[rule],
                                   &(problem_conditions){.times = random_one_of(factors, 3)});
    assert_int_equal(count, 0);
}

static void also_with_three_rows(void **state)
{
    (void)state;
    assert_int_equal(missed(FEWER, (problem_conditions){.rows = 3, .any_rate = true}), 0);
}

static void also_with_four_digits(void **state)
{
    (void)state;
    assert_int_equal(missed(FEWER, (problem_conditions){.digits = 4}), 0);
}

static void also_on_each_sample(void **state)
{
    (void)state;
    static const char *const samples[] = {"anscombe1", "anscombe2", "anscombe3", "anscombe4",
                                          "cars",      "faithful",  "forbes",    "hubble"};
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        assert_int_equal(missed(15, (problem_conditions){.sample = samples[i]}), 0);
        assert_int_equal(
            missed(15, (problem_conditions){.sample = samples[i], .standardize = true}), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_rule_is_found_again),
        cmocka_unit_test(also_with_any_rate),
        cmocka_unit_test(also_on_standardized_x),
        cmocka_unit_test(also_where_the_mean_of_x_is_0),
        cmocka_unit_test(also_with_three_rows),
        cmocka_unit_test(a_factor_may_come_with_any_mistake),
        cmocka_unit_test(also_with_four_digits),
        cmocka_unit_test(also_on_each_sample),
    };
    random_begin(12);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
