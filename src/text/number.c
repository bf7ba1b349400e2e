#include "text/number.h"

#include "text/line.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PLAIN_BYTES = 400 }; /* longer numbers are refused */

static const char REAL_MINUS[] = "−";

/* Bytes of the minus that a text begins with, 0 for none. */
static size_t minus_at(const char *text)
{
    if (strncmp(text, REAL_MINUS, sizeof REAL_MINUS - 1) == 0)
        return sizeof REAL_MINUS - 1;
    return *text == '-';
}

/* Copies text with an ASCII minus for real ones. False when it is too long or has a character that
 * no decimal number has; that also keeps strtod from its hexadecimals, infinities and spaces. */
static bool plain_copy(const char *text, char plain[static PLAIN_BYTES])
{
    size_t length = 0;
    while (*text) {
        if (length == PLAIN_BYTES - 1)
            return false;
        if (minus_at(text) > 0) {
            plain[length++] = '-';
            text += minus_at(text);
        } else if (strchr("0123456789+.eE", *text)) {
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

bool number_parse_typed(const char *text, double *value)
{
    char plain[PLAIN_BYTES];
    size_t length;
    text = text_trimmed(text, &length);
    if (length >= sizeof plain)
        return false;
    memcpy(plain, text, length);
    plain[length] = '\0';
    char *comma = strchr(plain, ',');
    if (comma && !strchr(plain, '.') && !strchr(comma + 1, ','))
        *comma = '.';
    return number_parse(plain, value);
}

const char *number_comma_advice(const char *text)
{
    bool decimal = false;
    if (strchr(text, '.'))
        return "";
    for (const char *at = text; (at = strchr(at, ',')); at++)
        decimal |= at > text && isdigit((unsigned char)at[-1]) && isdigit((unsigned char)at[1]);
    return decimal ? "a decimal point is wanted, not a comma; " : "";
}

bool number_parse_list(const char *text, double *values, int count)
{
    double parsed[NUMBER_LIST_MAX];
    assert(count <= NUMBER_LIST_MAX);
    for (int i = 0; i < count; i++) {
        const size_t length = i + 1 < count ? strcspn(text, ",") : strlen(text);
        char part[PLAIN_BYTES];
        if (length >= sizeof part || (i + 1 < count && text[length] != ','))
            return false;
        memcpy(part, text, length);
        part[length] = '\0';
        if (!number_parse(part, &parsed[i]))
            return false;
        text += length + (text[length] == ',');
    }
    memcpy(values, parsed, (size_t)count * sizeof *values);
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

bool number_parse_seed(const char *text, uint64_t *seed)
{
    const size_t sign = minus_at(text);
    const uint64_t most = sign ? UINT64_C(1) << 63 : UINT64_MAX;
    uint64_t size;
    if (!number_parse_whole(text + sign, 0, most, &size))
        return false;
    *seed = sign ? 0 - size : size;
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

void number_brief(double value, char text[static NUMBER_BYTES])
{
    snprintf(text, NUMBER_BYTES, "%g", value);
    char *plus = strchr(text, '+');
    if (plus)
        memmove(plus, plus + 1, strlen(plus));
}

double number_rounded(double value, int digits)
{
    char text[NUMBER_BYTES];
    double rounded;
    snprintf(text, sizeof text, "%.*e", digits - 1, value);
    return number_parse(text, &rounded) ? rounded : value;
}
