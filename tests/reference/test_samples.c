/* The line that fits each sample best, and how its x is standardized, against figures from
 * elsewhere. */
#include "cmocka_includes.h"
#include "sample_points.h"

static const double LEAST_SQUARES = 1e-12, STANDARDIZED = 1e-14;

typedef struct sample {
    const char *name;
    size_t n;
    dh_weights line;         /* least squares, published with the data */
    dh_scaling scaling;      /* mean_ and scale_ of scikit-learn 1.2.1's StandardScaler, */
    double first;            /* what it makes of the first x, */
    dh_weights standardized; /* and coef_ and intercept_ of its LinearRegression over that */
} sample;

static const sample SAMPLES[] = {
    {.name = "anscombe1",
     .n = 11,
     .line = {0.500090909090909, 3.00009090909091},
     .scaling = {9, 3.1622776601683795},
     .first = 0.31622776601683794,
     .standardized = {1.5814263098714778, 7.5009090909090927}},
    {.name = "anscombe2",
     .n = 11,
     .line = {0.5, 3.00090909090909},
     .scaling = {9, 3.1622776601683795},
     .first = 0.31622776601683794,
     .standardized = {1.58113883008419, 7.5009090909090901}},
    {.name = "anscombe3",
     .n = 11,
     .line = {0.499727272727273, 3.00245454545455},
     .scaling = {9, 3.1622776601683795},
     .first = 0.31622776601683794,
     .standardized = {1.5802763907223258, 7.5}},
    {.name = "anscombe4",
     .n = 11,
     .line = {0.499909090909091, 3.00172727272727},
     .scaling = {9, 3.1622776601683795},
     .first = -0.31622776601683794,
     .standardized = {1.5808513502969019, 7.500909090909091}},
    {.name = "cars",
     .n = 50,
     .line = {3.93240875912409, -17.5790948905109},
     .scaling = {15.4, 5.2345009313209605},
     .first = -2.1778580517174797,
     .standardized = {20.584197311969724, 42.979999999999997}},
    {.name = "faithful",
     .n = 272,
     .line = {10.7296413951335, 33.4743970227534},
     .scaling = {3.4877830882352936, 1.139271210225768},
     .first = 0.09849885677570014,
     .standardized = {12.223971537522264, 70.897058823529406}},
    {.name = "forbes",
     .n = 17,
     .line = {0.522892400784635, -81.0637271286558},
     .scaling = {202.95294117647057, 5.5877089535408802},
     .first = -1.5127740629930309,
     .standardized = {2.9217705496027957, 25.058823529411757}},
    {.name = "hubble",
     .n = 24,
     .line = {454.158440922628, -40.7836490958604},
     .scaling = {0.91137499999999994, 0.63190484598157648},
     .first = -1.3916256626169925,
     .standardized = {286.98491966244643, 373.12499999999994}},
};

enum { COUNT = sizeof SAMPLES / sizeof *SAMPLES };

static void assert_close_weights(dh_weights actual, dh_weights expected, double relative)
{
    assert_close(actual.slope, expected.slope, relative);
    assert_close(actual.intercept, expected.intercept, relative);
}

static void pose(dh_problem *problem, const sample *of, bool standardize, dh_loss_kind loss)
{
    const dh_problem_def def = sample_problem(of->name, standardize, loss);
    assert_true(dh_problem_pose(problem, &def, NULL));
    dh_source_drop(&def.source);
    assert_int_equal(problem->n, of->n);
}

/* Whatever the loss: each is a multiple of the same squares. */
static void the_lowest_loss_is_at_the_published_line(void **state)
{
    (void)state;
    dh_problem problem = {0};
    for (int i = 0; i < COUNT; i++)
        for (dh_loss_kind loss = 0; loss < DH_LOSS_COUNT; loss++) {
            pose(&problem, &SAMPLES[i], false, loss);
            const dh_weights found = problem.objective.minimum.at;
            assert_close_weights(found, SAMPLES[i].line, LEAST_SQUARES);
            assert_close_weights(dh_problem_line(&problem, found), SAMPLES[i].line, LEAST_SQUARES);
        }
    dh_problem_free(&problem);
}

static void so_it_is_on_standardized_x_mapped_back(void **state)
{
    (void)state;
    dh_problem problem = {0};
    for (int i = 0; i < COUNT; i++)
        for (dh_loss_kind loss = 0; loss < DH_LOSS_COUNT; loss++) {
            pose(&problem, &SAMPLES[i], true, loss);
            const dh_minimum found = problem.objective.minimum;
            assert_close_weights(found.at, SAMPLES[i].standardized, LEAST_SQUARES);
            assert_close_weights(dh_problem_line(&problem, found.at), SAMPLES[i].line,
                                 LEAST_SQUARES);
            assert_close_weights(dh_scaling_trained(problem.scaling, SAMPLES[i].line), found.at,
                                 LEAST_SQUARES);
        }
    dh_problem_free(&problem);
}

static void x_is_standardized_as_scikit_learn_does_it(void **state)
{
    (void)state;
    dh_problem problem = {0};
    for (int i = 0; i < COUNT; i++) {
        pose(&problem, &SAMPLES[i], true, DH_LOSS_MEAN);
        assert_close(problem.scaling.mean, SAMPLES[i].scaling.mean, STANDARDIZED);
        assert_close(problem.scaling.deviation, SAMPLES[i].scaling.deviation, STANDARDIZED);
        assert_close(problem.input[0], SAMPLES[i].first, STANDARDIZED);
    }
    dh_problem_free(&problem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_lowest_loss_is_at_the_published_line),
        cmocka_unit_test(so_it_is_on_standardized_x_mapped_back),
        cmocka_unit_test(x_is_standardized_as_scikit_learn_does_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
