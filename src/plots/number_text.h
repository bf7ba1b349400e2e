/* Numbers as people read them: a real minus sign, powers of ten as powers. */
#ifndef PLOT_NUMBER_TEXT_H
#define PLOT_NUMBER_TEXT_H

enum { PLOT_NUMBER_BYTES = 48 };

typedef struct plot_number {
    char text[PLOT_NUMBER_BYTES]; /* UTF-8 */
} plot_number;

/* value with this many decimals, or fewer where it would have more than seven digits; from 1e7 on,
 * and below half of the last decimal, with three digits and a power of ten instead. */
plot_number plot_fixed(double value, int decimals);

/* value with about this many digits, whatever its size; zeros at the end are left out. */
plot_number plot_short(double value, int digits);

/* The same with its zeros. */
plot_number plot_significant(double value, int digits);

/* A whole number as a power: "13" becomes "¹³". */
plot_number plot_raised(const char *digits);

/* value with as many digits as tell it from one that is `step` away. */
plot_number plot_stepped(double value, double step);

#endif
