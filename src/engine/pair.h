/* Numbers as unevaluated sums of two doubles, which hold 106 bits where one holds 53: for the few
 * places where rounding to a double would take what matters. Only additions and multiplications
 * that IEEE 754 defines to the last bit, so that every machine gets the same.
 *
 * Sources: T. Dekker, "A floating-point technique for extending the available precision",
 * Numerische Mathematik 18, 1971 (the product by halves, sums and quotients of pairs); D. Knuth,
 * The Art of Computer Programming 2, 4.2.2 (the exact sum); T. Ogita, S. Rump and S. Oishi,
 * "Accurate sum and dot product", SIAM Journal on Scientific Computing 26(6), 2005 (summation). */
#ifndef ENGINE_PAIR_H
#define ENGINE_PAIR_H

#include <stdint.h>
#include <string.h>

typedef struct pair {
    double high, low; /* |low| is at most half a unit in the last place of high, unless it is said
                         that a pair is loose */
} pair;

/* a + b, exactly. */
static inline pair two_sum(double a, double b)
{
    const double sum = a + b;
    const double of_b = sum - a;
    return (pair){sum, (a - (sum - of_b)) + (b - of_b)};
}

/* a - b, exactly. */
static inline pair two_diff(double a, double b)
{
    return two_sum(a, -b);
}

/* The same as two_sum, where |a| >= |b| or a is 0. */
static inline pair quick_sum(double a, double b)
{
    const double sum = a + b;
    return (pair){sum, b - (sum - a)};
}

/* The upper 26 of the 53 bits. Cutting them off, where Veltkamp's splitting would round to them,
 * never overflows. */
static inline double upper_half(double a)
{
    uint64_t bits;
    memcpy(&bits, &a, sizeof bits);
    bits &= ~(uint64_t)0x7ffffff;
    memcpy(&a, &bits, sizeof a);
    return a;
}

/* a * b: exact but for the last of 106 bits, while nothing underflows. In this order every
 * difference but the last is exact. */
static inline pair two_product(double a, double b)
{
    const double product = a * b;
    const double a_high = upper_half(a), a_low = a - a_high;
    const double b_high = upper_half(b), b_low = b - b_high;
    const double rest = ((a_high * b_high - product) + a_high * b_low) + a_low * b_high;
    return (pair){product, rest + a_low * b_low};
}

static inline pair pair_plus(pair a, pair b)
{
    const pair high = two_sum(a.high, b.high), low = two_sum(a.low, b.low);
    const pair sum = quick_sum(high.high, high.low + low.high);
    return quick_sum(sum.high, sum.low + low.low);
}

static inline pair pair_minus(pair a, pair b)
{
    return pair_plus(a, (pair){-b.high, -b.low});
}

static inline pair pair_times(pair a, pair b)
{
    const pair product = two_product(a.high, b.high);
    return quick_sum(product.high, product.low + (a.high * b.low + a.low * b.high));
}

static inline pair pair_over(pair a, pair b)
{
    const double about = a.high / b.high;
    const pair left = pair_minus(a, pair_times((pair){about, 0.0}, b));
    return quick_sum(about, left.high / b.high);
}

/* Adds a term, which may be loose, to a sum, which gets loose: the low parts are summed as plain
 * doubles and count for the whole at the end. */
static inline pair with_term(pair sum, pair term)
{
    const pair high = two_sum(sum.high, term.high);
    return (pair){high.high, sum.low + (high.low + term.low)};
}

/* A loose pair put in order. */
static inline pair tightened(pair loose)
{
    return two_sum(loose.high, loose.low);
}

#endif
