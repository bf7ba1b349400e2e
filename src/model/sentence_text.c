#include "model/sentence_text.h"

#include "text/append.h"
#include "text/number.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static const double A_STRIDE = 10.0; /* numbers further apart have digits of their own */

enum { DIGITS_MORE = 3 };

text_number sentence_number(double value, int digits)
{
    const double size = fabs(value);
    const int whole = size >= 1.0 && size < 1e6 ? (int)floor(log10(size)) + 1 : 0;
    return text_short(value, whole > digits ? whole : digits);
}

text_number sentence_ratio(double ratio)
{
    char text[TEXT_NUMBER_BYTES];
    double rounded = ratio;
    snprintf(text, sizeof text, "%.1e", ratio);
    number_parse(text, &rounded);
    return sentence_number(rounded, 2);
}

static size_t characters(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += (*text & 0xC0) != 0x80;
    return count;
}

void sentence_say(sentence_text *to, const char *format, ...)
{
    char more[SENTENCE_BYTES];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(more, sizeof more, format, arguments);
    va_end(arguments);
    text_append(to->text, sizeof to->text, "%s", more);
    assert(characters(to->text) <= SENTENCE_CHARACTERS);
}

void sentence_add(sentence_text *to, const char *more)
{
    if (characters(to->text) + characters(more) <= SENTENCE_CHARACTERS)
        sentence_say(to, "%s", more);
}

text_number sentence_loss(const step_facts *facts)
{
    const double loss = facts->now.loss;
    if (step_is_lowest(facts) && loss > 2.0 * facts->run->problem->objective.minimum.loss)
        return (text_number){"as good as 0"};
    return sentence_number(loss, SENTENCE_DIGITS);
}

void sentence_say_lowest(sentence_text *to, const step_facts *facts)
{
    const bool unique = facts->run->problem->objective.minimum.unique;
    sentence_say(to, "as low as it can be%s.", unique ? "" : "; other lines do as well");
}

/* Two numbers with as many decimals as tell the larger well, or the one from the other. */
typedef struct number_pair {
    text_number a, b;
} number_pair;

static number_pair with_decimals(double a, double b, int decimals)
{
    return (number_pair){text_fixed(a, decimals), text_fixed(b, decimals)};
}

static bool reads_the_same(const number_pair *pair)
{
    return strcmp(pair->a.text, pair->b.text) == 0;
}

static number_pair pair_of(double a, double b)
{
    const double large = fmax(a, b), small = fmin(a, b);
    if (!(small > 0.0 && large < 1e6 && large < A_STRIDE * small && small > 1e-4))
        return (number_pair){sentence_number(a, SENTENCE_DIGITS),
                             sentence_number(b, SENTENCE_DIGITS)};
    const int decimals = (int)fmax(SENTENCE_DIGITS - 1 - floor(log10(large)), 0.0);
    number_pair pair = with_decimals(a, b, decimals);
    for (int more = 1; more <= DIGITS_MORE && reads_the_same(&pair); more++)
        pair = with_decimals(a, b, decimals + more);
    return pair;
}

void sentence_add_losses(sentence_text *to, const step_facts *facts)
{
    char tail[2 * TEXT_NUMBER_BYTES + 24];
    const number_pair loss = pair_of(facts->before.loss, facts->now.loss);
    if (reads_the_same(&loss))
        snprintf(tail, sizeof tail, " The loss stays at %s.", loss.b.text);
    else
        snprintf(tail, sizeof tail, " Loss %s to %s.", loss.a.text, loss.b.text);
    sentence_add(to, tail);
}
