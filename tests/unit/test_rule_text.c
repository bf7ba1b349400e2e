/* Rules of optimizers as they are shown. What is expected was written by hand. */
#include "cmocka_includes.h"

#include "model/rule_text.h"

#include <stdio.h>
#include <string.h>

static const dh_setting SETTINGS[] = {{.symbol = "beta"}, {.symbol = "weight_decay"}};
static const dh_term TERMS[] = {{.symbol = "m"}, {.symbol = "m_hat"}, {.symbol = "v"}};
static const double VALUES[] = {0.9, 1e-6};
static const dh_weight_update UPDATE = {.value = VALUES, .number = 13, .rate = 0.05};

/* An optimizer of those, the step of which is above / below. */
static dh_optimizer optimizer_with(const char *above, const char *below)
{
    return (dh_optimizer){.setting = SETTINGS,
                          .settings = 2,
                          .term = TERMS,
                          .terms = 3,
                          .kept = 1,
                          .numerator = above,
                          .denominator = below};
}

static void check(const char *rule, const char *expected)
{
    const dh_optimizer optimizer = optimizer_with("g", NULL);
    const rule_names names = {&optimizer, &UPDATE, true};
    assert_string_equal(rule_text_of(rule, &names).text, expected);
}

static void settings_are_told_by_their_values(void **state)
{
    (void)state;
    check("beta * m + (1 - beta) * g", "0.9 m + (1 − 0.9) g");
    check("gradient + weight_decay * weight", "gradient + 1×10⁻⁶ × weight");
    check("weight * (1 - rate * beta)", "weight × (1 − 0.05 × 0.9)");
}

static void names_that_only_begin_like_a_setting_are_not_it(void **state)
{
    (void)state;
    check("beta2 + bet + tau + g2", "beta2 + bet + tau + g2");
}

static void squares_roots_and_powers_are_written_as_such(void **state)
{
    (void)state;
    check("g * g", "g²");
    check("(1 - beta) * g * g", "(1 − 0.9) g²");
    check("v * m", "v m");
    check("m / (1 - pow(beta, t))", "m / (1 − 0.9¹³)");
    check("sqrt(v) + beta", "√v + 0.9");
    check("sqrt(m_hat)", "√m̂");
    check("sqrt((1 - beta) * g * g + beta * m_hat)", "√((1 − 0.9) g² + 0.9 m̂)");
}

static void check_step(const char *above, const char *below, const char *expected)
{
    const dh_optimizer optimizer = optimizer_with(above, below);
    const rule_names names = {&optimizer, &UPDATE, true};
    assert_string_equal(rule_text_of_step(&names).text, expected);
}

static void a_step_has_brackets_where_it_needs_them(void **state)
{
    (void)state;
    check_step("g", NULL, "g");
    check_step("g + beta * v", NULL, "(g + 0.9 v)");
    check_step("m_hat", "sqrt(v)", "m̂ / √v");
    check_step("g", "sqrt(v) + beta", "g / (√v + 0.9)");
    check_step("g", "beta * v", "g / (0.9 v)");
    check_step("beta * g", "sqrt(v + beta)", "0.9 g / √(v + 0.9)");
}

static void where_g_is_not_told_it_is_the_gradient(void **state)
{
    (void)state;
    const dh_optimizer optimizer = optimizer_with("g", NULL);
    const rule_names names = {&optimizer, &UPDATE, false};
    assert_string_equal(rule_text_of_step(&names).text, "gradient");
    assert_string_equal(rule_text_of("beta * g", &names).text, "0.9 × gradient");
}

static void a_rule_that_is_too_long_is_cut(void **state)
{
    (void)state;
    char rule[1000] = "g";
    while (strlen(rule) < 900)
        strcat(rule, " + g");
    const dh_optimizer optimizer = optimizer_with(rule, rule);
    const rule_names names = {&optimizer, &UPDATE, true};
    assert_int_equal(strlen(rule_text_of(rule, &names).text), RULE_TEXT_BYTES - 1);
    assert_int_equal(strlen(rule_text_of_step(&names).text), RULE_TEXT_BYTES - 1);
}

/* No text has anything in it of what only C writes. */
static void every_rule_of_every_optimizer_is_written_for_people(void **state)
{
    (void)state;
    for (int i = 0; i < dh_optimizer_count(); i++) {
        const dh_optimizer *o = dh_optimizer_at(i);
        double value[DH_SETTINGS_MAX];
        for (int s = 0; s < o->settings; s++)
            value[s] = o->setting[s].preset;
        const dh_weight_update update = {.value = value, .number = 13, .rate = 0.05};
        const rule_names names = {o, &update, true};
        rule_text texts[DH_TERMS_MAX + 3] = {rule_text_of_step(&names)};
        if (o->gradient.rule)
            texts[1] = rule_text_of(o->gradient.rule, &names);
        if (o->base.rule)
            texts[2] = rule_text_of(o->base.rule, &names);
        for (int t = 0; t < o->terms; t++)
            texts[3 + t] = rule_text_of(o->term[t].rule, &names);
        for (int t = 0; t < DH_TERMS_MAX + 3; t++) {
            const char *text = texts[t].text;
            if (strpbrk(text, "*_-") || strstr(text, "pow") || strstr(text, "sqrt"))
                fail_msg("%s: %s", o->name, text);
            for (int s = 0; s < o->settings; s++)
                if (strstr(text, o->setting[s].symbol))
                    fail_msg("%s: %s", o->name, text);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(settings_are_told_by_their_values),
        cmocka_unit_test(names_that_only_begin_like_a_setting_are_not_it),
        cmocka_unit_test(squares_roots_and_powers_are_written_as_such),
        cmocka_unit_test(a_step_has_brackets_where_it_needs_them),
        cmocka_unit_test(where_g_is_not_told_it_is_the_gradient),
        cmocka_unit_test(a_rule_that_is_too_long_is_cut),
        cmocka_unit_test(every_rule_of_every_optimizer_is_written_for_people),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
