#include "text/number_text.h"

#include "text/append.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const SUPERSCRIPTS[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

static void append(text_number *number, const char *text)
{
    text_append(number->text, sizeof number->text, "%s", text);
}

text_number text_raised(const char *digits)
{
    text_number number = {""};
    for (; *digits; digits++)
        if (*digits >= '0' && *digits <= '9')
            append(&number, SUPERSCRIPTS[*digits - '0']);
    return number;
}

/* Turns printf's text into a person's: "-1.5e-07" becomes "−1.5×10⁻⁷". */
static text_number dressed(const char *plain)
{
    text_number number = {""};
    char piece[2] = "";
    const char *at = plain;
    for (; *at && *at != 'e'; at++) {
        piece[0] = *at;
        append(&number, *at == '-' ? "−" : piece);
    }
    if (*at == '\0')
        return number;
    const int power = atoi(at + 1);
    append(&number, "×10");
    if (power < 0)
        append(&number, "⁻");
    char digits[16];
    snprintf(digits, sizeof digits, "%d", abs(power));
    append(&number, text_raised(digits).text);
    return number;
}

static text_number not_finite(double value)
{
    text_number number = {""};
    append(&number, isnan(value) ? "not a number" : value > 0.0 ? "∞" : "−∞");
    return number;
}

text_number text_fixed(double value, int decimals)
{
    value += 0.0;                 /* no minus on a zero */
    const double too_large = 1e7; /* a digit more than is shown of any number */
    char plain[TEXT_NUMBER_BYTES];
    if (!isfinite(value))
        return not_finite(value);
    const double size = fabs(value);
    if (size >= too_large || (size > 0.0 && size < 0.5 * pow(10.0, -decimals))) {
        snprintf(plain, sizeof plain, "%.2e", value);
        return dressed(plain);
    }
    while (decimals > 0 && size * pow(10.0, decimals) >= too_large)
        decimals--;
    snprintf(plain, sizeof plain, "%.*f", decimals, value);
    return dressed(plain);
}

text_number text_reading(double value)
{
    enum { DECIMALS = 4 };
    const double told = 0.01; /* by four decimals: three digits from here on */
    if (value == 0.0 || !isfinite(value) || fabs(value) >= told)
        return text_fixed(value, DECIMALS);
    char plain[TEXT_NUMBER_BYTES];
    snprintf(plain, sizeof plain, "%.2e", value);
    return dressed(plain);
}

static text_number with_digits(const char *format, double value, int digits)
{
    char plain[TEXT_NUMBER_BYTES];
    if (!isfinite(value))
        return not_finite(value);
    snprintf(plain, sizeof plain, format, digits, value);
    return dressed(plain);
}

text_number text_short(double value, int digits)
{
    return with_digits("%.*g", value, digits);
}

text_number text_significant(double value, int digits)
{
    text_number number = with_digits("%#.*g", value, digits);
    char *end = number.text + strlen(number.text);
    if (end > number.text && end[-1] == '.') /* of a whole number */
        end[-1] = '\0';
    return number;
}

text_number text_rounded(double value, int digits)
{
    char rounded[TEXT_NUMBER_BYTES];
    snprintf(rounded, sizeof rounded, "%.*e", digits - 1, value);
    return text_short(strtod(rounded, NULL), 7);
}

text_number text_powered(double value, int decimals, int power)
{
    char plain[TEXT_NUMBER_BYTES];
    if (!isfinite(value))
        return not_finite(value);
    if (power == 0)
        snprintf(plain, sizeof plain, "%.*f", decimals, value);
    else
        snprintf(plain, sizeof plain, "%.*fe%d", decimals, value / pow(10.0, power), power);
    return dressed(plain);
}

text_number text_power(double value)
{
    char plain[TEXT_NUMBER_BYTES];
    snprintf(plain, sizeof plain, "%.0e", value);
    const text_number number = dressed(plain);
    const char *ten = "1×10";
    if (strcmp(number.text, "1×10⁰") == 0)
        return (text_number){"1"};
    if (strncmp(number.text, ten, strlen(ten)) != 0)
        return number;
    text_number power = {""};
    append(&power, number.text + strlen("1×"));
    return power;
}

text_number text_stepped(double value, double step)
{
    char plain[TEXT_NUMBER_BYTES];
    if (fabs(value) < 1e-6 * step)
        value = 0.0; /* the sum of steps that should have met at zero */
    const int decimals = (int)fmax(0.0, ceil(-log10(step) - 1e-9));
    const double size = fabs(value);
    const int digits =
        value == 0.0 ? 0 : (int)fmax(0.0, floor(log10(size)) - floor(log10(step) + 1e-9));
    const double many = 5.0; /* digits by which a large number is longer with its power of ten */
    const bool plainly = size < 1e7 || (size < 1e15 && log10(size) < digits + many - decimals);
    if (plainly && decimals <= 5) {
        snprintf(plain, sizeof plain, "%.*f", decimals, value);
        return dressed(plain);
    }
    if (value == 0.0)
        return (text_number){"0"};
    snprintf(plain, sizeof plain, "%.*e", digits, value);
    return dressed(plain);
}
