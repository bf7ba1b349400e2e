/* What a field says: a number, that there is none, or something else. */
#ifndef TABLE_VALUE_H
#define TABLE_VALUE_H

#include "table/row.h"

typedef enum value_kind {
    VALUE_NUMBER,
    VALUE_MISSING, /* it is empty, or a word for that: NA, N/A, #N/A, NaN, null, None, ?, - */
    VALUE_OTHER
} value_kind;

/* Reads a field. A number is a finite decimal one, *value the double that is nearest to it, or
 * infinite when it is too large for one. *mark is the decimal mark of the numbers so far, '.' or
 * ',', and 0 while either may come: a number with the other mark is VALUE_OTHER. */
value_kind value_read(row_field field, char *mark, double *value);

/* Whether a field says what a failed gradient descent may have come to: inf, -Infinity. */
bool value_is_infinite(row_field field, double *value);

#endif
