/* A rule is read from left to right, a name or a sign at a time. Only what the rules of optimizers
 * are made of is known: names, whole numbers, + - * / and brackets, sqrt(...), pow(NAME, NAME). */
#include "model/rule_text.h"

#include "text/number_text.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* A name in a rule; of length 0 where there is none. */
typedef struct rule_name {
    const char *at;
    size_t length;
} rule_name;

static void append(rule_text *to, const char *text)
{
    const size_t used = strlen(to->text);
    snprintf(to->text + used, sizeof to->text - used, "%s", text);
}

static rule_name name_at(const char *at)
{
    rule_name name = {at, 0};
    while (at[name.length] == '_' || isalpha((unsigned char)at[name.length]) ||
           (name.length > 0 && isdigit((unsigned char)at[name.length])))
        name.length++;
    return name;
}

static bool is(rule_name name, const char *text)
{
    return strlen(text) == name.length && strncmp(name.at, text, name.length) == 0;
}

/* Whether a name is written beside its factor, as in "0.9 v"; the others are words or numbers. */
static bool is_symbol(rule_name name, const rule_names *names)
{
    for (int i = 0; i < names->optimizer->terms; i++)
        if (is(name, names->optimizer->term[i].symbol))
            return true;
    return names->says_g && is(name, "g");
}

/* "m_hat" as m and a combining hat, other symbols and words as they are. */
static text_number symbol_text(rule_name name)
{
    static const char hat[] = "_hat";
    const size_t tail = sizeof hat - 1;
    const bool hatted = name.length > tail && strncmp(name.at + name.length - tail, hat, tail) == 0;
    text_number text;
    snprintf(text.text, sizeof text.text, "%.*s%s", (int)(name.length - (hatted ? tail : 0)),
             name.at, hatted ? "\xcc\x82" : "");
    return text;
}

static text_number name_text(rule_name name, const rule_names *names)
{
    const dh_optimizer *optimizer = names->optimizer;
    text_number text;
    for (int i = 0; i < optimizer->settings; i++)
        if (is(name, optimizer->setting[i].symbol))
            return text_short(names->update->value[i], 6);
    if (is(name, "rate"))
        return text_short(names->update->rate, 6);
    if (is(name, "g") && !names->says_g)
        return (text_number){"gradient"};
    if (!is(name, "t"))
        return symbol_text(name);
    snprintf(text.text, sizeof text.text, "%zu", names->update->number);
    return text;
}

/* From the bracket after "pow" on: a power. Returns what follows it. */
static const char *add_power(rule_text *to, const char *at, const rule_names *names)
{
    const rule_name base = name_at(at + 1);
    const rule_name power = name_at(base.at + base.length + strlen(", "));
    append(to, name_text(base, names).text);
    append(to, text_raised(name_text(power, names).text).text);
    return power.at + power.length + 1;
}

/* From the bracket after "sqrt" on: a root, without brackets where they hold but a name. */
static const char *add_root(rule_text *to, const char *at, const rule_names *names)
{
    const rule_name only = name_at(at + 1);
    append(to, "√");
    if (only.length == 0 || only.at[only.length] != ')')
        return at;
    append(to, name_text(only, names).text);
    return only.at + only.length + 1;
}

static const char *add_name(rule_text *to, rule_name name, const rule_names *names)
{
    static const char times[] = " * ";
    const char *after = name.at + name.length;
    if (is(name, "pow"))
        return add_power(to, after, names);
    if (is(name, "sqrt"))
        return add_root(to, after, names);
    append(to, name_text(name, names).text);
    if (strncmp(after, times, sizeof times - 1) != 0)
        return after;
    const rule_name next = name_at(after + sizeof times - 1);
    if (next.length != name.length || strncmp(next.at, name.at, name.length) != 0)
        return after;
    append(to, "²");
    return next.at + next.length;
}

static const char *add_sign(rule_text *to, const char *at, const rule_names *names)
{
    const char sign[] = {*at, '\0'};
    if (*at == '*' && at[1] == ' ' && is_symbol(name_at(at + 2), names))
        return at + 2; /* the space before it parts them */
    append(to, *at == '*' ? "×" : *at == '-' ? "−" : sign);
    return at + 1;
}

rule_text rule_text_of(const char *rule, const rule_names *names)
{
    rule_text to = {""};
    while (*rule) {
        const rule_name name = name_at(rule);
        rule = name.length > 0 ? add_name(&to, name, names) : add_sign(&to, rule, names);
    }
    return to;
}

/* Whether one of these signs is in a rule outside of all brackets. */
static bool has_sign(const char *rule, const char *signs)
{
    int depth = 0;
    for (; *rule; rule++) {
        depth += (*rule == '(') - (*rule == ')');
        if (depth == 0 && strchr(signs, *rule))
            return true;
    }
    return false;
}

static void append_factor(rule_text *to, const char *rule, const char *signs,
                          const rule_names *names)
{
    const bool bracketed = has_sign(rule, signs);
    append(to, bracketed ? "(" : "");
    append(to, rule_text_of(rule, names).text);
    append(to, bracketed ? ")" : "");
}

rule_text rule_text_of_step(const rule_names *names)
{
    rule_text to = {""};
    append_factor(&to, names->optimizer->numerator, "+-", names);
    if (names->optimizer->denominator) {
        append(&to, " / ");
        append_factor(&to, names->optimizer->denominator, "+-*/", names);
    }
    return to;
}
