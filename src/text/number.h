/* Numbers as people type them and as programs read them back. The program never leaves the C
 * locale, so a decimal point is a point everywhere. */
#ifndef TEXT_NUMBER_H
#define TEXT_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

enum { NUMBER_BYTES = 32, NUMBER_LIST_MAX = 8 };

/* A finite decimal number that is the whole of text: sign (also a real minus), digits, point,
 * exponent. Leaves *value alone and returns false for anything else, and for what is too large or
 * too close to zero to be held. */
bool number_parse(const char *text, double *value);

/* The same as a person types it into a field of its own: white space may be around it, and a comma
 * be its decimal point. */
bool number_parse_typed(const char *text, double *value);

/* What to say to who has written a comma for a decimal point where commas part numbers: words that
 * end in "; ", or "" for a text that has another fault. */
const char *number_comma_advice(const char *text);

/* So many such numbers, NUMBER_LIST_MAX at most, with commas between them. */
bool number_parse_list(const char *text, double *values, int count);

/* A whole number written with digits alone, from low to high. */
bool number_parse_whole(const char *text, uint64_t low, uint64_t high, uint64_t *value);

/* The seed of a generator as PyTorch takes it: a whole number from -2^63 to 2^64 - 1, of which
 * those below 0 stand for 2^64 more. */
bool number_parse_seed(const char *text, uint64_t *seed);

/* A short text that number_parse turns into exactly this finite value: of 15 digits at most, or as
 * many more as it takes. */
void number_shortest(double value, char text[static NUMBER_BYTES]);

/* The number that `value` is when it is told with so many digits; itself where there is none. */
double number_rounded(double value, int digits);

/* A limit in few characters: "0.5", "1e30". Six digits at most. */
void number_brief(double value, char text[static NUMBER_BYTES]);

#endif
