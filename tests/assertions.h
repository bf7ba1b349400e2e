/* What cmocka has no assertion for. Include after cmocka.h. */
#ifndef TESTS_ASSERTIONS_H
#define TESTS_ASSERTIONS_H

#include <math.h>
#include <stdio.h>

/* |actual - expected| <= relative * |expected|, or both are 0. */
static inline void assert_close_at(double actual, double expected, double relative,
                                   const char *file, int line)
{
    if (fabs(actual - expected) <= relative * fabs(expected))
        return;
    fprintf(stderr, "%.17g is not within %g of %.17g, relative to it\n", actual, relative,
            expected);
    _fail(file, line);
}

#define assert_close(actual, expected, relative)                                                   \
    assert_close_at((actual), (expected), (relative), __FILE__, __LINE__)

/* |actual - expected| <= error. */
static inline void assert_within_at(double actual, double expected, double error, const char *file,
                                    int line)
{
    if (fabs(actual - expected) <= error)
        return;
    fprintf(stderr, "%.17g is not within %g of %.17g\n", actual, error, expected);
    _fail(file, line);
}

#define assert_within(actual, expected, error)                                                     \
    assert_within_at((actual), (expected), (error), __FILE__, __LINE__)

/* Equal to the last bit; for values that are computed twice or known exactly. */
#define assert_exactly(actual, expected) assert_close((actual), (expected), 0.0)

#endif
