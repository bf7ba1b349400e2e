/* Lines cut to a box, against points that a person can tell. */
#include "cmocka_includes.h"
#include "ui/line_clip.h"

static const ui_rect BOX = {10.0, 20.0, 100.0, 50.0}; /* to 110, 70 */

static void check(ui_point from, ui_point to, ui_point first, ui_point last)
{
    ui_point a = from, b = to;
    assert_true(ui_line_clip(BOX, &a, &b));
    assert_true(ui_distance(a, first) < 1e-9 && ui_distance(b, last) < 1e-9);
    a = to, b = from; /* the other way round */
    assert_true(ui_line_clip(BOX, &a, &b));
    assert_true(ui_distance(a, last) < 1e-9 && ui_distance(b, first) < 1e-9);
}

static void check_missed(ui_point from, ui_point to)
{
    ui_point a = from, b = to;
    assert_false(ui_line_clip(BOX, &a, &b));
    assert_true(a.x == from.x && a.y == from.y && b.x == to.x && b.y == to.y);
}

static void a_line_inside_stays_exactly_what_it_is(void **state)
{
    (void)state;
    const ui_point from = {10.1, 20.7}, to = {109.9, 69.3};
    ui_point a = from, b = to;
    assert_true(ui_line_clip(BOX, &a, &b));
    assert_true(a.x == from.x && a.y == from.y && b.x == to.x && b.y == to.y);
    b = (ui_point){500.0, 33.0};
    assert_true(ui_line_clip(BOX, &a, &b));
    assert_true(a.x == from.x && a.y == from.y); /* and so does an end inside */
}

static void a_line_is_cut_at_each_side(void **state)
{
    (void)state;
    const ui_point inside = {60.0, 45.0};
    check(inside, (ui_point){160.0, 45.0}, inside, (ui_point){110.0, 45.0});
    check(inside, (ui_point){-40.0, 45.0}, inside, (ui_point){10.0, 45.0});
    check(inside, (ui_point){60.0, 145.0}, inside, (ui_point){60.0, 70.0});
    check(inside, (ui_point){60.0, -55.0}, inside, (ui_point){60.0, 20.0});
    check(inside, (ui_point){110.0, 95.0}, inside, (ui_point){85.0, 70.0});
}

static void a_line_across_is_cut_at_both_ends(void **state)
{
    (void)state;
    check((ui_point){0.0, 45.0}, (ui_point){1000.0, 45.0}, (ui_point){10.0, 45.0},
          (ui_point){110.0, 45.0});
    check((ui_point){25.0, 0.0}, (ui_point){125.0, 100.0}, (ui_point){45.0, 20.0},
          (ui_point){95.0, 70.0});
}

static void a_line_beside_the_box_is_left_out(void **state)
{
    (void)state;
    check_missed((ui_point){0.0, 0.0}, (ui_point){200.0, 19.0});
    check_missed((ui_point){9.0, -100.0}, (ui_point){9.0, 300.0});
    check_missed((ui_point){60.0, 71.0}, (ui_point){60.0, 300.0});
    check_missed((ui_point){0.0, 65.0}, (ui_point){40.0, 105.0}); /* past a corner */
    check_missed((ui_point){0.0, 0.0}, (ui_point){0.0, 0.0});
    check_missed((ui_point){-1e300, -1e300}, (ui_point){-1e299, 1e300});
}

static void a_line_from_far_away_ends_where_it_should(void **state)
{
    (void)state;
    const ui_point inside = {60.0, 45.0};
    for (double away = 1e3; away < 1e301; away *= 1e3) {
        check(inside, (ui_point){60.0 + away, 45.0}, inside, (ui_point){110.0, 45.0});
        check(inside, (ui_point){60.0 - 2.0 * away, 45.0 - away}, inside, (ui_point){10.0, 20.0});
        check(inside, (ui_point){60.0, 45.0 + away}, inside, (ui_point){60.0, 70.0});
    }
}

/* Both ends are far away, on a line through the middle as far as their numbers can tell. */
static void a_line_between_far_places_keeps_its_direction(void **state)
{
    (void)state;
    const ui_rect box = {-50.0, -50.0, 100.0, 100.0};
    for (double away = 1e3; away < 1e301; away *= 1e3) {
        ui_point a = {-away, -away}, b = {away, away};
        assert_true(ui_line_clip(box, &a, &b));
        assert_true(ui_distance(a, (ui_point){-50.0, -50.0}) < 1e-9);
        assert_true(ui_distance(b, (ui_point){50.0, 50.0}) < 1e-9);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_inside_stays_exactly_what_it_is),
        cmocka_unit_test(a_line_is_cut_at_each_side),
        cmocka_unit_test(a_line_across_is_cut_at_both_ends),
        cmocka_unit_test(a_line_beside_the_box_is_left_out),
        cmocka_unit_test(a_line_from_far_away_ends_where_it_should),
        cmocka_unit_test(a_line_between_far_places_keeps_its_direction),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
