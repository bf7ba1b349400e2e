#include "table/value.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    EXACT_DIGITS = 19,       /* as many always fit 64 bits */
    EXACT_POWER = 27,        /* and so does 5 to this power */
    EXPONENT_MAX = 99999999, /* beyond all doubles, however many digits a row has room for */
    DIGITS_MAX = 768 /* no double, and no middle between two, has more that are not 0 at its end */
};

/* A number as it is written: whole * 10^exponent. */
typedef struct decimal {
    bool negative;
    uint64_t whole; /* right when there are EXACT_DIGITS at most */
    size_t digits;
    int exponent;
    char mark; /* 0: none */
} decimal;

static const char *take_sign(const char *at, bool *negative)
{
    static const char real_minus[] = "−";
    *negative = *at == '-';
    if (*at == '-' || *at == '+')
        return at + 1;
    *negative = strncmp(at, real_minus, sizeof real_minus - 1) == 0;
    return *negative ? at + sizeof real_minus - 1 : at;
}

static const char *take_digits(const char *at, uint64_t *whole)
{
    for (unsigned digit; (digit = (unsigned)*at - '0') < 10; at++)
        *whole = *whole * 10 + digit;
    return at;
}

static const char *take_exponent(const char *at, int *exponent)
{
    bool negative;
    int size = 0;
    const char *first = take_sign(at, &negative);
    for (at = first; *at >= '0' && *at <= '9'; at++)
        size = size < EXPONENT_MAX ? size * 10 + (*at - '0') : size;
    *exponent += negative ? -size : size;
    return at > first ? at : NULL;
}

/* Takes a number apart that ends at `end`. False when it is none. */
static bool take_decimal(const char *at, const char *end, char mark, decimal *number)
{
    *number = (decimal){0};
    at = take_sign(at, &number->negative);
    const char *first = at;
    at = take_digits(at, &number->whole);
    number->digits = (size_t)(at - first);
    if (mark ? *at == mark : *at == '.' || *at == ',') {
        number->mark = *at++;
        first = at;
        at = take_digits(at, &number->whole);
        number->digits += (size_t)(at - first);
        number->exponent = -(int)(at - first);
        if (number->mark == ',' && at == first) /* ends a sentence, or parts a list */
            return false;
    }
    if (number->digits == 0)
        return false;
    if (*at == 'e' || *at == 'E')
        at = take_exponent(at + 1, &number->exponent);
    return at == end;
}

#ifdef __SIZEOF_INT128__
__extension__ typedef unsigned __int128 wide;

static const uint64_t FIVES[EXACT_POWER + 1] = {UINT64_C(1),
                                                UINT64_C(5),
                                                UINT64_C(25),
                                                UINT64_C(125),
                                                UINT64_C(625),
                                                UINT64_C(3125),
                                                UINT64_C(15625),
                                                UINT64_C(78125),
                                                UINT64_C(390625),
                                                UINT64_C(1953125),
                                                UINT64_C(9765625),
                                                UINT64_C(48828125),
                                                UINT64_C(244140625),
                                                UINT64_C(1220703125),
                                                UINT64_C(6103515625),
                                                UINT64_C(30517578125),
                                                UINT64_C(152587890625),
                                                UINT64_C(762939453125),
                                                UINT64_C(3814697265625),
                                                UINT64_C(19073486328125),
                                                UINT64_C(95367431640625),
                                                UINT64_C(476837158203125),
                                                UINT64_C(2384185791015625),
                                                UINT64_C(11920928955078125),
                                                UINT64_C(59604644775390625),
                                                UINT64_C(298023223876953125),
                                                UINT64_C(1490116119384765625),
                                                UINT64_C(7450580596923828125)};

