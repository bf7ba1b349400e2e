/* Numbers as people read them: a real minus sign, powers of ten as powers. */
#ifndef TEXT_NUMBER_TEXT_H
#define TEXT_NUMBER_TEXT_H

enum { TEXT_NUMBER_BYTES = 48 };

typedef struct text_number {
    char text[TEXT_NUMBER_BYTES]; /* UTF-8 */
} text_number;

/* value with this many decimals, or fewer where it would have more than seven digits; from 1e7 on,
 * and below half of the last decimal, with three digits and a power of ten instead. */
text_number text_fixed(double value, int decimals);

/* value as it is read off: with four decimals where they give three digits at least, else with
 * three digits and a power of ten. */
text_number text_reading(double value);

/* value with about this many digits, whatever its size; zeros at the end are left out. */
text_number text_short(double value, int digits);

/* The same with its zeros. */
text_number text_significant(double value, int digits);

/* value rounded to this many digits, without a power of ten below 1e7: 4300, 0.22. */
text_number text_rounded(double value, int digits);

/* A whole number as a power: "13" becomes "¹³". */
text_number text_raised(const char *digits);

/* value times ten to a power, with this many decimals: "1.50×10⁷"; without the power when it is 0.
 */
text_number text_powered(double value, int decimals, int power);

/* One, two or five times a power of ten, as a power: "10⁷", "5×10⁻⁹". */
text_number text_power(double value);

/* value with as many digits as tell it from one that is `step` away. */
text_number text_stepped(double value, double step);

#endif
