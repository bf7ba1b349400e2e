/* What the losses of a run are. */
#include "cmocka_includes.h"
#include "unit/checking.h"

#include <math.h>
#include <string.h>

/* Losses of a run, each the mean of the squares times a factor, or of another kind. */
static void write_losses(const wrong_run *run, size_t after, dh_loss_column kind, double *loss)
{
    for (size_t t = 0; t < run->rows; t++) {
        const size_t at = t + after < run->rows ? t + after : t;
        double square = 0.0, size = 0.0;
        for (size_t i = 0; i < run->n; i++) {
            const double off = run->slopes[at] * run->x[i] + run->intercepts[at] - run->y[i];
            square += off * off;
            size += fabs(off);
        }
        const double n = (double)run->n;
        loss[t] = kind == DH_COLUMN_MEAN       ? square / n
                  : kind == DH_COLUMN_HALF     ? square / n / 2.0
                  : kind == DH_COLUMN_SUM      ? square
                  : kind == DH_COLUMN_HALF_SUM ? square / 2.0
                  : kind == DH_COLUMN_ROOT     ? sqrt(square / n)
                  : kind == DH_COLUMN_ABSOLUTE ? size / n
                                               : 1.0 + square;
    }
    if (after > 0)
        loss[run->rows - 1] = (double)NAN;
}

static void losses_are_told_by_their_kind(void **state)
{
    (void)state;
    double loss[WRONG_ROWS_MAX];
    posed_problem p;
    checking_pose_four(&p, DH_LOSS_MEAN);
    const wrong_run run = checking_over_four(&p, "agree", 20);
    dh_check_def def = checking_given(0.03, 0.0, 0.0);
    def.trace.loss = loss;
    for (size_t after = 0; after < 2; after++)
        for (int kind = DH_COLUMN_OTHER; kind < DH_COLUMN_KINDS; kind++) {
            write_losses(&run, after, (dh_loss_column)kind, loss);
            const dh_verdict verdict = checking_judged(&p, &run, def);
            assert_string_equal(verdict.name, "agree");
            assert_int_equal(verdict.loss.kind, kind);
            assert_true(verdict.loss.after == (after > 0 && kind != DH_COLUMN_OTHER));
        }
    write_losses(&run, 0, DH_COLUMN_MEAN, loss);
    loss[3] += 0.01;
    const dh_verdict verdict = checking_judged(&p, &run, def);
    assert_int_equal(verdict.loss.kind, DH_COLUMN_OTHER);
    assert_true(verdict.loss.row == 3 && verdict.loss.given == loss[3]);
    assert_true(fabs(verdict.loss.here - (loss[3] - 0.01)) < 1e-12);
    problem_leave(&p);
}

/* Losses and weights with few digits are still those. */
static void losses_with_few_digits_are_right(void **state)
{
    (void)state;
    double loss[WRONG_ROWS_MAX];
    posed_problem p;
    checking_pose_four(&p, DH_LOSS_MEAN);
    wrong_run run = checking_over_four(&p, "agree", 20);
    dh_check_def def = checking_given(0.03, 0.0, 0.0);
    def.trace.loss = loss;
    write_losses(&run, 0, DH_COLUMN_MEAN, loss);
    checking_write_short(&run, 4);
    for (size_t t = 0; t < run.rows; t++)
        loss[t] = t == 5 ? (double)NAN : number_rounded_to(loss[t], 3);
    const dh_verdict verdict = checking_judged(&p, &run, def);
    assert_int_equal(verdict.loss.kind, DH_COLUMN_MEAN);
    problem_leave(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(losses_are_told_by_their_kind),
        cmocka_unit_test(losses_with_few_digits_are_right),
    };
    random_begin(12);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