/* 2 to a power between those of the smallest and largest normal double. */
static double power_of_two(int power)
{
    const uint64_t bits = (uint64_t)(DBL_MAX_EXP - 1 + power) << (DBL_MANT_DIG - 1);
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

/* bits * 2^shift to the nearest double. There are 62 bits or more, and the last one also stands for
 * all that was left out behind it: rounding them to 53 is rounding once. */
static double rounded(uint64_t bits, bool rest, int shift)
{
    return (double)(bits | rest) * power_of_two(shift);
}

/* whole * five * 2^shift, whole's first bit being set. */
static double product(uint64_t whole, uint64_t five, int shift)
{
    const int length = 64 - __builtin_clzll(five);
    const wide exact = (wide)whole * five;
    const bool rest = (uint64_t)(exact << (64 - length)) != 0;
    return rounded((uint64_t)(exact >> length), rest, shift + length);
}

/* whole / five * 2^shift. */
static double quotient(uint64_t whole, uint64_t five, int shift)
{
    const int room = __builtin_clzll(five);
    const wide exact = (wide)whole << 63;
    const uint64_t divisor = five << room, bits = (uint64_t)(exact / divisor);
    return rounded(bits, exact != (wide)bits * divisor, shift + room - 63);
}

/* whole * 10^exponent is whole * 5^exponent * 2^exponent. False when that power of five, or whole,
 * does not fit 64 bits. */
static bool nearest(const decimal *number, double *value)
{
    const int power = number->exponent;
    if (number->digits > EXACT_DIGITS || abs(power) > EXACT_POWER)
        return false;
    if (number->whole == 0) {
        *value = 0.0;
        return true;
    }
    const int room = __builtin_clzll(number->whole);
    *value =
        (power < 0 ? quotient : product)(number->whole << room, FIVES[abs(power)], power - room);
    return true;
}
#else
static bool nearest(const decimal *number, double *value)
{
    (void)number;
    (void)value;
    return false;
}
#endif

/* strtod in the C locale, which the program never leaves, of the significant digits; of those past
 * the most that a double can depend on it matters only whether they are all 0. */
static double read_slowly(const char *text, const char *end, int exponent)
{
    char plain[DIGITS_MAX + sizeof "1e-2147483648"] = "0";
    size_t digits = 0, kept = 0;
    bool rest = false;
    for (; text < end && *text != 'e' && *text != 'E'; text++) {
        if (*text < '0' || *text > '9' || (digits == 0 && *text == '0'))
            continue;
        if (digits++ < DIGITS_MAX)
            plain[kept++] = *text;
        else
            rest |= *text != '0';
    }
    exponent += (int)(digits - kept);
    if (rest) {
        plain[kept++] = '1';
        exponent--;
    }
    snprintf(plain + kept + (kept == 0), sizeof "e-2147483648", "e%d", exponent);
    return strtod(plain, NULL);
}

static bool says_missing(row_field field)
{
    static const char *const words[] = {"",     "NA",   "N/A",  "#N/A", "NaN",
                                        "-NaN", "null", "None", "?",    "-"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) == field.length &&
            strncasecmp(words[i], field.text, field.length) == 0)
            return true;
    return false;
}

value_kind value_read(row_field field, char *mark, double *value)
{
    decimal number;
    if (!take_decimal(field.text, field.text + field.length, *mark, &number))
        return says_missing(field) ? VALUE_MISSING : VALUE_OTHER;
    if (!nearest(&number, value))
        *value = read_slowly(field.text, field.text + field.length, number.exponent);
    *value = number.negative ? -*value : *value;
    *mark = number.mark ? number.mark : *mark;
    return VALUE_NUMBER;
}

bool value_is_infinite(row_field field, double *value)
{
    static const char *const words[] = {"inf", "+inf", "infinity", "-inf", "-infinity"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strlen(words[i]) == field.length &&
            strncasecmp(words[i], field.text, field.length) == 0) {
            *value = *words[i] == '-' ? -(double)INFINITY : (double)INFINITY;
            return true;
        }
    }
    return false;
}
