#include "text/number.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PLAIN_BYTES = 400 }; /* longer numbers are refused */

static const char REAL_MINUS[] = "−";

/* Copies text with an ASCII minus for real ones. False when it is too long or has a character that
 * no decimal number has; that also keeps strtod from its hexadecimals, infinities and spaces. */
static bool plain_copy(const char *text, char plain[static PLAIN_BYTES])
{
    size_t length = 0;
    while (*text) {
        if (length == PLAIN_BYTES - 1)
            return false;
        if (strncmp(text, REAL_MINUS, sizeof REAL_MINUS - 1) == 0) {
            plain[length++] = '-';
            text += sizeof REAL_MINUS - 1;
        } else if (strchr("0123456789+-.eE", *text)) {
            plain[length++] = *text++;
        } else {
            return false;
        }
    }
    plain[length] = '\0';
    return length > 0;
}

bool number_parse(const char *text, double *value)
{
    char plain[PLAIN_BYTES];
    if (!plain_copy(text, plain))
        return false;
    char *end;
    errno = 0;
    const double parsed = strtod(plain, &end);
    const bool out_of_reach = errno == ERANGE && (parsed == 0.0 || isinf(parsed));
    if (end == plain || *end != '\0' || out_of_reach)
        return false;
    *value = parsed;
    return true;
}

bool number_parse_pair(const char *text, double *first, double *second)
{
    const char *comma = strchr(text, ',');
    char head[PLAIN_BYTES];
    if (!comma || comma - text >= PLAIN_BYTES)
        return false;
    memcpy(head, text, (size_t)(comma - text));
    head[comma - text] = '\0';
    double a, b;
    if (!number_parse(head, &a) || !number_parse(comma + 1, &b))
        return false;
    *first = a;
    *second = b;
    return true;
}

bool number_parse_whole(const char *text, uint64_t low, uint64_t high, uint64_t *value)
{
    if (*text == '\0' || text[strspn(text, "0123456789")] != '\0')
        return false;
    errno = 0;
    const unsigned long long parsed = strtoull(text, NULL, 10);
    if (errno == ERANGE || parsed < low || parsed > high)
        return false;
    *value = parsed;
    return true;
}

void number_shortest(double value, char text[static NUMBER_BYTES])
{
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(text, NUMBER_BYTES, "%.*g", digits, value);
        double back;
        if (number_parse(text, &back) && back == value)
            return;
    }
}
