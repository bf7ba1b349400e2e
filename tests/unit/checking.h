/* Runs of others, given to the check. */
#ifndef UNIT_CHECKING_H
#define UNIT_CHECKING_H

#include "downhill/check.h"
#include "unit/random_problems.h"
#include "unit/wrong_runs.h"

/* Rounds all rows to so many significant digits; to so many decimals. */
void checking_write_short(wrong_run *run, int digits);
void checking_write_decimals(wrong_run *run, int decimals);

/* Makes the rows those of the program's own run after a definition. */
void checking_take_rows(wrong_run *run, const posed_problem *p, const dh_check_def *def,
                        size_t rows);

/* Poses points on no line: x 0, 1, 2, 3 and y 1, 4, 4, 7, whose sums are whole: x 6, x squared 14,
 * y 16, xy 33. */
void checking_pose_four(posed_problem *p, dh_loss_kind loss);

/* A run of a rule over them, from 0, 0 with learning rate 0.03. */
wrong_run checking_over_four(const posed_problem *p, const char *rule, size_t rows);

/* What a run should be: gradient descent from a start. */
dh_check_def checking_given(double rate, double slope, double intercept);

/* Judges a run over a problem; fails the test where that fails. */
dh_verdict checking_judged(const posed_problem *p, const wrong_run *run, dh_check_def def);

#endif
