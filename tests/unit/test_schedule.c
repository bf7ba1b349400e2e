#include "cmocka_includes.h"
#include "downhill/schedule.h"

#include <string.h>

/* Changes a schedule in place. */
static void set_from(dh_schedule *schedule, size_t step, double rate)
{
    const dh_schedule before = *schedule;
    assert_true(dh_schedule_set_from(&before, step, rate, schedule, NULL));
    dh_schedule_drop(&before);
}

static void a_schedule_keeps_its_changes_in_order(void **state)
{
    (void)state;
    dh_schedule schedule = {.first = 1.0}, without;
    set_from(&schedule, 50, 5.0);
    set_from(&schedule, 20, 2.0);
    set_from(&schedule, 80, 8.0);
    set_from(&schedule, 20, 2.5); /* instead of 2.0 */
    set_from(&schedule, 0, 0.5);
    assert_int_equal(dh_schedule_changes(&schedule), 3);
    const struct {
        size_t step;
        double rate;
    } expected[] = {{0, 0.5}, {19, 0.5}, {20, 2.5}, {49, 2.5}, {50, 5.0}, {79, 5.0}, {80, 8.0}};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        assert_exactly(dh_rate_at(&schedule, expected[i].step), expected[i].rate);
    assert_true(dh_schedule_remove(&schedule, 1, &without, NULL));
    assert_exactly(dh_rate_at(&without, 60), 2.5);
    assert_exactly(dh_rate_at(&without, 90), 8.0);
    dh_schedule_drop(&schedule);
    dh_schedule_drop(&without);
}

static void a_full_schedule_refuses_another_change(void **state)
{
    (void)state;
    dh_schedule schedule = {.first = 1.0}, more;
    dh_error error = {.text = ""};
    for (size_t i = 1; i <= DH_RATE_CHANGES_MAX; i++)
        set_from(&schedule, 2 * i, 1.0);
    assert_false(dh_schedule_set_from(&schedule, 5, 1.0, &more, &error));
    assert_non_null(strstr(error.text, "1000 times at most"));
    set_from(&schedule, 6, 2.0); /* there is one at 6 */
    assert_int_equal(dh_schedule_changes(&schedule), DH_RATE_CHANGES_MAX);
    dh_schedule_drop(&schedule);
}

/* Who holds a schedule sees none of what others make of it. */
static void a_shared_schedule_never_changes(void **state)
{
    (void)state;
    const dh_rate_change changes[] = {{10, 1.0}, {20, 2.0}};
    dh_schedule schedule, moved;
    assert_true(dh_schedule_make(&schedule, 0.5, changes, 2, NULL));
    const dh_schedule copy = schedule;
    dh_schedule_hold(&copy);
    assert_true(dh_schedule_move(&schedule, 0, 15, &moved, NULL));
    dh_schedule_drop(&schedule);
    assert_exactly(dh_rate_at(&copy, 12), 1.0);
    assert_exactly(dh_rate_at(&moved, 12), 0.5);
    assert_exactly(dh_rate_at(&moved, 15), 1.0);
    assert_int_equal(dh_rate_difference(&copy, &moved), 10);
    assert_false(dh_schedule_equal(&copy, &moved));
    dh_schedule_drop(&copy);
    dh_schedule_drop(&moved);
}

static void what_cannot_be_used_is_refused_in_words(void **state)
{
    (void)state;
    const struct {
        double first;
        dh_rate_change change[2];
        const char *words;
    } bad[] = {
        {-0.1, {{1, 0.1}, {2, 0.1}}, "0 or more"},
        {(double)NAN, {{1, 0.1}, {2, 0.1}}, "0 or more"},
        {0.1, {{1, 0.1}, {2, HUGE_VAL}}, "0 or more"},
        {0.1, {{0, 0.1}, {2, 0.1}}, "must grow"},
        {0.1, {{5, 0.1}, {5, 0.1}}, "must grow"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        dh_schedule schedule = {.first = 7.0};
        dh_error error = {.text = ""};
        assert_false(dh_schedule_make(&schedule, bad[i].first, bad[i].change, 2, &error));
        assert_non_null(strstr(error.text, bad[i].words));
        assert_exactly(schedule.first, 7.0);
        assert_null(schedule.later);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_schedule_keeps_its_changes_in_order),
        cmocka_unit_test(a_full_schedule_refuses_another_change),
        cmocka_unit_test(a_shared_schedule_never_changes),
        cmocka_unit_test(what_cannot_be_used_is_refused_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
